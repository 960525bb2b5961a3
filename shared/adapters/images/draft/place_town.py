"""Town: streets between facades, alleys, squares, skylines and roofs."""

import skia

from shared.adapters.images.draft.building import PLASTER, lamp_pool, lamp_post, lit_window, windows_front, windows_side
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import sky_sheet
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import ground, mist, ridge, streaks
from shared.adapters.images.draft.wash import Wash

STOREY = 3.1


def street(site: Site) -> tuple[Sheet, ...]:
    """A street between houses with shops, pavements, lamps; wet when it rains."""

    def far(wash: Wash) -> None:
        _end_of_street(wash, site, 70.0)
        _row(wash, site, 5.6, (26.0, 66.0))

    def houses(wash: Wash) -> None:
        _road(wash, site, 3.6, 5.6)
        _row(wash, site, 5.6, (2.2, 26.0))
        mist(wash, site, site.space.horizon - 6, 60, 0.35)

    def kerb(wash: Wash) -> None:
        for z in (30.0, 21.0, 14.5, 9.6):
            for side in (-1, 1):
                lamp_pool(wash, site, side * 3.4, z)
                lamp_post(wash, site, side * 4.1, z, -side)
        _mirror(wash, site)

    return (sky_sheet(site), Sheet(0.14, "end of the street", far), Sheet(0.6, "houses", houses), Sheet(0.8, "lamps", kerb))


def alley(site: Site) -> tuple[Sheet, ...]:
    """A narrow lane between old walls, washing lines above, an arch at its end."""

    def lane(wash: Wash) -> None:
        stone = site.colour("stone", "cobblestones", otherwise="#8B7F72")
        ground(wash, site, stone, 0.3)
        _cobbles(wash, site, stone, 1.8)
        _end_of_street(wash, site, 26.0)
        _row(wash, site, 1.9, (1.6, 26.0))

    def above(wash: Wash) -> None:
        for index, z in enumerate((14.0, 9.0)):
            _washing(wash, site, z, index)
        lamp_pool(wash, site, -1.2, 8.0)
        (px, py), unit = site.space.at(-1.6, 2.9, 8.0), site.space.unit(8.0)
        wash.rail((-1.9, 3.1, 8.0), (-1.5, 3.1, 8.0), Colour.of("#1F1C1C"), 0.05)
        wash.dabs([(px, py, 0.12 * unit, 0.17 * unit)], Colour.of("#FFE6AE") if site.light.darkness > 0.3 else wash.tone(Colour.of("#6A6A66"), 0.5))
        if site.light.darkness > 0.3:
            wash.glow(px, py, 3.4 * unit, LAMP, 0.6)
        _mirror(wash, site)

    return (sky_sheet(site), Sheet(0.55, "walls", lane), Sheet(0.8, "washing", above))


def market(site: Site) -> tuple[Sheet, ...]:
    """A square with stalls under striped awnings, houses around it, bunting above."""

    def far(wash: Wash) -> None:
        x = -40.0
        for index in range(12):
            w, h = site.chance.between(5, 8, "w", index), STOREY * (2 + int(3 * site.chance.number("h", index)))
            house_front(wash, site, f"m{index}", (x, x + w), (h, 34.0))
            x += w
        x0, z = site.chance.pick((-7.0, 8.0), "tower"), 38.0
        tower = wash.far(Colour.of("#B49C7C"), 0.35)
        wash.box((x0 - 1.8, x0 + 1.8), (0, 19), (z, z + 3), tower)
        wash.fill(site.space.outline((x0 - 2.2, 19, z), (x0 + 2.2, 19, z), (x0, 25, z)), wash.tone(wash.far(Colour.of("#6E4A44"), 0.35), 0.5))

    def square(wash: Wash) -> None:
        stone = site.colour("stone", "square", otherwise="#A59884")
        ground(wash, site, stone, 0.5)
        _cobbles(wash, site, stone, 30.0)
        for index, (x, z) in enumerate(((-9.5, 24), (8.8, 22), (-7.4, 15.5), (7.2, 14), (13.5, 18))):
            _stall(wash, site, (float(x), float(z)), index)
        lamp_pool(wash, site, -3.2, 12.0)
        lamp_post(wash, site, -3.6, 12.2, 1)
        _mirror(wash, site)

    return (sky_sheet(site), Sheet(0.18, "houses", far), Sheet(0.75, "square", square))


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

    return (sky_sheet(site), layer("far towers", (230.0, 110.0, 0.62)), layer("towers", (140.0, 80.0, 0.38)), layer("near towers", (85.0, 44.0, 0.12)), *_parapet(site))


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


