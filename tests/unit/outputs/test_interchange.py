"""Timelines for editing suites: exact, lossless, and honest about what was moved."""

import json
from collections.abc import Iterator

import opentimelineio as otio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.adapters.interchange.otio import OtioInterchange
from shared.domain.deliverable import FilmRecord
from shared.kernel.errors import Invalid
from tests.requirements import requirement
from tests.unit.outputs.films import FPS, film

TEXT = OtioInterchange().write(film())


@requirement("S0.29", "S0.44")
@pytest.mark.parametrize("language", ["en", "he"])
def test_a_timeline_reads_back_as_the_identical_film(language: str) -> None:
    record = film(language)
    text = OtioInterchange().write(record)
    assert OtioInterchange().read(text) == record
    assert OtioInterchange().write(OtioInterchange().read(text)) == text


def test_an_editing_suite_finds_every_shot_at_its_exact_frames_in_the_film() -> None:
    record = film()
    timeline = otio.core.deserialize_json_from_string(OtioInterchange().write(record))
    clips = list(timeline.find_clips())
    picture = [clip for clip in clips if clip.name.startswith("SC")]
    assert [clip.name for clip in picture] == [shot.plan.shot_id for shot in record.shots]
    for clip, shot in zip(picture, record.shots, strict=True):
        placed = clip.transformed_time_range(clip.trimmed_range(), timeline.tracks)
        assert (placed.start_time.value, placed.start_time.rate) == (shot.plan.start_frame, FPS)
        assert placed.duration.value == shot.plan.frames
        assert clip.source_range.start_time.value == shot.plan.start_frame
        assert clip.media_reference.target_url == "film.mp4"
    assert timeline.duration().value == record.outline.total_frames
    assert timeline.global_start_time.to_timecode() == "01:00:00:00"


def test_scenes_are_stacks_and_shots_carry_their_versions_words_and_reason() -> None:
    record = film("he")
    timeline = otio.core.deserialize_json_from_string(OtioInterchange().write(record))
    scenes = timeline.video_tracks()[0]
    assert [type(scene) for scene in scenes] == [otio.schema.Stack] * 4
    clip, shot = scenes[1][0][0], record.shots[2]
    ours = clip.metadata["cinema"]
    assert (ours["words"], ours["reason"], ours["tag"]) == (shot.plan.words, shot.plan.reason, shot.chosen.tag)
    assert (ours["shot_id"], ours["version_id"]) == (shot.plan.shot_id, "v2")
    assert [version["version_id"] for version in ours["versions"]] == ["v1", "v2"]
    assert set(clip.media_references()) == {"film.mp4", "v1", "v2"}


def test_parts_and_moments_are_markers_where_they_are_heard() -> None:
    record = film("he")
    timeline = otio.core.deserialize_json_from_string(OtioInterchange().write(record))
    scenes = timeline.video_tracks()[0]
    assert [marker.comment for scene in scenes for marker in scene.markers] == [
        part.label for part in record.analysis.parts
    ]
    markers = [marker for scene in scenes for clip in scene[0] for marker in clip.markers]
    assert [marker.marked_range.start_time.value for marker in markers] == [
        round(moment.start_ms * FPS / 1000) for moment in record.analysis.moments
    ]
    assert [marker.comment for marker in markers] == [moment.text or "♪" for moment in record.analysis.moments]
    assert {(marker.color, marker.comment == "♪") for marker in markers} == {("CYAN", True), ("GREEN", False)}


def test_the_song_lies_under_the_whole_film() -> None:
    record = film()
    timeline = otio.core.deserialize_json_from_string(OtioInterchange().write(record))
    song = timeline.audio_tracks()[0][0]
    assert song.source_range.duration == otio.opentime.RationalTime(record.outline.total_frames, FPS)
    assert song.media_references()["song"].target_url == f"blob:{record.song}"


def test_a_trimmed_clip_is_refused_by_name_and_frames() -> None:
    timeline = otio.core.deserialize_json_from_string(OtioInterchange().write(film()))
    clip = timeline.tracks[0][1][0][0]
    clip.source_range = otio.opentime.TimeRange(clip.source_range.start_time, otio.opentime.RationalTime(7, FPS))
    with pytest.raises(Invalid, match=r"SC02-SH01 was moved or trimmed: its clip shows 7 frames"):
        OtioInterchange().read(timeline.to_json_string())


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"a": 1}', '{"OTIO_SCHEMA": "Timeline.9"}', otio.schema.Timeline("theirs").to_json_string()],
)
def test_what_is_no_timeline_of_ours_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"not an OpenTimelineIO file|not one that Cinema OS wrote"):
        OtioInterchange().read(text)


def test_a_damaged_record_is_refused() -> None:
    tree = json.loads(TEXT)
    del tree["metadata"]["cinema"]["song"]
    with pytest.raises(Invalid, match="damaged"):
        OtioInterchange().read(json.dumps(tree))


def test_a_marker_that_was_deleted_is_missed() -> None:
    tree = json.loads(TEXT)
    tree["tracks"]["children"][0]["children"][3]["markers"].clear()
    with pytest.raises(Invalid, match="3 of the 4 markers of each part"):
        OtioInterchange().read(json.dumps(tree))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_torn_out_of_a_timeline_it_is_refused_or_still_the_identical_film(data: st.DataObject) -> None:
    tree = json.loads(TEXT)
    where = data.draw(st.sampled_from(tuple(places(tree))))
    node = tree
    for step in where[:-1]:
        node = node[step]
    del node[where[-1]]
    assert read_or_refused(json.dumps(tree)) in (film(), None)


def read_or_refused(text: str) -> FilmRecord | None:
    """The film of a timeline, or nothing when it is refused."""
    try:
        return OtioInterchange().read(text)
    except Invalid:
        return None


def places(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every object and field inside, but for the items of lists within our own metadata."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, each in inside:
        if isinstance(step, str) or "metadata" not in path:
            yield (*path, step)
        yield from places(each, (*path, step))


def test_a_timeline_that_another_program_saved_untouched_reads_back() -> None:
    saved = otio.core.deserialize_json_from_string(TEXT).to_json_string(indent=4)
    read = OtioInterchange().read(saved)
    assert (read.shots, read.scenes, read.outline) == (film().shots, film().scenes, film().outline)
    assert [moment.words for moment in read.analysis.moments] == [moment.words for moment in film().analysis.moments]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"shots": film().shots[1:]}, "starts at frame 58, expected 0"),
        ({"shots": film().shots[:-1]}, "the shots end at frame 403 of 461"),
        ({"shots": film().shots[:3] + film().shots[4:]}, "starts at frame 230, expected 173"),
        ({"scenes": film().scenes[1:]}, "not exactly those that the shots fill"),
        ({"scenes": film().scenes[::-1]}, "not exactly those that the shots fill"),
    ],
)
def test_a_film_with_a_hole_has_no_record(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        FilmRecord.model_validate({**dict(film()), **change})
