"""The beats and bars of a song as a ruler: how many beats something lasts, and where bars begin."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from shared.domain.analysis import Heard

SILENT_BAR_MS = 2_000


@dataclass(frozen=True)
class Grid:
    """Beats and downbeats in ms. Beyond the first and last beat it goes on at the song's tempo."""

    beats_ms: tuple[int, ...]
    downbeats_ms: tuple[int, ...]
    beat_ms: float
    beats_per_bar: int

    @property
    def bar_ms(self) -> float:
        """How long a bar lasts at the song's tempo; two seconds when the song has none."""
        return self.beat_ms * self.beats_per_bar if self.beat_ms else SILENT_BAR_MS

    def beats_between(self, start_ms: int, end_ms: int) -> float:
        """How many beats lie between two times; 0 for a song without beats."""
        return self._position(self.beats_ms, end_ms, self.beat_ms) - self._position(
            self.beats_ms, start_ms, self.beat_ms
        )

    def bar_position(self, at_ms: int) -> float:
        """Where in its bar a time lies: 0 on the downbeat, below 1; 0 for a song without downbeats."""
        position = self._position(self.downbeats_ms, at_ms, self.bar_ms)
        return min(position % 1.0, 0.9999) if self.downbeats_ms else 0.0

    def downbeat_before(self, at_ms: int) -> int | None:
        """The last downbeat at or before a time, or None before the first."""
        place = bisect_right(self.downbeats_ms, at_ms)
        return self.downbeats_ms[place - 1] if place else None

    def bar_starts(self, start_ms: int, end_ms: int) -> tuple[int, ...]:
        """Where bars begin strictly inside a stretch: on its downbeats, at the song's tempo where there are none."""
        bars = self.downbeats_ms
        inside = bars[bisect_right(bars, start_ms) : bisect_left(bars, end_ms)]
        first, last = (inside[0], inside[-1]) if inside else (start_ms, start_ms)
        before = [round(first - bar * self.bar_ms) for bar in range(int((first - start_ms) / self.bar_ms), 0, -1)]
        after = [round(last + bar * self.bar_ms) for bar in range(1, int((end_ms - last) / self.bar_ms) + 1)]
        middle = [point for left, right in pairwise(inside) for point in self._even(left, right)]
        return tuple(at for at in (*before, *middle, *inside[-1:], *after) if start_ms < at < end_ms)

    def _even(self, left: int, right: int) -> list[int]:
        bars = max(1, round((right - left) / self.bar_ms))
        return [left + round((right - left) * bar / bars) for bar in range(bars)]

    @staticmethod
    def _position(marks: tuple[int, ...], at_ms: int, step_ms: float) -> float:
        """A time counted in marks from the first one."""
        if not marks or step_ms <= 0:
            return 0.0
        place = bisect_right(marks, at_ms) - 1
        if place < 0:
            return (at_ms - marks[0]) / step_ms
        if place >= len(marks) - 1:
            return len(marks) - 1 + (at_ms - marks[-1]) / step_ms
        width = marks[place + 1] - marks[place]
        return place + (at_ms - marks[place]) / width if width else float(place)


def grid_of(heard: Heard) -> Grid:
    """The ruler of a song as it was heard."""
    beat_ms = 60_000 / heard.tempo_bpm if heard.tempo_bpm > 0 else 0.0
    if not beat_ms and len(heard.beats_ms) > 1:
        beat_ms = (heard.beats_ms[-1] - heard.beats_ms[0]) / (len(heard.beats_ms) - 1)
    return Grid(heard.beats_ms, heard.downbeats_ms, beat_ms, max(1, heard.beats_per_bar))
