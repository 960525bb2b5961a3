"""Placing words on evidence: the best course through singing, onsets and beats, at a cost linear in the words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.floating]
FRAME_MS = 50
_LONGEST = 60
_NEVER = -1e12
_REACH = 90_000 // FRAME_MS
_ROUGH, _ROUGHEST = 10, 2400


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
    weighed: int = 0
    """How many pairs of a frame and a word, or a line, were looked at."""


@dataclass(frozen=True)
class _Column:
    """What is known of one word: its score for every frame it may start at, from `first` on."""

    first: int
    entered: Row
    costs: Row
    """Of being 1, 2, 3 ... frames long."""
    came: NDArray[np.int64] | None
    """Where the word ended, for every frame that a silence after it may last to."""


def place(evidence: Evidence, text: Text, manner: Manner) -> Placed:
    """The best placing: words of a line follow one another, lines may be apart, nothing overlaps.

    Exact up to three minutes. In a longer song the lines are placed on half seconds first, and each word is sought
    within 90 s of where its line went. With more words than frames they are spread evenly.
    """
    frames, count = len(evidence.sung) - 1, len(text.weights)
    if frames < 2 * count:
        return spread(frames, text.weights)
    if frames <= 2 * _REACH:
        return _search(evidence, text, manner, (np.zeros(count, np.int64), np.full(count, frames)))
    about, weighed = _about(evidence, text, manner)
    found = _search(evidence, text, manner, (np.maximum(about - _REACH, 0), np.minimum(about + _REACH, frames)))
    return replace(found, weighed=found.weighed + weighed)


def spread(frames: int, weights: Sequence[float]) -> Placed:
    """The words over all frames, each in proportion to its weight."""
    edges = np.concatenate([[0.0], np.cumsum(weights)])
    edges = np.floor(edges * (frames / max(edges[-1], 1e-9))).astype(np.int64)
    return Placed(edges[:-1], edges[1:], _NEVER)


def _about(evidence: Evidence, text: Text, manner: Manner) -> tuple[NDArray[np.int64], int]:
    """The frame near which each word begins, always later than the one before, and how many pairs that took.

    However long the song, its lines are placed on at most 2400 steps of at least half a second.
    """
    frames, count = len(evidence.sung) - 1, len(text.weights)
    step = max(_ROUGH, -(-frames // _ROUGHEST))
    steps = -(-frames // step)

    def stepped(series: Row) -> Row:
        return np.pad(series, (0, steps * step - frames)).reshape(steps, step)

    struck = stepped((evidence.word_start + evidence.line_start)[:-1]).max(axis=1)
    rough = Evidence(np.append(stepped(evidence.sung[:-1]).sum(axis=1), 0), np.append(struck, 0), np.zeros(steps + 1))
    first = np.flatnonzero([True, *text.opens[1:]])
    weights = np.add.reduceat(text.weights, first)
    whole = (True,) * len(first)
    manner = replace(manner, syllable_s=manner.syllable_s / step)
    lines = place(rough, Text(tuple(weights.tolist()), whole, whole, (0.0,) * len(first)), manner)
    before = np.cumsum(text.weights) - text.weights
    of = np.repeat(np.arange(len(first)), np.diff(np.append(first, count)))
    share = (before - before[first][of]) / weights[of]
    about = ((lines.starts[of] + share * (lines.ends - lines.starts)[of]) * step).astype(np.int64)
    order = np.arange(count)
    return np.minimum(np.maximum.accumulate(about - order) + order, frames - count + order), lines.weighed


def _search(evidence: Evidence, text: Text, manner: Manner, reach: tuple[Row, Row]) -> Placed:
    """The best placing with every word between its first and its last frame; neither of them ever decreases."""
    song = np.concatenate([[0.0], np.cumsum(evidence.sung[:-1])])
    columns: list[_Column] = []
    bounds = [(int(a), int(b)) for a, b in zip(*reach, strict=True)]
    arrived, opens = -song[bounds[0][0] : bounds[0][1] + 1], True
    for j, (first, last) in enumerate(bounds):
        inside = slice(first, last + 1)
        entered = arrived + evidence.word_start[inside] + (evidence.line_start[inside] if opens else 0.0)
        if manner.pinned and j == 0:
            entered[1:] = _NEVER
        entered -= song[inside]
        costs = _costs(text.weights[j], manner, text.closes[j])
        following, until = bounds[j + 1] if j + 1 < len(bounds) else (first, last)
        ended = np.append(_last(entered, costs) + song[inside], np.full(until - last, _NEVER))
        came, opens = None, text.closes[j]
        if opens and j + 1 < len(bounds):
            ended, came = _rest(ended, song[first : until + 1], text.pauses[j])
        columns.append(_Column(first, entered, costs, came))
        arrived = ended[following - first :]
    closing = arrived - (song[-1] - song[first : last + 1])
    best = int(closing.argmax())
    if closing[best] < _NEVER / 2:
        return spread(len(song) - 1, text.weights)
    return _trace(first + best, float(closing[best]), columns)


def _costs(weight: float, manner: Manner, closes: bool) -> Row:
    """What it costs a word to be 1, 2, 3 ... frames long."""
    wanted = np.log(weight * manner.syllable_s * 1000 / FRAME_MS)
    looseness = manner.looseness * (1.25 if closes else 1.0)
    longest = min(_LONGEST, int(np.exp(wanted) * 4) + 2)
    return np.asarray(0.5 * ((np.log(np.arange(1, longest + 1)) - wanted) / looseness) ** 2)


def _last(entered: Row, costs: Row) -> Row:
    """Best score of a word that ends at each frame, without its singing."""
    before = np.concatenate([np.full(len(costs), _NEVER), entered[:-1]])
    by_length = np.lib.stride_tricks.sliding_window_view(before, len(entered))[::-1]
    return np.asarray((by_length - costs[:, None]).max(axis=0))


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


def _trace(end: int, score: float, columns: list[_Column]) -> Placed:
    """The way back from the last word's end."""
    count = len(columns)
    starts, ends = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for j in range(count - 1, -1, -1):
        column = columns[j]
        if column.came is not None:
            end = column.first + int(column.came[end - column.first])
        ends[j] = end
        lengths = column.entered[: end - column.first][::-1][: len(column.costs)] - column.costs[: end - column.first]
        end -= 1 + int(lengths.argmax())
        starts[j] = end
    return Placed(starts, ends, score, sum(len(column.entered) for column in columns))
