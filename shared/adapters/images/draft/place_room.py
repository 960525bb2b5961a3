"""Rooms: four walls that are the same in every shot, furnished by what they are and by what the scene names."""

from dataclasses import dataclass

import skia

from shared.adapters.images.draft.framing import spot_of
from shared.adapters.images.draft.furniture import FURNITURE
from shared.adapters.images.draft.lamplight import lamplight, moonlight
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.seat import seat_of
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wall import clock, curtains, door, fallen_light, mirror, picture, window
from shared.adapters.images.draft.wash import Wash

HALF, BACK, HEIGHT = 3.3, 6.3, 2.75
_HUNG = {"picture": (0.62, 1.75), "mirror": (0.25, 1.5), "clock": (0.0, 2.15)}
_SPOTS: dict[str, tuple[float, float]] = {
    "rug": (0.05, 4.7),
    "bed": (2.45, 6.25),
    "shelf": (1.3, 6.25),
    "sofa": (1.1, 5.6),
    "piano": (2.2, 6.2),
    "fireplace": (0.2, 6.28),
    "table": (-1.75, 5.5),
    "plant": (-2.85, 5.75),
    "lamp": (1.45, 6.0),
    "chair": (-0.75, 5.35),
    "chest": (2.6, 3.75),
    "candles": (-1.75, 5.5),
}
"""Where a piece stands: metres from the middle towards the side that the window is not on, and metres away."""


@dataclass(frozen=True)
class Room:
    """What a kind of room has before the scene names anything."""

    wall: str
    floor: str
    furniture: tuple[str, ...]
    window: tuple[float, float, float] = (1.5, 0.95, 2.25)
    """Half its distance from the middle, its sill and its head; a sill above its head means no window."""
    curtains: bool = False
    tiles: bool = False
    hung: tuple[str, ...] = ()


ROOMS = {
    "bedroom": Room("#9FA9BE", "#9A7450", ("rug", "bed", "lamp", "chair"), curtains=True, hung=("picture",)),
    "room": Room("#B7A68C", "#8A6546", ("rug", "sofa", "shelf", "lamp", "plant"), curtains=True, hung=("clock",)),
    "kitchen": Room("#C7C3A6", "#A88F72", ("counter", "table", "chair", "plant"), tiles=True, hung=("clock",)),
    "library": Room("#8C7359", "#6E4E36", ("rug", "wall of books", "table", "lamp", "chair"), (1.5, 1.1, 2.4)),
    "workshop": Room(
        "#A59C8E", "#8C8378", ("table", "shelf", "chest", "chair"), (1.5, 1.0, 2.45), tiles=True, hung=("clock",)
    ),
    "classroom": Room("#B5B99F", "#A07C56", ("board", "desks"), (2.35, 0.9, 2.4), hung=("clock",)),
    "cafe": Room("#9B6B55", "#6F4F3A", ("bar", "tables", "plant"), (1.5, 0.7, 2.35), hung=("picture",)),
}


def room(site: Site) -> tuple[Sheet, ...]:
    """Any room of the table above."""
    plan = ROOMS[site.picture.place]
    names = list(plan.furniture)
    names += [name for name in FURNITURE if name in site.picture.features and name not in names]
    taken = [seat_of(site.picture, actor) for actor in site.picture.actors]
    names = [name for name in names if name not in taken]
    if "chair" in names and ("bed" in taken or spot_of(site.picture, side_of(site)) is not None):
        names.remove("chair")
    if "bed" in names and "sofa" in names:
        names.remove("sofa")
    if "candles" in names and "table" not in names:
        names.insert(0, "table")
    if "fireplace" in names and "shelf" in names:
        names.remove("shelf")
    order = sorted(names, key=lambda name: -_spot(name)[1] if name != "rug" else -99)

    def furnish(wash: Wash) -> None:
        for name in order:
            x, z = _spot(name)
            if name == "rug" or z > min(5.0, site.subject_z + 0.2) or site.space.zoom <= 1.1:
                (FURNITURE | FITTINGS)[name](wash, site, -side_of(site) * x, z)
        lamplight(wash, site, (-side_of(site) * _SPOTS["lamp"][0], _SPOTS["lamp"][1]))

    return (
        Sheet(0.70, "walls", lambda wash: shell(wash, site, plan)),
        Sheet(0.82, "furniture", furnish),
    )


