"""The camera moves through layers: near ones pass faster than far ones, to a fraction of a pixel."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
import skia

from shared.adapters.clips.sheet import Pixels, Sheet
from shared.adapters.clips.stage import Stage
from shared.adapters.clips.weather import fallen
from shared.adapters.images.draft.camera import matrix, view
from shared.adapters.images.draft.stage import Layer
from shared.adapters.media.reel import expose
from shared.domain.prompt import MotionPrompt
from shared.ports.media import Frame

DRAWING_THREADS = 2
"""As many as a small laptop has cores; the result does not depend on it."""


def animate(layers: Sequence[Layer], motion: MotionPrompt, frames: int, frame: Frame, into: Path) -> None:
    """A conformed segment of so many frames: the first shows the start of the move, the last its end.

    Layers are given farthest first. The same layers give the same bytes. Raises MediaFault or Unavailable; then nothing
    is left.
    """
    cv2.setNumThreads(DRAWING_THREADS)
    expose(shoot(layers, motion, frames, frame), frame, into)


def shoot(layers: Sequence[Layer], motion: MotionPrompt, frames: int, frame: Frame) -> Iterator[Pixels]:
    """The frames one by one, as I420."""
    laid = [
        (layer.name, layer.depth, layer.image.height(), sheet)
        for layer in layers
        if (sheet := Sheet.of(_pixels(layer.image))) is not None
    ]
    stage = Stage.of(frame.width, frame.height)
    size = (frame.width, frame.height)
    for number in range(frames):
        seen = view(motion.move, motion.amount, number / max(1, frames - 1))
        placed = [
            (sheet, place)
            for name, depth, height, sheet in laid
            for place in fallen(name, matrix(depth, seen, size), height, (number, frames))
        ]
        yield stage.shoot([sheet for sheet, _ in placed], [place for _, place in placed])


def _pixels(image: skia.Image) -> Pixels:
    """Premultiplied BGRA."""
    pixels = np.empty((image.height(), image.width(), 4), np.uint8)
    form = skia.ImageInfo.Make(image.width(), image.height(), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    image.readPixels(form, pixels, pixels.strides[0])
    return pixels
