"""What placing words costs, and what it finds when a song is long."""

import numpy as np
import pytest

from shared.adapters.listening.placing import FRAME_MS, Evidence, Manner, Text, place

_WORD, _LINE, _REST = 8, 6, 20  # frames per word, words per line, frames of silence after a line
_MINUTE = 60_000 // FRAME_MS


def song(minutes: float) -> tuple[Evidence, Text, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Lines of six words with a second of silence between them, and where their words begin."""
    lines = int(minutes * _MINUTE) // (_WORD * _LINE + _REST)
    words = np.arange(lines * _LINE)
    starts = words * _WORD + (words // _LINE) * _REST
    sung, struck, opened = (np.full(int(minutes * _MINUTE) + 1, level) for level in (-0.5, -0.5, 0.0))
    for start in starts:
        sung[start : start + _WORD] = 0.5
    struck[starts], opened[starts[::_LINE]] = 1.0, 1.0
    first, last = words % _LINE == 0, words % _LINE == _LINE - 1
    text = Text((1.0,) * len(words), tuple(first.tolist()), tuple(last.tolist()), tuple((0.5 * last).tolist()))
    return Evidence(sung, struck, opened), text, starts


def weighed(minutes: float) -> int:
    evidence, text, _ = song(minutes)
    return place(evidence, text, Manner(_WORD * FRAME_MS / 1000)).weighed


def test_the_work_of_placing_grows_no_faster_than_the_song() -> None:
    ten, fifteen, twenty = (weighed(minutes) for minutes in (10, 15, 20))
    assert twenty - fifteen == pytest.approx(fifteen - ten, rel=0.05)


@pytest.mark.parametrize("minutes", [2, 3, 4, 20])
def test_words_are_found_where_they_are_sung_however_long_the_song(minutes: int) -> None:
    evidence, text, starts = song(minutes)
    placed = place(evidence, text, Manner(_WORD * FRAME_MS / 1000))
    assert np.abs(placed.starts - starts).max() <= 1


def test_a_long_silence_in_a_long_song_loses_no_word() -> None:
    evidence, text, starts = song(10)
    moved = len(starts) // 2 // _LINE * _LINE
    silence = np.full(5 * _MINUTE, -0.5)
    at = int(starts[moved])
    series = (evidence.sung, evidence.word_start, evidence.line_start)
    longer = Evidence(
        *(
            np.concatenate([part[:at], level, part[at:]])
            for part, level in zip(series, (silence, silence, silence * 0), strict=True)
        )
    )
    placed = place(longer, text, Manner(_WORD * FRAME_MS / 1000))
    true = np.where(np.arange(len(starts)) < moved, starts, starts + len(silence))
    assert np.abs(placed.starts - true).max() <= 1


@pytest.mark.parametrize("words", [1, 40, 1900, 2399, 2401])
def test_any_number_of_words_is_placed_in_order_in_a_long_song(words: int) -> None:
    frames = 4 * _MINUTE
    empty = np.zeros(frames + 1)
    line_ends = tuple(i % 40 == 39 for i in range(words))
    text = Text((1.0,) * words, (True, *line_ends[:-1]), line_ends, (0.0,) * words)
    placed = place(Evidence(empty, empty, empty), text, Manner(0.3))
    assert (placed.starts[0] >= 0, placed.ends[-1] <= frames) == (True, True)
    assert (placed.starts < placed.ends).all()
    assert (placed.ends[:-1] <= placed.starts[1:]).all()
