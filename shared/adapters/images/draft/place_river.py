"""Water with another side: lake, river, harbour and bridge."""

from math import pi, sin

import numpy as np
import skia

from shared.adapters.images.draft.building import PLASTER, cottage, lamp_pool, lamp_post, windows_front
from shared.adapters.images.draft.craft import lighthouse, planks, sail_boat, shore_line, water_below
from shared.adapters.images.draft.place_land import HILL, near_grass, sky_sheet
from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, mist, ridge, streaks
from shared.adapters.images.draft.tree import broad_tree, bush, pine_tree
from shared.adapters.images.draft.wash import Wash
from shared.adapters.images.draft.water import paint_water, waves


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
        _grass_bank(wash, site, grass, 16.0)
        for index in range(4):
            bush(
                wash,
                site,
                f"b{index}",
                (site.chance.pick((-1, 1), index) * site.chance.between(5, 13, "x", index), 15.5, 1.1),
            )
        blades(wash, site, grass, (15.6, 0.75, 520))
        blades(wash, site, grass, (9.0, 0.25, 420))

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
            (broad_tree if index % 3 else pine_tree)(
                wash, site, f"t{index}", (x, z, site.chance.between(4, 7, "h", index))
            )
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
            windows_front(wash, site, f"q{index}", ((x, x + w), (0.6, h - 0.4), 51.9), (2 + int(h > 6), 3))
            x += w + 0.2
        lighthouse(wash, site, 30.0, 60.0)
        water_below(wash, site, 51.0, 0.35)

    def boats(wash: Wash) -> None:
        for index, (x, z) in enumerate(((-9.5, 24), (6.5, 20), (14.0, 30))):
            sail_boat(wash, site, f"boat{index}", (float(x), float(z)))

    def quay(wash: Wash) -> None:
        stone = site.colour("quay", "pier", "stone", otherwise="#8D857A")
        planks(wash, site, stone, (1.0, 16.0))
        for x in (-5.2, 5.4):
            wash.box((x - 0.16, x + 0.16), (0.0, 0.55), (15.0, 15.4), Colour.of("#3B3A3E"))
        lamp_pool(wash, site, 4.6, 13.4)
        lamp_post(wash, site, 5.2, 13.6, -1)

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
            windows_front(wash, site, f"c{index}", ((x, x + w), (0.5, h), 109.9), (max(2, int(h / 3)), 3))
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
                wash.rail(
                    (side * 3.2, 0.0, z), (side * 3.2, 1.05, z), wash.far(wash.tone(steel, 0.3), min(0.6, z / 70)), 0.06
                )
            for y in (1.05, 0.55):
                a, b = site.space.at(side * 3.2, y, 0.9), site.space.at(side * 3.2, y, 58)
                wash.line((a, b), wash.tone(steel, 0.5), 5)
        for z in (46.0, 18.0):
            wash.box((-3.4, 3.4), (10.6, 11.3), (z, z + 0.6), wash.far(steel, z / 100))

    return (sky_sheet(site), Sheet(0.1, "river", far), Sheet(0.8, "deck", deck))


def _bank(wash: Wash, site: Site) -> None:
    ridge(wash, site, "a", Colour.of("#5C7690"), (0, 230, 3.4, 0.66))
    ridge(wash, site, "b", Colour.of("#4E6B57"), (2, 110, 6, 0.42))
    for index in range(22):
        x = site.chance.between(-60, 60, "pine", index)
        pine_tree(wash, site, f"p{index}", (x, 62.0, site.chance.between(4, 9, "h", index)))


def _grass_bank(wash: Wash, site: Site, grass: Colour, z: float) -> None:
    edges = site.space.edges
    path = outline([*shore_line(site, z), (edges.right(), edges.bottom()), (edges.left(), edges.bottom())])
    wash.down(path, wash.tone(grass, 0.75), wash.tone(grass, 0.3))
    wash.canvas.save()
    wash.canvas.clipPath(path)
    streaks(wash, site, "bank", wash.tone(grass, 0.1), (120, 0.7, 0.15))
    wash.canvas.restore()


def _river_x(z: float) -> float:
    return 8.5 + 6.5 * sin(z / 22 * pi / 2 + 0.2) * min(1.0, z / 10) - 0.12 * z


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
