"""A dissolve between two shots, as a small segment of its own, so that both shots can still be copied."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from shared.adapters.media.reel import Film, expose
from shared.adapters.media.segment import PIXELS
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame


def dissolve(before: Path, after: Path, frames: int, frame: Frame, into: Path) -> None:
    """Write a segment in which the last frames of one segment become the first frames of another, evenly.

    Frame i is (i + 1) / (frames + 1) of `after`, so that the shot before it and the one behind it are not repeated.
    Raises MediaFault when one of them has fewer frames or does not decode, Unavailable when the disk is full.
    """
    tail, head = _films(before, -frames), _films(after, frames)
    expose(_mixed(tail, head, frames), frame, into)


def _mixed(tail: Iterator[Film], head: Iterator[Film], frames: int) -> Iterator[Film]:
    for number, (old, new) in enumerate(zip(tail, head, strict=True), 1):
        share = np.uint32(round(65536 * number / (frames + 1)))
        yield ((old * (65536 - share) + new * share + 32768) >> 16).astype(np.uint8)


def _films(path: Path, count: int) -> Iterator[Film]:
    """The first frames of a segment, or the last ones when the count is negative."""
    try:
        with av.open(str(path), "r", format="mp4") as container:
            stream = container.streams.video[0]
            first = 0 if count > 0 else stream.frames + count
            if first < 0 or first + abs(count) > stream.frames:
                raise MediaFault(f"{path.name}: it has {stream.frames} frames where {abs(count)} are to dissolve")
            rate = stream.average_rate or 0
            container.seek(int(first / rate * 1_000_000), backward=True)
            wanted = range(first, first + abs(count))
            left = len(wanted)
            for picture in container.decode(stream):
                if left and round((picture.time or 0) * rate) in wanted:
                    left -= 1
                    yield picture.to_ndarray(format=PIXELS).astype(np.uint32)
            if left:
                raise MediaFault(f"{path.name}: {left} of its frames do not decode; conform it again")
    except av.error.FFmpegError as error:
        raise MediaFault(f"{path.name}: it cannot be read ({error}); conform it again") from error
