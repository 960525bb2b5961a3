"""The timeline strip of the report: where everything lies on the length of the film, as shares and SVG paths."""

from collections.abc import Iterable, Sequence

from pydantic import Field

from shared.domain.alignment_quality import SURE, TOO_FAST_WORDS_PER_SECOND, UNSURE
from shared.domain.analysis import LineQuality, Moment, Value
from shared.domain.deliverable import FilmRecord
from shared.ports.media import Peaks

_COLUMNS = 900


class Block(Value):
    """A stretch of the strip, in percent of its length."""

    left: float
    width: float
    text: str
    mark: str = Field(description="What kind it is, for its colour or its link.")


class Strip(Value):
    """Everything that is drawn; paths are as wide as the film has milliseconds and 100 high."""

    duration_ms: int
    wave: str
    energy: str
    beats: str
    downbeats: str
    ticks: tuple[Block, ...]
    parts: tuple[Block, ...]
    lines: tuple[Block, ...]
    gaps: tuple[Block, ...]
    shots: tuple[Block, ...]


def strip(film: FilmRecord, peaks: Peaks) -> Strip:
    """The strip of a film and the waveform of its song."""
    heard, length = film.analysis, film.analysis.duration_ms
    downbeats = frozenset(heard.downbeats_ms)
    return Strip(
        duration_ms=length,
        wave=_wave(peaks, length),
        energy=_energy(heard.moments),
        beats=_strokes(at for at in heard.beats_ms if at not in downbeats),
        downbeats=_strokes(heard.downbeats_ms),
        ticks=tuple(_block(at, at, length, f"{at // 60_000}:{at // 1000 % 60:02d}") for at in _ticks(length)),
        parts=tuple(_block(part.start_ms, part.end_ms, length, part.label) for part in heard.parts),
        lines=tuple(
            _block(line.start_ms, line.end_ms, length, line.text, grade(line)) for line in heard.alignment.lines
        ),
        gaps=tuple(_block(start, end, length) for start, end in heard.alignment.gaps_ms),
        shots=tuple(
            _block(shot.plan.start_ms, shot.plan.end_ms, length, shot.plan.words, shot.plan.shot_id)
            for shot in film.shots
        ),
    )


def grade(line: LineQuality) -> str:
    """How far to trust a line's times, by the limits of the alignment's own verdict: 'ok', 'doubt' or 'check'."""
    if line.confidence < UNSURE or line.words_per_second > TOO_FAST_WORDS_PER_SECOND:
        return "check"
    return "doubt" if line.confidence < SURE else "ok"


def _block(start_ms: int, end_ms: int, length_ms: int, text: str = "", mark: str = "") -> Block:
    left, width = (round(100 * ms / length_ms, 4) for ms in (start_ms, end_ms - start_ms))
    return Block(left=left, width=width, text=text, mark=mark)


def _ticks(length_ms: int) -> range:
    """About ten round moments."""
    step = next((each for each in (1, 2, 5, 10, 15, 30, 60, 120, 300) if each * 12_000 >= length_ms), 600)
    return range(0, length_ms, step * 1000)


def _wave(peaks: Peaks, length_ms: int) -> str:
    """One closed outline, highs forth and lows back, no more points than can be told apart; the loudest fills it."""
    joined = -(-len(peaks.highs) // _COLUMNS) or 1
    starts = range(0, len(peaks.highs), joined)
    loudest = max(1, max(peaks.highs, default=0), -min(peaks.lows, default=0))
    xs = [min(length_ms, at * peaks.bucket_ms) for at in starts]
    highs = [50 - max(peaks.highs[at : at + joined]) * 50 // loudest for at in starts]
    lows = [50 - min(peaks.lows[at : at + joined]) * 50 // loudest for at in starts]
    there, back = _points(xs, highs), _points(xs[::-1], lows[::-1])
    return f"M{there}L{back}Z" if xs else ""


def _energy(moments: Sequence[Moment]) -> str:
    return "".join(
        f"M{moment.start_ms} {100 - round(96 * moment.atmosphere.energy)}H{moment.end_ms}V100H{moment.start_ms}Z"
        for moment in moments
    )


def _strokes(at_ms: Iterable[int]) -> str:
    return "".join(f"M{at} 0V100" for at in at_ms)


def _points(xs: Sequence[int], ys: Sequence[int]) -> str:
    return "L".join(f"{x} {y}" for x, y in zip(xs, ys, strict=True))
