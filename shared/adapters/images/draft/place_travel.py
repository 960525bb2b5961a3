"""On the way: train, station and car."""

from math import sin

import skia

from shared.adapters.images.draft.facade import house_front
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import HILL
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.sky import paint_sky
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import ground, mist, ridge, way
from shared.adapters.images.draft.wash import Wash


def train(site: Site) -> tuple[Sheet, ...]:
    """The inside of a carriage: windows with land going by, rows of seats, luggage racks, a door at the end."""
    wall = site.colour("wall", "walls", otherwise="#8C8F86")

    return (
        Sheet(0.08, "land", lambda wash: _train_outside(wash, site)),
        Sheet(0.72, "carriage", lambda wash: _train_carriage(wash, site, wall)),
        Sheet(0.85, "seats", lambda wash: _train_seats(wash, site)),
    )


def _train_outside(wash: Wash, site: Site) -> None:
    paint_sky(wash, site)
    ridge(wash, site, "a", Colour.of("#5C7690"), (0, 130, 3.2, 0.66))
    ridge(wash, site, "b", HILL, (20, 60, 6, 0.4))
    ground(wash, site, Colour.of("#78905A"), 0.4)


def _train_carriage(wash: Wash, site: Site, wall: Colour) -> None:
    _shell(wash, site, wall)
    space = site.space
    wash.fill(space.front((-0.45, 0.45), (0.0, 2.0), 13.9), wash.tone(wall, 0.25))
    wash.fill(space.front((-0.28, 0.28), (1.0, 1.8), 13.85), site.light.haze)
    for index in range(6):
        z = 2.2 + index * 2.0
        (px, py), unit = space.at(0, 2.3, z + 0.9), space.unit(z + 0.9)
        wash.fill(space.floor((-0.16, 0.16), (z + 0.5, z + 1.5), 2.35), Colour.of("#FFF2D6"), 0.9)
        if site.light.darkness > 0.2:
            wash.glow(px, py, 1.3 * unit, LAMP, 0.35)
    for side in (-1.45, 1.45):
        for y in (1.98, 2.05):
            wash.line(
                (space.at(side * 0.86, y, 13.5), space.at(side * 0.86, y, 1.2)),
                wash.tone(Colour.of("#B9A36A"), 0.6),
                4,
            )


def _train_seats(wash: Wash, site: Site) -> None:
    cloth = site.colour("seat", "seats", otherwise="#7C3E3A")
    for index in range(6, -1, -1):
        z = 2.6 + index * 1.7
        if z > site.subject_z * 0.9:
            for side in (-1, 1):
                x = (0.52, 1.4) if side > 0 else (-1.4, -0.52)
                wash.box(x, (0.0, 0.42), (z - 0.5, z), cloth)
                wash.box(x, (0.42, 1.2), (z - 0.1, z + 0.05), cloth)
                head = (x[0] + 0.12, x[1] - 0.12)
                wash.fill(site.space.front(head, (0.98, 1.17), z - 0.11), wash.tone(Colour.of("#EDE6D8"), 0.7))


def station(site: Site) -> tuple[Sheet, ...]:
    """A platform with a train waiting beside it, a roof on columns, lamps, a clock and benches."""

    def far(wash: Wash) -> None:
        paint_sky(wash, site)
        x = -50.0
        for index in range(13):
            w = site.chance.between(6, 9, "w", index)
            house_front(wash, site, f"s{index}", (x, x + w), (site.chance.between(6, 13, "h", index), 62.0))
            x += w
        mist(wash, site, site.space.horizon, 60, 0.5)

    def platform(wash: Wash) -> None:
        stone = site.colour("platform", "stone", otherwise="#9A948C")
        ground(wash, site, Colour.of("#5C564F"), 0.4)
        _tracks(wash, site)
        deck = site.space.floor((-2.6, 30.0), (0.7, 60.0))
        wash.grade(
            deck,
            ((0, site.space.horizon), (0, 1120)),
            (0.0, wash.far(wash.tone(stone, 0.8), 0.5), 1.0),
            (1.0, wash.tone(stone, 0.4), 1.0),
        )
        wash.fill(site.space.floor((-2.25, -2.0), (0.7, 60.0)), wash.tone(Colour.of("#E8D27A"), 0.8), 0.85)
        _train_side(wash, site)
        _canopy(wash, site)

    return (Sheet(0.05, "town", far), Sheet(0.7, "platform", platform))


def car(site: Site) -> tuple[Sheet, ...]:
    """From the back seat of a car: the road through the windscreen, the front seats and the mirror."""

    return (
        Sheet(0.08, "road", lambda wash: _car_outside(wash, site)),
        Sheet(0.85, "cabin", lambda wash: _car_cabin(wash, site)),
    )


