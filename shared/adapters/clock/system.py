"""The machine's own clock, and names from its randomness."""

import time
import uuid
from datetime import UTC, datetime


class SystemClock:
    """See Clock."""

    def now(self) -> datetime:
        """The present in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """A counter that never goes back."""
        return time.monotonic()

    def epoch(self) -> float:
        """Seconds since 1970: a clock that survives restarts."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class RandomIds:
    """See Ids."""

    def new(self) -> str:
        """A random UUID."""
        return str(uuid.uuid4())
