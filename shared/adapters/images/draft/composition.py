"""The whole picture as layers: the place, its weather and its subjects, deterministic in prompt and seed."""

from functools import lru_cache

import skia

from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.cast import people_layers
from shared.adapters.images.draft.finish import finish
from shared.adapters.images.draft.framing import frame_of, space_of, subject_distance
from shared.adapters.images.draft.light import light_of
from shared.adapters.images.draft.places import PLACES
from shared.adapters.images.draft.reading import read
from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.space import FRAME_HEIGHT
from shared.adapters.images.draft.stage import Layer, blank
from shared.adapters.images.draft.thing import thing_layers
from shared.adapters.images.draft.wash import Wash
from shared.adapters.images.draft.weather import weather_sheets
from shared.kernel.chance import Chance
from shared.ports.images import ImageRequest

KEPT = 2
"""Pictures whose layers are kept, some 80 MB each at 1920x1080."""
BROAD = 0.55
"""Sheets at this depth and nearer, and the farthest, reach the corners of the frame and are finished there."""
SOFTEST = 0.45
"""A sheet of this depth or more than this away from the subject's is as far out of focus as the shot allows."""


def layers_of(request: ImageRequest) -> tuple[Layer, ...]:
    """The picture's layers from the farthest to the nearest, each `sheet_size` large; the first one has no holes.

    They depend on prompt, seed and size alone; those drawn last are kept, because a shot's two frames and its clip
    follow one another.
    """
    return _drawn(ImageRequest(prompt=request.prompt, seed=request.seed, width=request.width, height=request.height))


@lru_cache(maxsize=KEPT)
def _drawn(request: ImageRequest) -> tuple[Layer, ...]:
    size = (request.width, request.height)
    site = site_of(request)
    sheets = (*PLACES[site.picture.place](site), *weather_sheets(site))
    place = tuple(_paint(sheet, site, size) for sheet in sheets)
    layers = (*place, *people_layers(site, size, request.seed), *thing_layers(site, size, request.seed))
    return tuple(sorted(layers, key=lambda layer: layer.depth))


def site_of(request: ImageRequest) -> Site:
    """What the request asks for, with its light and its camera."""
    picture = read(request.prompt)
    light = light_of(picture, request.seed)
    space = space_of(picture, FRAME_HEIGHT * request.width / request.height, 1.0 if light.key_x > 0 else -1.0)
    return Site(picture, light, space, Chance(request.seed), subject_distance(picture, space))


def _paint(sheet: Sheet, site: Site, size: tuple[int, int]) -> Layer:
    """A sheet in the focus that its depth has; what is out of focus is painted smaller, since it holds no detail."""
    width, height = sheet_size(size)
    blur = frame_of(site.picture).blur * min(1.0, abs(sheet.depth - 1.0) / SOFTEST) * size[1] / FRAME_HEIGHT
    shrink = 4 if blur >= 6 else 2 if blur >= 1 else 1
    surface = blank(-(-width // shrink), -(-height // shrink))
    canvas = surface.getCanvas()
    unit = size[1] / FRAME_HEIGHT / shrink
    canvas.translate((width - size[0]) / 2 / shrink, (height - size[1]) / 2 / shrink)
    canvas.scale(unit, unit)
    sheet.paint(Wash(canvas, site.light, site.space))
    if sheet.depth == 0 or BROAD <= sheet.depth <= 1.0:
        finish(canvas, site)
    image = surface.makeImageSnapshot()
    return Layer(sheet.depth, _enlarged(image, (width, height), shrink, blur), sheet.name)


def _enlarged(image: skia.Image, size: tuple[int, int], shrink: int, blur: float) -> skia.Image:
    """Blurred while it is small, since blurring is what costs, then as large as a layer."""
    if blur >= 1:
        paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur / shrink, blur / shrink, skia.TileMode.kClamp))
        small = blank(image.width(), image.height())
        small.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), paint)
        image = small.makeImageSnapshot()
    if shrink == 1:
        return image
    surface = blank(*size)
    surface.getCanvas().scale(shrink, shrink)
    surface.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
    return surface.makeImageSnapshot()
