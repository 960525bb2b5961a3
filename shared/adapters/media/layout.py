"""Where every byte of a film lies: the tables of its pieces merged into one header, and the copies that follow it."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import lcm
from pathlib import Path

import numpy as np

from shared.adapters.media.avc import Avc
from shared.adapters.media.boxes import Numbers, box, full, rows
from shared.adapters.media.segment import TICKS_PER_FRAME as TICKS
from shared.adapters.media.tables import Track
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame

CHUNK = 48
"""Frames between two stretches of sound: a player never has to look further ahead than two seconds."""


@dataclass(frozen=True)
class Piece:
    """Frames in film order: a track of which every sample is one frame, shown in the order of `shifts`."""

    name: str
    track: Track
    avc: Avc


@dataclass(frozen=True)
class Copy:
    """A stretch of another file."""

    path: Path
    offset: int
    length: int


@dataclass(frozen=True)
class Layout:
    """A whole file: its first bytes, then these copies one after the other."""

    header: bytes
    copies: tuple[Copy, ...]

    @property
    def size(self) -> int:
        """Length of the file in bytes."""
        return len(self.header) + sum(copy.length for copy in self.copies)


@dataclass(frozen=True)
class _Chunked:
    """A track's samples as chunks: how many samples each holds, and which copies make it."""

    counts: Numbers
    offsets: Numbers
    far: bool
    """Offsets are written with 64 bits."""


