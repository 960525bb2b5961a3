"""House fronts along a street, their shops and doors, and the wet ground that mirrors them."""

import skia

from shared.adapters.images.draft.building import PLASTER, lit_window, windows_front, windows_side
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import ground, streaks
from shared.adapters.images.draft.wash import Wash

STOREY = 3.1


def row(wash: Wash, site: Site, x: float, run: tuple[float, float]) -> None:
    """The houses on both sides of a street of that half width, over a stretch of distance."""
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
    wash.grade(
        path, ((0, top), (0, low)), (0.0, wash.tone(wall, lit + 0.12), 1.0), (1.0, wash.tone(wall, lit * 0.6), 1.0)
    )
    out = 0.35 if x > 0 else -0.35
    front = (x, x + 8 * out / 0.35) if x > 0 else (x + 8 * out / 0.35, x)
    wash.fill(site.space.front(front, (0.0, h), near), wash.tone(wall, 0.3))
    windows_side(
        wash,
        site,
        name,
        (x, (STOREY * 1.05, h - 0.5), (z + 0.3, z + deep - 0.3)),
        (storeys - 1, max(2, round(deep / 2.2))),
    )
    _shop(wash, site, (x, z, deep), name)
    cornice = site.space.outline((x, h, near), (x - out, h + 0.1, near), (x - out, h + 0.1, z + deep), (x, h, z + deep))
    wash.fill(cornice, wash.tone(wall, 0.1))


def _shop(wash: Wash, site: Site, spot: tuple[float, float, float], name: str) -> None:
    x, z, deep = spot
    if z < 1.5:
        return
    if abs(x) < 3:
        _old_door(wash, site, spot, name)
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
    wash.fill(
        site.space.side(x, (0.0, 2.2), (z + deep * 0.72, z + deep * 0.72 + 1.1)), wash.tone(Colour.of("#5A4334"), 0.3)
    )
    if site.chance.number("has awning", name) < 0.6:
        a, b = z + 0.4, z + deep * 0.66
        wash.fill(
            site.space.outline((x, 2.85, a), (x, 2.85, b), (x + inward, 2.35, b), (x + inward, 2.35, a)),
            wash.far(wash.tone(awning, 0.7), min(0.6, z / 75)),
        )
        wash.fill(
            site.space.outline(
                (x + inward, 2.35, a), (x + inward, 2.35, b), (x + inward, 2.15, b), (x + inward, 2.15, a)
            ),
            wash.far(wash.tone(awning, 0.4), min(0.6, z / 75)),
        )


def road(wash: Wash, site: Site, half: float, wall: float) -> None:
    """A roadway of a half width between pavements."""
    asphalt, pavement = (
        site.colour("road", "asphalt", otherwise="#6A6870"),
        site.colour("pavement", "sidewalk", otherwise="#A39C92"),
    )
    ground(wash, site, pavement, 0.5)
    asphalt = site.snowed(asphalt)
    path = site.space.floor((-half, half), (0.8, 66.0))
    top, low = site.space.horizon, 1130.0
    wash.grade(
        path,
        ((0, top), (0, low)),
        (0.0, wash.far(wash.tone(asphalt, 0.65), 0.55), 1.0),
        (0.3, wash.tone(asphalt, 0.55), 1.0),
        (1.0, wash.tone(asphalt, 0.25), 1.0),
    )
    for side in (-half, half):
        a, b = site.space.at(side, 0, 0.9), site.space.at(side, 0, 66)
        wash.line((a, b), wash.tone(pavement, 0.9), 4, 0.6)
    z = 3.0
    while z < 60:
        wash.fill(site.space.floor((-0.06, 0.06), (z, z + 1.4)), wash.tone(Colour.of("#E8DFC8"), 0.7), 0.6)
        z += 3.4


def cobbles(wash: Wash, site: Site, stone: Colour, half: float) -> None:
    """Small stones all over the ground."""
    streaks(wash, site, "cobble", wash.tone(stone, 0.05), (330, 0.16, 0.20))
    streaks(wash, site, "cobble light", wash.tone(stone, 1.0), (300, 0.14, 0.22))
    if half < 5:
        wash.line((site.space.at(0, 0, 0.9), site.space.at(0, 0, 26)), wash.tone(stone, 0.0), 5, 0.3)


def mirror(wash: Wash, site: Site) -> None:
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


def end_of_street(wash: Wash, site: Site, z: float) -> None:
    """Houses across the far end."""
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
    windows_front(
        wash,
        site,
        name,
        (x, (STOREY, h - 0.3), z - 0.05),
        (max(1, int(h / STOREY) - 1), max(2, int((x[1] - x[0]) / 1.8))),
    )
    if site.chance.number("pitched", name) < 0.6:
        roof = wash.far(Colour.of("#7E4A3F"), min(0.75, z / 80))
        rise = 2.0
        wash.fill(
            site.space.outline(
                (x[0] - 0.3, h, z), (x[1] + 0.3, h, z), (x[1] - 0.6, h + rise, z), (x[0] + 0.6, h + rise, z)
            ),
            wash.tone(roof, 0.55),
        )


def _old_door(wash: Wash, site: Site, spot: tuple[float, float, float], name: str) -> None:
    """The ground floor of a house in a lane: a door in an arch and a barred window."""
    x, z, deep = spot
    wood = Colour.of(site.chance.pick(("#4F6B6A", "#6B4332", "#3F5A7A", "#7A5A3A"), "old door", name))
    near = z + deep * 0.3
    wash.fill(site.space.side(x, (0.0, 2.3), (near - 0.14, near + 1.24)), wash.tone(Colour.of("#CDBFA8"), 0.35))
    wash.fill(site.space.side(x, (0.0, 2.15), (near, near + 1.1)), wash.tone(wood, 0.45))
    lit = lit_window(site, "old", name)
    window = site.space.side(x, (1.2, 2.2), (z + deep * 0.7, z + deep * 0.7 + 0.8))
    wash.fill(window, Colour.of("#FFDB98") if lit else Colour.of("#2E3842").lit(site.light.fill))
