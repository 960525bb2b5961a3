"""Ground under open skies: ridges in the haze, level ground that runs to the horizon, tufts and stones on it."""

from math import sin

import numpy as np
import skia

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.sky import noise
from shared.adapters.images.draft.space import FRAME_HEIGHT, outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Dab, Point, Wash


def profile(site: Site, name: str, cells: float, octaves: int = 4) -> tuple[Point, ...]:
    """A skyline: (share of the width, height 0..1), the same for every camera."""
    heights = noise(site.chance.seed_for("ridge", name), 1, 241, (1, cells), octaves)[0]
    low, high = float(heights.min()), float(heights.max())
    return tuple((i / 240, (float(h) - low) / (high - low + 1e-6)) for i, h in enumerate(heights))


def ridge(wash: Wash, site: Site, name: str, colour: Colour, shape: tuple[float, float, float, float]) -> list[Point]:
    """A range of hills at (base, lift, cells, haze): the haze gathers at its foot. Returns its skyline."""
    base, lift, cells, haze = shape
    space, edges = site.space, site.space.edges
    zoom = 0.6 + 0.4 * space.zoom
    middle = space.width / 2 + (space.centre - space.width / 2) * 0.5
    points = [
        (middle + (share - 0.5) * space.width * 1.9 * zoom, space.horizon + base - lift * zoom * height)
        for share, height in profile(site, name, cells)
    ]
    foot = space.horizon + base + 60
    points = [(edges.left() - 400, points[0][1]), *points, (edges.right() + 400, points[-1][1])]
    path = outline([*points, (edges.right() + 400, foot), (edges.left() - 400, foot)])
    top = wash.far(wash.tone(colour, 0.62), haze)
    way = ((0.0, space.horizon + base - lift * zoom), (0.0, foot))
    lit = wash.far(wash.tone(colour, 0.95), haze * 0.9)
    wash.grade(path, way, (0.0, lit, 1.0), (0.35, top, 1.0), (0.9, wash.far(top, 0.35 + 0.3 * haze), 1.0))
    return points


def ground(wash: Wash, site: Site, colour: Colour, haze: float = 0.75) -> None:
    """Level ground from the horizon to below the frame."""
    space, edges = site.space, site.space.edges
    colour = site.snowed(colour)
    path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), space.horizon, edges.right(), edges.bottom()))
    far, middle = wash.far(wash.tone(colour, 0.72), haze), wash.far(wash.tone(colour, 0.7), haze * 0.25)
    low = max(edges.bottom(), space.horizon + 500)
    way = ((0.0, space.horizon), (0.0, low))
    wash.grade(path, way, (0.0, far, 1.0), (0.22, middle, 1.0), (1.0, wash.tone(colour, 0.38), 1.0))
    x = space.width * (0.5 + 0.4 * site.light.key_x)
    wash.glow(x, space.horizon + 10, 900, site.light.rim, 0.30 * (1 - 0.6 * site.light.darkness))


def streaks(wash: Wash, site: Site, name: str, colour: Colour, size: tuple[float, float, float]) -> None:
    """Patches that lie on the ground at (count, metres wide, alpha), smaller with the distance."""
    count, metres, alpha = size
    space = site.space
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("streaks", name)))
    dabs: list[Dab] = []
    for distance, side, scale in rng.random((int(count), 3)).tolist():
        z = 3.4 / (0.07 + 0.93 * distance)
        x = (side - 0.5) * (10 + 7 * z)
        px, py = space.at(x, 0.0, z)
        rx = metres * (0.4 + scale) * space.unit(z)
        ry = rx * min(0.45, 0.12 + 0.10 * space.eye)
        if space.edges.top() < py < space.edges.bottom() + ry:
            dabs.append((px, py, rx, ry * min(1.0, 6 / z + 0.15)))
    wash.dabs(dabs, colour, alpha)


def blades(wash: Wash, site: Site, colour: Colour, row: tuple[float, float, int], bloom: Colour | None = None) -> None:
    """A row of grass at (metres away, metres high, how many), bent by the wind; with blooms on some."""
    z, height, count = row
    space = site.space
    left, right = space.reach(z)
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("blades", z)))
    unit = space.unit(z)
    path = skia.PathBuilder()
    heads: list[Dab] = []
    span = 2 * max(abs(left), abs(right), 4.0)
    for place, tall, bend, hue in rng.random((count, 4)).tolist():
        x, y = space.at((place - 0.5) * span, 0.0, z * (0.84 + 0.34 * ((hue * 7.3) % 1.0)))
        if not space.edges.left() - 50 < x < space.edges.right() + 50:
            continue
        h, lean = unit * height * (0.5 + tall), unit * height * (bend - 0.35) * 0.7
        w = unit * 0.012 + 1.2
        path.moveTo(x - w, y + h * 0.3)
        path.quadTo(x - w * 0.4, y - h * 0.6, x + lean, y - h)
        path.quadTo(x + w, y - h * 0.5, x + w, y + h * 0.3)
        path.close()
        if hue < 0.4:
            heads.append((x + lean, y - h, unit * 0.022 + 1.5, unit * 0.02 + 1.5))
    wash.fill(path.detach(), wash.tone(colour, 0.5))
    if bloom is not None:
        wash.dabs(heads, wash.tone(bloom, 0.9))


def mist(wash: Wash, site: Site, y: float, thick: float, alpha: float) -> None:
    """A band of haze across the picture."""
    edges = site.space.edges
    path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), y - thick, edges.right(), y + thick))
    haze = site.light.haze
    wash.grade(path, ((0, y - thick), (0, y + thick)), (0.0, haze, 0.0), (0.5, haze, alpha), (1.0, haze, 0.0))


def way(wash: Wash, site: Site, colour: Colour, metres: float, bend: float = 0.0) -> skia.Path:
    """A path or road that runs from the camera to the horizon, bending to one side; returns its outline."""
    space = site.space
    colour = site.snowed(colour)
    left: list[Point] = []
    right: list[Point] = []
    z = 1.2
    while z < 160:
        x = bend * sin(z / 14) * min(z, 24) * 0.2
        left.append(space.at(x - metres / 2, 0.0, z))
        right.append(space.at(x + metres / 2, 0.0, z))
        z *= 1.13
    path = outline([*left, *reversed(right)])
    top, low = space.horizon, FRAME_HEIGHT * 1.1
    wash.grade(
        path,
        ((0, top), (0, low)),
        (0.0, wash.far(wash.tone(colour, 0.7), 0.7), 1.0),
        (0.3, wash.far(wash.tone(colour, 0.65), 0.2), 1.0),
        (1.0, wash.tone(colour, 0.4), 1.0),
    )
    return path