def side_of(site: Site) -> float:
    """On which side the light comes in: -1 = left, 1 = right."""
    return 1.0 if site.light.key_x > 0 else -1.0


def shell(wash: Wash, site: Site, plan: Room) -> None:
    """Floor, walls, ceiling and what hangs on them, with the light that falls in."""
    side = side_of(site)
    wall = site.colour("wall", "walls", "wallpaper", otherwise=plan.wall)
    box_of_room(wash, site, wall, site.colour("floor", "floorboards", otherwise=plan.floor), plan.tiles)
    middle, sill, head = plan.window
    x = (side * middle - 0.75, side * middle + 0.75)
    if sill < head:
        (wx, wy), unit = site.space.at(side * middle, (sill + head) / 2, BACK), site.space.unit(BACK)
        wash.glow(wx, wy, 2.6 * unit, site.light.rim, 0.34)
        window(wash, site, x, (sill, head), BACK)
        fallen_light(wash, site, x, (sill, head), BACK)
        if plan.curtains or site.picture.has("curtain"):
            curtains(wash, site, x, (sill, head), BACK - 0.05)
    door(wash, site, -side * HALF, (3.4, 4.3))
    hang = {"picture": picture, "mirror": mirror, "clock": clock}
    for name in (*plan.hung, *(name for name in hang if site.picture.has(name) and name not in plan.hung)):
        at, y = _HUNG[name]
        hang[name](wash, site, -side * at, y, BACK - 0.01)
    if site.picture.has("lights"):
        _garland(wash, site)
    lamplight(wash, site, (-side_of(site) * _SPOTS["lamp"][0], _SPOTS["lamp"][1]))
    if sill < head:
        moonlight(wash, site, site.space.at(side * middle, (sill + head) / 2, BACK), site.space.unit(BACK))


def box_of_room(wash: Wash, site: Site, wall: Colour, floor: Colour, tiles: bool) -> None:
    """The bare room: five surfaces, each in its own tone, darker into the corners."""
    space, side, near = site.space, side_of(site), 0.55
    edges = space.edges
    wash.fill(skia.Path.Rect(edges), wash.tone(wall, 0.2))
    ceiling = space.floor((-HALF, HALF), (near, BACK), HEIGHT)
    wash.down(
        ceiling, wash.tone(wall.mix(Colour(1, 1, 1), 0.35), 0.15), wash.tone(wall.mix(Colour(1, 1, 1), 0.35), 0.5)
    )
    ground = space.floor((-HALF, HALF), (near, BACK))
    wash.down(ground, wash.tone(floor, 0.72), wash.tone(floor, 0.22))
    _boards(wash, site, floor, tiles)
    for x in (-HALF, HALF):
        lit = 0.16 if x * side > 0 else 0.62
        path = space.side(x, (0.0, HEIGHT), (near, BACK))
        (ax, _), (bx, _) = space.at(x, 0, BACK), space.at(x, 0, 1.6)
        wash.grade(path, ((ax, 0), (bx, 0)), (0.0, wash.tone(wall, lit), 1.0), (1.0, wash.tone(wall, lit * 0.25), 1.0))
    back = space.front((-HALF, HALF), (0.0, HEIGHT), BACK)
    box = back.getBounds()
    lit, dim = (box.right(), box.left()) if side > 0 else (box.left(), box.right())
    wash.grade(
        back,
        ((lit, 0), (dim, 0)),
        (0.0, wash.tone(wall, 0.5), 1.0),
        (0.6, wash.tone(wall, 0.42), 1.0),
        (1.0, wash.tone(wall, 0.24), 1.0),
    )
    for x in (-HALF, HALF):
        a, b = space.at(x, 0, BACK), space.at(x, HEIGHT, BACK)
        wash.line((a, b), wash.tone(wall, 0.0), 3, 0.35)
    skirting = wash.tone(wall.mix(Colour(1, 1, 1), 0.3), 0.45)
    wash.fill(space.front((-HALF, HALF), (0.0, 0.11), BACK), skirting)
    for x in (-HALF, HALF):
        wash.fill(space.side(x, (0.0, 0.11), (near, BACK)), skirting, 0.7)


