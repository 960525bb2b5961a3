"""The local aligner: places given words by singing, syllables and beats, and says how far it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from shared.adapters.listening.cues import Syllables, Weights, evidence, syllables_in
from shared.adapters.listening.placing import FRAME_MS, Evidence, Manner, Placed, Row, Text, place
from shared.adapters.listening.trust import Signs, trust
from shared.domain.analysis import Heard, LyricLine, Word
from shared.domain.syllables import syllables
from shared.ports.listening import Pcm

_VARIANTS = (
    (1.0, Weights()),
    (0.85, Weights()),
    (1.18, Weights()),
    (1.0, Weights(onset=3.0, beat=0.7)),
    (1.0, Weights(onset=1.3, beat=1.6)),
    (1.0, Weights(sung=1.6, line=4.5)),
    (1.0, Weights(sung=0.6, line=1.5)),
)
_HELD = 0.7


@dataclass(frozen=True)
class _Ears:
    """All that was heard, as the aligner uses it."""

    heard: Heard
    beginnings: Syllables
    views: tuple[Evidence, ...]
    language: str


@dataclass(frozen=True)
class _Stretch:
    """Lines that are placed together between two moments; a line that came with its time stands alone."""

    first: int
    last: int
    start_ms: int
    end_ms: int
    timed: bool


class LocalAligner:
    """An Aligner without a model: where somebody sings and syllables begin, matched to counted syllables."""

    def align(self, pcm: Pcm, heard: Heard, lines: Sequence[LyricLine], language: str) -> tuple[Word, ...]:
        """One Word per word of the lines, in order; times the lines carry are kept with confidence 1."""
        if not any(line.words for line in lines):
            return ()
        beginnings = syllables_in(pcm)
        views = tuple(evidence(heard, beginnings, weights) for _, weights in _VARIANTS)
        ears = _Ears(heard, beginnings, views, language)
        words: list[Word] = []
        for stretch in _stretches(lines, heard.duration_ms):
            words += _words(lines, stretch, ears)
        return _ordered(words, heard.duration_ms)


def _stretches(lines: Sequence[LyricLine], duration_ms: int) -> list[_Stretch]:
    """Timed lines alone, runs of untimed ones together, each up to where the next one begins."""
    cut = [i for i, line in enumerate(lines) if i == 0 or _start(line) is not None or _start(lines[i - 1]) is not None]
    made: list[_Stretch] = []
    for first, last in pairwise([*cut, len(lines)]):
        start = _start(lines[first])
        following = next((t for t in map(_start, lines[last:]) if t is not None), duration_ms)
        begin = start if start is not None else (made[-1].end_ms if made else 0)
        given_end = lines[first].end_ms if start is not None else None
        end = min(duration_ms, given_end if given_end is not None else following)
        made.append(_Stretch(first, last, min(begin, duration_ms), max(begin, end), start is not None))
    return made


def _start(line: LyricLine) -> int | None:
    return line.word_starts_ms[0] if line.word_starts_ms else line.start_ms


def _words(lines: Sequence[LyricLine], stretch: _Stretch, ears: _Ears) -> list[Word]:
    part = lines[stretch.first : stretch.last]
    texts = [(stretch.first + i, word) for i, line in enumerate(part) for word in line.words]
    if not texts:
        return []
    if len(part[0].word_starts_ms) == len(texts) and stretch.timed:
        starts = list(part[0].word_starts_ms)
        ends = [*starts[1:], _sung_until(starts[-1], stretch.end_ms, ears.heard)]
        return [_word(i, t, (a, b), 1.0) for (i, t), a, b in zip(texts, starts, ends, strict=True)]
    starts_ms, ends_ms, sure = _placed(_text(part, ears.language), stretch, ears)
    if stretch.timed:
        starts_ms[0], sure[0] = stretch.start_ms, 1.0
    return [
        _word(i, t, (round(a), round(b)), round(float(c), 3))
        for (i, t), a, b, c in zip(texts, starts_ms, ends_ms, sure, strict=True)
    ]


def _text(lines: Sequence[LyricLine], language: str) -> Text:
    """What wants to be placed: last words of lines are held, stanzas breathe."""
    weights: list[float] = []
    opens: list[bool] = []
    pauses: list[float] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        apart = following is not None and (following.stanza, following.part) != (line.stanza, line.part)
        for place_in_line, word in enumerate(line.words):
            closes = place_in_line + 1 == len(line.words)
            weights.append(syllables(word, language) + (_HELD if closes else 0.0))
            opens.append(place_in_line == 0)
            pauses.append((1.5 if apart else 0.5) if closes else 0.0)
    return Text(tuple(weights), tuple(opens), (*opens[1:], True), tuple(pauses))


def _placed(text: Text, stretch: _Stretch, ears: _Ears) -> tuple[Row, Row, Row]:
    """Starts and ends in ms and the trust in each start."""
    first, last = stretch.start_ms // FRAME_MS, min(stretch.end_ms // FRAME_MS, len(ears.views[0].sung) - 1)
    views = [view.between(first, max(first, last)) for view in ears.views]
    sung_s = float((views[0].sung[:-1] > 0).sum()) * FRAME_MS / 1000
    span_s = len(views[0].sung) * FRAME_MS / 1000
    pace = float(np.clip((sung_s if sung_s > 0.1 * span_s else span_s) / sum(text.weights), 0.12, 0.6))
    tries = [
        place(view, text, Manner(pace * factor, pinned=stretch.timed))
        for (factor, _), view in zip(_VARIANTS, views, strict=True)
    ]
    chosen = _middle(tries)
    starts = _sharpened(stretch.start_ms + chosen.starts * float(FRAME_MS), ears)
    ends = np.minimum(stretch.start_ms + chosen.ends * float(FRAME_MS), stretch.end_ms)
    ends[:-1] = np.where(text.closes[:-1], np.minimum(ends[:-1], starts[1:]), starts[1:])
    signs = Signs(np.array([t.starts for t in tries]) * FRAME_MS / 1000, starts, ends, sung_s / sum(text.weights))
    return starts, np.maximum(ends, starts), trust(signs, ears.heard, ears.beginnings)


def _middle(tries: list[Placed]) -> Placed:
    """The try that is nearest to all others."""
    starts = np.array([t.starts for t in tries])
    centre = np.median(starts, axis=0)
    return tries[int(np.abs(starts - centre).mean(axis=1).argmin())]


def _sharpened(starts_ms: Row, ears: _Ears) -> Row:
    """Each start on the strongest syllable or beat within 60 ms of it."""
    offsets = np.arange(-60, 61, 10) / 1000
    at = starts_ms[:, None] / 1000 + offsets[None, :]
    strength = np.stack([ears.beginnings.near(column, 0.012) for column in at.T], axis=1)
    scored = strength - (offsets / 0.06) ** 2 * 0.15
    best = starts_ms + offsets[scored.argmax(axis=1)] * 1000
    return np.asarray(np.maximum.accumulate(np.clip(best, 0, ears.heard.duration_ms)))


def _sung_until(start_ms: int, end_ms: int, heard: Heard) -> int:
    """Where the singing that goes on at `start_ms` ends, at most at `end_ms`, and 200 ms on if there is room."""
    hop, vocals = heard.curves.hop_ms, heard.curves.vocals
    at = start_ms + 200
    while at < end_ms and at // hop < len(vocals) and vocals[at // hop] > 0.5:
        at += hop
    return max(start_ms, min(at, end_ms))


def _word(line: int, text: str, span: tuple[int, int], confidence: float) -> Word:
    return Word(text=text, line=line, start_ms=span[0], end_ms=max(span), confidence=confidence)


def _ordered(words: list[Word], duration_ms: int) -> tuple[Word, ...]:
    """The words with starts that never decrease and ends inside the song and not beyond the next start."""
    made: list[Word] = []
    low = 0
    for word, following in zip(words, [*words[1:], None], strict=True):
        start = min(max(word.start_ms, low), duration_ms)
        limit = max(start, min(duration_ms, following.start_ms if following else duration_ms))
        end = min(max(word.end_ms, start), limit)
        made.append(word.model_copy(update={"start_ms": start, "end_ms": end}))
        low = start
    return tuple(made)
