"""Two makers on one data folder would do the same work twice: the second one is told so."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.kernel.errors import Unavailable


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the folder for as long as the work takes; the lock dies with the process."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        handle = (data / "lock").open("w", encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            f"the data folder {data} cannot be used: {error.strerror}; set CINEMA_DATA to one that can be written to"
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Unavailable(f"another cinema is working in {data}; wait for it or set CINEMA_DATA") from error
        yield