def _spot(name: str) -> tuple[float, float]:
    return _SPOTS.get(name, (0.0, 6.2))


def _boards(wash: Wash, site: Site, floor: Colour, tiles: bool) -> None:
    dark = wash.tone(floor, 0.0)
    step = 0.6 if tiles else 0.24
    x = -HALF
    while x < HALF:
        wash.line((site.space.at(x, 0, BACK), site.space.at(x, 0, 0.8)), dark, 2, 0.35)
        x += step
    z = 1.0
    while z < BACK:
        if tiles:
            wash.line((site.space.at(-HALF, 0, z), site.space.at(HALF, 0, z)), dark, 2, 0.35)
        else:
            x = -HALF + 0.24 * int(site.chance.between(0, 27, "board", round(z * 10)))
            wash.line((site.space.at(x, 0, z), site.space.at(x + 0.24, 0, z)), dark, 2, 0.45)
        z += 0.6 if tiles else 0.13


def _garland(wash: Wash, site: Site) -> None:
    for index in range(25):
        share = index / 24
        x, y = site.space.at(
            -HALF + 2 * HALF * share, 2.55 - 0.55 * 4 * ((share * 2) % 1) * (1 - (share * 2) % 1), BACK - 0.05
        )
        wash.glow(x, y, 46, LAMP, 0.5)
        wash.dabs([(x, y, 5, 5)], Colour.of("#FFF2CC"))


def _counter(wash: Wash, site: Site, x: float, z: float) -> None:
    side = side_of(site)
    wood = site.colour("counter", "cupboard", "cabinets", otherwise="#7F9187")
    for index in range(5):
        left = -side * 0.0 + (-HALF + index * 1.32)
        wash.box((left, left + 1.3), (0.0, 0.86), (5.75, 6.28), wood)
        wash.fill(site.space.front((left + 0.08, left + 1.22), (0.12, 0.76), 5.745), wash.tone(wood, 0.35))
        px, py = site.space.at(left + 1.1, 0.6, 5.74)
        wash.dabs([(px, py, 4, 9)], wash.tone(Colour.of("#E5D3A2"), 0.8))
    wash.box((-HALF, HALF), (0.86, 0.92), (5.68, 6.28), Colour.of("#D9CDB8"))
    for index in range(2):
        left = -side * 2.2 - 0.65 + side * index * -0.0 + index * 1.32 - (0.6 if side < 0 else 0.1)
        wash.box((left, left + 1.25), (1.55, 2.25), (5.95, 6.28), wood)
        wash.fill(site.space.front((left + 0.08, left + 1.17), (1.63, 2.17), 5.945), wash.tone(wood, 0.35))
    _pots(wash, site, -side * 1.0)


def _pots(wash: Wash, site: Site, x: float) -> None:
    for index, text in enumerate(("#B5483C", "#5B7C93", "#C9A24A")):
        px, py = site.space.at(x + (index - 1) * 0.42, 0.92, 5.9)
        unit = site.space.unit(5.9)
        h = (0.26, 0.18, 0.22)[index] * unit
        shape = skia.Path.RRect(
            skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(px - 0.14 * unit, py - h, px + 0.14 * unit, py), 6, 6)
        )
        wash.down(shape, wash.tone(Colour.of(text), 0.9), wash.tone(Colour.of(text), 0.25))


