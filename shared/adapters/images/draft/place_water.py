"""Water: sea, shore, lake, river, harbour, bridge, and below the surface."""

from math import pi, sin

import numpy as np
import skia

from shared.adapters.images.draft.building import PLASTER, cottage, lamp_pool, lamp_post, windows_front
from shared.adapters.images.draft.place_land import HILL, near_grass, sky_sheet
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, ground, mist, ridge, streaks
from shared.adapters.images.draft.tree import broad_tree, bush, pine_tree
from shared.adapters.images.draft.wash import Point, Wash
from shared.adapters.images.draft.water import paint_water, waves

SAND = "#D8BD8E"
_ROUGH = {"clear": 0.35, "cloudy": 0.5, "fog": 0.2, "snow": 0.4, "rain": 0.7, "storm": 1.0}


def sea(site: Site) -> tuple[Sheet, ...]:
    """Open water to the horizon, with an island, a lighthouse or a boat when asked."""

    def far(wash: Wash) -> None:
        if site.picture.has("lighthouse") or site.picture.has("mountains"):
            _headland(wash, site)
        paint_water(wash, site, _ROUGH[site.picture.weather])
        mist(wash, site, site.space.horizon, 26, 0.6)
        if site.picture.has("boat"):
            sail_boat(wash, site, "boat", (site.chance.pick((-5.0, 6.0), "boat"), 22.0))

    def near(wash: Wash) -> None:
        _swell(wash, site)

    return (sky_sheet(site), Sheet(0.3, "sea", far), Sheet(1.15, "swell", near))


def beach(site: Site) -> tuple[Sheet, ...]:
    """A shore: sea behind, a line of foam, wet sand that mirrors the sky, dry sand in front."""
    sand = site.colour("sand", "beach", "shore", otherwise=SAND)

    def water(wash: Wash) -> None:
        if site.picture.has("lighthouse") or site.picture.has("mountains"):
            _headland(wash, site)
        paint_water(wash, site, _ROUGH[site.picture.weather])
        mist(wash, site, site.space.horizon, 24, 0.5)
        if site.picture.has("boat"):
            sail_boat(wash, site, "boat", (site.chance.pick((-7.0, 8.0), "boat"), 34.0))

    def shore(wash: Wash) -> None:
        line = _shore_line(site, 9.0)
        edges = site.space.edges
        low = [(edges.right(), edges.bottom()), (edges.left(), edges.bottom())]
        path = outline([*line, *low])
        top = min(y for _, y in line)
        wet = wash.tone(sand, 0.35).mix(site.light.haze, 0.35)
        wash.grade(path, ((0, top), (0, edges.bottom())), (0.0, wet, 1.0), (0.22, wash.tone(sand, 0.7), 1.0), (1.0, wash.tone(sand, 0.42), 1.0))
        foam = Colour.of("#F4F8F6").lit(site.light.key.mix(site.light.haze, 0.3))
        for shift, width, alpha in ((-16, 5, 0.55), (-5, 9, 0.9), (7, 4, 0.5)):
            wash.line([(x, y + shift * site.space.zoom) for x, y in line], foam, width, alpha)
        streaks(wash, site, "sand", wash.tone(sand, 0.05), (150, 0.5, 0.10))
        streaks(wash, site, "shell", wash.tone(sand, 1.0), (120, 0.25, 0.25))

    return (sky_sheet(site), Sheet(0.2, "sea", water), Sheet(0.8, "shore", shore))