def _row(wash: Wash, site: Site, x: float, run: tuple[float, float]) -> None:
    houses = []
    for side in (-1, 1):
        z, index = 2.2 if x > 3 else 1.6, 0
        while z < run[1]:
            deep = site.chance.between(5.0, 8.5, "deep", side, index)
            if run[0] <= z + 0.01 and z < run[1]:
                houses.append((z, deep, side, index))
            z, index = z + deep, index + 1
    for z, deep, side, index in sorted(houses, reverse=True):
        storeys = 2 + int(3.4 * site.chance.number("storeys", side, index))
        _house_side(wash, site, (side * x, z, deep), storeys, f"{side}/{index}")


def _house_side(wash: Wash, site: Site, spot: tuple[float, float, float], storeys: int, name: str) -> None:
    x, z, deep = spot
    h, haze = storeys * STOREY + 0.6, min(0.75, z / 75)
    wall = wash.far(Colour.of(site.chance.pick(PLASTER, "wall", name)), haze)
    lit = 0.66 if x * site.light.key_x < 0 else 0.22
    near = max(z, 1.3)
    path = site.space.side(x, (0.0, h), (near, z + deep))
    top, low = site.space.at(x, h, near)[1], site.space.at(x, 0, near)[1]
    wash.grade(path, ((0, top), (0, low)), (0.0, wash.tone(wall, lit + 0.12), 1.0), (1.0, wash.tone(wall, lit * 0.6), 1.0))
    out = 0.35 if x > 0 else -0.35
    front = (x, x + 8 * out / 0.35) if x > 0 else (x + 8 * out / 0.35, x)
    wash.fill(site.space.front(front, (0.0, h), near), wash.tone(wall, 0.3))
    windows_side(wash, site, name, (x, (STOREY * 1.05, h - 0.5), (z + 0.3, z + deep - 0.3)), storeys - 1, max(2, round(deep / 2.2)))
    _shop(wash, site, (x, z, deep), name)
    cornice = site.space.outline((x, h, near), (x - out, h + 0.1, near), (x - out, h + 0.1, z + deep), (x, h, z + deep))
    wash.fill(cornice, wash.tone(wall, 0.1))


def _shop(wash: Wash, site: Site, spot: tuple[float, float, float], name: str) -> None:
    x, z, deep = spot
    if z < 1.5:
        return
    awning = Colour.of(site.chance.pick(("#A8443A", "#3F6A62", "#C79A3E", "#4A5A86"), "awning", name))
    inward = -0.9 if x > 0 else 0.9
    lit = lit_window(site, "shop", name)
    glass = site.space.side(x, (0.5, 2.3), (z + 0.5, z + deep * 0.62))
    if lit:
        wash.fill(glass, Colour.of("#FFDB98"))
        box = glass.getBounds()
        wash.glow(box.centerX(), box.centerY(), 2.4 * site.space.unit(z + deep / 3), LAMP, 0.3)
    else:
        wash.fill(glass, wash.far(Colour.of("#3C4A58").lit(site.light.fill), min(0.6, z / 75)))
    wash.fill(site.space.side(x, (0.0, 2.2), (z + deep * 0.72, z + deep * 0.72 + 1.1)), wash.tone(Colour.of("#5A4334"), 0.3))
    if site.chance.number("has awning", name) < 0.6:
        a, b = z + 0.4, z + deep * 0.66
        wash.fill(site.space.outline((x, 2.85, a), (x, 2.85, b), (x + inward, 2.35, b), (x + inward, 2.35, a)), wash.far(wash.tone(awning, 0.7), min(0.6, z / 75)))
        wash.fill(site.space.outline((x + inward, 2.35, a), (x + inward, 2.35, b), (x + inward, 2.15, b), (x + inward, 2.15, a)), wash.far(wash.tone(awning, 0.4), min(0.6, z / 75)))


