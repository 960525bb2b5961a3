"""Buildings: facades with rows of windows, cottages, fences, lamp posts."""

import skia

from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

PLASTER = ("#C9A98A", "#B98F77", "#A7A08F", "#C4B69B", "#9C8B8F", "#B6A284")
ROOF = Colour.of("#8A4B3C")
GLASS = Colour.of("#4A5A6C")
Pair = tuple[float, float]


def lit_window(site: Site, *names: object) -> bool:
    """Somebody is at home behind this window: often in the dark, hardly ever by day."""
    share = {"night": 0.5, "dusk": 0.4, "dawn": 0.12}.get(site.picture.time, 0.0)
    return site.chance.number("lit", *names) < share + (0.15 if site.picture.weather == "storm" else 0.0)


def windows_front(wash: Wash, site: Site, name: str, wall: tuple[Pair, Pair, float], grid: tuple[int, int]) -> None:
    """Rows of windows on a wall (x from-to, y from-to, z) that faces the camera."""
    ((x0, x1), (y0, y1), z), (rows, columns) = wall, grid
    haze = min(0.7, z / 90)
    for row in range(rows):
        for column in range(columns):
            w, h = (x1 - x0) / columns, (y1 - y0) / rows
            left, low = x0 + w * (column + 0.28), y0 + h * (row + 0.25)
            path = site.space.front((left, left + w * 0.44), (low, low + h * 0.55), z)
            _pane(wash, site, path, lit_window(site, name, row, column), haze)


def windows_side(wash: Wash, site: Site, name: str, wall: tuple[float, Pair, Pair], grid: tuple[int, int]) -> None:
    """Rows of windows on a wall (x, y from-to, z from-to) that runs away from the camera."""
    (x, (y0, y1), (z0, z1)), (rows, columns) = wall, grid
    for row in range(rows):
        for column in range(columns):
            d, h = (z1 - z0) / columns, (y1 - y0) / rows
            near, low = z0 + d * (column + 0.28), y0 + h * (row + 0.25)
            if near < 0.6:
                continue
            lit = lit_window(site, name, row, column)
            frame = site.space.side(x, (low - 0.07, low + h * 0.55 + 0.07), (near - 0.06, near + d * 0.44 + 0.06))
            wash.fill(frame, wash.tone(Colour.of("#D8CDBA"), 0.3), 0.8)
            _pane(
                wash, site, site.space.side(x, (low, low + h * 0.55), (near, near + d * 0.44)), lit, min(0.6, near / 80)
            )


def cottage(wash: Wash, site: Site, name: str, spot: Pair) -> None:
    """A small house with a pitched roof, a door, a chimney and windows, its gable to the side."""
    x, z = spot
    wall = Colour.of(site.chance.pick(("#D9C6A5", "#CDB89A", "#C7A98D", "#D5CFC2"), name, "wall"))
    w, h, rise = site.chance.between(2.4, 3.4, name, "w"), 2.6, 1.9
    haze = min(0.8, z / 75)
    wall, roof = wash.far(wall, haze), wash.far(site.colour("roof", otherwise="#8A4B3C"), haze)
    if site.picture.weather == "snow" or site.picture.place == "snow":
        roof = wash.far(Colour.of("#EEF3FA"), haze)
    wash.contact(x, z, w * 1.5, 0.4)
    wash.box((x - w, x + w), (0.0, h), (z, z + 3.4), wall)
    eave = 0.35
    front = site.space.outline(
        (x - w - eave, h - 0.15, z - 0.3),
        (x + w + eave, h - 0.15, z - 0.3),
        (x + w, h + rise, z + 1.7),
        (x - w, h + rise, z + 1.7),
    )
    wash.down(front, wash.tone(roof, 0.85), wash.tone(roof, 0.45))
    chimney = x + w * 0.55
    wash.box(
        (chimney - 0.28, chimney + 0.28),
        (h + 1.0, h + rise + 0.7),
        (z + 1.4, z + 1.9),
        wash.far(Colour.of("#9A6B58"), haze),
    )
    wash.fill(
        site.space.front((x - 0.45, x + 0.45), (0.0, 1.9), z - 0.02),
        wash.tone(wash.far(Colour.of("#6A4632"), haze), 0.4),
    )
    for side in (-0.62, 0.62):
        lit = lit_window(site, name, side)
        left = x + side * w - 0.42
        path = site.space.front((left, left + 0.84), (1.0, 1.95), z - 0.02)
        _pane(wash, site, path, lit, haze)
        wash.rail((left + 0.42, 1.0, z - 0.03), (left + 0.42, 1.95, z - 0.03), wall, 0.06)


