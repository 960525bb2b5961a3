"""Placing words on evidence: the best course of words through singing, onsets and beats, found exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.floating]
FRAME_MS = 50
_LONGEST = 60
_NEVER = -1e12


@dataclass(frozen=True)
class Evidence:
    """What speaks for words at every frame of 50 ms; one more frame than the sound has, for the end."""

    sung: Row
    """Log odds of singing from frame to frame."""
    word_start: Row
    """Reward for a word that begins here."""
    line_start: Row
    """Further reward for a line that begins here."""

    def between(self, first: int, last: int) -> "Evidence":
        """The same from one frame to another, both included."""
        inside = slice(first, last + 1)
        return Evidence(self.sung[inside], self.word_start[inside], self.line_start[inside])


@dataclass(frozen=True)
class Text:
    """What is to be placed: how long each word wants to be in syllables, and which words open and close a line."""

    weights: tuple[float, ...]
    opens: tuple[bool, ...]
    closes: tuple[bool, ...]
    pauses: tuple[float, ...]
    """Reward for at least half a second of silence after the word."""


@dataclass(frozen=True)
class Manner:
    """How to weigh the evidence."""

    syllable_s: float
    looseness: float = 0.5
    pinned: bool = False
    """The first word begins with the first frame."""


@dataclass(frozen=True)
class Placed:
    """Frames where words start and end, and how good the whole is."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    score: float


def place(evidence: Evidence, text: Text, manner: Manner) -> Placed:
    """The best placing: words of a line follow one another, lines may be apart, nothing overlaps.

    With more words than frames they are spread evenly.
    """
    frames = len(evidence.sung) - 1
    if frames < 2 * len(text.weights):
        return spread(frames, text.weights)
    song = np.concatenate([[0.0], np.cumsum(evidence.sung[:-1])])
    entered = -song + evidence.word_start + evidence.line_start
    if manner.pinned:
        entered[1:] = _NEVER
    lengths: list[NDArray[np.int64]] = []
    gaps: list[NDArray[np.int64] | None] = []
    for j, weight in enumerate(text.weights):
        ended, length = _last(entered - song, weight, manner, text.closes[j])
        ended += song
        lengths.append(length)
        if j + 1 == len(text.weights):
            break
        if text.closes[j]:
            ended, came = _rest(ended, song, text.pauses[j])
            gaps.append(came)
            entered = ended + evidence.word_start + evidence.line_start
        else:
            gaps.append(None)
            entered = ended + evidence.word_start
    closing = ended - (song[-1] - song)
    return _trace(int(closing.argmax()), float(closing.max()), lengths, gaps)


def spread(frames: int, weights: Sequence[float]) -> Placed:
    """The words over all frames, each in proportion to its weight."""
    edges = np.concatenate([[0.0], np.cumsum(weights)])
    edges = np.floor(edges * (frames / max(edges[-1], 1e-9))).astype(np.int64)
    return Placed(edges[:-1], edges[1:], _NEVER)


def _last(entered: Row, weight: float, manner: Manner, closes: bool) -> tuple[Row, NDArray[np.int64]]:
    """Best score of a word that ends at each frame, without its singing, and how long it is then."""
    wanted = np.log(weight * manner.syllable_s * 1000 / FRAME_MS)
    looseness = manner.looseness * (1.25 if closes else 1.0)
    best, length = np.full(len(entered), _NEVER), np.ones(len(entered), np.int64)
    longest = min(_LONGEST, int(np.exp(wanted) * 4) + 2, len(entered) - 1)
    for frames in range(1, longest + 1):
        scored = entered[:-frames] - 0.5 * ((np.log(frames) - wanted) / looseness) ** 2
        better = scored > best[frames:]
        best[frames:][better] = scored[better]
        length[frames:][better] = frames
    return best, length


def _rest(ended: Row, song: Row, reward: float) -> tuple[Row, NDArray[np.int64]]:
    """Best score of silence up to each frame after a word that ended before, and where that word ended."""
    at = np.arange(len(ended))
    loose = ended + song
    top = np.maximum.accumulate(loose)
    came = np.maximum.accumulate(np.where(loose >= top, at, 0))
    half = 500 // FRAME_MS
    if reward and len(ended) > half:
        later, since = np.full(len(top), _NEVER), np.zeros(len(top), np.int64)
        later[half:], since[half:] = top[:-half] + reward, came[:-half]
        came, top = np.where(later > top, since, came), np.maximum(later, top)
    return top - song, came


def _trace(end: int, score: float, lengths: list[NDArray[np.int64]], gaps: list[NDArray[np.int64] | None]) -> Placed:
    count = len(lengths)
    starts, ends = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for j in range(count - 1, -1, -1):
        ends[j] = end
        starts[j] = end - lengths[j][end]
        end = int(starts[j])
        gap = gaps[j - 1] if j else None
        if gap is not None:
            end = int(gap[end])
    return Placed(starts, ends, score)
