"""The scene's assets are drawn first; then each audited shot's start and end frame, with the assets as references."""

from functools import partial

from shared.domain import asset as assets
from shared.domain import scene as scenes
from shared.domain import shot as shots
from shared.domain.asset import ASSETS, AssetReady, AssetRequested
from shared.domain.project import PROJECTS
from shared.domain.prompting import tag
from shared.domain.scene import SCENES, SceneAssetReceived, SceneAssetsReady
from shared.domain.shot import SHOTS, ShotFailed, ShotImageReady, ShotValidated
from shared.kernel.errors import MediaFault, Unsupported
from shared.kernel.streams import Change
from shared.ports.images import ImageRequest, Reference
from shared.ports.studio import Studio
from shared.service import Service, Task


def draw_asset(task: Task) -> None:
    """Draw one asset of a scene at half the film's size, and say so when it was the last one missing."""
    asset_id = task.happened.subject
    asset = task.studio.get(task.project_id, ASSETS, asset_id)
    assert asset.prompt is not None, "an asset is requested with its prompt"
    images = task.studio.images
    frame = task.studio.get(task.project_id, PROJECTS, task.project_id)
    request = ImageRequest(
        prompt=asset.prompt, seed=asset.seed, width=frame.width // 2, height=frame.height // 2,
        tag=tag(asset_id, "v1", images.model),
    )  # fmt: skip
    blob = task.studio.blobs.put(images.draw(request))

    def work(change: Change) -> None:
        change.decide(ASSETS, asset_id, lambda a: assets.receive(a, blob, images.model))
        change.decide(SCENES, asset.scene_id, lambda s: scenes.receive_asset(s, asset_id))

    task.change(work)


def draw_shot(task: Task) -> None:
    """Draw the start and the end frame of the shot's current version; a failure waits for a person."""
    shot_id = task.happened.subject
    version = task.studio.get(task.project_id, SHOTS, shot_id).current
    frame = task.studio.get(task.project_id, PROJECTS, task.project_id)
    images = task.studio.images
    start = ImageRequest(
        prompt=version.plan.prompt, seed=version.seed, width=frame.width, height=frame.height,
        references=references(version.plan.scene_id, task.project_id, task.studio), motion=version.plan.motion,
        tag=tag(shot_id, version.version_id, images.model),
    )  # fmt: skip
    try:
        start_image, end_image = (
            task.studio.blobs.put(images.draw(start.model_copy(update={"at": at}))) for at in (0.0, 1.0)
        )
    except (MediaFault, Unsupported) as error:
        rule = partial(shots.fail, reason=f"its picture could not be drawn: {error}")
    else:
        ready = ShotImageReady(
            version_id=version.version_id, start_image=start_image, end_image=end_image, model=images.model
        )
        rule = partial(shots.receive_image, ready=ready)
    task.change(lambda change: change.decide(SHOTS, shot_id, rule))


def references(scene_id: str, project_id: str, studio: Studio) -> tuple[Reference, ...]:
    """The assets of a scene as pictures that its shots must agree with."""
    scene = studio.get(project_id, SCENES, scene_id)
    drawn = (studio.get(project_id, ASSETS, asset_id) for asset_id in scene.assets)
    return tuple(Reference(role=asset.role, name=asset.name, blob=asset.blob) for asset in drawn if asset.blob)


SERVICE = Service(
    "image_gen",
    {AssetRequested: draw_asset, ShotValidated: draw_shot},
    emits=(AssetReady, SceneAssetReceived, SceneAssetsReady, ShotImageReady, ShotFailed),
)