def post_fence(wash: Wash, site: Site, run: tuple[float, float, float]) -> None:
    """A wooden fence from x to x at a distance z."""
    x0, x1, z = run
    wood = wash.tone(Colour.of("#8F7456"), 0.45)
    for y in (0.35, 0.75):
        wash.rail((x0, y, z), (x1, y, z), wood, 0.08)
    for index in range(round((x1 - x0) / 1.4) + 1):
        wash.rail((x0 + index * 1.4, 0.0, z), (x0 + index * 1.4, 1.0, z), wood, 0.12)


def lamp_post(wash: Wash, site: Site, x: float, z: float, inward: float) -> None:
    """A street lamp; in the dark it burns and pours light on the ground."""
    iron = wash.far(wash.tone(Colour.of("#2F3138"), 0.3), min(0.6, z / 70))
    wash.rail((x, 0.0, z), (x, 4.2, z), iron, 0.11)
    wash.rail((x, 0.0, z), (x, 0.5, z), iron, 0.22)
    tip = x + 0.7 * inward
    wash.rail((x, 4.2, z), (tip, 4.3, z), iron, 0.08)
    unit, (px, py) = site.space.unit(z), site.space.at(tip, 4.15, z)
    wash.fill(
        outline(
            [
                (px - 0.16 * unit, py - 0.1 * unit),
                (px + 0.16 * unit, py - 0.1 * unit),
                (px + 0.24 * unit, py + 0.1 * unit),
                (px - 0.24 * unit, py + 0.1 * unit),
            ]
        ),
        iron,
    )
    if site.light.darkness > 0.3 or site.picture.weather in ("fog", "storm"):
        wash.glow(px, py + 0.1 * unit, 3.2 * unit, LAMP, 0.5)
        wash.glow(px, py + 0.1 * unit, 0.6 * unit, Colour.of("#FFF3D6"), 0.95)


def lamp_pool(wash: Wash, site: Site, x: float, z: float) -> None:
    """The light of a lamp on the ground."""
    if site.light.darkness > 0.3:
        px, py = site.space.at(x, 0.0, z)
        unit = site.space.unit(z)
        wash.canvas.save()
        wash.canvas.translate(px, py)
        wash.canvas.scale(1.0, min(0.5, site.space.eye / max(z, 1.0) + 0.12))
        wash.glow(0, 0, 3.0 * unit, LAMP, 0.42)
        wash.canvas.restore()


def _pane(wash: Wash, site: Site, path: skia.Path, lit: bool, haze: float) -> None:
    if lit:
        box = path.getBounds()
        wash.down(path, Colour.of("#FFE3A6"), Colour.of("#F2A95A"))
        if box.width() > 26:
            wash.glow(box.centerX(), box.centerY(), box.width() * 1.5, LAMP, 0.22)
        return
    dark = wash.far(GLASS.lit(site.light.fill), haze)
    wash.down(path, dark.mix(site.light.haze, 0.45), dark)


def pole(wash: Wash, site: Site, z: float) -> None:
    """A telegraph pole beside the road, with the wires to the next."""
    ink = wash.far(wash.tone(Colour.of("#4A3D33"), 0.3), min(0.8, z / 80))
    wash.rail((3.6, 0.0, z), (3.6, 5.6, z), ink, 0.16)
    wash.rail((3.0, 5.1, z), (4.2, 5.1, z), ink, 0.1)
    if z * 1.45 < 75:
        for x in (3.0, 4.2):
            (ax, ay), (bx, by) = site.space.at(x, 5.1, z), site.space.at(x, 5.1, z * 1.45)
            wash.line(((ax, ay), ((ax + bx) / 2, (ay + by) / 2 + 26 * 5 / z), (bx, by)), ink, 1.6, 0.7)
