"""What the tests of the draft drawings share: a light, a sheet, and pixels as numbers."""

from collections.abc import Callable

import numpy as np
import skia

from shared.adapters.images.draft.stage import Colour, Light, blank

DAY = Light(
    -0.6, 0.6, Colour(1, 0.97, 0.9), Colour(0.55, 0.58, 0.68), Colour(1, 1, 1), 0.3, Colour(0.8, 0.85, 0.9), 0.0
)
FROM_RIGHT = Light(
    0.9, 0.2, Colour(1, 0.8, 0.6), Colour(0.3, 0.3, 0.45), Colour(1, 0.8, 0.5), 0.6, Colour(0.5, 0.4, 0.4), 0.4
)


def pixels(draw: Callable[[skia.Canvas], None], width: int = 400, height: int = 400) -> np.ndarray:
    """Blue, green, red and alpha of a transparent sheet after drawing, as integers."""
    surface = blank(width, height)
    draw(surface.getCanvas())
    return surface.makeImageSnapshot().toarray(colorType=skia.kBGRA_8888_ColorType).astype(int)


def extent(sheet: np.ndarray, above: int = 128) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is more opaque than that."""
    ys, xs = np.nonzero(sheet[..., 3] > above)
    return int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max())
