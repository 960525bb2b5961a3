"""Time and names that were not there before. A simulation owns them by filling these ports."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is, and waiting."""

    def now(self) -> datetime:
        """The present in UTC, to the microsecond."""

    def seconds(self) -> float:
        """A counter of seconds that never goes back, for measuring how long something took."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class Ids(Protocol):
    """Names for new things."""

    def new(self) -> str:
        """A name that nobody has: letters, digits and hyphens."""
