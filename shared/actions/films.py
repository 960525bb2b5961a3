"""Actions on the film as a whole: how far it is, asking for it, and what waits for a person."""

from pydantic import Field

from shared.actions.projects import Nothing, OfProject, project_of
from shared.actions.registry import ACTIONS
from shared.domain import render as renders
from shared.domain.analysis import Value
from shared.domain.asset import ASSETS
from shared.domain.project import PROJECTS
from shared.domain.render import RENDERS, Render, RenderStatus
from shared.domain.scene import SCENES, Scene, SceneStatus
from shared.domain.shot import SHOTS, Shot, Status
from shared.domain.song import SONG, SONGS
from shared.domain.story import STORIES, STORY
from shared.domain.timeline import ApprovedScene, FinishedShot, StitchPlan, plan_hash, plan_stitch
from shared.kernel.errors import NotFound, Refused
from shared.kernel.streams import Cause, Change
from shared.ports.bus import DeadLetter
from shared.ports.studio import Studio


class RenderView(OfProject):
    """One render of the film."""

    render_id: str
    render: Render


class OfRender(OfProject):
    """Names one render."""

    render_id: str


class Stage(Value):
    """One stage of the making of a film."""

    name: str
    done: int
    total: int = Field(description="0 while it is not known yet.")


class Progress(OfProject):
    """How far a film is; `stuck` names what cannot go on without a person."""

    stages: tuple[Stage, ...]
    waiting: int = Field(description="Messages that are being dealt with or wait their turn.")
    stuck: tuple[str, ...]


class DeadLetters(Value):
    """Messages that failed five times."""

    letters: tuple[DeadLetter, ...]


class OfDeadLetter(Value):
    """Names one dead letter."""

    consumer: str = Field(description="The service that could not deal with it.")
    message_id: str = Field(description="The id of the event.")


@ACTIONS.action("GET", "/projects/{project_id}/progress")
def get_progress(given: OfProject, studio: Studio, cause: Cause) -> Progress:
    """Show how far each stage of the film is and what waits for a person."""
    project_of(given, studio)
    song = studio.get(given.project_id, SONGS, SONG)
    scenes, shots = studio.all(given.project_id, SCENES), studio.all(given.project_id, SHOTS)
    assets = studio.all(given.project_id, ASSETS).values()
    planned = sum(len(scene.shots) for scene in scenes.values()) if _all_planned(scenes) else 0
    stages = (
        Stage(name="ingest", done=int(bool(song.master)), total=1),
        Stage(name="audio analysis", done=int(bool(song.analysis)), total=1),
        Stage(name="scenes", done=sum(s.design is not None for s in scenes.values()), total=len(scenes)),
        Stage(name="assets", done=sum(bool(a.blob) for a in assets), total=len(assets)),
        Stage(name="images", done=_count(shots, "start_image"), total=planned),
        Stage(name="clips", done=_count(shots, "segment"), total=planned),
    )
    stuck = [f"the song: {song.failure}"] if song.failure else []
    stuck += [f"scene {id_}: {scene.flag}" for id_, scene in scenes.items() if scene.flag]
    stuck += [f"shot {id_}: {shot.failure}" for id_, shot in shots.items() if shot.status is Status.FAILED]
    stuck += [f"{letter.consumer} on {letter.message_id}: {letter.reason}" for letter in studio.queue.dead()]
    return Progress(project_id=given.project_id, stages=stages, waiting=studio.queue.waiting(), stuck=tuple(stuck))


@ACTIONS.action("POST", "/projects/{project_id}/film", who="human")
def render_film(given: OfProject, studio: Studio, cause: Cause) -> RenderView:
    """Ask for the film of all approved scenes; whatever is missing or not approved is refused by name."""

    def work(change: Change) -> RenderView:
        plan = _plan(change, given.project_id, studio)
        render_id = plan_hash(plan)[:16]
        render = change.decide(RENDERS, render_id, lambda r: renders.request(r, plan, cause.actor))
        return RenderView(project_id=given.project_id, render_id=render_id, render=render)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("GET", "/projects/{project_id}/film/{render_id}")
def get_film(given: OfRender, studio: Studio, cause: Cause) -> RenderView:
    """Show one render of the film and the files it gave."""
    render = studio.get(given.project_id, RENDERS, given.render_id)
    if render.status is RenderStatus.NONE:
        raise NotFound(f"project {given.project_id} has no render {given.render_id}")
    return RenderView(project_id=given.project_id, render_id=given.render_id, render=render)


@ACTIONS.action("GET", "/dead-letters")
def list_dead_letters(given: Nothing, studio: Studio, cause: Cause) -> DeadLetters:
    """List messages that failed five times and wait for a person."""
    return DeadLetters(letters=tuple(studio.queue.dead()))


@ACTIONS.action("POST", "/dead-letters/replay", who="human")
def replay_dead_letter(given: OfDeadLetter, studio: Studio, cause: Cause) -> DeadLetters:
    """Give a dead letter another five attempts; dealing with it twice is harmless."""
    studio.queue.revive(given.consumer, given.message_id)
    return DeadLetters(letters=tuple(studio.queue.dead()))


def _plan(change: Change, project_id: str, studio: Studio) -> StitchPlan:
    project, song = change.get(PROJECTS, project_id), change.get(SONGS, SONG)
    outline = change.get(STORIES, STORY).outline
    if outline is None:
        raise Refused("the film has no scenes yet: add a song and let it be analysed first")
    scenes = {span.scene_id: change.get(SCENES, span.scene_id) for span in outline.spans}
    planned = [plan for scene in scenes.values() for plan in scene.shots]
    shots = [_finished(plan.shot_id, change.get(SHOTS, plan.shot_id)) for plan in planned]
    approved = [_approved(id_, scene) for id_, scene in scenes.items()]
    found = [shot for shot in shots if shot]
    plan = plan_stitch(approved, found, song.master, project.fps, outline.total_frames)
    return plan.model_copy(update={"width": project.width, "height": project.height})


def _approved(scene_id: str, scene: Scene) -> ApprovedScene:
    span = scene.known_span()
    return ApprovedScene(
        scene_id=scene_id, version=scene.version, approved=scene.status is SceneStatus.APPROVED,
        start_frame=span.start_frame, end_frame=span.end_frame,
    )  # fmt: skip


def _finished(shot_id: str, shot: Shot) -> FinishedShot | None:
    if not shot.versions:
        return None
    version, plan = shot.current, shot.current.plan
    return FinishedShot(
        shot_id=shot_id, scene_id=plan.scene_id, scene_version=version.scene_version, version_id=version.version_id,
        approved=shot.approved_version == version.version_id, clip=version.segment or None,
        start_frame=plan.start_frame, end_frame=plan.end_frame, transition=plan.transition,
    )  # fmt: skip


def _all_planned(scenes: dict[str, Scene]) -> bool:
    return bool(scenes) and all(scene.shots for scene in scenes.values())


def _count(shots: dict[str, Shot], field: str) -> int:
    return sum(bool(shot.versions and getattr(shot.current, field)) for shot in shots.values())
