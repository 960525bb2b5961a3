"""The stage on which sheets are laid over one another, where the camera sees them and nowhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from shared.adapters.clips.sheet import BLOCK, Counts, Pixels, Plate, Sheet
from shared.adapters.images.draft.camera import Affine

TILE = 128
"""Edge in px of the squares of a frame that are hidden, clear or solid as a whole."""
BLACK, GREY = 16, 128
"""Of luma and of chroma."""

Tiles = NDArray[np.bool_]


class Area(NamedTuple):
    """Pixels of a plane: left <= x < right, top <= y < bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def rows(self) -> slice:
        """From top to bottom."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """From left to right."""
        return slice(self.left, self.right)

    def half(self) -> "Area":
        """The same on a plane of half the size."""
        return Area(*((edge + 1) // 2 for edge in self))


@dataclass(frozen=True)
class Stage:
    """Frames of one size are composed here."""

    width: int
    height: int
    scratch: Pixels
    """Room for three planes, used again and again."""

    @staticmethod
    def of(width: int, height: int) -> "Stage":
        """An empty stage; width and height are even."""
        return Stage(width, height, np.empty((3, (width + 1) * (height + 1)), np.uint8))

    def shoot(self, sheets: Sequence[Sheet], places: Sequence[Affine], film: Pixels) -> None:
        """Compose one frame of sheets, farthest first, into I420: shape (height * 3 / 2, width). Behind is black."""
        luma, small = film[: self.height], film[self.height :].reshape(2, self.height // 2, self.width // 2)
        laid = []
        seen = np.ones((-(-self.height // TILE), -(-self.width // TILE)), np.bool_)
        for sheet, place in zip(reversed(sheets), reversed(places), strict=True):
            drawn, solid = self._lies(sheet, place)
            laid.append((sheet, place, drawn & ~solid & seen, solid & seen))
            seen &= ~solid
        for area in self._areas(seen):
            luma[area.rows, area.columns] = BLACK
            small[:, area.half().rows, area.half().columns] = GREY
        for sheet, place, mixed, solid in reversed(laid):
            halved = Affine(place.scale, place.tx / 2, place.ty / 2)
            whole = _Laying(sheet.luma, (luma,), _inverse(place, sheet.left, sheet.top), self.scratch)
            halves = _Laying(sheet.chroma, tuple(small), _inverse(halved, sheet.left / 2, sheet.top / 2), self.scratch)
            for tiles, lay in ((solid, _Laying.cover), (mixed, _Laying.blend)):
                for area in self._areas(tiles):
                    lay(whole, area)
                    lay(halves, area.half())

    def _lies(self, sheet: Sheet, place: Affine) -> tuple[Tiles, Tiles]:
        """On which tiles something of a sheet is drawn, and which of them it fills."""
        columns, inside_x = _blocks(self.width, place.scale, place.tx, sheet.left, sheet.drawn.shape[1] - 1)
        rows, inside_y = _blocks(self.height, place.scale, place.ty, sheet.top, sheet.drawn.shape[0] - 1)
        drawn = _within(sheet.drawn, rows, columns) > 0
        solid = _within(sheet.leaky, rows, columns) == 0
        return drawn, solid & drawn & np.logical_and.outer(inside_y, inside_x)

    def _areas(self, tiles: Tiles) -> Iterator[Area]:
        """Tiles gathered into areas: runs of each row, joined to equal ones above them."""
        begun: dict[tuple[int, int], int] = {}
        for row, flags in enumerate([*tiles, np.zeros(0, np.bool_)]):
            runs = {run.span() for run in re.finditer(b"\1+", flags.tobytes())}
            for run in [run for run in begun if run not in runs]:
                top, bottom = begun.pop(run) * TILE, min(row * TILE, self.height)
                yield Area(run[0] * TILE, top, min(run[1] * TILE, self.width), bottom)
            for run in sorted(runs):
                begun.setdefault(run, row)


class Inverse(NamedTuple):
    """From the middle of a frame's pixel to where it lies on a sheet, both counted from the first pixel's middle."""

    step: float
    x: float
    y: float


@dataclass(frozen=True)
class _Laying:
    """One plate on its way to the planes of a frame."""

    plate: Plate
    onto: tuple[Pixels, ...]
    seen: Inverse
    scratch: Pixels

    def cover(self, area: Area) -> None:
        """Put it there in place of what is there."""
        area = self._on_plate(area)
        if area.left < area.right and area.top < area.bottom:
            for plane, onto in zip(self.plate.planes, self.onto, strict=True):
                self._sample(plane, area, onto[area.rows, area.columns])

    def blend(self, area: Area) -> None:
        """Lay it over what is there."""
        area = self._on_plate(area)
        width, height = area.right - area.left, area.bottom - area.top
        if width <= 0 or height <= 0:
            return
        own, through = (room[: width * height].reshape(height, width) for room in self.scratch[:2])
        self._sample(self.plate.through, area, through)
        for plane, onto in zip(self.plate.planes, self.onto, strict=True):
            under = onto[area.rows, area.columns]
            self._sample(plane, area, own)
            cv2.multiply(under, through, dst=under, scale=1 / 255)
            cv2.add(under, own, dst=under)

    def _sample(self, plane: Pixels, area: Area, into: Pixels) -> None:
        x, y = self.seen.x + self.seen.step * area.left, self.seen.y + self.seen.step * area.top
        if self.seen.step == 1:
            self._shift(plane, x, y, into)
            return
        matrix = np.array([[self.seen.step, 0, x], [0, self.seen.step, y]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        cv2.warpAffine(plane, matrix, into.shape[::-1], dst=into, flags=flags, borderMode=cv2.BORDER_REPLICATE)

    def _shift(self, plane: Pixels, x: float, y: float, into: Pixels) -> None:
        """The same without a change of size, in a tenth of the time."""
        (height, width), left, top = into.shape, floor(x), floor(y)
        beside = plane[top : top + height + 1, left : left + width + 1]
        room = self.scratch[2, : (height + 1) * width].reshape(height + 1, width)
        if y == top:
            room, beside = into, beside[:height]
        if x == left:
            room = beside[:, :width]
        else:
            cv2.addWeighted(beside[:, :-1], 1 - (x - left), beside[:, 1:], x - left, 0, dst=room)
        if y != top:
            cv2.addWeighted(room[:-1], 1 - (y - top), room[1:], y - top, 0, dst=into)
        elif x == left:
            np.copyto(into, room)

    def _on_plate(self, area: Area) -> Area:
        """What of an area lies on the plate."""
        height, width = self.plate.through.shape
        left, right = (ceil((edge - self.seen.x) / self.seen.step) for edge in (0, width - 1))
        top, bottom = (ceil((edge - self.seen.y) / self.seen.step) for edge in (0, height - 1))
        return Area(max(area.left, left), max(area.top, top), min(area.right, right), min(area.bottom, bottom))


def _inverse(place: Affine, left: float, top: float) -> Inverse:
    """Places speak of the corners of pixels, an inverse of their middles."""
    x, y = (0.5 - place.tx) / place.scale - left - 0.5, (0.5 - place.ty) / place.scale - top - 0.5
    return Inverse(1 / place.scale, x, y)


def _blocks(size: int, scale: float, shift: float, first: float, count: int) -> tuple[NDArray[np.intp], Tiles]:
    """At which block of a sheet each tile begins and the last one ends, and which tiles lie wholly on the sheet."""
    edges = np.minimum(np.arange(-(-size // TILE) + 1) * TILE, size)
    blocks = np.floor(((edges - shift) / scale - first) / BLOCK).astype(np.intp)
    inside = (blocks[:-1] >= 0) & (blocks[1:] < count)
    return blocks.clip(0, count), inside


def _within(counts: Counts, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Counts:
    """How many blocks are counted on each tile."""
    return np.asarray(np.diff(np.diff(counts[np.ix_(rows, columns)], axis=0), axis=1), np.int32)
