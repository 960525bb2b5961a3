"""How far a film is, told on a terminal or into a log, with the time that is left."""

from collections.abc import Callable
from dataclasses import dataclass, field

from shared.actions.films import Progress

WEIGHTS = {"ingest": 2.0, "audio analysis": 3.0, "scenes": 0.1, "assets": 1.0, "images": 2.0, "clips": 3.0}
"""Rough seconds per piece, only for estimating what is left."""


@dataclass
class Display:
    """Prints a line whenever a stage has moved."""

    write: Callable[[str], None]
    seconds: Callable[[], float]
    _begun: float | None = None
    _at_start: float = 0.0
    _last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def tell(self, progress: Progress) -> None:
        """Print what has moved since the last time."""
        done = sum(WEIGHTS[s.name] * s.done for s in progress.stages)
        if self._begun is None:
            self._begun, self._at_start = self.seconds(), done
        for stage in progress.stages:
            now = (stage.done, stage.total)
            if stage.total and stage.done and self._last.get(stage.name) != now:
                self._last[stage.name] = now
                self.write(f"  {stage.name:<15}{stage.done:>4} of {stage.total}{self._left(progress, done)}")

    def _left(self, progress: Progress, done: float) -> str:
        """The time left at the pace of this run; nothing while the number of shots is not known."""
        assert self._begun is not None
        pieces = {s.name: s for s in progress.stages}
        if not pieces["clips"].total or done <= self._at_start:
            return ""
        open_ = sum(WEIGHTS[s.name] * (s.total - s.done) for s in progress.stages)
        left = (self.seconds() - self._begun) / (done - self._at_start) * open_
        return f"   about {round(left)} s left" if left >= 1 else ""
