"""What a track of an MP4 file says about its samples: one row per sample, read from the header alone."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from shared.adapters.media.boxes import Box, Malformed, Numbers, boxes, find, need, number, numbers, table
from shared.kernel.errors import MediaFault

HEADER_CAP = 64 << 20
SAMPLES_CAP = 8_000_000


@dataclass(frozen=True)
class Track:
    """One track. Times are in ticks of `timescale`; arrays have one entry per sample, in decode order."""

    path: Path
    kind: bytes
    """b'vide' or b'soun', or what else the file says."""
    entry: bytes
    """The one sample description, as it stands in the file."""
    timescale: int
    delay: int
    """The media time at which presentation begins."""
    shown: int | None
    """For how long the edit list shows it, rounded to the movie's clock; absent without an edit list."""
    steps: Numbers
    """How long each sample lasts."""
    shifts: Numbers
    """Composition time less decode time."""
    sizes: Numbers
    places: Numbers
    """Where each sample begins in the file."""
    keys: Numbers
    """Indices of the samples where decoding can begin, rising."""

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.sizes)


def read(path: Path, name: str) -> tuple[Track, ...]:
    """All tracks of a file; only its header is read. `name` is what the person calls it, for messages.

    Raises MediaFault when the file is missing, is no MP4, is cut short, or contradicts itself.
    """
    try:
        with path.open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            header = _header(file.fileno(), size)
    except OSError as error:
        raise MediaFault(f"{name}: the file cannot be read ({error.strerror}); make it again") from error
    except Malformed as error:
        raise MediaFault(f"{name}: the file is no whole MP4 ({error}); make it again") from error
    try:
        movie = Box(b"moov", 0, 0, len(header))
        clock = number(header, ">I", _clock_at(header, need(header, movie, b"mvhd")), len(header))
        traks = [box for box in boxes(header, 0, len(header)) if box.kind == b"trak"]
        tracks = tuple(_track(path, header, trak, clock) for trak in traks)
        for track in tracks:
            if track.count and int((track.places + track.sizes).max()) > size:
                raise Malformed("samples lie behind the end of the file")
    except Malformed as error:
        raise MediaFault(f"{name}: the tables of the file are broken ({error}); make it again") from error
    return tracks


def _header(file: int, size: int) -> bytes:
    """The content of the moov box."""
    at = 0
    while at < size:
        head = os.pread(file, 16, at)
        length, start = number(head, ">I", 0, len(head)), 8
        if length == 1:
            length, start = number(head, ">Q", 8, len(head)), 16
        elif length == 0:
            length = size - at
        if length < start or length > size - at:
            raise Malformed(f"box {head[4:8]!r} at byte {at} has the impossible size {length}")
        if head[4:8] == b"moov":
            if length > HEADER_CAP:
                raise Malformed(f"its header has {length} bytes, more than {HEADER_CAP}")
            return os.pread(file, length - start, at + start)
        at += length
    raise Malformed("there is no moov box")


def _clock_at(data: bytes, head: Box) -> int:
    """Where mvhd and mdhd keep their timescale."""
    return head.start + (20 if data[head.start : head.start + 1] == b"\x01" else 12)