def _road(wash: Wash, site: Site, half: float, wall: float) -> None:
    asphalt, pavement = site.colour("road", "asphalt", otherwise="#6A6870"), site.colour("pavement", "sidewalk", otherwise="#A39C92")
    ground(wash, site, pavement, 0.5)
    path = site.space.floor((-half, half), (0.8, 66.0))
    top, low = site.space.horizon, 1130.0
    wash.grade(path, ((0, top), (0, low)), (0.0, wash.far(wash.tone(asphalt, 0.65), 0.55), 1.0), (0.3, wash.tone(asphalt, 0.55), 1.0), (1.0, wash.tone(asphalt, 0.25), 1.0))
    for side in (-half, half):
        a, b = site.space.at(side, 0, 0.9), site.space.at(side, 0, 66)
        wash.line((a, b), wash.tone(pavement, 0.9), 4, 0.6)
    z = 3.0
    while z < 60:
        wash.fill(site.space.floor((-0.06, 0.06), (z, z + 1.4)), wash.tone(Colour.of("#E8DFC8"), 0.7), 0.6)
        z += 3.4


def _cobbles(wash: Wash, site: Site, stone: Colour, half: float) -> None:
    streaks(wash, site, "cobble", wash.tone(stone, 0.05), (330, 0.16, 0.20))
    streaks(wash, site, "cobble light", wash.tone(stone, 1.0), (300, 0.14, 0.22))
    if half < 5:
        wash.line((site.space.at(0, 0, 0.9), site.space.at(0, 0, 26)), wash.tone(stone, 0.0), 5, 0.3)


def _mirror(wash: Wash, site: Site) -> None:
    """Lights doubled in the wet ground."""
    if site.picture.weather not in ("rain", "storm") and not site.picture.has("puddles"):
        return
    low = site.light.haze.mix(Colour(1, 1, 1), 0.15)
    streaks(wash, site, "puddle", low, (46, 0.9, 0.30))
    for index in range(26):
        z = site.chance.between(4.5, 30, "mirror", index)
        x = site.chance.pick((-1, 1), "mirror side", index) * site.chance.between(0.4, 4.6, "mirror x", index)
        (px, py), unit = site.space.at(x, 0, z), site.space.unit(z)
        warm = LAMP if site.light.darkness > 0.3 else site.light.haze
        path = skia.Path.Oval(skia.Rect.MakeLTRB(px - 0.11 * unit, py - 0.2 * unit, px + 0.11 * unit, py + 0.9 * unit))
        wash.shine(path, warm, 9, 0.34 * (0.5 + site.light.darkness))


def _end_of_street(wash: Wash, site: Site, z: float) -> None:
    x = -z * 0.5
    for index in range(9):
        w, h = z * 0.13, site.chance.between(7, 15, "end", index) * (z / 60) ** 0.4
        house_front(wash, site, f"end{index}", (x, x + w), (h, z))
        x += w


def house_front(wash: Wash, site: Site, name: str, x: tuple[float, float], up: tuple[float, float]) -> None:
    """A house of that height, that far away, that faces the camera."""
    h, z = up
    wall = wash.far(Colour.of(site.chance.pick(PLASTER, "front", name)), min(0.75, z / 80))
    front = site.space.front(x, (0.0, h), z)
    wash.down(front, wash.tone(wall, 0.62), wash.tone(wall, 0.4))
    windows_front(wash, site, name, (x, (STOREY, h - 0.3), z - 0.05), max(1, int(h / STOREY) - 1), max(2, int((x[1] - x[0]) / 1.8)))
    if site.chance.number("pitched", name) < 0.6:
        roof = wash.far(Colour.of("#7E4A3F"), min(0.75, z / 80))
        rise = 2.0
        wash.fill(site.space.outline((x[0] - 0.3, h, z), (x[1] + 0.3, h, z), (x[1] - 0.6, h + rise, z), (x[0] + 0.6, h + rise, z)), wash.tone(roof, 0.55))


def _washing(wash: Wash, site: Site, z: float, index: int) -> None:
    a, b = site.space.at(-1.9, 4.6, z), site.space.at(1.9, 4.8, z)
    wash.line((a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 16), b), Colour.of("#2A2626"), 2)
    unit = site.space.unit(z)
    for n in range(6):
        share = (n + 0.6) / 6.6
        x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share + 14 * 4 * share * (1 - share)
        colour = Colour.of(site.chance.pick(("#E9E4DA", "#C8675B", "#7FA0B8", "#D9B767", "#8FA389"), "cloth", index, n))
        w, h = 0.22 * unit, site.chance.between(0.4, 0.8, "hang", index, n) * unit
        wash.grade(outline([(x - w, y), (x + w, y), (x + w * 0.9, y + h), (x - w * 0.95, y + h * 0.95)]), ((x - w, 0), (x + w, 0)), (0.0, wash.tone(colour, 0.45), 1.0), (1.0, wash.tone(colour, 0.8), 1.0))


