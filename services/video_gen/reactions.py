"""Approved pictures come to life."""

from functools import partial

from shared.domain import shot as shots
from shared.domain.project import PROJECTS
from shared.domain.prompting import tag
from shared.domain.shot import SHOTS, ShotApproved, ShotClipReady, ShotFailed
from shared.kernel.errors import MediaFault, Unsupported
from shared.ports.clips import ClipRequest
from shared.service import Service, Task


def animate_shot(task: Task) -> None:
    """Make the clip of the approved version between its start and end frame; a failure waits for a person."""
    shot_id = task.happened.subject
    version = task.studio.get(task.project_id, SHOTS, shot_id).current
    frame = task.studio.get(task.project_id, PROJECTS, task.project_id)
    clips, blobs = task.studio.clips, task.studio.blobs
    request = ClipRequest(
        prompt=version.plan.prompt, motion=version.plan.motion, seed=version.seed, start_image=version.start_image,
        end_image=version.end_image, frames=version.plan.frames, fps=frame.fps, width=frame.width, height=frame.height,
        tag=tag(shot_id, version.version_id, clips.model),
    )  # fmt: skip
    try:
        with blobs.scratch() as scratch:
            clips.animate(request, scratch / "clip.mp4")
            clip = blobs.keep(scratch / "clip.mp4")
    except (MediaFault, Unsupported) as error:
        rule = partial(shots.fail, reason=f"its clip could not be made: {error}")
    else:
        ready = ShotClipReady(version_id=version.version_id, clip=clip, model=clips.model)
        rule = partial(shots.receive_clip, ready=ready)
    task.change(lambda change: change.decide(SHOTS, shot_id, rule))


SERVICE = Service("video_gen", {ShotApproved: animate_shot}, emits=(ShotClipReady, ShotFailed))
