"""The main job, end to end: a song and its lyrics become a film that keeps every promise about time and order."""

import json
import subprocess
import sys
from itertools import pairwise

import jsonschema
import numpy as np
import pytest

from services.stitcher.analysis_file import schema
from shared.domain.deliverable import DELIVERABLES
from shared.domain.lyrics import read_lyrics
from shared.kernel.timecode import frame_at
from tests.e2e.conftest import SAMPLE_FILMS
from tests.e2e.films import NO_EGRESS, RATE, ROOT, SAMPLES, remains, sound_of
from tests.requirements import requirement

NAMES = tuple(SAMPLE_FILMS)
FPS = 24


@pytest.fixture(params=NAMES)
def made(request, sample_film):
    """The film of each sample."""
    return sample_film(request.param)


@requirement("B.01", "B.02", "S1.33", "S2.03", "F10")
def test_one_command_leaves_the_film_and_all_that_belongs_to_it(made):
    assert sorted(path.name for path in made.out.iterdir()) == sorted(DELIVERABLES)
    assert all(path.stat().st_size > 100 for path in made.out.iterdir())
    assert remains(made.data) == []


def test_the_command_tells_every_stage_and_ends_with_where_the_film_is(made):
    lines = made.said.out.splitlines()
    assert lines[-1] == f"film: {made.film}"
    for stage in ("ingest", "audio analysis", "scenes", "assets", "images", "clips"):
        told = [line.split() for line in lines if line.startswith(f"  {stage} ")]
        done, total = told[-1][len(stage.split()) :][0:3:2]
        assert done == total, f"{stage} ended at {done} of {total}"
    assert made.said.err == ""


@requirement("S1.37")
def test_the_analysis_is_a_table_that_fits_its_published_schema(made):
    published = json.loads((ROOT / "docs/schemas/analysis.v1.json").read_text(encoding="utf-8"))
    assert published == json.loads(schema())
    jsonschema.Draft202012Validator(published).validate(made.analysis)
    for each in (*made.analysis["parts"], *made.analysis["moments"]):
        assert each["rhythm"]["beats"] > 0
        assert 0 <= each["atmosphere"]["energy"] <= 1
        assert 2 <= len(each["atmosphere"]["words"]) <= 3


@requirement("F12", "S1.04", "S3.22")
def test_the_film_is_as_long_as_the_song_to_a_frame(made):
    song_frames = len(sound_of(made.song)) / RATE * FPS
    assert abs(len(made.pictures) - song_frames) <= 1
    assert abs(len(sound_of(made.film)) / RATE * FPS - song_frames) <= 1


@requirement("S1.04", "F12")
def test_the_song_sounds_in_the_film_where_it_sounds_in_the_file(made):
    song, film = sound_of(made.song), sound_of(made.film)
    for begin_s in (8, 30):
        piece = song[begin_s * RATE : (begin_s + 3) * RATE]
        reach = RATE // 10
        around = film[begin_s * RATE - reach : (begin_s + 3) * RATE + reach]
        size = 1 << (len(around) + len(piece)).bit_length()
        likeness = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(piece, size)), size)
        late = int(np.argmax(likeness[: 2 * reach])) - reach
        assert abs(late) <= RATE // 1000, f"at {begin_s} s the sound is {late / RATE * 1000:.1f} ms late"


@requirement("F12", "S1.40")
def test_shots_fill_the_film_to_the_frame_and_scenes_fall_on_shots(made):
    edges = [(int(shot["start_frame"]), int(shot["end_frame"])) for shot in made.shots]
    assert edges[0][0] == 0
    assert edges[-1][1] == len(made.pictures)
    assert all(before[1] == after[0] for before, after in pairwise(edges))
    assert all(begin < end for begin, end in edges)
    spans = [e.event.span for e in made.events if e.type == "SceneCreated"]
    assert [spans[0].start_frame, spans[-1].end_frame] == [0, len(made.pictures)]
    assert all(before.end_frame == after.start_frame for before, after in pairwise(spans))
    assert {span.start_frame for span in spans} <= {begin for begin, _ in edges}