def lake(site: Site) -> tuple[Sheet, ...]:
    """Still water that mirrors hills and trees, with a reedy bank."""

    def far(wash: Wash) -> None:
        _bank(wash, site)
        space = site.space
        paint_water(wash, site, 0.15)
        wash.canvas.save()
        wash.canvas.translate(0, 2 * space.horizon + 4)
        wash.canvas.scale(1, -0.85)
        wash.canvas.translate(0, -0.15 * space.horizon / 0.85)
        wash.canvas.saveLayerAlpha(None, 120)
        wash.canvas.clipRect(skia.Rect.MakeLTRB(space.edges.left(), 0, space.edges.right(), space.horizon))
        _bank(wash, site)
        wash.canvas.restore()
        wash.canvas.restore()
        waves(wash, site, site.light.haze, (0.25, 0.1), "ripple")
        mist(wash, site, space.horizon + 4, 26, 0.6)

    def bank(wash: Wash) -> None:
        grass = site.colour("grass", "bank", otherwise="#6F7F4C")
        _grass_bank(wash, site, grass, 7.2)
        for index in range(4):
            bush(wash, site, f"b{index}", (site.chance.pick((-1, 1), index) * site.chance.between(3.5, 9, "x", index), 6.9, 0.8))
        blades(wash, site, grass, (7.0, 0.5, 420))

    return (sky_sheet(site), Sheet(0.2, "lake", far), Sheet(0.85, "bank", bank), *near_grass(site, HILL))