def _car_outside(wash: Wash, site: Site) -> None:
    paint_sky(wash, site)
    ridge(wash, site, "a", Colour.of("#5C7690"), (0, 140, 3.2, 0.66))
    ridge(wash, site, "b", HILL, (16, 60, 6, 0.4))
    ground(wash, site, Colour.of("#78905A"), 0.5)
    way(wash, site, site.colour("road", otherwise="#55545A"), 7.0, 0.3)
    for index in range(12):
        z = 3.0 * 1.35**index
        wash.fill(site.space.floor((-0.08, 0.08), (z, z * 1.15)), wash.tone(Colour.of("#EFE6CF"), 0.8), 0.8)


def _car_cabin(wash: Wash, site: Site) -> None:
    dark = Colour.of("#2B2526").lit(site.light.fill.mix(site.light.key, 0.25))
    edges, w, h = site.space.edges, site.space.width, 1080.0
    y = site.space.horizon - 0.46 * h
    glass = skia.Path.RRect(
        skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(0.10 * w, y + 0.20 * h, 0.90 * w, y + 0.66 * h), 130, 110)
    )
    frame = skia.Path.Rect(edges)
    frame.addPath(glass)
    frame.setFillType(skia.PathFillType.kEvenOdd)
    wash.grade(
        frame,
        ((0, y), (0, y + h)),
        (0.0, dark.mix(Colour(0, 0, 0), 0.2), 1.0),
        (0.64, dark.mix(site.light.key, 0.10), 1.0),
        (1.0, dark.mix(Colour(0, 0, 0), 0.5), 1.0),
    )
    wash.line([(0.13 * w, y + 0.665 * h), (0.87 * w, y + 0.665 * h)], site.light.rim, 4, 0.5)
    mirror = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(0.44 * w, y + 0.215 * h, 0.58 * w, y + 0.275 * h), 22, 22)
    wash.fill(skia.Path.RRect(mirror), dark.mix(Colour(0, 0, 0), 0.4))
    wash.fill(
        skia.Path.RRect(skia.RRect.MakeRectXY(mirror.rect().makeInset(7, 7), 16, 16)),
        site.light.haze.mix(dark, 0.3),
    )
    for cx in (0.27, 0.73):
        seat = skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB((cx - 0.12) * w, y + 0.68 * h, (cx + 0.12) * w, edges.bottom() + 90), 90, 90
        )
        head = skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB((cx - 0.055) * w, y + 0.56 * h, (cx + 0.055) * w, y + 0.70 * h), 40, 40
        )
        for part in (head, seat):
            wash.down(skia.Path.RRect(part), dark.mix(Colour.of("#6A4A3E"), 0.25), dark.mix(Colour(0, 0, 0), 0.35))
    wash.glow(0.30 * w, y + 0.72 * h, 150, Colour.of("#7FD0B0"), 0.25 if site.light.darkness > 0.4 else 0.0)


def _shell(wash: Wash, site: Site, wall: Colour) -> None:
    space, half, top, near, back = site.space, 1.45, 2.4, 0.6, 14.0
    wash.down(
        space.floor((-half, half), (near, back)),
        wash.tone(Colour.of("#6A5C50"), 0.7),
        wash.tone(Colour.of("#6A5C50"), 0.25),
    )
    ceiling = space.floor((-half, half), (near, back), top)
    wash.down(ceiling, wash.tone(wall.mix(Colour(1, 1, 1), 0.4), 0.2), wash.tone(wall.mix(Colour(1, 1, 1), 0.4), 0.7))
    wash.fill(space.front((-half, half), (0.0, top), back), wash.tone(wall, 0.5))
    for side in (-half, half):
        path = space.side(side, (0.0, top), (near, back))
        for index in range(7):
            z = 1.0 + index * 1.85
            if z >= 0.9:
                path.addPath(space.side(side, (0.95, 1.9), (z, z + 1.35)))
        path.setFillType(skia.PathFillType.kEvenOdd)
        lit = 0.25 if side * site.light.key_x > 0 else 0.65
        (ax, _), (bx, _) = space.at(side, 0, back), space.at(side, 0, 1.4)
        wash.grade(
            path, ((ax, 0), (bx, 0)), (0.0, wash.tone(wall, lit + 0.1), 1.0), (1.0, wash.tone(wall, lit * 0.5), 1.0)
        )
        for index in range(7):
            z = 1.0 + index * 1.85
            if side * site.light.key_x > 0 and site.light.darkness < 0.8:
                wash.shine(
                    space.outline(
                        (side * 0.9, 0, z),
                        (side * 0.9, 0, z + 1.3),
                        (-side * 0.6, 0, z + 1.0),
                        (-side * 0.6, 0, z - 0.3),
                    ),
                    site.light.rim,
                    5,
                    0.35,
                )


