"""Actions on projects and their story."""

from pydantic import Field

from shared.actions.registry import ACTIONS
from shared.domain import project as projects
from shared.domain import story as stories
from shared.domain.analysis import Value
from shared.domain.project import PROJECTS, GlobalSettings, Project, ProjectCreated
from shared.domain.story import STORIES, STORY, Story
from shared.kernel.chance import Chance
from shared.kernel.streams import Cause, Change
from shared.ports.studio import Studio

MAX_STORY = 100_000
PROJECT_ID = r"^[a-z0-9][a-z0-9-]{0,62}$"


class OfProject(Value):
    """Names one project."""

    project_id: str = Field(pattern=PROJECT_ID, description="The project: small letters, digits and hyphens.")


class CreateProject(OfProject):
    """A film to begin."""

    name: str = Field(min_length=1, max_length=200, description="What the film is called.")
    require_human_approval: bool = Field(
        default=True,
        description="False: the person accepts what the crew proposes as her standing decision.",
    )
    llm_model: str = Field(default="local-crew", description="Who plans.")
    image_model: str = Field(default="draft-1", description="Who draws.")
    video_model: str = Field(default="draft-motion-1", description="Who animates.")
    lora_weights_id: str | None = Field(default=None, description="A trained look for a person, if there is one.")
    width: int = Field(default=1920, ge=160, le=3840, multiple_of=2, description="Of the film, in pixels.")
    height: int = Field(default=1080, ge=90, le=2160, multiple_of=2, description="Of the film, in pixels.")
    seed: int | None = Field(default=None, ge=0, lt=2**31, description="The seed of every choice; drawn if absent.")


class ProjectView(OfProject):
    """A project as every surface shows it."""

    project: Project


class Projects(Value):
    """The projects there are."""

    projects: tuple[ProjectView, ...]


class Nothing(Value):
    """No input."""


class TellStory(OfProject):
    """What the film is about."""

    text: str = Field(max_length=MAX_STORY, description="The story in the person's own words, any language.")


class StoryView(OfProject):
    """The story and the outline made from it."""

    story: Story


@ACTIONS.action("POST", "/projects", who="human")
def create_project(given: CreateProject, studio: Studio, cause: Cause) -> ProjectView:
    """Begin an empty project. Beginning it again with the same id changes nothing."""
    seed = given.seed if given.seed is not None else Chance(0).seed_for(studio.ids.new())
    names = set(GlobalSettings.model_fields)
    settings = GlobalSettings(**given.model_dump(include=names))
    wanted = ProjectCreated(
        name=given.name, owner=cause.actor.id, seed=seed, fps=24, width=given.width, height=given.height,
        settings=settings, created_at=cause.at,
    )  # fmt: skip

    def work(change: Change) -> ProjectView:
        project = change.decide(PROJECTS, given.project_id, lambda p: projects.create(p, wanted))
        return ProjectView(project_id=given.project_id, project=project)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("GET", "/projects/{project_id}")
def get_project(given: OfProject, studio: Studio, cause: Cause) -> ProjectView:
    """Show one project with its settings."""
    return ProjectView(project_id=given.project_id, project=project_of(given, studio))


@ACTIONS.action("GET", "/projects")
def list_projects(given: Nothing, studio: Studio, cause: Cause) -> Projects:
    """List all projects."""
    found = ((id_, studio.get(id_, PROJECTS, id_)) for id_ in studio.store.projects())
    return Projects(projects=tuple(ProjectView(project_id=id_, project=project) for id_, project in found))


@ACTIONS.action("POST", "/projects/{project_id}/story", who="human")
def tell_story(given: TellStory, studio: Studio, cause: Cause) -> StoryView:
    """Tell what the film is about, before its song is analysed."""

    def work(change: Change) -> StoryView:
        projects.existing(change.get(PROJECTS, given.project_id), given.project_id)
        story = change.decide(STORIES, STORY, lambda s: stories.tell(s, given.text))
        return StoryView(project_id=given.project_id, story=story)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("GET", "/projects/{project_id}/story")
def get_story(given: OfProject, studio: Studio, cause: Cause) -> StoryView:
    """Show the story, and the outline of scenes once there is one."""
    project_of(given, studio)
    return StoryView(project_id=given.project_id, story=studio.get(given.project_id, STORIES, STORY))


def project_of(given: OfProject, studio: Studio) -> Project:
    """The project that a request names, or NotFound."""
    return projects.existing(studio.get(given.project_id, PROJECTS, given.project_id), given.project_id)
