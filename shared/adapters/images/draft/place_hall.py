"""Halls: corridor, stairs, attic, houses of prayer and the stage."""

import skia

from shared.adapters.images.draft.furniture import FURNITURE
from shared.adapters.images.draft.light import LAMP, sky_of
from shared.adapters.images.draft.place_prayer import nave
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.tube import tube
from shared.adapters.images.draft.wall import fallen_light, window
from shared.adapters.images.draft.wash import Wash

Pair = tuple[float, float]


def corridor(site: Site) -> tuple[Sheet, ...]:
    """A long corridor with doors, lamps in a row, and light at its end."""
    wall = site.colour("wall", "walls", otherwise="#A7A895")

    def paint(wash: Wash) -> None:
        tube(wash, site, (1.7, 2.8, 26.0), (wall, site.colour("floor", otherwise="#7C6B5C")))
        end = site.space.front((-0.9, 0.9), (0.0, 2.3), 25.9)
        wash.down(end, site.light.rim, sky_of(site.picture)[2])
        (px, py) = site.space.at(0, 1.3, 25.9)
        wash.glow(px, py, 520, site.light.rim, 0.7)
        wash.shine(site.space.floor((-0.9, 0.9), (7.0, 25.8)), site.light.rim, 14, 0.22)
        for index in range(7):
            z = 2.6 + index * 3.3
            for side in (-1.7, 1.7):
                _door(wash, site, side, (z, z + 1.0), f"{index}{side}")
        for index in range(8):
            z = 2.4 + index * 3.1
            wash.fill(
                site.space.floor((-0.35, 0.35), (z, z + 0.9), 2.79),
                Colour.of("#FFF3D8"),
                0.9 if site.light.darkness > 0.2 else 0.5,
            )
            if site.light.darkness > 0.2:
                (lx, ly), unit = site.space.at(0, 2.7, z), site.space.unit(z)
                wash.glow(lx, ly, 1.7 * unit, LAMP, 0.35)
                wash.shine(site.space.floor((-0.8, 0.8), (z - 0.2, z + 1.2)), LAMP, 12, 0.18)

    return (Sheet(0.7, "corridor", paint),)


def stairs(site: Site) -> tuple[Sheet, ...]:
    """A flight of stairs that rises to a lit door, with a banister."""
    wall = site.colour("wall", "walls", otherwise="#A3968A")

    def paint(wash: Wash) -> None:
        wood = site.colour("stairs", "steps", otherwise="#8A6546")
        tube(wash, site, (2.4, 6.2, 13.0), (wall, site.colour("floor", otherwise="#7A5A42")))
        top = 16 * 0.19
        wash.fill(site.space.front((-2.4, 2.4), (0.0, top), 12.9), wash.tone(wood, 0.2))
        end = site.space.front((-0.7, 0.7), (top, top + 2.3), 12.8)
        wash.down(end, Colour.of("#FFF2D2"), site.light.rim)
        (px, py) = site.space.at(0, top + 1.2, 12.8)
        for step in range(15, -1, -1):
            z, y = 6.2 + step * 0.4, step * 0.19
            wash.fill(site.space.front((-1.5, 1.5), (y, y + 0.19), z), wash.tone(wood, 0.2 + 0.018 * step))
            wash.fill(site.space.floor((-1.5, 1.5), (z, z + 0.4), y + 0.19), wash.tone(wood, 0.6 + 0.02 * step))
            wash.fill(
                site.space.front((-0.6, 0.6), (y, y + 0.19), z), wash.tone(Colour.of("#8E3F3C"), 0.25 + 0.02 * step)
            )
        wash.glow(px, py, 760, site.light.rim, 0.75)
        for side in (-1.55, 1.55):
            for step in range(0, 16, 2):
                z, y = 6.2 + step * 0.4, step * 0.19
                wash.rail((side, y, z), (side, y + 0.95, z), wash.tone(wood, 0.35), 0.05)
            a, b = site.space.at(side, 0.98, 6.2), site.space.at(side, 15 * 0.19 + 0.98, 12.2)
            wash.line((a, b), wash.tone(wood, 0.55), 8)
            wash.box((side - 0.07, side + 0.07), (0.0, 1.15), (6.0, 6.15), wood)
        wash.beam(
            outline([(px - 90, py - 150), (px + 90, py - 150), (px + 420, 1100), (px - 420, 1100)]),
            ((0, py), (0, 1050)),
            site.light.rim,
            (0.30, 0.0),
        )

    return (Sheet(0.7, "stairs", paint),)


