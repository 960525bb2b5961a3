"""The small laws that everything rests on."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kernel import events
from shared.kernel.chance import Chance
from shared.kernel.events import Actor, Event, Recorded, read_fact, upcast
from shared.kernel.timecode import clock_of, frame_at, ms_at
from tests.requirements import requirement


@given(st.integers(0, 10**7), st.sampled_from([24, 25, 30]))
def test_a_frame_boundary_is_never_more_than_half_a_frame_from_its_moment(ms, fps):
    assert abs(frame_at(ms, fps) * 1000 - ms * fps) * 2 <= 1000


@given(st.integers(0, 10**6), st.sampled_from([24, 25, 30]))
def test_a_frame_is_found_again_from_its_millisecond(frame, fps):
    assert frame_at(ms_at(frame, fps), fps) == frame


@given(st.lists(st.integers(1, 9000), min_size=1, max_size=300))
def test_durations_rounded_from_the_start_never_drift(durations):
    at, frames = 0, 0
    for duration in durations:
        frames += frame_at(at + duration, 24) - frame_at(at, 24)
        at += duration
    assert frames == frame_at(at, 24)


def test_a_moment_reads_as_people_write_it():
    assert clock_of(62_345) == "1:02.345"


def test_choices_depend_on_the_seed_and_the_names_alone():
    assert Chance(7).pick("abcdef", "x", 1) == Chance(7).pick("abcdef", "x", 1)
    assert Chance(7).seed_for("scene") != Chance(8).seed_for("scene")
    assert [Chance(1).number(n) for n in range(3)] == [Chance(1).number(n) for n in (0, 1, 2)]


@given(st.integers(0, 2**31), st.text())
def test_seeds_fit_what_image_models_accept(seed, name):
    assert 0 <= Chance(seed).seed_for(name) < 2**31
    assert 0 <= Chance(seed).number(name) < 1


def test_two_events_cannot_share_a_name():
    body = {"__module__": __name__, "__qualname__": "Taken"}
    type("Taken", (Event,), dict(body))
    try:
        with pytest.raises(TypeError, match="two events are called Taken"):
            type("Taken", (Event,), dict(body))
    finally:
        del Event.types["Taken"]


def test_a_payload_of_the_past_is_lifted_step_by_step_to_the_shape_of_today():
    class Renamed(Event):
        """A fact whose field changed twice."""

        schema_version = 3
        name: str

    upcast("Renamed", 1)(lambda old: {"label": old["title"]})
    upcast("Renamed", 2)(lambda old: {"name": old["label"].upper()})
    try:
        assert read_fact("Renamed", 1, '{"title":"boats"}').name == "BOATS"
        assert read_fact("Renamed", 3, '{"name":"Boats"}').name == "Boats"
    finally:
        del Event.types["Renamed"]


@requirement("S3.38")
def test_the_envelope_survives_the_wire_and_carries_what_the_seed_asks():
    recorded = Recorded(
        "film", "scene/sc01", 3, "SceneApproved", 1, events.canonical({"by": "עדה", "version": 1, "standing": True}),
        Actor(kind="human", id="ada"), "request-1", datetime(2026, 1, 1, 12, 0, 0, 5, tzinfo=UTC),
    )  # fmt: skip
    assert Recorded.from_wire(recorded.to_wire()) == recorded
    assert (recorded.id, recorded.subject) == ("film/scene/sc01~00000003", "sc01")
    assert '"at":"2026-01-01T12:00:00.000005+00:00"' in recorded.to_wire()
