"""Files appear whole or not at all: written aside, synced, renamed, their folder synced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.kernel.errors import Unavailable


@contextmanager
def published(into: Path) -> Iterator[Path]:
    """A path beside `into` to write to; leaving without an error puts it in place, an error removes it.

    Whoever is killed on the way leaves what was there before. Raises Unavailable when the disk refuses.
    """
    part = into.with_name(into.name + ".part")
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        yield part
        _sync(part, os.O_RDWR)
        os.replace(part, into)
        _sync(into.parent, os.O_RDONLY)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(
            f"{into.name}: cannot be written to {into.parent} ({reason}); make room on the disk and try again"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