def attic(site: Site) -> tuple[Sheet, ...]:
    """Under the roof: slopes of boards, beams, a small window in the gable, boxes and dust in the light."""
    wood = site.colour("wall", "beams", "wood", otherwise="#8A6A4C")

    return (
        Sheet(0.7, "roof", lambda wash: _attic_paint(wash, site, wood)),
        Sheet(0.82, "boxes", lambda wash: _attic_boxes(wash, site)),
    )


def _attic_paint(wash: Wash, site: Site, wood: Colour) -> None:
    space, half, low, top, back = site.space, 3.6, 0.9, 3.5, 6.6
    wash.fill(skia.Path.Rect(space.edges), wash.tone(wood, 0.05))
    wash.down(space.floor((-half, half), (0.6, back)), wash.tone(wood, 0.75), wash.tone(wood, 0.2))
    for index in range(20):
        x = -half + index * 0.37
        wash.line((space.at(x, 0, back), space.at(x, 0, 0.7)), wash.tone(wood, 0.0), 2, 0.4)
    gable = space.outline((-half, 0, back), (half, 0, back), (half, low, back), (0, top, back), (-half, low, back))
    wash.down(gable, wash.tone(wood, 0.35), wash.tone(wood, 0.55))
    for side in (-1, 1):
        lit = 0.62 if side * site.light.key_x < 0 else 0.28
        slope = space.outline((side * half, low, back), (0, top, back), (0, top, 0.6), (side * half, low, 0.6))
        wash.fill(slope, wash.tone(wood, lit))
        for index in range(1, 9):
            share = index / 9
            a = (side * half * (1 - share), low + (top - low) * share)
            wash.line((space.at(*a, back), space.at(*a, 0.7)), wash.tone(wood, 0.0), 2, 0.35)
        for z in (6.3, 4.9, 3.5, 2.1):
            beam = space.outline((side * half, low, z), (0, top, z), (0, top - 0.22, z), (side * half, low - 0.22, z))
            wash.fill(beam, wash.tone(wood.mix(Colour.of("#3A2A1E"), 0.5), 0.5))
        wash.fill(space.side(side * half, (0, low), (0.6, back)), wash.tone(wood, lit * 0.5))
    opening = (-0.55, 0.55)
    wash.glow(*space.at(0, 1.7, back), 420, site.light.rim, 0.4)
    window(wash, site, opening, (1.1, 2.3), back - 0.01)
    fallen_light(wash, site, opening, (1.1, 2.3), back)
    _dust(wash, site)


def _attic_boxes(wash: Wash, site: Site) -> None:
    for x, z in ((-2.5, 6.0), (2.4, 5.7), (-2.7, 4.4)):
        FURNITURE["chest"](wash, site, x, z)
    for name, (x, z) in (
        ("chair", (1.2, 6.0)),
        ("lamp", (-1.3, 6.1)),
        ("bed", (2.5, 6.3)),
        ("table", (1.6, 5.0)),
        ("shelf", (-1.6, 6.5)),
    ):
        if site.picture.has(name) and site.space.zoom < 3:
            FURNITURE[name](wash, site, x, z)


def stage(site: Site) -> tuple[Sheet, ...]:
    """A stage with curtains, cones of light and, in front, the heads of those who listen."""
    cloth = site.colour("curtain", "curtains", "drapes", otherwise="#8E2A33")
    hues = site.picture.palette or tuple(Colour.of(text) for text in ("#FFD28A", "#7FA6FF", "#FF7F9A"))

    front = (Sheet(1.4, "crowd", lambda wash: _stage_crowd(wash, site, hues)),) if site.space.zoom < 1.25 else ()
    return (
        Sheet(0.6, "stage", lambda wash: _stage_back(wash, site, cloth, hues)),
        Sheet(0.85, "beams", lambda wash: _stage_beams(wash, site, hues)),
        *front,
    )


def _stage_back(wash: Wash, site: Site, cloth: Colour, hues: tuple[Colour, ...]) -> None:
    space = site.space
    wash.fill(skia.Path.Rect(space.edges), Colour.of("#0B0910"))
    wall = space.front((-6.5, 6.5), (0.0, 6.0), 9.0)
    wash.down(wall, Colour.of("#120E18"), hues[0].mix(Colour.of("#1B1420"), 0.72))
    wash.glow(*space.at(0, 1.6, 9.0), 620, hues[0], 0.5)
    floor = space.floor((-6.5, 6.5), (0.7, 9.0))
    wash.down(floor, Colour.of("#7A5A40").mix(hues[0], 0.3), Colour.of("#1E1512"))
    for index in range(27):
        x = -6.5 + index * 0.5
        wash.line((space.at(x, 0, 9.0), space.at(x, 0, 0.8)), Colour.of("#0C0808"), 2, 0.35)
    for side in (-1, 1):
        _drape(wash, site, side, cloth)


