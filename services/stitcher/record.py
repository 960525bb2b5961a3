"""A finished film in one value, gathered from the state of its project."""

from shared.domain.analysis import Analysis
from shared.domain.deliverable import FilmFacts, FilmRecord, SceneRecord, ShotRecord, ShotVersion
from shared.domain.project import PROJECTS, Project
from shared.domain.prompting import tag
from shared.domain.scene import SCENES, Scene
from shared.domain.shot import SHOTS, Shot, Version
from shared.domain.song import SONG, SONGS
from shared.domain.story import STORIES, STORY
from shared.domain.timeline import StitchPlan
from shared.kernel.errors import Refused
from shared.ports.media import Stitched
from shared.ports.studio import Studio


def film_record(studio: Studio, project_id: str, plan: StitchPlan, stitched: Stitched) -> FilmRecord:
    """Everything the files beside the film are made from."""
    project = studio.get(project_id, PROJECTS, project_id)
    song = studio.get(project_id, SONGS, SONG)
    outline = studio.get(project_id, STORIES, STORY).outline
    assert outline is not None, "a film that is stitched was outlined"
    scenes = {span.scene_id: studio.get(project_id, SCENES, span.scene_id) for span in outline.spans}
    return FilmRecord(
        outline=outline,
        analysis=Analysis.model_validate_json(studio.blobs.get(song.analysis)),
        width=plan.width,
        height=plan.height,
        song=song.source,
        song_duration_ms=song.duration_ms,
        scenes=tuple(_scene(scene, project) for scene in scenes.values()),
        shots=tuple(_shot(studio.get(project_id, SHOTS, cut.shot_id), cut.shot_id) for cut in plan.cuts),
        facts=FilmFacts(**stitched.model_dump()),
    )


def _scene(scene: Scene, project: Project) -> SceneRecord:
    if scene.design is None:
        raise Refused(f"scene {scene.known_span().scene_id} has no design")
    by = f"standing decision of {scene.approved_by}" if project.decides_alone else scene.approved_by
    return SceneRecord(span=scene.known_span(), design=scene.design, version=scene.version, approved_by=by)


def _shot(shot: Shot, shot_id: str) -> ShotRecord:
    finished = [version for version in shot.versions if version.clip]
    return ShotRecord(
        plan=shot.current.plan,
        version_id=shot.current.version_id,
        versions=tuple(_version(version, shot_id) for version in finished),
    )


def _version(version: Version, shot_id: str) -> ShotVersion:
    return ShotVersion(
        version_id=version.version_id, tag=tag(shot_id, version.version_id, version.image_model), seed=version.seed,
        image_model=version.image_model, clip_model=version.clip_model, start_image=version.start_image,
        clip=version.segment or version.clip,
    )  # fmt: skip
