"""When the picture changes: on the words and the beats, as often as the music asks."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, log, sqrt
from statistics import median

from shared.domain.grammar import LEAST_MS, MOST_MS
from shared.domain.shotlist import SceneContext
from shared.kernel.timecode import frame_at

NEAR_MS = 60
"""A word this near to a beat is sung on it."""
DROUGHT_MS = 6_000
"""Where the music gives neither word nor beat for longer, cuts may lie at equal distances in between."""
CALM_MS, INTENSE_MS = 4_400, 1_650
HASTY_MS, LONG_SCENE_MS = 2_600, 16_000
"""Below that length nothing is calm; a scene from that length on has time for long looks."""
UNREACHED = inf
CHORUSES = ("chorus", "refrain", "hook", "פזמון", "estribillo", "coro", "kehrreim")
CHORUS_HASTE = 0.75
"""A chorus is cut faster than its loudness alone would ask."""


@dataclass(frozen=True)
class Mark:
    """An instant where a cut may lie, and how much one would rather not cut there."""

    ms: int
    frame: int
    price: float


def shot_length(energy: float, tempo_bpm: float) -> float:
    """The length in ms that the music asks for: 4.4 s when calm to 1.65 s when intense, shorter in a fast song."""
    pace = max(0.85, min(1.2, sqrt(100 / tempo_bpm))) if tempo_bpm > 0 else 1.0
    return pace * CALM_MS * exp(max(0.0, min(1.0, energy)) * log(INTENSE_MS / CALM_MS))


def cuts(context: SceneContext) -> tuple[int, ...]:
    """The boundaries of a scene's shots in ms, both ends included.

    Every inner one is the start of a moment or a beat; no shot is under 20 frames at 24 fps, none over 8 s where the
    music offers a place to cut. The cheapest sequence wins: lengths near shot_length, cuts where words begin on beats.
    """
    marks = marks_of(context)
    lengths = _Lengths(context)
    least = -(-LEAST_MS * context.outline.fps // 1000)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(marks)):
        recent = bisect_left(marks, marks[end].ms - 2 * MOST_MS, key=lambda mark: mark.ms)
        options = [
            (best[start][0] + _price(marks[start], marks[end], lengths), start)
            for start in dict.fromkeys((0, *range(recent, end)))
            if marks[end].frame - marks[start].frame >= least and best[start][0] < UNREACHED
        ]
        best.append(min(options, default=(UNREACHED, 0)))
    chain = [len(marks) - 1]
    while chain[-1] > 0:
        chain.append(best[chain[-1]][1])
    return tuple(marks[at].ms for at in reversed(chain))


def sung_at_once(context: SceneContext) -> bool:
    """Words begin with the scene, so the place must be established in a short first shot, cut on a beat."""
    return bool(context.moments and context.moments[0].words) and (
        context.moments[0].start_ms - context.span.start_ms < 500
    )


def tempo_of(context: SceneContext) -> float:
    """The scene's tempo in beats per minute from its own beats; 0 when it has none."""
    gaps = [after - before for before, after in pairwise(context.beats_ms) if after > before]
    return 60_000 / median(gaps) if len(gaps) > 2 else 0.0


def marks_of(context: SceneContext) -> tuple[Mark, ...]:
    """Where the scene may be cut: its ends, moments, beats; in a drought of more than 6 s also in between."""
    span, prices = context.span, _prices(context)
    inner = {ms: price for ms, price in prices.items() if span.start_ms < ms < span.end_ms}
    edges = [span.start_ms, *sorted(inner), span.end_ms]
    for before, after in pairwise(edges):
        pieces = -(-(after - before) // DROUGHT_MS)
        for piece in range(1, pieces):
            inner[before + (after - before) * piece // pieces] = 1.0
    fps = context.outline.fps
    marks = [Mark(ms, frame_at(ms, fps), price) for ms, price in sorted(inner.items())]
    inside = [mark for mark in marks if span.start_frame < mark.frame < span.end_frame]
    return (Mark(span.start_ms, span.start_frame, 0.0), *inside, Mark(span.end_ms, span.end_frame, 0.0))


def _prices(context: SceneContext) -> dict[int, float]:
    """Beats inside a moment cost most, words on beats nothing; a new line, a new part are wanted."""
    opening = context.moments[0] if sung_at_once(context) else None
    prices: dict[int, float] = {}
    for beat in context.beats_ms:
        prices[beat] = 0.35 if beat in context.downbeats_ms else 0.5
        if opening is not None and beat < opening.end_ms:
            prices[beat] = 0.05
    before = None
    for moment in context.moments:
        on_beat = any(abs(beat - moment.start_ms) <= NEAR_MS for beat in context.beats_ms)
        price = 0.0 if on_beat else 0.15
        if before is not None and moment.part != before.part:
            price -= 1.5
        elif before is not None and moment.line != before.line:
            price -= 0.35
        prices[moment.start_ms] = min(price, prices.get(moment.start_ms, price))
        before = moment
    return prices


def _held(length: float, long: bool) -> float:
    """Without words a calm picture of a long scene may be looked at for longer: up to 1.6 times as long."""
    calm = max(0.0, min(1.0, (length - HASTY_MS) / (CALM_MS - HASTY_MS)))
    return length * (1 + 0.6 * calm) if long else length


class _Lengths:
    """How long a shot should be that begins at a given time."""

    def __init__(self, context: SceneContext) -> None:
        self.starts = [moment.start_ms for moment in context.moments]
        tempo = tempo_of(context)
        haste = CHORUS_HASTE if any(name in context.span.title.lower() for name in CHORUSES) else 1.0
        unsung = not any(moment.words for moment in context.moments)
        long = unsung and context.span.end_ms - context.span.start_ms >= LONG_SCENE_MS
        self.wanted = [haste * _held(shot_length(m.atmosphere.energy, tempo), long) for m in context.moments]
        self.scene = haste * _held(shot_length(context.energy, tempo), long)
        self.opening = context.span.start_ms if sung_at_once(context) else -1

    def at(self, ms: int) -> float:
        """The length wanted there."""
        index = bisect_left(self.starts, ms + 1) - 1
        wanted = self.wanted[index] if 0 <= index < len(self.wanted) else self.scene
        return wanted * 0.6 if ms == self.opening else wanted


def _price(start: Mark, end: Mark, lengths: _Lengths) -> float:
    length = end.ms - start.ms
    over = 20 + length / 1000 if length > MOST_MS else 0
    return 4 * log(length / lengths.at(start.ms)) ** 2 + end.price + over
