"""Which stretch of the song each scene tells, and what an agent may see of it."""

from bisect import bisect_left
from itertools import pairwise
from math import ceil, inf

from shared.domain.analysis import Analysis, Moment, Value
from shared.domain.shotlist import FilmOutline, SceneContext, SceneSpan
from shared.kernel.chance import Chance
from shared.kernel.errors import Invalid
from shared.kernel.timecode import frame_at

LONGEST_MS = 35_000
LEAST_MS = 2_500


class Stretch(Value):
    """A part of the song, or a piece of a very long one, before stretches are joined to scenes."""

    label: str
    part: int
    start_ms: int
    end_ms: int


def spans_of(analysis: Analysis, fps: int, chance: Chance) -> tuple[SceneSpan, ...]:
    """The scenes of a song: gapless in frames from 0 to frame_at(duration_ms), bounded by parts.

    Parts over 35 s are split where a line or a bar begins; parts too short for a scene of their own (under 12 s in a
    song of a minute or more, under a fifth of a shorter song) join a neighbour. Every scene has one seed of its own.
    Raises Invalid when the song is shorter than a frame.
    """
    total = frame_at(analysis.duration_ms, fps)
    if total < 1:
        raise Invalid(f"a song of {analysis.duration_ms} ms is shorter than a frame; bring a longer one")
    groups = _joined(_stretches(analysis), analysis.duration_ms)
    titles = _titles(groups)
    edges = [0, *(group[0].start_ms for group in groups[1:]), analysis.duration_ms]
    firsts = _firsts(analysis.moments, edges)
    return tuple(
        SceneSpan(
            scene_id=f"sc{at + 1:02d}",
            index=at,
            title=titles[at],
            start_frame=frame_at(edges[at], fps),
            end_frame=frame_at(edges[at + 1], fps),
            start_ms=edges[at],
            end_ms=edges[at + 1],
            first_moment=firsts[at],
            last_moment=firsts[at + 1] - 1,
            seed=chance.seed_for("scene", at),
        )
        for at in range(len(groups))
    )


def scene_context(analysis: Analysis, outline: FilmOutline, span: SceneSpan) -> SceneContext:
    """What the crew sees of a scene: its moments, its beats and how loud it is, nothing of other scenes' words."""
    moments = analysis.moments[span.first_moment : span.last_moment + 1]
    lasting = sum(moment.end_ms - moment.start_ms for moment in moments)
    loud = sum(moment.atmosphere.energy * (moment.end_ms - moment.start_ms) for moment in moments)
    beats = {beat for beat in analysis.beats_ms if span.start_ms <= beat <= span.end_ms}
    return SceneContext(
        outline=outline,
        span=span,
        moments=moments,
        beats_ms=tuple(sorted(beats | {span.start_ms, span.end_ms})),
        downbeats_ms=tuple(beat for beat in analysis.downbeats_ms if span.start_ms <= beat <= span.end_ms),
        key=analysis.key,
        energy=min(1.0, max(0.0, loud / lasting)) if lasting else 0.0,
    )


def _stretches(analysis: Analysis) -> list[Stretch]:
    """The parts, gapless from 0 to the end, the long ones in pieces."""
    parts = [(at, part) for at, part in enumerate(analysis.parts) if 0 <= part.start_ms < analysis.duration_ms]
    starts: list[tuple[int, int, str]] = []
    for at, part in sorted(parts, key=lambda found: (found[1].start_ms, found[0])):
        if not starts or part.start_ms - starts[-1][0] > 0:
            starts.append((part.start_ms if starts else 0, at, part.label))
    starts = starts or [(0, 0, "")]
    ends = [*(start for start, _, _ in starts[1:]), analysis.duration_ms]
    stretches: list[Stretch] = []
    for (start, part_at, label), end in zip(starts, ends, strict=True):
        edges = [start, *_splits(analysis, start, end), end]
        stretches += [Stretch(label=label, part=part_at, start_ms=a, end_ms=b) for a, b in pairwise(edges)]
    return stretches


def _splits(analysis: Analysis, start: int, end: int) -> list[int]:
    """Where a long stretch is cut into equal pieces of at most 35 s: at the nearest line, else bar, else beat."""
    pieces = ceil((end - start) / LONGEST_MS)
    lines = [m.start_ms for before, m in zip((None, *analysis.moments), analysis.moments, strict=False)
             if m.line is not None and (before is None or before.line != m.line)]  # fmt: skip
    found: list[int] = []
    for piece in range(1, pieces):
        wanted = start + (end - start) * piece // pieces
        reach = (end - start) // (3 * pieces)
        near = next(
            (fits for marks in (lines, analysis.downbeats_ms, analysis.beats_ms)
             if (fits := [mark for mark in marks if abs(mark - wanted) <= reach])),
            [wanted],
        )  # fmt: skip
        found.append(min(near, key=lambda mark: (abs(mark - wanted), mark)))
    return found


def _joined(stretches: list[Stretch], duration_ms: int) -> list[list[Stretch]]:
    """The cheapest way to join neighbours to scenes of a fitting length."""
    fitting = max(6_000, min(12_000, duration_ms // 5))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(stretches) + 1):
        options = []
        for start in range(max(0, end - 40), end):
            cost = best[start][0] + _cost(stretches[start:end], fitting)
            options.append((cost, start))
        best.append(min(options))
    groups: list[list[Stretch]] = []
    end = len(stretches)
    while end:
        start = best[end][1]
        groups.append(stretches[start:end])
        end = start
    return groups[::-1]


def _cost(group: list[Stretch], fitting: int) -> float:
    length = group[-1].end_ms - group[0].start_ms
    if length > LONGEST_MS and len(group) > 1:
        return inf if length > 1.5 * LONGEST_MS else 2 + length / LONGEST_MS
    short = max(0, fitting - length) / fitting
    joins = sum(_joint(before, after) for before, after in pairwise(group))
    return short**2 + joins + (20 if length < LEAST_MS else 0)


def _joint(before: Stretch, after: Stretch) -> float:
    if before.part == after.part:
        return 0.6
    if before.label.lower() == "intro" or after.label.lower() in ("outro", "coda"):
        return 0.02
    return 0.1 if before.label == after.label else 0.25


def _titles(groups: list[list[Stretch]]) -> list[str]:
    """The labels of a scene's parts; those that the song has more than once carry their number."""
    parts = list(dict.fromkeys((stretch.part, stretch.label) for group in groups for stretch in group))
    labels = [label for _, label in parts]
    names = {}
    for at, (part, label) in enumerate(parts):
        shown = (f"Part {label}" if len(label) == 1 else label[:1].upper() + label[1:]) or "Song"
        names[part] = f"{shown} {labels[: at + 1].count(label)}" if labels.count(label) > 1 else shown
    return [", ".join(dict.fromkeys(names[stretch.part] for stretch in group)) for group in groups]


def _firsts(moments: tuple[Moment, ...], edges: list[int]) -> list[int]:
    """The first moment of each scene, and the end: a moment belongs where its middle lies."""
    middles: list[int] = []
    for moment in moments:
        middles.append(max((moment.start_ms + moment.end_ms) // 2, middles[-1] if middles else 0))
    return [0, *(bisect_left(middles, edge) for edge in edges[1:-1]), len(moments)]