def _track(path: Path, data: bytes, trak: Box, clock: int) -> Track:
    media = need(data, trak, b"mdia")
    handler = need(data, media, b"hdlr")
    stbl = need(data, media, b"minf", b"stbl")
    head = need(data, media, b"mdhd")
    timescale = number(data, ">I", _clock_at(data, head), head.end)
    if not timescale or not clock:
        raise Malformed("a clock has no ticks")
    sizes = _sizes(data, need(data, stbl, b"stsz"))
    delay, shown = _edit(data, trak)
    keys = find(data, stbl, b"stss")
    return Track(
        path=path,
        kind=data[handler.start + 8 : handler.start + 12],
        entry=_entry(data, need(data, stbl, b"stsd")),
        timescale=timescale,
        delay=delay,
        shown=None if shown is None else -(-shown * timescale // clock),
        steps=_spread(data, need(data, stbl, b"stts"), len(sizes)),
        shifts=_spread(data, find(data, stbl, b"ctts"), len(sizes)),
        sizes=sizes,
        places=_places(data, stbl, sizes),
        keys=np.arange(len(sizes)) if keys is None else _keys(table(data, keys, 1)[:, 0] - 1, len(sizes)),
    )


def _entry(data: bytes, stsd: Box) -> bytes:
    count = number(data, ">I", stsd.start + 4, stsd.end)
    entries = list(boxes(data, stsd.start + 8, stsd.end))
    if count != 1 or len(entries) != 1:
        raise Malformed(f"a track has {count} sample descriptions where one is expected")
    return data[entries[0].at : entries[0].end]


def _sizes(data: bytes, stsz: Box) -> Numbers:
    same = number(data, ">I", stsz.start + 4, stsz.end)
    count = number(data, ">I", stsz.start + 8, stsz.end)
    if count > SAMPLES_CAP:
        raise Malformed(f"a track claims {count} samples, more than {SAMPLES_CAP}")
    return np.full(count, same, np.int64) if same else numbers(data, stsz, stsz.start + 12, count)


def _edit(data: bytes, trak: Box) -> tuple[int, int | None]:
    """The media time at which presentation begins, and its length on the movie's clock."""
    elst = find(data, trak, b"edts", b"elst")
    if elst is None:
        return 0, None
    wide = data[elst.start : elst.start + 1] == b"\x01"
    if number(data, ">I", elst.start + 4, elst.end) != 1:
        raise Malformed("an edit list has other than one entry")
    shown = number(data, ">Q" if wide else ">I", elst.start + 8, elst.end)
    start = number(data, ">q" if wide else ">i", elst.start + (16 if wide else 12), elst.end)
    if start < 0 or number(data, ">I", elst.start + (24 if wide else 16), elst.end) != 0x10000:
        raise Malformed("an edit list leaves a gap or changes the speed")
    return start, shown


def _spread(data: bytes, box: Box | None, count: int) -> Numbers:
    """A run-length table (stts, ctts) with one value per sample; zeros when it is absent."""
    if box is None:
        return np.zeros(count, np.int64)
    pairs = table(data, box, 2)
    if int(pairs[:, 0].sum()) != count:
        raise Malformed(f"box {box.kind!r} covers {int(pairs[:, 0].sum())} of {count} samples")
    values = pairs[:, 1].astype(np.uint32).astype(np.int32) if box.kind == b"ctts" else pairs[:, 1]
    return np.repeat(values.astype(np.int64), pairs[:, 0])


def _keys(keys: Numbers, count: int) -> Numbers:
    if len(keys) and (int(keys.min()) < 0 or int(keys.max()) >= count or np.any(np.diff(keys) <= 0)):
        raise Malformed("the table of key frames leaves the track")
    return keys


def _places(data: bytes, stbl: Box, sizes: Numbers) -> Numbers:
    """The offset of every sample from its chunk's offset and the sizes before it in the chunk."""
    short = find(data, stbl, b"stco")
    chunks = table(data, short or need(data, stbl, b"co64"), 1, ">u4" if short else ">u8")[:, 0]
    runs = table(data, need(data, stbl, b"stsc"), 3)
    if len(sizes) == 0:
        return np.zeros(0, np.int64)
    firsts = runs[:, 0] - 1
    if len(runs) == 0 or firsts[0] != 0 or np.any(np.diff(firsts) <= 0) or firsts[-1] >= len(chunks):
        raise Malformed("the table of chunks is out of order")
    per_chunk = np.repeat(runs[:, 1], np.diff(np.append(firsts, len(chunks))))
    if int(per_chunk.sum()) != len(sizes) or np.any(runs[:, 2] != 1) or np.any(chunks >> 60 != 0):
        raise Malformed(f"the chunks hold {int(per_chunk.sum())} of {len(sizes)} samples")
    before = np.cumsum(sizes) - sizes
    starts = np.cumsum(per_chunk) - per_chunk
    leads: Numbers = chunks - before[np.minimum(starts, len(sizes) - 1)]
    return np.repeat(leads, per_chunk) + before
