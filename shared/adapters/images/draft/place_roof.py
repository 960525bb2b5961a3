"""Town from above: skylines and roofs."""

import skia

from shared.adapters.images.draft.building import PLASTER, windows_front
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import sky_sheet
from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import mist, ridge, streaks
from shared.adapters.images.draft.wash import Wash


def skyline(site: Site) -> tuple[Sheet, ...]:
    """Towers behind towers, their windows lit in the dark, seen from a height."""

    def layer(name: str, row: tuple[float, float, float]) -> Sheet:
        z, tall, haze = row

        def paint(wash: Wash) -> None:
            x = -z * 1.5
            index = 0
            while x < z * 1.5:
                w = site.chance.between(7, 13, name, index)
                h = tall * site.chance.between(0.25, 1.0, name, "h", index) ** 1.4
                _tower(wash, site, (x, x + w, h - 32), z, (f"{name}{index}", haze))
                x += w + site.chance.between(0, 3, name, "gap", index)
                index += 1
            mist(wash, site, site.space.at(0, -28, z)[1], 130, 0.5)

        return Sheet(0.05 + 0.1 * (150 / z), name, paint)

    return (
        sky_sheet(site),
        layer("far towers", (230.0, 110.0, 0.62)),
        layer("towers", (140.0, 80.0, 0.38)),
        layer("near towers", (85.0, 44.0, 0.12)),
        *_parapet(site),
    )


def rooftops(site: Site) -> tuple[Sheet, ...]:
    """Tiled roofs with chimneys under a wide sky, one roof close enough to stand on."""

    def far(wash: Wash) -> None:
        ridge(wash, site, "hills", Colour.of("#5C7690"), (0, 110, 3.2, 0.7))
        for row, z in enumerate((70.0, 52.0, 38.0, 27.0)):
            for index in range(15):
                x = (index - 7.5) * z * 0.19 + site.chance.between(-2, 2, "x", row, index)
                _gable(wash, site, (x, z), f"{row}/{index}")
        mist(wash, site, site.space.horizon + 30, 60, 0.35)

    def near(wash: Wash) -> None:
        tile = site.colour("roof", "roofs", "tiles", otherwise="#9A5A46")
        edges = site.space.edges
        top = site.space.at(0, 0, 15.5)[1]
        path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), top, edges.right(), edges.bottom()))
        wash.down(path, wash.tone(tile, 0.75), wash.tone(tile, 0.3))
        _tiles(wash, site, tile)
        for x, z in ((-6.4, 12.0), (7.4, 10.5)):
            wash.contact(x, z, 1.2, 0.4)
            wash.box((x - 0.5, x + 0.5), (0.0, 1.7), (z, z + 0.7), Colour.of("#8A6A5C"))
            wash.box((x - 0.6, x + 0.6), (1.7, 1.85), (z - 0.1, z + 0.8), Colour.of("#75594E"))
        if site.picture.has("lights"):
            _garland(wash, site)

    return (sky_sheet(site), Sheet(0.18, "roofs", far), Sheet(0.8, "roof", near))


def _tower(wash: Wash, site: Site, shape: tuple[float, float, float], z: float, look: tuple[str, float]) -> None:
    (x0, x1, h), (name, haze) = shape, look
    wall = wash.far(Colour.of(site.chance.pick(("#6E7488", "#7C7A80", "#5E6A7C", "#8A8078"), "tower", name)), haze)
    front = site.space.front((x0, x1), (-60.0, h), z)
    box = front.getBounds()
    lit, dim = (box.right(), box.left()) if site.light.key_x > 0 else (box.left(), box.right())
    wash.grade(
        front,
        ((lit, 0), (dim, 0)),
        (0.0, wash.tone(wall, 0.8), 1.0),
        (0.5, wash.tone(wall, 0.45), 1.0),
        (1.0, wash.tone(wall, 0.2), 1.0),
    )
    rows = max(3, min(16, int((h + 32) / 3.6)))
    windows_front(wash, site, name, ((x0 + 0.6, x1 - 0.6), (h - 3.6 * rows, h - 0.8), z), (rows, 4))
    if site.chance.number("mast", name) < 0.25:
        (px, py), unit = site.space.at((x0 + x1) / 2, h, z), site.space.unit(z)
        wash.line(((px, py), (px, py - 8 * unit)), wash.tone(wall, 0.3), 3)
        wash.dabs([(px, py - 8 * unit, 3.5, 3.5)], Colour.of("#FF5A4A"))


def _parapet(site: Site) -> tuple[Sheet, ...]:
    def paint(wash: Wash) -> None:
        stone = site.colour("roof", "terrace", otherwise="#6F6A6C")
        edges = site.space.edges
        top = site.space.at(0, 0, 15.5)[1]
        path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), top, edges.right(), edges.bottom()))
        wash.down(path, wash.tone(stone, 0.7), wash.tone(stone, 0.25))
        streaks(wash, site, "roof", wash.tone(stone, 0.0), (90, 0.8, 0.15))
        wash.box((-40.0, 40.0), (0.0, 0.5), (15.5, 15.9), stone)

    return (Sheet(0.85, "parapet", paint),)


def _gable(wash: Wash, site: Site, spot: tuple[float, float], name: str) -> None:
    x, z = spot
    haze = min(0.7, z / 95)
    w, h = site.chance.between(2.6, 4.6, "w", name), site.chance.between(-3.4, -0.6, "h", name)
    wall = wash.far(Colour.of(site.chance.pick(PLASTER, "wall", name)), haze)
    roof = wash.far(
        site.colour(
            "roof",
            "roofs",
            "tiles",
            otherwise=site.chance.pick(("#9A5A46", "#8A4B3C", "#A86A4A", "#74504A"), "tile", name),
        ),
        haze,
    )
    wash.fill(site.space.front((x - w, x + w), (-14.0, h), z), wash.tone(wall, 0.5))
    windows_front(wash, site, name, ((x - w, x + w), (h - 3.0, h - 0.2), z - 0.05), (1, 3))
    rise = site.chance.between(1.6, 2.8, "rise", name)
    path = site.space.outline(
        (x - w - 0.4, h, z), (x + w + 0.4, h, z), (x + w * 0.55, h + rise, z), (x - w * 0.55, h + rise, z)
    )
    wash.down(path, wash.tone(roof, 0.9), wash.tone(roof, 0.45))
    cx = x + w * 0.3
    wash.box(
        (cx - 0.35, cx + 0.35), (h + rise - 0.6, h + rise + 1.1), (z - 0.3, z), wash.far(Colour.of("#8A6A5C"), haze)
    )


def _tiles(wash: Wash, site: Site, tile: Colour) -> None:
    z = 15.5
    while z > 1.0:
        y = site.space.at(0, 0, z)[1]
        wash.line(
            ((site.space.edges.left(), y), (site.space.edges.right(), y)), wash.tone(tile, 0.0), max(1.0, 16 / z), 0.3
        )
        z *= 0.93
    for index in range(-60, 61):
        a, b = site.space.at(index * 0.5, 0, 1.0), site.space.at(index * 0.5, 0, 15.5)
        wash.line((a, b), wash.tone(tile, 0.05), 1.6, 0.22)


def _garland(wash: Wash, site: Site) -> None:
    for index in range(31):
        share = index / 30
        x, y = site.space.at(-9 + 18 * share, 3.4 - 1.3 * 4 * ((share * 2) % 1) * (1 - (share * 2) % 1), 12.0)
        wash.glow(x, y, 44, LAMP, 0.55)
        wash.dabs([(x, y, 4.5, 4.5)], Colour.of("#FFF2CC"))