def _stall(wash: Wash, site: Site, spot: tuple[float, float], index: int) -> None:
    x, z = spot
    wash.contact(x, z, 2.0, 0.45)
    cloth = Colour.of(("#B5483C", "#3F6A7A", "#C9A03E", "#5B7A4A", "#8A4A6A")[index])
    wash.box((x - 1.4, x + 1.4), (0.0, 0.85), (z, z + 1.0), Colour.of("#8A6A48"))
    fruit = ("#D9722E", "#C8403A", "#8FB04A", "#E3B93E")
    for n in range(22):
        px, py = site.space.at(x - 1.25 + 0.12 * n, 0.9 + 0.06 * (n % 2), z + 0.15)
        r = 0.085 * site.space.unit(z)
        wash.dabs([(px, py, r, r)], wash.tone(Colour.of(fruit[(n // 6) % 4]), 0.75))
    for side in (x - 1.35, x + 1.3):
        wash.rail((side, 0.0, z), (side, 2.2, z), wash.tone(Colour.of("#6A4E36"), 0.4), 0.07)
    for n in range(8):
        a, b = x - 1.6 + n * 0.4, x - 1.2 + n * 0.4
        colour = cloth if n % 2 == 0 else Colour.of("#EFE6D4")
        wash.fill(site.space.outline((a, 2.15, z - 0.5), (b, 2.15, z - 0.5), (b, 2.75, z + 0.9), (a, 2.75, z + 0.9)), wash.tone(colour, 0.8))
        wash.fill(site.space.front((a, b), (1.95, 2.15), z - 0.5), wash.tone(colour, 0.45))
    if site.light.darkness > 0.3:
        px, py = site.space.at(x, 1.9, z)
        wash.glow(px, py, 2.6 * site.space.unit(z), LAMP, 0.5)


def _tower(wash: Wash, site: Site, shape: tuple[float, float, float], z: float, look: tuple[str, float]) -> None:
    (x0, x1, h), (name, haze) = shape, look
    wall = wash.far(Colour.of(site.chance.pick(("#6E7488", "#7C7A80", "#5E6A7C", "#8A8078"), "tower", name)), haze)
    front = site.space.front((x0, x1), (-60.0, h), z)
    box = front.getBounds()
    lit, dim = (box.right(), box.left()) if site.light.key_x > 0 else (box.left(), box.right())
    wash.grade(front, ((lit, 0), (dim, 0)), (0.0, wash.tone(wall, 0.8), 1.0), (0.5, wash.tone(wall, 0.45), 1.0), (1.0, wash.tone(wall, 0.2), 1.0))
    rows = max(3, min(16, int((h + 32) / 3.6)))
    windows_front(wash, site, name, ((x0 + 0.6, x1 - 0.6), (h - 3.6 * rows, h - 0.8), z), rows, 4)
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
    roof = wash.far(site.colour("roof", "roofs", "tiles", otherwise=site.chance.pick(("#9A5A46", "#8A4B3C", "#A86A4A", "#74504A"), "tile", name)), haze)
    wash.fill(site.space.front((x - w, x + w), (-14.0, h), z), wash.tone(wall, 0.5))
    windows_front(wash, site, name, ((x - w, x + w), (h - 3.0, h - 0.2), z - 0.05), 1, 3)
    rise = site.chance.between(1.6, 2.8, "rise", name)
    path = site.space.outline((x - w - 0.4, h, z), (x + w + 0.4, h, z), (x + w * 0.55, h + rise, z), (x - w * 0.55, h + rise, z))
    wash.down(path, wash.tone(roof, 0.9), wash.tone(roof, 0.45))
    cx = x + w * 0.3
    wash.box((cx - 0.35, cx + 0.35), (h + rise - 0.6, h + rise + 1.1), (z - 0.3, z), wash.far(Colour.of("#8A6A5C"), haze))


def _tiles(wash: Wash, site: Site, tile: Colour) -> None:
    z = 15.5
    while z > 1.0:
        y = site.space.at(0, 0, z)[1]
        wash.line(((site.space.edges.left(), y), (site.space.edges.right(), y)), wash.tone(tile, 0.0), max(1.0, 16 / z), 0.3)
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


TOWNS: dict[str, Place] = {"street": street, "alley": alley, "market": market, "skyline": skyline, "rooftops": rooftops}
