"""The camera moves through layers: near ones pass faster than far ones, to a fraction of a pixel."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np
import skia

from shared.adapters.clips.sheet import Pixels, Sheet
from shared.adapters.clips.stage import Stage
from shared.adapters.clips.weather import fallen
from shared.adapters.images.draft.camera import Affine, matrix, view
from shared.adapters.images.draft.stage import Layer
from shared.adapters.media.reel import HELD, expose
from shared.domain.prompt import MotionPrompt
from shared.ports.media import Frame


def animate(layers: Sequence[Layer], motion: MotionPrompt, frames: int, frame: Frame, into: Path) -> None:
    """A conformed segment of so many frames: the first shows the start of the move, the last its end.

    Layers are given farthest first. The same layers give the same bytes. Raises MediaFault or Unavailable; then nothing
    is left.
    """
    # Threads that wait for one another's rows cost more than they give: clips are drawn side by side.
    cv2.setNumThreads(1)
    expose(shoot(layers, motion, frames, frame), frame, into)


def shoot(layers: Sequence[Layer], motion: MotionPrompt, frames: int, frame: Frame) -> Iterator[Pixels]:
    """The frames one by one, as I420; one is drawn over when so many later ones as a reel holds are drawn."""
    size = (frame.width, frame.height)
    seen = [view(motion.move, motion.amount, number / max(1, frames - 1)) for number in range(frames)]
    laid = []
    for layer in layers:
        first, last = (matrix(layer.depth, at, size) for at in (seen[0], seen[-1]))
        if (sheet := Sheet.of(_pixels(layer.image), _beside(first, last))) is not None:
            laid.append((layer, sheet))
    stage = Stage.of(*size)
    films = [np.empty((frame.height * 3 // 2, frame.width), np.uint8) for _ in range(HELD)]
    for number, film in zip(range(frames), cycle(films), strict=False):
        placed = [
            (sheet, place)
            for layer, sheet in laid
            for place in fallen(
                layer.name, matrix(layer.depth, seen[number], size), layer.image.height(), (number, frames)
            )
        ]
        stage.shoot([sheet for sheet, _ in placed], [place for _, place in placed], film)
        yield film


def _beside(first: Affine, last: Affine) -> tuple[float, float]:
    """How far beside the layer's pixels those of its sheet should lie, so that they fall on the frame's.

    Only along a direction in which it neither moves nor grows: there nothing is left to be done for each frame.
    """
    if first.scale != 1 or last.scale != 1:
        return (0.0, 0.0)
    across, down = (-one % 2 if one == other else 0.0 for one, other in zip(first[1:], last[1:], strict=True))
    return across, down


def _pixels(image: skia.Image) -> Pixels:
    """Premultiplied BGRA."""
    pixels = np.empty((image.height(), image.width(), 4), np.uint8)
    form = skia.ImageInfo.Make(image.width(), image.height(), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    image.readPixels(form, pixels, pixels.strides[0])
    return pixels
