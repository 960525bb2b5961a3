"""Words placed by the local aligner against words whose times are known."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from shared.adapters.listening.local import LocalListener
from shared.adapters.listening.words import LocalAligner
from shared.domain.analysis import Heard, LyricLine, Word
from shared.ports.listening import Pcm
from tests.unit.listening.made_songs import RATE, Band, lines_of, pcm, sample, steady, voice


@dataclass(frozen=True)
class Aligned:
    """A sample with what was heard and placed."""

    pcm: Pcm
    heard: Heard
    truth: dict[str, Any]
    lines: tuple[LyricLine, ...]
    words: tuple[Word, ...]

    def again(self, lines: tuple[LyricLine, ...]) -> tuple[Word, ...]:
        return LocalAligner().align(self.pcm, self.heard, lines, self.truth["language"])


@pytest.fixture(scope="module")
def aligned() -> dict[str, Aligned]:
    made = {}
    for name in ("en", "he"):
        sound, truth = sample(name)
        heard, lines = LocalListener().hear(sound), lines_of(truth)
        made[name] = Aligned(sound, heard, truth, lines, LocalAligner().align(sound, heard, lines, truth["language"]))
    return made


def promises_hold(words: tuple[Word, ...], lines: tuple[LyricLine, ...], duration_ms: int) -> None:
    assert [(w.line, w.text) for w in words] == [(i, t) for i, line in enumerate(lines) for t in line.words]
    starts = [w.start_ms for w in words]
    assert starts == sorted(starts)
    assert all(0 <= w.start_ms <= w.end_ms <= duration_ms for w in words)
    assert all(0 <= w.confidence <= 1 for w in words)


@pytest.mark.parametrize("name", ["en", "he"])
def test_pasted_words_of_a_sample_are_placed_where_they_are_sung(aligned: dict[str, Aligned], name: str) -> None:
    song = aligned[name]
    away = np.abs([w.start_ms - t["start_ms"] for w, t in zip(song.words, song.truth["words"], strict=True)])
    promises_hold(song.words, song.lines, song.heard.duration_ms)
    assert float(away.mean()) <= 200
    assert float((away <= 300).mean()) >= 0.75
    assert np.mean([w.confidence for w in song.words]) >= 0.5


def test_white_noise_places_every_word_without_trust(aligned: dict[str, Aligned]) -> None:
    lines = aligned["en"].lines
    sound = pcm(np.random.Generator(np.random.PCG64(1)).standard_normal(20 * RATE) * 0.2)
    heard = LocalListener().hear(sound)
    words = LocalAligner().align(sound, heard, lines, "en")
    promises_hold(words, lines, heard.duration_ms)
    assert max(w.confidence for w in words) <= 0.1


def test_a_song_without_voice_places_every_word_without_trust() -> None:
    sound = pcm(Band(steady(100, 20), 20).play())
    heard = LocalListener().hear(sound)
    lines = (LyricLine(text="nobody sings", words=("nobody", "sings")),)
    words = LocalAligner().align(sound, heard, lines, "en")
    promises_hold(words, lines, heard.duration_ms)
    assert max(w.confidence for w in words) <= 0.1


def test_far_too_many_or_too_few_words_are_not_trusted(aligned: dict[str, Aligned]) -> None:
    song = aligned["en"]
    for lines in (song.lines * 4, song.lines[:2]):
        words = song.again(lines)
        promises_hold(words, lines, song.heard.duration_ms)
        assert np.mean([w.confidence for w in words]) <= 0.25


def test_what_cannot_be_known_without_hearing_words_is_never_called_sure(aligned: dict[str, Aligned]) -> None:
    assert max(w.confidence for song in aligned.values() for w in song.words) <= 0.7


def test_timed_lines_keep_their_starts_and_are_refined_to_words(aligned: dict[str, Aligned]) -> None:
    song = aligned["en"]
    timed = tuple(
        line.model_copy(update={"start_ms": t["start_ms"], "end_ms": t["end_ms"]})
        for line, t in zip(song.lines, song.truth["lines"], strict=True)
    )
    words = song.again(timed)
    promises_hold(words, timed, song.heard.duration_ms)
    for i, line in enumerate(timed):
        inside = [w for w in words if w.line == i]
        assert (inside[0].start_ms, inside[0].confidence) == (line.start_ms, 1)
        assert inside[-1].end_ms <= (line.end_ms or 0)
    away = np.abs([w.start_ms - t["start_ms"] for w, t in zip(words, song.truth["words"], strict=True)])
    assert float(away.mean()) <= 200


def test_timed_words_are_kept_exactly(aligned: dict[str, Aligned]) -> None:
    song = aligned["he"]
    given = [[w["start_ms"] for w in song.truth["words"] if w["line"] == i] for i in range(len(song.lines))]
    timed = tuple(
        line.model_copy(update={"start_ms": starts[0], "word_starts_ms": tuple(starts)})
        for line, starts in zip(song.lines, given, strict=True)
    )
    words = song.again(timed)
    promises_hold(words, timed, song.heard.duration_ms)
    assert [w.start_ms for w in words] == [t for starts in given for t in starts]
    assert {w.confidence for w in words} == {1.0}


def test_a_line_with_a_time_holds_its_untimed_neighbours_apart(aligned: dict[str, Aligned]) -> None:
    song = aligned["en"]
    third = song.truth["lines"][3]["start_ms"]
    mixed = (*song.lines[:3], song.lines[3].model_copy(update={"start_ms": third}), *song.lines[4:])
    words = song.again(mixed)
    promises_hold(words, mixed, song.heard.duration_ms)
    assert next(w for w in words if w.line == 3).start_ms == third
    assert max(w.end_ms for w in words if w.line < 3) <= third


def test_a_voice_at_known_places_gets_its_words_there() -> None:
    beats = steady(110, 40)
    beat = 60 / 110
    lines, notes, true = [], [], []
    for line, first in enumerate((8, 16, 32, 40)):
        lengths = ((1, 1, 2), (1, 0.5, 0.5, 2))[line % 2]
        at = first * beat
        for length in lengths:
            notes.append((at, at + length * beat * 0.9, 220 * 2 ** ((len(notes) * 3 % 7) / 12)))
            true.append(at * 1000)
            at += length * beat
        words = ("la",) * len(lengths)
        lines.append(LyricLine(text=" ".join(words), words=words, stanza=line // 2))
    sound = pcm(Band(beats, 40).play() + voice(notes, 40))
    words = LocalAligner().align(sound, LocalListener().hear(sound), lines, "en")
    assert float(np.mean(np.abs(np.array([w.start_ms for w in words]) - true))) <= 200


@pytest.mark.parametrize("seconds", [0, 0.001, 1])
def test_more_words_than_sound_still_get_times_in_order(seconds: float) -> None:
    sound = pcm(np.zeros(int(seconds * RATE)))
    heard = LocalListener().hear(sound)
    lines = (LyricLine(text="la " * 30, words=("la",) * 30), LyricLine(text="", words=()))
    promises_hold(LocalAligner().align(sound, heard, lines, "en"), lines, heard.duration_ms)


def test_no_lines_give_no_words(aligned: dict[str, Aligned]) -> None:
    assert aligned["en"].again(()) == ()


def test_the_same_song_gives_the_same_words(aligned: dict[str, Aligned]) -> None:
    assert aligned["he"].again(aligned["he"].lines) == aligned["he"].words
