"""A project: one film in the making, and the standing decisions of the person who makes it."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import Field

from shared.domain.analysis import Value
from shared.kernel.errors import NotFound
from shared.kernel.events import Actor, Event, State
from shared.kernel.streams import Kind


class GlobalSettings(Value):
    """What the whole project is made with. Model names choose adapters; none is built in."""

    llm_model: str = Field(description="Who writes and plans; 'local-crew' needs no account.")
    image_model: str = Field(description="Who draws; 'draft-1' is the local draft renderer.")
    video_model: str = Field(description="Who animates; 'draft-motion-1' is the local animator.")
    lora_weights_id: str | None = Field(default=None, description="The look of a person, where one was trained.")
    require_human_approval: bool = Field(
        default=True, description="False is the person's standing decision to accept what the crew proposes."
    )


class Project(State):
    """Its name, its frame, its seed, and who decided what stands."""

    name: str = ""
    owner: str = ""
    seed: int = 0
    fps: int = 24
    width: int = 1920
    height: int = 1080
    settings: GlobalSettings | None = None
    created_at: datetime | None = None

    @property
    def decides_alone(self) -> bool:
        """Whether the owner has said that proposals are accepted without asking again."""
        return self.settings is not None and not self.settings.require_human_approval


class ProjectCreated(Event):
    """A person began a film."""

    name: str
    owner: str
    seed: int
    fps: int
    width: int
    height: int
    settings: GlobalSettings
    created_at: datetime


def create(project: Project, wanted: ProjectCreated) -> Sequence[Event]:
    """Begin; the same beginning twice changes nothing."""
    return () if project.name else (wanted,)


def existing(project: Project, project_id: str) -> Project:
    """The project, or NotFound where nobody began it."""
    if not project.name:
        raise NotFound(f"there is no project {project_id}")
    return project


def owner(project: Project) -> Actor:
    """The person whose standing decision this project carries."""
    return Actor(kind="human", id=project.owner)


PROJECTS = Kind(
    "project",
    Project,
    {ProjectCreated: lambda p, e: p.after(**{name: getattr(e, name) for name in ProjectCreated.model_fields})},
)
