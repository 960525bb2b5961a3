"""Layers as sheets of film stock: in the picture's own colours, laid over one another wherever the camera sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from shared.adapters.images.draft.camera import Affine

Pixels = NDArray[np.uint8]

CLEAR = (0, 0, 0, 255)
"""A transparent pixel: nothing of luma and chroma, and all of what lies behind it."""


@dataclass(frozen=True)
class Sheet:
    """A layer cropped to what is drawn on it. Channels: luma, Cb, Cr (BT.709, limited, times alpha), and 255 - alpha."""

    pixels: Pixels
    left: int
    top: int
    opaque: bool

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
        return Sheet(cv2.transform(part, _to_film()).astype(np.uint8), left, top, bool(alpha.min() == 255))


@dataclass(frozen=True)
class Stage:
    """Where sheets are laid over one another. Its buffers are used again for every frame."""

    canvas: Pixels
    """Luma, Cb, Cr at every pixel."""

    @staticmethod
    def of(width: int, height: int) -> "Stage":
        """An empty stage; width and height are even."""
        return Stage(np.zeros((height, width, 3), np.uint8))

    def shoot(self, sheets: Sequence[Sheet], places: Sequence[Affine]) -> Pixels:
        """One frame of sheets, farthest first, as I420: shape (height * 3 / 2, width)."""
        self.canvas[:] = (16, 128, 128)
        for sheet, place in zip(sheets, places, strict=True):
            self._lay(sheet, place)
        return self._film()

    def _lay(self, sheet: Sheet, place: Affine) -> None:
        height, width = self.canvas.shape[:2]
        rows, columns = sheet.pixels.shape[:2]
        # Places speak of the corners of pixels, OpenCV of their centres.
        x = place.tx + place.scale * (sheet.left + 0.5) - 0.5
        y = place.ty + place.scale * (sheet.top + 0.5) - 0.5
        left, right = max(0, int(np.floor(x))), min(width, int(np.ceil(x + place.scale * columns)) + 1)
        top, bottom = max(0, int(np.floor(y))), min(height, int(np.ceil(y + place.scale * rows)) + 1)
        if left >= right or top >= bottom:
            return
        seen = self.canvas[top:bottom, left:right]
        matrix = np.array([[place.scale, 0, x - left], [0, place.scale, y - top]])
        moved = cv2.warpAffine(
            sheet.pixels, matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR, borderValue=CLEAR
        )
        if not sheet.opaque:
            behind = cv2.extractChannel(moved, 3)
            cv2.multiply(seen, cv2.merge((behind, behind, behind)), dst=seen, scale=1 / 255)
            cv2.add(seen, cv2.cvtColor(moved, cv2.COLOR_BGRA2BGR), dst=seen)
        else:
            cv2.cvtColor(moved, cv2.COLOR_BGRA2BGR, dst=seen)

    def _film(self) -> Pixels:
        height, width = self.canvas.shape[:2]
        film = np.empty((height * 3 // 2, width), np.uint8)
        cv2.extractChannel(self.canvas, 0, dst=film[:height])
        small = cv2.resize(self.canvas, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        chroma = film[height:].reshape(2, height // 2, width // 2)
        for plane in (0, 1):
            cv2.extractChannel(small, plane + 1, dst=chroma[plane])
        return film


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
