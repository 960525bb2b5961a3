"""Whatever stops the making of a film, the same command goes on from there and the film is the same."""

import random
import signal
import subprocess
from collections import Counter
from contextlib import suppress

import pytest

from services.local.past import compare
from tests.e2e.films import (
    blobs_of,
    broken_blobs,
    cinema,
    ended,
    events_of,
    facts,
    opened,
    remains,
    same_bytes,
    start,
    until,
)
from tests.requirements import requirement

KILLS = 10
ONCE = ("ShotDrafted", "ShotImageReady", "ShotApproved", "ShotClipReady", "ShotConformed", "ShotRendered", "AssetReady")


@pytest.fixture
def words(short_film, tmp_path):
    """The command of the short film, for another output folder."""
    return (*short_film.words[:-1], str(tmp_path / "out"))


def is_the_uninterrupted_film(data, out, whole):
    """Compare all that is left of a film with one that was never interrupted."""
    events = events_of(data)
    versions = Counter(event.stream for event in events)
    assert all(max(e.version for e in events if e.stream == stream) == n for stream, n in versions.items())
    effects = Counter((event.type, event.stream) for event in events)
    assert {key: n for key, n in effects.items() if key[0] in ONCE and n != 1} == {}
    assert facts(events) == facts(whole.events)
    assert same_bytes(out / "film.mp4", whole.film)
    assert broken_blobs(data) == []
    assert len(blobs_of(data)) == len(blobs_of(whole.data))
    assert remains(data) == []
    with opened(data) as made:
        store = made.studio.store
        assert [compare(store, project, made.settings).different for project in store.projects()] == [()]
        assert (made.studio.queue.waiting(), list(made.studio.queue.dead())) == (0, [])


def go_on(process, seconds):
    """Let it go on a little, so that it is not always met just after an event."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


@requirement("B.02")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_film_killed_at_ten_random_points_is_finished_as_if_nothing_had_happened(short_film, words, tmp_path, seed):
    chance = random.Random(seed)
    data, moments = tmp_path / "data", sorted(chance.sample(range(1, len(short_film.events) - 4), KILLS))
    codes = []
    for moment in moments:
        process = start(data, *words)
        until(process, data, moment)
        go_on(process, chance.uniform(0, 0.2))
        process.kill()
        codes.append(ended(process).code)
    assert codes.count(-signal.SIGKILL) >= KILLS - 2
    said = cinema(data, *words)
    assert said.code == 0, said.err
    is_the_uninterrupted_film(data, tmp_path / "out", short_film)


@requirement("B.02")
def test_an_interruption_by_the_person_is_answered_with_how_to_go_on(short_film, words, tmp_path):
    data = tmp_path / "data"
    process = start(data, *words)
    until(process, data, len(short_film.events) // 2)
    process.send_signal(signal.SIGINT)
    said = ended(process)
    assert said.code == 130
    assert said.err.strip() == "cinema: stopped; run the same command again and it goes on from here"
    assert "film:" not in said.out
    assert remains(data) == []
    said = cinema(data, *words)
    assert said.code == 0, said.err
    is_the_uninterrupted_film(data, tmp_path / "out", short_film)


def test_a_second_maker_on_the_same_folder_is_told_and_disturbs_nothing(short_film, words, tmp_path):
    data = tmp_path / "data"
    process = start(data, *words)
    until(process, data, 10)
    second = cinema(data, *words)
    assert second.code == 1
    assert second.err.strip() == f"cinema: another cinema is working in {data}; wait for it or set CINEMA_DATA"
    first = ended(process)
    assert first.code == 0, first.err
    is_the_uninterrupted_film(data, tmp_path / "out", short_film)
