"""The stage on which sheets are laid over one another, where the camera sees them and nowhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.adapters.clips.laying import Area, Growing, Sliding
from shared.adapters.clips.sheet import BLOCK, Counts, Pixels, Sheet
from shared.adapters.images.draft.camera import Affine

TILE = 128
"""Edge in px of the squares of a frame that are hidden, clear or solid as a whole."""
BLACK, GREY = 16, 128
"""Of luma and of chroma."""

Tiles = NDArray[np.bool_]


@dataclass(frozen=True)
class Stage:
    """Frames of one size are composed here."""

    width: int
    height: int
    scratch: Pixels
    """Room for seven planes, used again and again."""

    @staticmethod
    def of(width: int, height: int) -> "Stage":
        """An empty stage; width and height are even."""
        return Stage(width, height, np.empty((7, (width + 1) * (height + 1)), np.uint8))

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
            laying = (Sliding if place.scale == 1 else Growing).of(sheet, place, (luma, *small), self.scratch)
            for area in self._areas(solid):
                laying.cover(area)
            for area in self._areas(mixed):
                laying.blend(area)

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


def _blocks(size: int, scale: float, shift: float, first: float, count: int) -> tuple[NDArray[np.intp], Tiles]:
    """At which block of a sheet each tile begins and the last one ends, and which tiles lie wholly on the sheet."""
    edges = np.minimum(np.arange(-(-size // TILE) + 1) * TILE, size)
    blocks = np.floor(((edges - shift) / scale - first) / BLOCK).astype(np.intp)
    inside = (blocks[:-1] >= 0) & (blocks[1:] < count)
    return blocks.clip(0, count), inside


def _within(counts: Counts, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Counts:
    """How many blocks are counted on each tile."""
    return np.asarray(np.diff(np.diff(counts[np.ix_(rows, columns)], axis=0), axis=1), np.int32)