@requirement("S1.34")
def test_every_shot_begins_on_a_beat_or_on_a_moment(made):
    analysis = made.analysis
    places = [*analysis["beats_ms"], *(moment["start_ms"] for moment in analysis["moments"]), 0]
    on = np.array([frame_at(ms, FPS) for ms in places])
    away = {shot["shot"]: int(np.abs(on - int(shot["start_frame"])).min()) for shot in made.shots}
    assert max(away.values()) <= 1, away


def test_every_planned_cut_is_seen_in_the_film_and_no_other(made):
    change = np.abs(np.diff(made.pictures, axis=0)).mean(axis=(1, 2))
    planned = [int(shot["start_frame"]) for shot in made.shots][1:]
    calm = np.delete(change, [frame - 1 for frame in planned])
    seen = {frame: round(float(change[frame - 1]), 1) for frame in planned}
    assert min(seen.values()) > 2 * calm.max(), (seen, calm.max())


@requirement("S1.34")
def test_tempo_beats_and_parts_are_heard_where_they_are(made):
    analysis, truth = made.analysis, made.truth
    beats = np.array(analysis["beats_ms"])
    away = np.array([np.abs(beats - beat).min() for beat in truth["beats_ms"]])
    assert abs(analysis["tempo_bpm"] - truth["bpm"]) <= 1
    assert float((away <= 70).mean()) >= 0.95
    edges = np.array([part["start_ms"] for part in analysis["parts"]])
    assert all(np.abs(edges - section["start_ms"]).min() <= 500 for section in truth["sections"])


@requirement("S1.35")
def test_the_parts_of_the_song_are_those_of_the_lyrics_in_their_order(made):
    heard = [part["label"].lower() for part in made.analysis["parts"]]
    if made.truth["language"] == "en":
        assert heard == [section["label"] for section in made.truth["sections"]]
    assert len(heard) == len(made.truth["sections"])
    edges = [(part["start_ms"], part["end_ms"]) for part in made.analysis["parts"]]
    assert [edges[0][0], edges[-1][1]] == [0, made.analysis["duration_ms"]]
    assert all(before[1] == after[0] for before, after in pairwise(edges))


def words_of(analysis):
    """Every word in the order of its singing."""
    return [word for moment in analysis["moments"] for word in moment["words"]]


@pytest.mark.parametrize(("name", "mean_ms"), [("en", 200), ("he", 200), ("he timed", 10)])
def test_words_are_those_of_the_lyrics_in_order_and_near_where_they_are_sung(sample_film, name, mean_ms):
    made = sample_film(name)
    path = SAMPLES / SAMPLE_FILMS[name][1]
    written = [word for line in read_lyrics(path.read_bytes(), path.name).lines for word in line.words]
    words = words_of(made.analysis)
    assert [word["text"] for word in words] == written
    away = [abs(w["start_ms"] - t["start_ms"]) for w, t in zip(words, made.truth["words"], strict=True)]
    assert np.mean(away) <= mean_ms
    assert made.analysis["alignment"]["verdict"] == ("given" if name == "he timed" else "good")


def test_the_same_command_again_changes_nothing_and_gives_the_same_film(made):
    film, before = made.film.read_bytes(), [(e.id, e.payload) for e in made.events]
    made.film.unlink()
    said = made.again()
    assert said.code == 0, said.err
    assert said.out.splitlines()[-1] == f"film: {made.film}"
    assert made.film.read_bytes() == film
    again = type(made)(made.song, made.data, made.out, made.words, said, made.truth)
    assert [(e.id, e.payload) for e in again.events] == before


@requirement("S2.03", "F10")
def test_a_studio_that_reached_for_the_network_would_be_caught():
    program = NO_EGRESS + "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "somebody reached for the network" in done.stderr
