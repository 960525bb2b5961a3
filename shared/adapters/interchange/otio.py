"""Film timelines as OpenTimelineIO: scenes are stacks, shots are clips of the film, parts and moments are markers."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import opentimelineio as otio

from shared.domain.analysis import Moment, Part, Value
from shared.domain.deliverable import FILM, FilmRecord, SceneRecord, ShotRecord
from shared.domain.shotlist import SceneSpan, ShotPlan
from shared.kernel.errors import Invalid
from shared.kernel.timecode import frame_at

FORMAT = "film/1"
"""Written into every timeline; a reader refuses others."""

Json = dict[str, Any]

_OURS = "cinema"
_COLOUR = {
    "part": otio.schema.MarkerColor.PURPLE,
    "sung": otio.schema.MarkerColor.GREEN,
    "instrumental": otio.schema.MarkerColor.CYAN,
}


class OtioInterchange:
    """OpenTimelineIO JSON. The film starts at one hour, as editing suites expect; every range is in whole frames.

    A clip's active medium is the film beside the timeline; its other media are the clips of all its versions, by blob.
    Everything else of the record travels in the `cinema` metadata of what it belongs to.
    """

    def write(self, film: FilmRecord) -> str:
        """The film as a timeline; equal films give equal text."""
        fps = film.outline.fps
        timeline = otio.schema.Timeline(
            name=film.outline.title,
            global_start_time=otio.opentime.RationalTime(3600 * fps, fps),
            metadata={_OURS: _of_film(film)},
        )
        picture = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
        picture.extend([_scene(film, scene) for scene in film.scenes])
        _mark(film, picture)
        sound = otio.schema.Track(name="A1", kind=otio.schema.TrackKind.Audio)
        sound.append(_sound(film))
        timeline.tracks.extend([picture, sound])
        return f"{timeline.to_json_string(indent=1)}\n"

    def read(self, text: str) -> FilmRecord:
        """The film that a timeline was written from; Invalid when it is none, or its cuts were moved."""
        try:
            timeline = otio.core.deserialize_json_from_string(text)
        except (ValueError, LookupError, otio.exceptions.OTIOError) as error:
            raise Invalid(f"this is not an OpenTimelineIO file: {error}") from error
        # OpenTimelineIO reads decimals to within one unit in the last place only, so the record is read as plain JSON.
        tree = json.loads(text)
        if not isinstance(timeline, otio.schema.Timeline) or _ours(tree).get("format") != FORMAT:
            raise Invalid(f"this timeline is not one that Cinema OS wrote as {FORMAT}; export the film again")
        try:
            return _film(tree)
        except (ValueError, LookupError, TypeError) as error:
            raise Invalid(f"the timeline's record of the film is damaged, export the film again: {error}") from error


def _of_film(film: FilmRecord) -> Json:
    """What belongs to no scene, shot, part or moment."""
    analysis = film.analysis.model_dump(mode="json", exclude={"parts", "moments"})
    marked = {"part": len(film.analysis.parts), "moment": len(film.analysis.moments)}
    return {
        "format": FORMAT,
        "marked": marked,
        **film.model_dump(mode="json", exclude={"scenes", "shots"}),
        "analysis": analysis,
    }


def _scene(film: FilmRecord, scene: SceneRecord) -> Any:
    span, fps = scene.span, film.outline.fps
    stack = otio.schema.Stack(
        name=f"{span.scene_id} {span.title}",
        source_range=_range(0, span.end_frame - span.start_frame, fps),
        metadata={_OURS: {**_plain(span), **scene.model_dump(mode="json", exclude={"span"})}},
    )
    track = otio.schema.Track(name=span.scene_id, kind=otio.schema.TrackKind.Video)
    track.extend([_shot(film, shot) for shot in film.shots_of(scene)])
    stack.append(track)
    return stack


def _shot(film: FilmRecord, shot: ShotRecord) -> Any:
    plan, fps = shot.plan, film.outline.fps
    window = _range(plan.start_frame, plan.frames, fps)
    told = {"version_id": shot.version_id, "tag": shot.chosen.tag, "versions": [_plain(each) for each in shot.versions]}
    clip = otio.schema.Clip(name=plan.shot_id, source_range=window, metadata={_OURS: {**_plain(plan), **told}})
    media = {
        version.version_id: otio.schema.ExternalReference(f"blob:{version.clip}", available_range=window)
        for version in shot.versions
    }
    clip.set_media_references({**media, FILM: _whole(film, FILM)}, FILM)
    return clip


def _sound(film: FilmRecord) -> Any:
    clip = otio.schema.Clip(
        name=film.outline.title, source_range=_range(0, film.outline.total_frames, film.outline.fps)
    )
    clip.set_media_references({"song": _whole(film, f"blob:{film.song}"), FILM: _whole(film, FILM)}, FILM)
    return clip


def _whole(film: FilmRecord, url: str) -> Any:
    return otio.schema.ExternalReference(url, available_range=_range(0, film.outline.total_frames, film.outline.fps))


def _mark(film: FilmRecord, picture: Any) -> None:
    """Every part becomes a marker on the scene, every moment one on the shot, in which it begins."""
    fps = film.outline.fps
    clips = [clip for stack in picture for clip in stack[0]]
    starts = [scene.span.start_frame for scene in film.scenes]
    for index, part in enumerate(film.analysis.parts):
        start, frames = _frames(film, part)
        home = bisect_right(starts, start) - 1
        where = _range(start - starts[home], frames, fps)
        picture[home].markers.append(_marker(index, part, part.label, "part", where))
    starts = [shot.plan.start_frame for shot in film.shots]
    for index, moment in enumerate(film.analysis.moments):
        start, frames = _frames(film, moment)
        kind = "sung" if moment.text else "instrumental"
        home = bisect_right(starts, start) - 1
        clips[home].markers.append(_marker(index, moment, moment.text, kind, _range(start, frames, fps)))


def _marker(index: int, heard: Part | Moment, text: str, kind: str, where: Any) -> Any:
    """A marker named by what it marks; a moment without words bears the note sign."""
    name = text or "♪"
    ours = {"kind": "part" if kind == "part" else "moment", "index": index, "heard": _plain(heard)}
    return otio.schema.Marker(name, where, color=_COLOUR[kind], comment=name, metadata={_OURS: ours})


def _frames(film: FilmRecord, heard: Part | Moment) -> tuple[int, int]:
    """First frame and length, at least one frame and begun within the film."""
    fps = film.outline.fps
    start = min(frame_at(heard.start_ms, fps), film.outline.total_frames - 1)
    return start, max(1, frame_at(heard.end_ms, fps) - start)


def _range(start: int, frames: int, fps: int) -> Any:
    return otio.opentime.TimeRange(otio.opentime.RationalTime(start, fps), otio.opentime.RationalTime(frames, fps))


def _film(tree: Json) -> FilmRecord:
    told = _ours(tree)
    stacks = _children(tree["tracks"])[0]
    clips = [clip for stack in _children(stacks) for track in _children(stack) for clip in _children(track)]
    marks = [_ours(marker) for item in (*_children(stacks), *clips) for marker in item.get("markers", ())]
    heard = {f"{kind}s": _heard(marks, kind, number) for kind, number in told["marked"].items()}
    record = {
        **{name: value for name, value in told.items() if name not in ("format", "marked")},
        "analysis": {**told["analysis"], **heard},
        "scenes": [_scene_record(stack) for stack in _children(stacks)],
        "shots": [_shot_record(clip) for clip in clips],
    }
    return FilmRecord.model_validate(record)


def _scene_record(stack: Json) -> Json:
    span, rest = _split(SceneSpan, _ours(stack))
    return {"span": span, **rest}


def _shot_record(clip: Json) -> Json:
    told, rest = _split(ShotPlan, _ours(clip))
    plan = ShotPlan.model_validate(told)
    window = clip["source_range"]
    start, frames = (window["start_time"]["value"], window["duration"]["value"]) if window else (0, 0)
    if (start, frames) != (plan.start_frame, plan.frames):
        raise Invalid(
            f"shot {plan.shot_id} was moved or trimmed: its clip shows {frames:g} frames of the film from {start:g}, "
            f"planned were {plan.frames} from {plan.start_frame}; bring such changes in as an edit of the shot"
        )
    return {"plan": plan, "version_id": rest.get("version_id"), "versions": rest.get("versions")}


def _split(model: type[Value], told: Json) -> tuple[Json, Json]:
    """The fields that belong to a model, and the others."""
    ours = {name: value for name, value in told.items() if name in model.model_fields}
    return ours, {name: value for name, value in told.items() if name not in ours}


def _heard(marks: Sequence[Json], kind: str, number: int) -> list[Json]:
    found = sorted((mark for mark in marks if mark.get("kind") == kind), key=lambda mark: int(mark["index"]))
    if [mark["index"] for mark in found] != list(range(number)):
        raise Invalid(f"the timeline has {len(found)} of the {number} markers of each {kind}: put the others back")
    return [mark["heard"] for mark in found]


def _plain(value: Value) -> Json:
    return value.model_dump(mode="json")


def _children(thing: Json) -> list[Json]:
    return list(thing.get("children", ()))


def _ours(thing: Json) -> Json:
    """Our metadata of a timeline object; empty when it bears none."""
    return dict(thing.get("metadata", {}).get(_OURS, {}))