def _tracks(wash: Wash, site: Site) -> None:
    for index in range(60):
        z = 1.2 * 1.07**index
        wash.fill(site.space.floor((-6.1, -3.3), (z, z * 1.025), -0.9), wash.tone(Colour.of("#4A3B30"), 0.4))
    for x in (-5.5, -3.9):
        a, b = site.space.at(x, -0.8, 1.0), site.space.at(x, -0.8, 90)
        wash.line((a, b), wash.tone(Colour.of("#B9B4AC"), 0.8), 5)


def _train_side(wash: Wash, site: Site) -> None:
    paint = site.colour("train", "carriage", otherwise="#3F5A4E")
    space, x = site.space, -3.0
    for index in range(2, -1, -1):
        z0, z1 = 8.5 + index * 17.0, 8.5 + index * 17.0 + 16.4
        haze = min(0.6, z0 / 70)
        lit = 0.7 if site.light.key_x > 0 else 0.35
        wash.down(
            space.side(x, (0.1, 3.1), (z0, z1)),
            wash.far(wash.tone(paint, lit), haze),
            wash.far(wash.tone(paint, lit * 0.5), haze),
        )
        wash.fill(space.front((x - 2.7, x), (0.1, 3.1), z0), wash.far(wash.tone(paint, 0.3), haze))
        wash.fill(space.side(x + 0.01, (1.15, 1.3), (z0, z1)), wash.far(wash.tone(Colour.of("#D9C58A"), lit), haze))
        for n in range(7):
            near = z0 + 0.7 + n * 2.2
            glow = Colour.of("#FFE1A0") if site.light.darkness > 0.3 else wash.far(Colour.of("#3B4A55"), 0.3 + haze)
            wash.fill(space.side(x + 0.02, (1.5, 2.5), (near, near + 1.5)), glow)


def _canopy(wash: Wash, site: Site) -> None:
    space, iron = site.space, Colour.of("#3F4A48")
    roof = space.floor((-2.4, 9.0), (1.5, 52.0), 4.4)
    wash.down(roof, wash.tone(iron, 0.1), wash.tone(iron, 0.6))
    wash.fill(
        space.outline((-2.4, 4.4, 1.5), (-2.4, 4.4, 52), (-2.4, 4.05, 52), (-2.4, 4.05, 1.5)), wash.tone(iron, 0.75)
    )
    for index in range(7, -1, -1):
        z = 6.0 + index * 5.6
        wash.contact(3.6, z, 0.5, 0.5)
        wash.rail((3.6, 0.0, z), (3.6, 4.4, z), wash.far(wash.tone(iron, 0.45), min(0.6, z / 70)), 0.22)
        for side in (-1, 1):
            wash.rail((3.6, 3.4, z), (3.6 + side * 1.1, 4.35, z), wash.far(wash.tone(iron, 0.4), min(0.6, z / 70)), 0.1)
        (px, py), unit = space.at(0.6, 3.9, z), space.unit(z)
        wash.dabs([(px, py, 0.16 * unit, 0.1 * unit)], Colour.of("#FFF0CC"))
        if site.light.darkness > 0.2:
            wash.glow(px, py, 2.0 * unit, LAMP, 0.55)
            wash.canvas.save()
            wash.canvas.translate(*space.at(0.6, 0, z))
            wash.canvas.scale(1.0, 0.2)
            wash.glow(0, 0, 2.2 * unit, LAMP, 0.4)
            wash.canvas.restore()
    (px, py), unit = space.at(1.9, 3.5, 11.0), space.unit(11.0)
    wash.line(((px, py), (px, py - 0.9 * unit)), wash.tone(iron, 0.3), 5)
    wash.dabs([(px, py, 0.46 * unit, 0.46 * unit)], wash.tone(iron, 0.3))
    wash.dabs([(px, py, 0.38 * unit, 0.38 * unit)], Colour.of("#F6EFDC").lit(site.light.key).mix(LAMP, 0.2))
    wash.line(
        ((px - 0.16 * unit, py - 0.12 * unit), (px, py), (px + 0.06 * unit, py - 0.28 * unit * abs(sin(1.2)))),
        Colour.of("#221E1C"),
        4,
    )


TRAVELS: dict[str, Place] = {"train": train, "station": station, "car": car}
