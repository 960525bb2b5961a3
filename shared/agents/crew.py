"""The crew in the order in which it works on a scene."""

from dataclasses import dataclass
from types import MappingProxyType

from shared.agents import cinematographer, director, editor, producer, writer
from shared.agents.role import ConstraintViolation, Prior, Role
from shared.domain.analysis import Value
from shared.domain.shotlist import SceneContext, SceneDesign, ShotPlan
from shared.kernel.chance import Chance

CREW: tuple[Role, ...] = (
    Role("writer", "writer.v1.md", writer.Script, 4, writer.local),
    Role("director", "director.v1.md", director.Direction, 8, director.local),
    Role("cinematographer", "cinematographer.v1.md", cinematographer.Look, 6, cinematographer.local),
    Role("editor", "editor.v1.md", editor.Cut, 12, editor.local),
    Role("producer", "producer.v1.md", producer.Clearance, 3, producer.local),
)
PIPELINE: tuple[str, ...] = tuple(role.name for role in CREW)


@dataclass(frozen=True)
class PlannedScene:
    """A scene that every role has worked on and the Producer has cleared."""

    design: SceneDesign
    shots: tuple[ShotPlan, ...]
    outputs: Prior


def plan_scene(
    context: SceneContext, chance: Chance, terms: producer.Terms | None = None
) -> PlannedScene | ConstraintViolation:
    """Run the local crew on one scene; the first violation stops it. The same arguments give the same plan."""
    prior: dict[str, Value] = {"terms": terms} if terms else {}
    for role in CREW:
        output = role.local(context, MappingProxyType(prior), chance)
        if isinstance(output, ConstraintViolation):
            return output
        prior[role.name] = output
    return PlannedScene(producer.design_of(prior), editor.cut_in(prior).shots, MappingProxyType(prior))