def _books(wash: Wash, site: Site, x: float, z: float) -> None:
    side = side_of(site)
    for index in range(3):
        FURNITURE["shelf"](wash, site, -side * (2.6 - 1.42 * index), BACK - 0.02)


def _board(wash: Wash, site: Site, x: float, z: float) -> None:
    side = side_of(site)
    wash.fill(
        site.space.front((-side * 0.9 - 1.6, -side * 0.9 + 1.6), (0.85, 2.15), BACK - 0.01),
        wash.tone(Colour.of("#8A6743"), 0.5),
    )
    board = site.space.front((-side * 0.9 - 1.52, -side * 0.9 + 1.52), (0.93, 2.07), BACK - 0.02)
    wash.down(board, wash.tone(Colour.of("#2F4F45"), 0.75), wash.tone(Colour.of("#2F4F45"), 0.45))
    for row in range(4):
        y = 1.85 - 0.22 * row
        a, b = (
            site.space.at(-side * 0.9 - 1.3, y, BACK - 0.03),
            site.space.at(-side * 0.9 - 1.3 + site.chance.between(0.8, 2.3, "chalk", row), y, BACK - 0.03),
        )
        wash.line((a, b), Colour.of("#E8EDE4"), 3, 0.45)


def _desks(wash: Wash, site: Site, x: float, z: float) -> None:
    for row in (5.3, 4.1):
        for column in (-2.2, 0.0, 2.2):
            FURNITURE["table"](wash, site, column * 0.95, row)


def _bar(wash: Wash, site: Site, x: float, z: float) -> None:
    side = side_of(site)
    wood = site.colour("bar", "counter", otherwise="#5E3B2A")
    middle = -side * 1.7
    for row in range(3):
        y = 1.25 + 0.42 * row
        wash.box((middle - 1.35, middle + 1.35), (y - 0.05, y), (6.0, 6.28), wood)
        for index in range(12):
            px, py = site.space.at(middle - 1.2 + index * 0.22, y, 6.1)
            h, text = (
                site.chance.between(26, 48, "bottle", row, index),
                site.chance.pick(("#5E8C6A", "#B07B3A", "#7C3A3A", "#C9C3A8"), "glass", row, index),
            )
            wash.dabs(
                [(px, py - h * 0.35, 6, h * 0.35), (px, py - h * 0.8, 2.5, h * 0.25)], wash.tone(Colour.of(text), 0.8)
            )
    wash.box((middle - 1.5, middle + 1.5), (0.0, 1.05), (5.2, 5.6), wood)
    wash.box((middle - 1.58, middle + 1.58), (1.05, 1.11), (5.1, 5.66), wood.mix(LAMP, 0.15))
    for dx in (-0.9, 0.0, 0.9):
        px, py = site.space.at(middle + dx, 2.0, 5.2)
        wash.line(((px, site.space.at(0, HEIGHT, 5.2)[1]), (px, py)), Colour.of("#1B1512"), 3)
        wash.glow(px, py + 10, 250, LAMP, 0.5)
        wash.dabs([(px, py + 6, 22, 12)], Colour.of("#FFE8B4"))


def _tables(wash: Wash, site: Site, x: float, z: float) -> None:
    side = side_of(site)
    for column, row in ((1.7, 5.4), (2.5, 4.2)):
        FURNITURE["table"](wash, site, side * column, row)
        FURNITURE["chair"](wash, site, side * (column - 0.95), row + 0.1)


FITTINGS = {
    "counter": _counter,
    "wall of books": _books,
    "board": _board,
    "desks": _desks,
    "bar": _bar,
    "tables": _tables,
}
"""What only one kind of room has."""
ROOM_PLACES: dict[str, Place] = dict.fromkeys(ROOMS, room)
