"""What stands at the water and floats on it: boats, lighthouses, quays, headlands."""

from math import sin

import skia

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import mist
from shared.adapters.images.draft.wash import Point, Wash
from shared.adapters.images.draft.water import paint_water

SAND = "#D8BD8E"


def water_below(wash: Wash, site: Site, z: float, rough: float) -> None:
    """Water from a far bank at that distance to below the frame."""
    y = site.space.at(0, 0, z)[1]
    wash.canvas.save()
    wash.canvas.clipRect(
        skia.Rect.MakeLTRB(site.space.edges.left(), y, site.space.edges.right(), site.space.edges.bottom())
    )
    paint_water(wash, site, rough)
    wash.canvas.restore()
    mist(wash, site, y, 22, 0.5)


def planks(
    wash: Wash, site: Site, colour: Colour, z: tuple[float, float], x: tuple[float, float] = (-40.0, 40.0)
) -> None:
    """A floor of boards or slabs across the picture."""
    near = max(z[0], 0.7)
    path = site.space.floor(x, (near, z[1]))
    wash.down(path, wash.far(wash.tone(colour, 0.8), min(0.5, z[1] / 120)), wash.tone(colour, 0.4))
    step, dark = near, wash.tone(colour, 0.05)
    while step < z[1]:
        (ax, ay), (bx, by) = site.space.at(x[0], 0, step), site.space.at(x[1], 0, step)
        wash.line(((ax, ay), (bx, by)), dark, max(0.8, 12 / step), 0.4)
        step *= 1.09
    if z[1] < 20.0:
        wash.fill(site.space.front(x, (-1.2, 0.0), z[1]), wash.tone(colour, 0.05))


def sail_boat(wash: Wash, site: Site, name: str, spot: tuple[float, float]) -> None:
    """A small boat with a sail and its reflection at (x, z)."""
    x, z = spot
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.0, z)
    hull = wash.far(Colour.of(site.chance.pick(("#8E3B34", "#2F5673", "#E0D3B8", "#6B4A33"), name)), min(0.5, z / 90))
    wash.haze((px, py + 0.25 * unit, 2.2 * unit, 0.35 * unit), wash.tone(hull, 0.0).mix(Colour.of("#0A1A26"), 0.4), 0.6)
    body = outline(
        [
            (px - 2 * unit, py - 0.65 * unit),
            (px + 2.2 * unit, py - 0.75 * unit),
            (px + 1.5 * unit, py + 0.1 * unit),
            (px - 1.5 * unit, py + 0.1 * unit),
        ]
    )
    wash.down(body, wash.tone(hull, 0.85), wash.tone(hull, 0.2))
    mast = wash.tone(Colour.of("#6B5138"), 0.4)
    wash.line(((px, py - 0.6 * unit), (px, py - 5.2 * unit)), mast, max(1.5, 0.09 * unit))
    sail = wash.far(Colour.of("#F0E6D0"), min(0.5, z / 90))
    lit = 0.95 if site.light.key_x > 0 else 0.45
    wash.fill(
        outline(
            [(px + 0.1 * unit, py - 5 * unit), (px + 1.9 * unit, py - 1.1 * unit), (px + 0.1 * unit, py - 1.0 * unit)]
        ),
        wash.tone(sail, lit),
    )
    wash.fill(
        outline(
            [
                (px - 0.1 * unit, py - 4.6 * unit),
                (px - 1.5 * unit, py - 1.0 * unit),
                (px - 0.1 * unit, py - 0.95 * unit),
            ]
        ),
        wash.tone(sail, 1.3 - lit),
    )


def shore_line(site: Site, z: float) -> list[Point]:
    """Where water meets land at that distance, from the left edge to the right."""
    y, edges = site.space.at(0, 0, z)[1], site.space.edges
    size = 0.42 * site.space.unit(z)
    phase = site.chance.between(0, 6, "shore")
    points = []
    for index in range(41):
        x = edges.left() + (edges.right() - edges.left()) * index / 40
        world = (x - site.space.centre) / site.space.unit(z)
        points.append((x, y + size * (sin(world * 0.4 + phase) + 0.4 * sin(world * 1.4 + 2 * phase))))
    return points


def headland(wash: Wash, site: Site) -> None:
    """A cape of rock out at sea, with a lighthouse on it when asked."""
    side = site.chance.pick((-1, 1), "headland")
    for z, h, haze in ((120.0, 14.0, 0.6), (90.0, 8.0, 0.45)):
        spots = [
            (side * (10 + n * 9.0), h * (0.2 + 0.8 * min(1, n / 4)) * site.chance.between(0.8, 1.2, "cliff", n, z), z)
            for n in range(10)
        ]
        path = site.space.outline((side * 6.0, 0, z), *spots, (side * 100.0, 0, z))
        rock = wash.far(Colour.of("#6C6A66"), haze)
        wash.down(path, wash.tone(rock, 0.7), wash.tone(rock, 0.25))
    if site.picture.has("lighthouse"):
        lighthouse(wash, site, side * 24.0, 85.0, 5.0)


def lighthouse(wash: Wash, site: Site, x: float, z: float, base: float = 0.0) -> None:
    """A banded lighthouse at (x, z) on ground of that height; in the dark it sends its beams."""
    white = wash.far(Colour.of("#E9E2D6"), 0.3)
    unit, (px, py) = site.space.unit(z), site.space.at(x, base, z)
    for index in range(5):
        w0, w1 = (1.5 - 0.14 * (index + step) for step in (0, 1))
        y0, y1 = py - index * 2.4 * unit, py - (index + 1) * 2.4 * unit
        band = white if index % 2 == 0 else wash.far(Colour.of("#B4463C"), 0.3)
        path = outline([(px - w0 * unit, y0), (px + w0 * unit, y0), (px + w1 * unit, y1), (px - w1 * unit, y1)])
        side = unit if site.light.key_x > 0 else -unit
        wash.grade(
            path, ((px + side, 0), (px - side, 0)), (0.0, wash.tone(band, 0.95), 1.0), (1.0, wash.tone(band, 0.15), 1.0)
        )
    top = py - 12 * unit
    wash.fill(
        skia.Path.Rect(skia.Rect.MakeLTRB(px - 0.7 * unit, top - 1.3 * unit, px + 0.7 * unit, top)),
        Colour.of("#FFE9B0"),
    )
    wash.fill(
        outline([(px - 0.9 * unit, top - 1.3 * unit), (px + 0.9 * unit, top - 1.3 * unit), (px, top - 2.3 * unit)]),
        wash.tone(Colour.of("#8E3B34"), 0.4),
    )
    if site.light.darkness > 0.25 or site.picture.weather in ("storm", "fog"):
        wash.glow(px, top - 0.6 * unit, 8 * unit, Colour.of("#FFF0C0"), 0.8)
        reach = 900.0
        for side in (-1, 1):
            wash.beam(
                outline([(px, top - 0.7 * unit), (px + side * reach, top - 130), (px + side * reach, top + 40)]),
                ((px, 0), (px + side * reach, 0)),
                Colour.of("#FFF0C0"),
                (0.5, 0.0),
            )