def _stage_beams(wash: Wash, site: Site, hues: tuple[Colour, ...]) -> None:
    space = site.space
    for index in range(5):
        x = (index - 2) * 2.3
        (ax, ay), (bx, by) = (
            space.at(x, 6.2, 7.0),
            space.at(x * 0.35 + site.chance.between(-0.8, 0.8, "aim", index), 0.0, 5.0),
        )
        hue = hues[-1 - index % len(hues)]
        wash.beam(
            outline([(ax - 12, ay), (ax + 12, ay), (bx + 190, by), (bx - 190, by)]),
            ((ax, ay), (bx, by)),
            hue,
            (0.55, 0.10),
        )
        wash.canvas.save()
        wash.canvas.translate(bx, by)
        wash.canvas.scale(1.0, 0.26)
        wash.glow(0, 0, 260, hue, 0.5)
        wash.canvas.restore()
        wash.glow(ax, max(ay, space.edges.top() + 30), 110, Colour(1, 1, 1), 0.9)


def _stage_crowd(wash: Wash, site: Site, hues: tuple[Colour, ...]) -> None:
    for index in range(17):
        x = site.space.width * (index + site.chance.between(-0.25, 0.25, "head", index)) / 16
        y = 1075 + site.chance.between(-34, 34, "head y", index)
        dark = Colour.of("#07060B")
        wash.dabs([(x, y - 62, 33, 41), (x, y + 58, 92, 82)], dark)
        if site.chance.number("arm", index) < 0.35:
            wash.line(((x + 40, y + 10), (x + 66, y - 60), (x + 58, y - 150)), dark, 24)
        wash.line(((x - 24, y - 88), (x, y - 103), (x + 24, y - 88)), hues[0], 3, 0.55)


def _door(wash: Wash, site: Site, x: float, z: Pair, name: str) -> None:
    wood = site.colour("door", "doors", otherwise="#7B5D46")
    wash.fill(site.space.side(x, (0.0, 2.16), (z[0] - 0.08, z[1] + 0.08)), wash.tone(Colour.of("#D8CFBE"), 0.35))
    wash.fill(site.space.side(x, (0.0, 2.06), z), wash.tone(wood, 0.45))
    wash.fill(
        site.space.side(x, (1.15, 1.85), (z[0] + 0.22, z[1] - 0.22)),
        Colour.of("#FFE0A2") if site.light.darkness > 0.3 and site.chance.number(name) < 0.3 else wash.tone(wood, 0.2),
    )


def _dust(wash: Wash, site: Site) -> None:
    dabs = [
        (
            site.space.width * site.chance.between(0.25, 0.75, "dust", i),
            1080 * site.chance.between(0.25, 0.85, "dust y", i),
            2.0,
            2.0,
        )
        for i in range(60)
    ]
    wash.dabs(dabs, site.light.rim, 0.4)


def _drape(wash: Wash, site: Site, side: int, cloth: Colour) -> None:
    for fold in range(9):
        x0, x1 = side * (6.6 - fold * 0.27), side * (6.6 - (fold + 1) * 0.27)
        tone = (0.15, 0.55, 0.85, 0.4, 0.2, 0.7, 0.9, 0.45, 0.25)[fold]
        path = site.space.front((min(x0, x1), max(x0, x1) + 0.02), (0.0, 6.6), 8.2 - 0.02 * fold)
        colour = cloth.mix(Colour(0.02, 0.01, 0.02), 1 - tone)
        wash.down(path, colour.mix(Colour(0, 0, 0), 0.4), colour)
    for index in range(14):
        x0 = -6.6 + index * 0.95
        wash.haze((*site.space.at(x0 + 0.47, 6.0, 8.1), 90, 70), cloth.mix(Colour(0, 0, 0), 0.55), 0.9)


HALLS: dict[str, Place] = {
    "corridor": corridor,
    "stairs": stairs,
    "attic": attic,
    "church": nave,
    "temple": nave,
    "synagogue": nave,
    "stage": stage,
}