def lay(pieces: Sequence[Piece], sound: Track | None, frame: Frame) -> Layout:
    """The film of these pieces, gapless from frame 0, with the sound from its first audible sample on.

    The same pieces give the same bytes. Raises MediaFault naming the first piece that cannot share one configuration
    with those before it.
    """
    avc = _shared(pieces)
    copies: list[Copy] = []
    picture, heard = _interleave(pieces, sound, frame, copies)
    size = sum(copy.length for copy in copies)
    kind = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2avc1mp41")

    def header(first: int) -> bytes:
        tracks = [_picture(pieces, avc, frame, replace(picture, offsets=picture.offsets + first))]
        total = sum(piece.track.count for piece in pieces)
        clock = lcm(frame.fps * TICKS, sound.timescale) if sound else frame.fps * TICKS
        spans = [total * clock // frame.fps]
        if sound:
            spans.append(sound_ticks(sound) * clock // sound.timescale)
            tracks.append(_sound(sound, replace(heard, offsets=heard.offsets + first)))
        traks = [_trak(track, number, span) for number, (track, span) in enumerate(zip(tracks, spans, strict=True), 1)]
        return kind + box(b"moov", _mvhd(clock, max(spans), len(traks)), *traks)

    mdat = struct.pack(">I4sQ", 1, b"mdat", size + 16)
    return Layout(header(len(header(0)) + len(mdat)) + mdat, tuple(copies))


def sound_ticks(sound: Track) -> int:
    """How long a sound is heard, in its own ticks: without its priming, and no longer than its edit list shows."""
    ticks = int(sound.steps.sum()) - sound.delay
    return ticks if sound.shown is None else min(ticks, sound.shown)


def _shared(pieces: Sequence[Piece]) -> Avc:
    shared = pieces[0].avc
    for piece in pieces:
        merged = shared if piece.avc == shared else shared.with_sets_of(piece.avc)
        if merged is None:
            raise MediaFault(f"{piece.name}: its codec settings contradict those of {pieces[0].name}; conform it again")
        shared = merged
    return shared


def _interleave(
    pieces: Sequence[Piece], sound: Track | None, frame: Frame, copies: list[Copy]
) -> tuple[_Chunked, _Chunked]:
    """Fill `copies` with alternating stretches of picture and sound; each stretch is one chunk of its track."""
    at, shown, heard = 0, 0, 0
    chunks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    starts = np.cumsum(sound.steps) - sound.steps - sound.delay if sound else np.zeros(0, np.int64)
    total = sum(piece.track.count for piece in pieces)
    for piece in pieces:
        for first in range(0, piece.track.count, CHUNK):
            last = min(first + CHUNK, piece.track.count)
            chunks[0].append((last - first, at))
            at += _append(copies, piece.track, first, last)
            shown += last - first
            if sound:
                ticks = shown * sound.timescale / frame.fps
                until = len(starts) if shown == total else int(np.searchsorted(starts, ticks))
                if until > heard:
                    chunks[1].append((until - heard, at))
                    at += _append(copies, sound, heard, until)
                    heard = until
    far = at >= 2**31
    picture, voice = (np.array(chunk, np.int64).reshape(-1, 2) for chunk in chunks)
    return _Chunked(picture[:, 0], picture[:, 1], far), _Chunked(voice[:, 0], voice[:, 1], far)


def _append(copies: list[Copy], track: Track, first: int, last: int) -> int:
    """Add the bytes of some samples, as few copies as their places allow; how many bytes it was."""
    places, sizes = track.places[first:last], track.sizes[first:last]
    breaks = np.flatnonzero(places[1:] != places[:-1] + sizes[:-1]) + 1
    for part in np.split(np.arange(last - first), breaks):
        copies.append(Copy(track.path, int(places[part[0]]), int(sizes[part].sum())))
    return int(sizes.sum())


@dataclass(frozen=True)
class _Written:
    """A track as it will be written."""

    kind: bytes
    timescale: int
    delay: int
    entry: bytes
    steps: Numbers
    shifts: Numbers
    sizes: Numbers
    keys: Numbers | None
    chunks: _Chunked
    width: int = 0
    height: int = 0


def _picture(pieces: Sequence[Piece], avc: Avc, frame: Frame, chunks: _Chunked) -> _Written:
    delay = max(piece.track.delay - min(0, int(piece.track.shifts.min())) for piece in pieces)
    counts = np.array([piece.track.count for piece in pieces])
    bases = np.cumsum(counts) - counts
    return _Written(
        kind=b"vide",
        timescale=frame.fps * TICKS,
        delay=delay,
        entry=avc.entry(),
        steps=np.full(int(counts.sum()), TICKS, np.int64),
        shifts=np.concatenate([piece.track.shifts + delay - piece.track.delay for piece in pieces]),
        sizes=np.concatenate([piece.track.sizes for piece in pieces]),
        keys=np.concatenate([piece.track.keys + base for piece, base in zip(pieces, bases, strict=True)]),
        chunks=chunks,
        width=avc.width,
        height=avc.height,
    )


def _sound(sound: Track, chunks: _Chunked) -> _Written:
    return _Written(
        b"soun", sound.timescale, sound.delay, sound.entry, sound.steps, sound.shifts, sound.sizes, None, chunks
    )


def _trak(track: _Written, number: int, span: int) -> bytes:
    """A trak box; `span` is for how long it is shown, on the movie's clock."""
    wide, form = (1, "Q") if span >= 2**32 else (0, "I")
    matrix = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    volume = 0x100 if track.kind == b"soun" else 0
    tkhd = struct.pack(f">{form}{form}II{form}8xHHH2x", 0, 0, number, 0, span, 0, 0, volume)
    size = struct.pack(">II", track.width << 16, track.height << 16)
    elst = struct.pack(f">I{form}{form.lower()}HH", 1, span, track.delay, 1, 0)
    return box(
        b"trak",
        full(b"tkhd", wide, 3, tkhd, matrix, size),
        box(b"edts", full(b"elst", wide, 0, elst)),
        _mdia(track),
    )


def _mdia(track: _Written) -> bytes:
    ticks = int(track.steps.sum())
    wide, form = (1, "Q") if ticks >= 2**32 else (0, "I")
    mdhd = struct.pack(f">{form}{form}I{form}HH", 0, 0, track.timescale, ticks, 0x55C4, 0)
    name = b"Picture\0" if track.kind == b"vide" else b"Sound\0"
    kind = full(b"vmhd", 0, 1, bytes(8)) if track.kind == b"vide" else full(b"smhd", 0, 0, bytes(4))
    here = box(b"dinf", full(b"dref", 0, 0, struct.pack(">I", 1), full(b"url ", 0, 1)))
    return box(
        b"mdia",
        full(b"mdhd", wide, 0, mdhd),
        full(b"hdlr", 0, 0, bytes(4), track.kind, bytes(12), name),
        box(b"minf", kind, here, box(b"stbl", *_stbl(track))),
    )


def _stbl(track: _Written) -> Iterator[bytes]:
    yield full(b"stsd", 0, 0, struct.pack(">I", 1), track.entry)
    yield rows(b"stts", _run_lengths(track.steps))
    if np.any(track.shifts):
        yield rows(b"ctts", _run_lengths(track.shifts))
    if track.keys is not None:
        yield rows(b"stss", track.keys[:, None] + 1)
    counts = _run_lengths(track.chunks.counts)
    firsts = np.cumsum(counts[:, 0]) - counts[:, 0] + 1
    yield rows(b"stsc", np.column_stack([firsts, counts[:, 1], np.ones_like(firsts)]))
    yield full(b"stsz", 0, 0, struct.pack(">II", 0, len(track.sizes)), track.sizes.astype(">u4").tobytes())
    offsets = track.chunks.offsets[:, None]
    yield rows(b"co64", offsets, ">u8") if track.chunks.far else rows(b"stco", offsets)


def _run_lengths(values: Numbers) -> Numbers:
    """Rows (how many, value)."""
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
    return np.column_stack([np.diff(np.append(starts, len(values))), values[starts]])


def _mvhd(clock: int, span: int, tracks: int) -> bytes:
    wide, form = (1, "Q") if span >= 2**32 else (0, "I")
    times = struct.pack(f">{form}{form}I{form}IH10x", 0, 0, clock, span, 1 << 16, 0x100)
    matrix = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    return full(b"mvhd", wide, 0, times, matrix, bytes(24), struct.pack(">I", tracks + 1))
