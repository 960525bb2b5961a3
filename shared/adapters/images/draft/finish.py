"""The hand of the painter over a finished sheet: a breath of uneven pigment, and corners that fall off."""

from functools import lru_cache

import numpy as np
import skia

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.sky import noise
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

_PIGMENT, _FALL_OFF = 0.022, 0.38
_ROWS, _COLUMNS = 270, 480


def finish(canvas: skia.Canvas, site: Site) -> None:
    """Lay both over what is painted, and only there."""
    veil = _veil(site.light.fill.mix(Colour(0.02, 0.02, 0.05), 0.8))
    if not site.picture.inside and site.picture.time in ("dawn", "dusk") and site.picture.weather == "clear":
        _low_light(canvas, site)
    paint = skia.Paint(BlendMode=skia.BlendMode.kSrcATop)
    canvas.drawImageRect(veil, site.space.edges, skia.SamplingOptions(skia.FilterMode.kLinear), paint)


def _low_light(canvas: skia.Canvas, site: Site) -> None:
    """What the low sun does to all it reaches: gold on its side, blue shade on the other and at our feet."""
    space, warm, cool = site.space, site.light.rim, Colour.of("#2A2450")
    x = space.width * (0.5 + 0.36 * site.light.key_x)
    wash = Wash(canvas, site.light, space)
    wash.pool((x, space.horizon - 40, 1.15 * space.width), cool, (0.0, 0.0, 0.12, 0.44))
    wash.pool((x, space.horizon - 20, 0.55 * space.width), warm, (0.36, 0.2, 0.07, 0.0))


@lru_cache(maxsize=8)
def _veil(dark: Colour) -> skia.Image:
    """Light and dark blotches, and darkness towards the corners, mostly clear."""
    field = 0.6 * noise(11, _ROWS, _COLUMNS, (16, 30), 3) + 0.4 * noise(12, _ROWS, _COLUMNS, (40, 62), 2)
    swing = (field - field.mean()) / (field.std() + 1e-6) * _PIGMENT / 2
    y, x = np.mgrid[0:_ROWS, 0:_COLUMNS]
    away = np.hypot(x / _COLUMNS - 0.5, y / _ROWS - 0.48) / 0.707
    fall = np.clip((away - 0.5) / 0.5, 0, 1) ** 1.6 * _FALL_OFF
    light = np.clip(swing, 0, _PIGMENT)
    alpha = np.clip(np.abs(swing), 0, _PIGMENT) * (1 - fall) + fall
    channels = [light + fall * channel for channel in dark.rgb[::-1]]
    pixels = (np.dstack([np.minimum(c, alpha) for c in channels] + [alpha]) * 255 + 0.5).astype(np.uint8)
    return skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