def river(site: Site) -> tuple[Sheet, ...]:
    """A river that winds through meadows towards hills."""
    grass = site.colour("grass", "bank", otherwise="#71894E")

    def far(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#5C7690"), (0, 190, 3.2, 0.7))
        ridge(wash, site, "b", HILL, (14, 90, 5, 0.45))
        mist(wash, site, site.space.horizon + 10, 50, 0.5)

    def land(wash: Wash) -> None:
        paint_water(wash, site, 0.3)
        for index, path in enumerate(_river_banks(site)):
            top, low = site.space.horizon, 1130.0
            wash.grade(
                path,
                ((0, top), (0, low)),
                (0.0, wash.far(wash.tone(grass, 0.7), 0.6), 1.0),
                (0.25, wash.tone(grass, 0.75), 1.0),
                (1.0, wash.tone(grass, 0.35), 1.0),
            )
            wash.canvas.save()
            wash.canvas.clipPath(path)
            streaks(wash, site, f"shade{index}", wash.tone(grass, 0.1), (140, 1.0, 0.14))
            wash.canvas.restore()
        for index in range(8):
            z = 44 - index * 4.6
            side = 1 if index % 2 else -1
            x = _river_x(z) + side * (5.5 + site.chance.between(0, 7, "x", index))
            (broad_tree if index % 3 else pine_tree)(wash, site, f"t{index}", (x, z, site.chance.between(4, 7, "h", index)))
        if site.picture.has("house"):
            cottage(wash, site, "house", (_river_x(30) + 12, 30.0))

    return (sky_sheet(site), Sheet(0.08, "hills", far), Sheet(0.75, "river", land), *near_grass(site, grass))


def harbour(site: Site) -> tuple[Sheet, ...]:
    """A quay with moored boats, houses across the water, lamps and a lighthouse."""

    def far(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#5C7690"), (0, 130, 3.2, 0.66))
        x = -46.0
        for index in range(16):
            w, h = site.chance.between(4, 7, "w", index), site.chance.between(4, 9, "h", index)
            colour = wash.far(Colour.of(site.chance.pick(PLASTER, "wall", index)), 0.35)
            wash.box((x, x + w), (0.0, h), (52.0, 56.0), colour)
            windows_front(wash, site, f"q{index}", ((x, x + w), (0.6, h - 0.4), 51.9), 2 + int(h > 6), 3)
            x += w + 0.2
        _lighthouse(wash, site, 30.0, 60.0)
        water_below(wash, site, 51.0, 0.35)

    def boats(wash: Wash) -> None:
        for index, (x, z) in enumerate(((-9.5, 24), (6.5, 20), (14.0, 30))):
            sail_boat(wash, site, f"boat{index}", (float(x), float(z)))

    def quay(wash: Wash) -> None:
        stone = site.colour("quay", "pier", "stone", otherwise="#8D857A")
        planks(wash, site, stone, (1.0, 9.5))
        for x in (-5.2, 5.4):
            wash.box((x - 0.16, x + 0.16), (0.0, 0.55), (8.6, 8.9), Colour.of("#3B3A3E"))
        lamp_pool(wash, site, 3.8, 8.8)
        lamp_post(wash, site, 4.4, 9.0, -1)

    return (sky_sheet(site), Sheet(0.15, "town", far), Sheet(0.4, "boats", boats), Sheet(0.85, "quay", quay))


def bridge(site: Site) -> tuple[Sheet, ...]:
    """On a bridge: the deck runs ahead between rails, cables rise to towers, a city or hills beyond the river."""

    def far(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#5C7690"), (0, 120, 3.2, 0.66))
        x = -90.0
        for index in range(26):
            w, h = site.chance.between(5, 9, "w", index), site.chance.between(4, 22, "h", index)
            colour = wash.far(Colour.of("#6E7488"), 0.5)
            wash.fill(site.space.front((x, x + w), (0, h), 110.0), wash.tone(colour, 0.4))
            windows_front(wash, site, f"c{index}", ((x, x + w), (0.5, h), 109.9), max(2, int(h / 3)), 3)
            x += w
        water_below(wash, site, 100.0, 0.4)

    def deck(wash: Wash) -> None:
        steel = site.colour("bridge", "steel", "iron", otherwise="#7A4A3E")
        planks(wash, site, site.colour("deck", "stone", otherwise="#84807C"), (0.8, 60.0), (-3.2, 3.2))
        for side in (-1, 1):
            for z in (46.0, 18.0):
                wash.box((side * 3.5 - 0.4, side * 3.5 + 0.4), (0.0, 13.0), (z, z + 0.8), wash.far(steel, z / 100))
            _cables(wash, site, side, steel)
            for z in [1.2 * 1.22**n for n in range(20)]:
                wash.rail((side * 3.2, 0.0, z), (side * 3.2, 1.05, z), wash.far(wash.tone(steel, 0.3), min(0.6, z / 70)), 0.06)
            for y in (1.05, 0.55):
                a, b = site.space.at(side * 3.2, y, 0.9), site.space.at(side * 3.2, y, 58)
                wash.line((a, b), wash.tone(steel, 0.5), 5)
        for z in (46.0, 18.0):
            wash.box((-3.4, 3.4), (10.6, 11.3), (z, z + 0.6), wash.far(steel, z / 100))

    return (sky_sheet(site), Sheet(0.1, "river", far), Sheet(0.8, "deck", deck))


def underwater(site: Site) -> tuple[Sheet, ...]:
    """Below the surface: shafts of light from above, weed and rocks on the bed, bubbles."""
    deep = site.colour("water", "sea", otherwise="#0E4F6E").lit(site.light.fill.mix(site.light.key, 0.5))

    def back(wash: Wash) -> None:
        edges, space = site.space.edges, site.space
        bright = deep.mix(Colour.of("#9FE6DF").lit(site.light.key), 0.75)
        wash.grade(skia.Path.Rect(edges), ((0, edges.top()), (0, edges.bottom())), (0.0, bright, 1.0), (0.4, deep.mix(bright, 0.3), 1.0), (1.0, deep.mix(Colour.of("#03131F"), 0.6), 1.0))
        x = space.width * (0.5 + 0.3 * site.light.key_x)
        wash.glow(x, edges.top(), 900, bright, 0.6)
        for index in range(9):
            foot = x + (index - 4) * 270 + site.chance.between(-60, 60, "ray", index)
            top, half = x + (index - 4) * 70, site.chance.between(20, 70, "ray w", index)
            wash.beam(outline([(top - half * 0.3, edges.top()), (top + half * 0.3, edges.top()), (foot + half, 1000), (foot - half, 1000)]), ((0, edges.top()), (0, 950)), bright, (0.30, 0.0))

    def bed(wash: Wash) -> None:
        colour = site.colour("sand", otherwise="#5E7F7C").mix(deep, 0.45)
        ridge(wash, site, "rocks", deep.mix(Colour.of("#0A2230"), 0.3), (90, 190, 5, 0.1))
        ridge(wash, site, "rocks2", deep.mix(Colour.of("#06202B"), 0.5), (170, 130, 7, 0.0))
        line = _shore_line(site, 5.0)
        edges = site.space.edges
        path = outline([*line, (edges.right(), edges.bottom()), (edges.left(), edges.bottom())])
        wash.down(path, wash.tone(colour, 0.6), wash.tone(colour, 0.2))
        streaks(wash, site, "caustic", deep.mix(Colour.of("#CFFFF2"), 0.5), (150, 0.6, 0.10))

    def weed(wash: Wash) -> None:
        for index in range(16):
            x = site.space.width * site.chance.number("weed", index)
            _weed(wash, site, (x, site.space.edges.bottom()), index)
        for index in range(46):
            x, y = (site.chance.number("bubble", axis, index) for axis in "xy")
            r = 2 + 7 * site.chance.number("bubble r", index) ** 2
            wash.canvas.drawCircle(x * site.space.width, y * 1080, r, skia.Paint(AntiAlias=True, Color=Colour.of("#D8FFF6").paint(0.5), Style=skia.Paint.kStroke_Style, StrokeWidth=1.6))

    return (Sheet(0.0, "water", back), Sheet(0.6, "bed", bed), Sheet(1.3, "weed", weed))


def water_below(wash: Wash, site: Site, z: float, rough: float) -> None:
    """Water from a far bank at that distance to below the frame."""
    y = site.space.at(0, 0, z)[1]
    wash.canvas.save()
    wash.canvas.clipRect(skia.Rect.MakeLTRB(site.space.edges.left(), y, site.space.edges.right(), site.space.edges.bottom()))
    paint_water(wash, site, rough)
    wash.canvas.restore()
    mist(wash, site, y, 22, 0.5)


def planks(wash: Wash, site: Site, colour: Colour, z: tuple[float, float], x: tuple[float, float] = (-40.0, 40.0)) -> None:
    """A floor of boards or slabs across the picture."""
    near = max(z[0], 0.7)
    path = site.space.floor(x, (near, z[1]))
    wash.down(path, wash.far(wash.tone(colour, 0.8), min(0.5, z[1] / 120)), wash.tone(colour, 0.4))
    step, dark = near, wash.tone(colour, 0.05)
    while step < z[1]:
        (ax, ay), (bx, by) = site.space.at(x[0], 0, step), site.space.at(x[1], 0, step)
        wash.line(((ax, ay), (bx, by)), dark, max(0.8, 12 / step), 0.4)
        step *= 1.09
    if z[1] < 20:
        wash.fill(site.space.front(x, (-1.2, 0.0), z[1]), wash.tone(colour, 0.05))


def sail_boat(wash: Wash, site: Site, name: str, spot: tuple[float, float]) -> None:
    """A small boat with a sail and its reflection at (x, z)."""
    x, z = spot
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.0, z)
    hull = wash.far(Colour.of(site.chance.pick(("#8E3B34", "#2F5673", "#E0D3B8", "#6B4A33"), name)), min(0.5, z / 90))
    wash.haze((px, py + 0.25 * unit, 2.2 * unit, 0.35 * unit), wash.tone(hull, 0.0).mix(Colour.of("#0A1A26"), 0.4), 0.6)
    body = outline([(px - 2 * unit, py - 0.65 * unit), (px + 2.2 * unit, py - 0.75 * unit), (px + 1.5 * unit, py + 0.1 * unit), (px - 1.5 * unit, py + 0.1 * unit)])
    wash.down(body, wash.tone(hull, 0.85), wash.tone(hull, 0.2))
    mast = wash.tone(Colour.of("#6B5138"), 0.4)
    wash.line(((px, py - 0.6 * unit), (px, py - 5.2 * unit)), mast, max(1.5, 0.09 * unit))
    sail = wash.far(Colour.of("#F0E6D0"), min(0.5, z / 90))
    lit = 0.95 if site.light.key_x > 0 else 0.45
    wash.fill(outline([(px + 0.1 * unit, py - 5 * unit), (px + 1.9 * unit, py - 1.1 * unit), (px + 0.1 * unit, py - 1.0 * unit)]), wash.tone(sail, lit))
    wash.fill(outline([(px - 0.1 * unit, py - 4.6 * unit), (px - 1.5 * unit, py - 1.0 * unit), (px - 0.1 * unit, py - 0.95 * unit)]), wash.tone(sail, 1.3 - lit))


def _shore_line(site: Site, z: float) -> list[Point]:
    y, edges = site.space.at(0, 0, z)[1], site.space.edges
    size = 26 * site.space.zoom
    phase = site.chance.between(0, 6, "shore")
    points = []
    for index in range(41):
        x = edges.left() + (edges.right() - edges.left()) * index / 40
        world = (x - site.space.centre) / site.space.unit(z)
        points.append((x, y + size * (sin(world * 0.55 + phase) + 0.4 * sin(world * 1.4 + 2 * phase))))
    return points


def _headland(wash: Wash, site: Site) -> None:
    side = site.chance.pick((-1, 1), "headland")
    for z, h, haze in ((120.0, 14.0, 0.6), (90.0, 8.0, 0.45)):
        spots = [(side * (10 + n * 9.0), h * (0.2 + 0.8 * min(1, n / 4)) * site.chance.between(0.8, 1.2, "cliff", n, z), z) for n in range(10)]
        path = site.space.outline((side * 6.0, 0, z), *spots, (side * 100.0, 0, z))
        rock = wash.far(Colour.of("#6C6A66"), haze)
        wash.down(path, wash.tone(rock, 0.7), wash.tone(rock, 0.25))
    if site.picture.has("lighthouse"):
        _lighthouse(wash, site, side * 24.0, 85.0, 5.0)


def _lighthouse(wash: Wash, site: Site, x: float, z: float, base: float = 0.0) -> None:
    white = wash.far(Colour.of("#E9E2D6"), 0.3)
    unit, (px, py) = site.space.unit(z), site.space.at(x, base, z)
    for index in range(5):
        w0, w1 = (1.5 - 0.14 * (index + step) for step in (0, 1))
        y0, y1 = py - index * 2.4 * unit, py - (index + 1) * 2.4 * unit
        band = white if index % 2 == 0 else wash.far(Colour.of("#B4463C"), 0.3)
        path = outline([(px - w0 * unit, y0), (px + w0 * unit, y0), (px + w1 * unit, y1), (px - w1 * unit, y1)])
        side = unit if site.light.key_x > 0 else -unit
        wash.grade(path, ((px + side, 0), (px - side, 0)), (0.0, wash.tone(band, 0.95), 1.0), (1.0, wash.tone(band, 0.15), 1.0))
    top = py - 12 * unit
    wash.fill(skia.Path.Rect(skia.Rect.MakeLTRB(px - 0.7 * unit, top - 1.3 * unit, px + 0.7 * unit, top)), Colour.of("#FFE9B0"))
    wash.fill(outline([(px - 0.9 * unit, top - 1.3 * unit), (px + 0.9 * unit, top - 1.3 * unit), (px, top - 2.3 * unit)]), wash.tone(Colour.of("#8E3B34"), 0.4))
    if site.light.darkness > 0.25 or site.picture.weather in ("storm", "fog"):
        wash.glow(px, top - 0.6 * unit, 8 * unit, Colour.of("#FFF0C0"), 0.8)
        reach = 900.0
        for side in (-1, 1):
            wash.beam(outline([(px, top - 0.7 * unit), (px + side * reach, top - 130), (px + side * reach, top + 40)]), ((px, 0), (px + side * reach, 0)), Colour.of("#FFF0C0"), (0.5, 0.0))


def _bank(wash: Wash, site: Site) -> None:
    ridge(wash, site, "a", Colour.of("#5C7690"), (0, 230, 3.4, 0.66))
    ridge(wash, site, "b", Colour.of("#4E6B57"), (2, 110, 6, 0.42))
    for index in range(22):
        x = site.chance.between(-60, 60, "pine", index)
        pine_tree(wash, site, f"p{index}", (x, 62.0, site.chance.between(4, 9, "h", index)))


def _grass_bank(wash: Wash, site: Site, grass: Colour, z: float) -> None:
    edges = site.space.edges
    path = outline([*_shore_line(site, z), (edges.right(), edges.bottom()), (edges.left(), edges.bottom())])
    wash.down(path, wash.tone(grass, 0.75), wash.tone(grass, 0.3))
    wash.canvas.save()
    wash.canvas.clipPath(path)
    streaks(wash, site, "bank", wash.tone(grass, 0.1), (120, 0.7, 0.15))
    wash.canvas.restore()


def _river_x(z: float) -> float:
    return 4.2 * sin(z / 15 * pi / 2) * min(1.0, z / 10) + 1.5


def _river_banks(site: Site) -> tuple[skia.Path, skia.Path]:
    zs = np.geomspace(0.9, 150, 44).tolist()
    left = [site.space.at(_river_x(z) - 3.2, 0, z) for z in zs]
    right = [site.space.at(_river_x(z) + 3.2, 0, z) for z in zs]
    edges, top = site.space.edges, site.space.horizon
    far_left, far_right = min(edges.left(), left[0][0]) - 900, max(edges.right(), right[0][0]) + 900
    low = edges.bottom() + 400
    return (
        outline([(far_left, top), *reversed(left), (left[0][0], low), (far_left, low)]),
        outline([(far_right, top), *reversed(right), (right[0][0], low), (far_right, low)]),
    )


def _swell(wash: Wash, site: Site) -> None:
    edges = site.space.edges
    low = Colour.of("#123648").lit(site.light.fill.mix(site.light.key, 0.3))
    for index, y in enumerate((985.0, 1060.0)):
        phase = site.chance.between(0, 6, "swell", index)
        crest = [(edges.left() + i * 60.0, y + 22 * sin(i * 0.5 + phase) + 9 * sin(i * 1.3 + phase)) for i in range(41)]
        path = outline([*crest, (crest[-1][0], edges.bottom() + 20), (edges.left(), edges.bottom() + 20)])
        wash.grade(path, ((0, y - 20), (0, y + 130)), (0.0, low.mix(site.light.haze, 0.35), 0.75), (1.0, low, 0.9))
        wash.line(crest, site.light.haze.mix(Colour(1, 1, 1), 0.3), 3, 0.5)


def _weed(wash: Wash, site: Site, foot: Point, index: int) -> None:
    x, y = foot
    h, phase = site.chance.between(160, 520, "weed h", index), site.chance.between(0, 6, "phase", index)
    points = [(x + 26 * sin(phase + n * 0.7) * n / 8, y - h * n / 12) for n in range(13)]
    colour = Colour.of(site.chance.pick(("#0C3B3A", "#114A3E", "#1B4B2F", "#3A2E4A"), "weed c", index)).lit(site.light.key)
    wash.line(points, colour, site.chance.between(8, 22, "weed w", index), 0.92)


def _cables(wash: Wash, site: Site, side: int, steel: Colour) -> None:
    x = side * 3.5
    for z0, z1 in ((1.5, 18.0), (18.4, 46.0)):
        points = []
        for step in range(17):
            share = step / 16
            z = z0 + (z1 - z0) * share
            y = 12.6 - 36 * share * (1 - share) * (0.25 if z0 > 2 else 0.27)
            points.append(site.space.at(x, y, z))
            if step % 2 and z > 2:
                wash.line((points[-1], site.space.at(side * 3.2, 1.0, z)), wash.tone(steel, 0.4), max(1.0, 9 / z), 0.8)
        wash.line(points, wash.tone(steel, 0.5), 5)


WATERS: dict[str, Place] = {
    "sea": sea, "beach": beach, "lake": lake, "river": river, "harbour": harbour, "bridge": bridge, "underwater": underwater,
}  # fmt: skip
