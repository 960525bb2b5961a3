"""The stitch plan: which frames of which clip follow one another. Nothing is put together that nobody approved."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pydantic import Field

from shared.domain.analysis import Value
from shared.domain.shotlist import Transition
from shared.kernel.errors import Refused
from shared.kernel.timecode import clock_of, ms_at


class ApprovedScene(Value):
    """A scene as it stands when the film is asked for."""

    scene_id: str
    version: int
    approved: bool
    start_frame: int
    end_frame: int = Field(description="Exclusive.")


class FinishedShot(Value):
    """A shot as it stands when the film is asked for."""

    shot_id: str
    scene_id: str
    scene_version: int = Field(description="The version of the scene that it was made from.")
    version_id: str
    approved: bool
    clip: str | None = Field(description="Blob of the clip; absent when there is none yet.")
    start_frame: int
    end_frame: int = Field(description="Exclusive.")
    transition: Transition = Transition.CUT
    in_frame: int = Field(default=0, ge=0, description="The first frame of the clip that is used.")


class Cut(Value):
    """One shot's place in the film and the frames of the clip that fill it."""

    scene_id: str
    scene_version: int
    shot_id: str
    shot_version: str
    clip: str
    in_frame: int
    out_frame: int = Field(description="Exclusive, in frames of the clip.")
    start_frame: int = Field(description="In frames of the film.")
    transition: Transition


class StitchPlan(Value):
    """A whole film, frame for frame: the cuts follow one another without gap or overlap from 0 to total_frames."""

    cuts: tuple[Cut, ...]
    fps: int
    width: int = 1920
    height: int = 1080
    total_frames: int
    song: str = Field(description="Blob of the sound.")


def plan_stitch(
    scenes: Sequence[ApprovedScene], shots: Sequence[FinishedShot], song: str, fps: int, total_frames: int
) -> StitchPlan:
    """The plan for these scenes and shots, given in any order.

    Refused with every reason at once, each by name and time: scenes that are not approved, shots made from another
    version of their scene, shots that are missing, not approved or in no scene, every gap and every overlap.
    """
    film = _Stretch("the film", 0, total_frames)
    known = {scene.scene_id: scene for scene in scenes}
    problems = [*_scene_problems(scenes, fps), *_coverage(film, [_of_scene(scene) for scene in scenes], fps)]
    for scene in sorted(scenes, key=lambda scene: (scene.start_frame, scene.scene_id)):
        within = [_of_shot(shot) for shot in shots if shot.scene_id == scene.scene_id]
        problems.extend(_coverage(_of_scene(scene), within, fps))
    ordered = sorted(shots, key=lambda shot: (shot.start_frame, shot.shot_id))
    problems.extend(_shot_problems(ordered, known, fps))
    if problems:
        raise Refused("the film cannot be put together: " + "; ".join(problems))
    cuts = tuple(_cut(shot, shot.clip) for shot in ordered if shot.clip is not None)
    return StitchPlan(cuts=cuts, fps=fps, total_frames=total_frames, song=song)


def plan_hash(plan: StitchPlan) -> str:
    """The same for equal plans on any machine, different for any other plan: SHA-256 over the sorted JSON."""
    return sha256(json.dumps(plan.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class _Stretch:
    name: str
    start: int
    end: int


def _of_scene(scene: ApprovedScene) -> _Stretch:
    return _Stretch(f"scene {scene.scene_id}", scene.start_frame, scene.end_frame)


def _of_shot(shot: FinishedShot) -> _Stretch:
    return _Stretch(f"shot {shot.shot_id}", shot.start_frame, shot.end_frame)


def _scene_problems(scenes: Sequence[ApprovedScene], fps: int) -> Iterator[str]:
    for scene_id in _repeated(scene.scene_id for scene in scenes):
        yield f"scene {scene_id} is there more than once"
    for scene in sorted(scenes, key=lambda scene: (scene.start_frame, scene.scene_id)):
        if not scene.approved:
            yield f"scene {scene.scene_id} {_span(scene.start_frame, scene.end_frame, fps)} is not approved"


def _shot_problems(shots: Sequence[FinishedShot], scenes: Mapping[str, ApprovedScene], fps: int) -> Iterator[str]:
    for shot_id in _repeated(shot.shot_id for shot in shots):
        yield f"shot {shot_id} is there more than once"
    for shot in shots:
        named = f"shot {shot.shot_id} {_span(shot.start_frame, shot.end_frame, fps)}"
        scene = scenes.get(shot.scene_id)
        if scene is None:
            yield f"{named} belongs to scene {shot.scene_id}, which is not in the film"
        elif shot.scene_version != scene.version:
            yield (
                f"{named} was made from version {shot.scene_version} of scene {scene.scene_id}, "
                f"which is now version {scene.version}"
            )
        if not shot.approved:
            yield f"{named} is not approved"
        if shot.clip is None:
            yield f"{named} has no clip"


def _coverage(whole: _Stretch, pieces: Sequence[_Stretch], fps: int) -> Iterator[str]:
    """Every place where the pieces do not fill the whole exactly once."""
    reached, last = whole.start, ""
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end, piece.name)):
        if piece.end <= piece.start:
            yield f"{piece.name} {_span(piece.start, piece.end, fps)} has no length"
            continue
        if piece.start < whole.start or piece.end > whole.end:
            yield f"{piece.name} {_span(piece.start, piece.end, fps)} reaches beyond {whole.name}"
        if piece.start > reached:
            yield f"nothing covers {_span(reached, piece.start, fps)} of {whole.name}, before {piece.name}"
        elif piece.start < reached and last:
            yield f"{last} and {piece.name} overlap {_span(piece.start, min(reached, piece.end), fps)}"
        if piece.end > reached:
            reached, last = piece.end, piece.name
    if reached < whole.end:
        yield f"nothing covers {_span(reached, whole.end, fps)} of {whole.name}"


def _repeated(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name, times in Counter(names).items() if times > 1))


def _span(start: int, end: int, fps: int) -> str:
    return f"({clock_of(ms_at(start, fps))}-{clock_of(ms_at(end, fps))}, frames {start}-{end})"


def _cut(shot: FinishedShot, clip: str) -> Cut:
    return Cut(
        scene_id=shot.scene_id,
        scene_version=shot.scene_version,
        shot_id=shot.shot_id,
        shot_version=shot.version_id,
        clip=clip,
        in_frame=shot.in_frame,
        out_frame=shot.in_frame + shot.end_frame - shot.start_frame,
        start_frame=shot.start_frame,
        transition=shot.transition,
    )
