"""What every member of the crew has: a name, a prompt, an output model, a budget, and a way to work without a model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from shared.domain.analysis import Value
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance
from shared.kernel.errors import Invalid

Output = TypeVar("Output", bound=Value)
Prior = Mapping[str, Value]
"""What the roles before said about the same scene, by role name."""


class ConstraintViolation(Value):
    """A role's refusal: the pipeline stops here and the scene waits for a person."""

    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Role:
    """One member of the crew."""

    name: str
    prompt: str
    """File under prompts/, for a language model that does the same job with the same output."""
    output: type[Value]
    budget_cents: int
    """The most that one run of a language model in this role may cost."""
    local: Callable[[SceneContext, Prior, Chance], Value]
    """The job without a language model: the same arguments give the same output, or a ConstraintViolation."""


def said(prior: Prior, role: str, model: type[Output]) -> Output:
    """What an earlier role said; Invalid when it has not worked on this scene yet."""
    found = prior.get(role)
    if not isinstance(found, model):
        raise Invalid(f"the {role} has not worked on this scene yet; run the crew in order")
    return found


def film_chance(context: SceneContext) -> Chance:
    """Choices that all scenes of a film share, in every revision: clothes, lenses, the arc of the day."""
    return Chance(context.outline.spans[0].seed)
