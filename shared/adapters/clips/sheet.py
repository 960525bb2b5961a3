"""Layers as sheets of film stock: in the film's own planes, and aware of where they are clear and where solid."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Counts = NDArray[np.int32]

BLOCK = 4
"""Edge in px of the squares in which a sheet knows where something is drawn on it."""
REACH = 2
"""How many blocks around it a block answers for: what sampling between pixels, at half size too, may touch."""
MARGIN = 2 * BLOCK


@dataclass(frozen=True)
class Plate:
    """Planes of one size that are laid together: luma, or both kinds of chroma at half the size."""

    planes: tuple[Pixels, ...]
    """Their values times alpha (BT.709, limited range)."""
    through: Pixels
    """255 - alpha."""


@dataclass(frozen=True)
class Sheet:
    """A layer cropped to what is drawn on it."""

    film: Pixels
    """Luma, Cb, Cr and 255 - alpha at every pixel."""
    luma: Plate
    chroma: Plate
    left: float
    """Where it lies on the layer."""
    top: float
    drawn: Counts
    """How many blocks above and to the left of each corner of a block are not wholly clear."""
    leaky: Counts
    """How many are not wholly solid."""

    @staticmethod
    def of(bgra: Pixels, beside: tuple[float, float] = (0.0, 0.0)) -> "Sheet | None":
        """From premultiplied BGRA; None when nothing is drawn on it.

        The pixels of the sheet are those that lie so far to the right of the layer's and below them.
        """
        left, top, width, height = cv2.boundingRect(cv2.extractChannel(bgra, 3))
        if width == 0:
            return None
        # Clear pixels around it let its edge fade as it moves; pairs of pixels stay together in its chroma.
        right, bottom = left + width, top + height
        left, top = (max(0, edge - MARGIN) // 2 * 2 for edge in (left, top))
        part = _whole_blocks(bgra[top : bottom + MARGIN, left : right + MARGIN])
        film = cv2.transform(part, _to_film())
        if any(beside):
            shift = np.array([[1, 0, beside[0]], [0, 1, beside[1]]])
            flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
            film = cv2.warpAffine(film, shift, film.shape[1::-1], flags=flags, borderMode=cv2.BORDER_REPLICATE)
        small = cv2.resize(film, (film.shape[1] // 2, film.shape[0] // 2), interpolation=cv2.INTER_AREA)
        luma, through = _channel(film, 0), _channel(film, 3)
        blue, red, less = (_channel(small, channel) for channel in (1, 2, 3))
        drawn, leaky = _counts(through < 255), _counts(through > 0)
        plates = Plate((luma,), through), Plate((blue, red), less)
        return Sheet(np.asarray(film, np.uint8), *plates, left + beside[0], top + beside[1], drawn, leaky)


def _channel(film: NDArray[np.integer | np.floating], channel: int) -> Pixels:
    return np.asarray(cv2.extractChannel(film, channel), np.uint8)


def _whole_blocks(bgra: Pixels) -> Pixels:
    """With clear pixels to the right of it and below, so that it falls into whole blocks."""
    height, width = bgra.shape[:2]
    return np.asarray(cv2.copyMakeBorder(bgra, 0, -height % BLOCK, 0, -width % BLOCK, cv2.BORDER_CONSTANT), np.uint8)


def _counts(found: NDArray[np.bool_]) -> Counts:
    """A summed-area table of the blocks in whose reach something is found."""
    height, width = found.shape
    # An average of one pixel in a block still rounds to more than nothing.
    blocks = cv2.resize(found * np.uint8(255), (width // BLOCK, height // BLOCK), interpolation=cv2.INTER_AREA)
    near = cv2.dilate(blocks, np.ones((2 * REACH + 1, 2 * REACH + 1), np.uint8))
    return np.asarray(cv2.integral((near > 0).astype(np.uint8)), np.int32)


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
