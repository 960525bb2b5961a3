"""Layers as sheets of film stock: in the picture's own colours, laid over one another wherever the camera sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from shared.adapters.images.draft.camera import Affine

Pixels = NDArray[np.uint8]

BLACK = (16, 128, 128)
CLEAR = (0, 0, 0, 255)
"""A transparent pixel: nothing of luma and chroma, and all of what lies behind it."""


@dataclass(frozen=True)
class Sheet:
    """A layer cropped to what is drawn on it.

    Channels: luma, Cb and Cr (BT.709, limited range) times alpha, then 255 - alpha.
    """

    pixels: Pixels
    left: int
    top: int
    solid: range
    """Rows of `pixels` that let nothing through, over the whole width; the longest such run."""

    @staticmethod
    def of(bgra: Pixels) -> "Sheet | None":
        """From premultiplied BGRA; None when nothing is drawn on it."""
        alpha = bgra[..., 3]
        down, across = (np.flatnonzero(cv2.reduce(alpha, axis, cv2.REDUCE_MAX).reshape(-1)) for axis in (1, 0))
        if len(down) == 0:
            return None
        # Two clear pixels around it let its edge fade as it moves.
        top, left = max(0, int(down[0]) - 2), max(0, int(across[0]) - 2)
        part = np.ascontiguousarray(bgra[top : int(down[-1]) + 3, left : int(across[-1]) + 3])
        least = cv2.reduce(np.ascontiguousarray(part[..., 3]), 1, cv2.REDUCE_MIN).reshape(-1)
        return Sheet(cv2.transform(part, _to_film()).astype(np.uint8, copy=False), left, top, _longest(least == 255))


@dataclass(frozen=True)
class _Seen:
    """Where a sheet lies on the frame, and which rows of it are seen there."""

    sheet: Sheet
    scale: float
    x: float
    y: float
    rows: range
    solid: range

    @staticmethod
    def of(sheet: Sheet, place: Affine, window: range) -> "_Seen":
        # Places speak of the corners of pixels, OpenCV of their centres.
        x = place.tx + place.scale * (sheet.left + 0.5) - 0.5
        y = place.ty + place.scale * (sheet.top + 0.5) - 0.5
        rows = range(floor(y - place.scale), ceil(y + place.scale * len(sheet.pixels)) + 1)
        solid = range(ceil(y + place.scale * sheet.solid.start), floor(y + place.scale * (sheet.solid.stop - 1)) + 1)
        rows = _both(rows, window)
        return _Seen(sheet, place.scale, x, y, rows, _both(solid, rows))


@dataclass(frozen=True)
class Stage:
    """Where sheets are laid over one another. Its canvas is used again for every frame."""

    canvas: Pixels
    """Luma, Cb, Cr at every pixel."""

    @staticmethod
    def of(width: int, height: int) -> "Stage":
        """An empty stage; width and height are even."""
        return Stage(np.zeros((height, width, 3), np.uint8))

    def shoot(self, sheets: Sequence[Sheet], places: Sequence[Affine]) -> Pixels:
        """One frame of sheets, farthest first, as I420: shape (height * 3 / 2, width). Behind them it is black."""
        window = range(len(self.canvas))
        seen = []
        for sheet, place in zip(reversed(sheets), reversed(places), strict=True):
            seen.append(_Seen.of(sheet, place, window))
            window = _less(window, seen[-1].solid)
        self.canvas[window.start : window.stop] = BLACK
        for one in reversed(seen):
            self._lay(one, range(one.rows.start, one.solid.start), solid=False)
            self._lay(one, one.solid, solid=True)
            self._lay(one, range(one.solid.stop, one.rows.stop), solid=False)
        return self._film()

    def _lay(self, seen: _Seen, rows: range, solid: bool) -> None:
        """Lay some rows of a sheet over what is there."""
        left = max(0, floor(seen.x - seen.scale))
        right = min(self.canvas.shape[1], ceil(seen.x + seen.scale * seen.sheet.pixels.shape[1]) + 1)
        if not rows or left >= right:
            return
        under = self.canvas[rows.start : rows.stop, left:right]
        matrix = np.array([[seen.scale, 0, seen.x - left], [0, seen.scale, seen.y - rows.start]])
        size = (right - left, len(rows))
        moved = cv2.warpAffine(seen.sheet.pixels, matrix, size, flags=cv2.INTER_LINEAR, borderValue=CLEAR)
        if solid:
            cv2.cvtColor(moved, cv2.COLOR_BGRA2BGR, dst=under)
            return
        through = cv2.extractChannel(moved, 3)
        cv2.multiply(under, cv2.merge((through, through, through)), dst=under, scale=1 / 255)
        cv2.add(under, cv2.cvtColor(moved, cv2.COLOR_BGRA2BGR), dst=under)

    def _film(self) -> Pixels:
        height, width = self.canvas.shape[:2]
        film = np.empty((height * 3 // 2, width), np.uint8)
        cv2.extractChannel(self.canvas, 0, dst=film[:height])
        small = cv2.resize(self.canvas, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        chroma = film[height:].reshape(2, height // 2, width // 2)
        for plane in (0, 1):
            cv2.extractChannel(small, plane + 1, dst=chroma[plane])
        return film


def _both(one: range, other: range) -> range:
    """The rows of both; empty ranges lie inside the other one."""
    start = min(max(one.start, other.start), other.stop)
    return range(start, max(start, min(one.stop, other.stop)))


def _less(window: range, solid: range) -> range:
    """What of a window is still seen behind solid rows, when they reach to one of its ends."""
    if solid and solid.stop == window.stop:
        return range(window.start, solid.start)
    return range(solid.stop, window.stop) if solid and solid.start == window.start else window


def _longest(solid: NDArray[np.bool_]) -> range:
    """The longest run of true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], solid.astype(np.int8), [0]))))
    starts, stops = edges[::2], edges[1::2]
    if len(starts) == 0:
        return range(0)
    best = int(np.argmax(stops - starts))
    return range(int(starts[best]), int(stops[best]))


@lru_cache(maxsize=1)
def _to_film() -> NDArray[np.float64]:
    """From premultiplied (B, G, R, A) to (Y, Cb, Cr, 255 - A): BT.709 luma 16..235 and chroma 16..240 of 0..255."""
    kr, kg, kb = 0.2126, 0.7152, 0.0722
    luma = np.array([kb, kg, kr])
    blue = (np.array([1.0, 0, 0]) - luma) / (2 * (1 - kb))
    red = (np.array([0, 0, 1.0]) - luma) / (2 * (1 - kr))
    return np.array(
        [
            [*(luma * 219 / 255), 16 / 255, 0],
            [*(blue * 224 / 255), 128 / 255, 0],
            [*(red * 224 / 255), 128 / 255, 0],
            [0, 0, 0, -1, 255],
        ]
    )
