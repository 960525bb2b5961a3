"""ISO base media boxes: read within their bounds, written whole. Nothing here trusts a length it has not compared."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Malformed(ValueError):
    """A box says something that cannot be; the message says which and where."""


@dataclass(frozen=True)
class Box:
    """A box inside a buffer: its name, where it begins, and the bounds of what it holds."""

    kind: bytes
    at: int
    start: int
    end: int


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two offsets, in order. Raises Malformed when one has an impossible size."""
    at = start
    while at < end:
        size, header = number(data, ">I", at, end), 8
        kind = data[at + 4 : at + 8]
        if size == 1:
            size, header = number(data, ">Q", at + 8, end), 16
        elif size == 0:
            size = end - at
        if size < header or size > end - at or len(kind) < 4:
            raise Malformed(f"box {kind!r} at byte {at} has the impossible size {size}")
        yield Box(kind, at, at + header, at + size)
        at += size


def find(data: bytes, inside: Box, *path: bytes) -> Box | None:
    """The first box along a path of names, or None when the path ends early."""
    for kind in path:
        found = next((box for box in boxes(data, inside.start, inside.end) if box.kind == kind), None)
        if found is None:
            return None
        inside = found
    return inside


def need(data: bytes, inside: Box, *path: bytes) -> Box:
    """As find, but its absence is Malformed."""
    found = find(data, inside, *path)
    if found is None:
        raise Malformed(f"box {b'/'.join(path).decode('latin-1')} is missing")
    return found


def number(data: bytes, form: str, at: int, end: int) -> int:
    """One number at an offset, which must lie wholly before `end`."""
    size = struct.calcsize(form)
    if at < 0 or at + size > min(end, len(data)):
        raise Malformed(f"a number at byte {at} lies outside its box")
    return int(struct.unpack_from(form, data, at)[0])


def numbers(data: bytes, inside: Box, at: int, count: int, form: str = ">u4") -> Numbers:
    """`count` numbers of a box, as int64. A count that the box cannot hold is Malformed, whatever it claims."""
    size = np.dtype(form).itemsize
    if count > (inside.end - at) // size or at > inside.end:
        raise Malformed(f"box {inside.kind!r} claims {count} entries and holds fewer")
    return np.frombuffer(data, form, count, at).astype(np.int64)


def table(data: bytes, inside: Box, width: int, form: str = ">u4") -> Numbers:
    """The rows of a full box that begins with its row count: shape (rows, width)."""
    count = number(data, ">I", inside.start + 4, inside.end)
    return numbers(data, inside, inside.start + 8, count * width, form).reshape(count, width)


def box(kind: bytes, *parts: bytes) -> bytes:
    """A box of these parts; one that needs 64 bits for its size gets them."""
    size = sum(map(len, parts)) + 8
    head = struct.pack(">I4s", size, kind) if size < 2**32 else struct.pack(">I4sQ", 1, kind, size + 8)
    return b"".join((head, *parts))


def full(kind: bytes, version: int, flags: int, *parts: bytes) -> bytes:
    """A box with version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def rows(kind: bytes, values: Numbers, form: str = ">u4") -> bytes:
    """A full box that begins with its row count; the inverse of table."""
    return full(kind, 0, 0, struct.pack(">I", len(values)), values.astype(form).tobytes())
