"""Houses of prayer: church, temple and synagogue."""

from math import cos, pi, sin

import skia

from shared.adapters.images.draft.building import Pair
from shared.adapters.images.draft.light import LAMP, sky_of
from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.tube import tube
from shared.adapters.images.draft.wash import Wash


def nave(site: Site) -> tuple[Sheet, ...]:
    """A house of prayer: columns and arches to the far end, light from high windows."""
    kind = site.picture.place
    stone = site.colour(
        "stone", "walls", "wall", otherwise={"church": "#B3A48F", "temple": "#C0A57A", "synagogue": "#B79F83"}[kind]
    )

    def paint(wash: Wash) -> None:
        tube(wash, site, (5.4, 9.0, 24.0), (stone, site.colour("floor", otherwise="#8F8171")))
        _checker(wash, site, 5.4, 24.0)
        {"church": _apse, "temple": _niche, "synagogue": _ark}[kind](wash, site)
        for index in range(6, -1, -1):
            z = 3.4 + index * 3.1
            for side in (-1, 1):
                _high_window(wash, site, side, z, index)
        for index in range(6, -1, -1):
            z = 3.0 + index * 3.1
            for side in (-1, 1):
                _column(wash, site, (side * 3.3, z), stone)
            _arch(wash, site, z, stone)

    def seats(wash: Wash) -> None:
        if kind != "temple":
            for index in range(7, -1, -1):
                z = 5.6 + index * 1.7
                if z > site.subject_z - 0.4:
                    for side in (-1, 1):
                        x = (0.95, 2.9) if side > 0 else (-2.9, -0.95)
                        wash.box(x, (0.0, 0.45), (z, z + 0.4), Colour.of("#6B4A32"))
                        wash.box(x, (0.45, 0.95), (z + 0.38, z + 0.44), Colour.of("#6B4A32"))
        for index in range(5):
            z = 6 + index * 3.1
            for side in (-1, 1):
                (px, py), unit = site.space.at(side * 2.2, 3.4, z), site.space.unit(z)
                wash.line(((px, site.space.at(0, 8.6, z)[1]), (px, py)), Colour.of("#2A221C"), 2, 0.7)
                wash.glow(px, py, 1.5 * unit, LAMP, 0.45)
                wash.dabs([(px, py, 0.1 * unit, 0.14 * unit)], Colour.of("#FFEDBE"))

    return (Sheet(0.62, "nave", paint), Sheet(0.8, "seats", seats))


def _checker(wash: Wash, site: Site, half: float, back: float) -> None:
    for row in range(int(back)):
        for column in range(-5, 5):
            if (row + column) % 2 == 0 and row >= 1:
                wash.fill(
                    site.space.floor((column * 1.08, column * 1.08 + 1.08), (float(row), row + 1.0)),
                    site.light.fill.mix(Colour(0.1, 0.08, 0.08), 0.5),
                    0.22,
                )


def _column(wash: Wash, site: Site, spot: Pair, stone: Colour) -> None:
    x, z = spot
    (px, py), unit = site.space.at(x, 0, z), site.space.unit(z)
    w, top = 0.34 * unit, site.space.at(x, 5.6, z)[1]
    wash.contact(x, z, 0.8, 0.5)
    side = w if site.light.key_x > 0 else -w
    shaft = skia.Path.Rect(skia.Rect.MakeLTRB(px - w, top, px + w, py))
    wash.grade(
        shaft,
        ((px + side, 0), (px - side, 0)),
        (0.0, wash.tone(stone, 1.0), 1.0),
        (0.45, wash.tone(stone, 0.55), 1.0),
        (1.0, wash.tone(stone, 0.05), 1.0),
    )
    for y0, y1, wide in ((0.0, 0.3, 1.5), (5.3, 5.7, 1.6)):
        wash.box((x - 0.34 * wide, x + 0.34 * wide), (y0, y1), (z - 0.34, z + 0.34), stone)


def _arch(wash: Wash, site: Site, z: float, stone: Colour) -> None:
    steps = [(-3.3 * cos(pi * n / 16), 5.6 + 2.9 * sin(pi * n / 16)) for n in range(17)]
    inner = [site.space.at(x, y, z) for x, y in steps]
    outer = [site.space.at(x * 1.16, y + 0.45, z) for x, y in steps]
    wash.fill(outline([*inner, *reversed(outer)]), wash.tone(stone, 0.62))
    wash.line(inner, wash.tone(stone, 0.05), max(1.5, 14 / z), 0.6)


def _high_window(wash: Wash, site: Site, side: int, z: float, index: int) -> None:
    x = side * 5.38
    glass = site.space.outline((x, 3.0, z), (x, 3.0, z + 1.3), (x, 6.4, z + 1.3), (x, 7.3, z + 0.65), (x, 6.4, z))
    shines = side * site.light.key_x > 0
    hue = Colour.of(site.chance.pick(("#E0A84A", "#5B83C4", "#B8524A", "#6A9A6A", "#8A62A8"), "glass", index, side))
    bright = sky_of(site.picture)[2].mix(hue, 0.55 if site.picture.place == "church" else 0.25)
    wash.fill(
        glass,
        bright.mix(Colour(1, 1, 1), 0.25)
        if shines and site.light.darkness < 0.6
        else bright.lit(site.light.key).mix(Colour(0, 0, 0), 0.25),
    )
    if shines and site.light.darkness < 0.9:
        (ax, ay), (bx, by) = site.space.at(x, 6.6, z + 0.6), site.space.at(-side * 2.0, 0.0, z + 0.4)
        unit = site.space.unit(z)
        wash.beam(
            outline(
                [(ax, ay - 0.3 * unit), (ax, ay + 2.6 * unit), (bx, by + 0.4 * unit), (bx + side * 1.8 * unit, by)]
            ),
            ((ax, ay), (bx, by)),
            site.light.rim.mix(hue, 0.25),
            (0.30, 0.03),
        )


def _apse(wash: Wash, site: Site) -> None:
    z = 23.9
    for x, top in ((-1.9, 5.6), (0.0, 6.8), (1.9, 5.6)):
        glass = site.space.outline(
            (x - 0.6, 2.2, z), (x + 0.6, 2.2, z), (x + 0.6, top - 0.8, z), (x, top, z), (x - 0.6, top - 0.8, z)
        )
        wash.fill(glass, sky_of(site.picture)[2].mix(Colour(1, 1, 1), 0.4))
    wash.glow(*site.space.at(0, 4.2, z), 420, site.light.rim, 0.7)
    wash.box((-1.4, 1.4), (0.0, 1.1), (22.5, 23.2), Colour.of("#E4DAC6"))
    wash.rail((0, 1.1, 22.4), (0, 2.3, 22.4), Colour.of("#E3B75A"), 0.09)
    wash.rail((-0.35, 1.85, 22.4), (0.35, 1.85, 22.4), Colour.of("#E3B75A"), 0.09)


def _niche(wash: Wash, site: Site) -> None:
    z = 23.9
    path = site.space.outline(
        (-1.8, 0.0, z), (1.8, 0.0, z), (1.8, 3.8, z), (1.2, 5.0, z), (0.0, 5.9, z), (-1.2, 5.0, z), (-1.8, 3.8, z)
    )
    wash.down(path, wash.tone(Colour.of("#3F6F7C"), 0.8), wash.tone(Colour.of("#274450"), 0.6))
    wash.line([(p.x(), p.y()) for p in path.getPoints(path.countPoints())], wash.tone(Colour.of("#E3B75A"), 0.9), 5)
    wash.glow(*site.space.at(0, 3.0, z), 380, LAMP, 0.55)
    wash.shine(site.space.floor((-1.2, 1.2), (3.0, 23.0)), site.light.rim, 16, 0.18)


def _ark(wash: Wash, site: Site) -> None:
    z, wood = 23.5, Colour.of("#6B4630")
    wash.box((-2.2, 2.2), (0.0, 0.6), (22.3, 23.9), Colour.of("#A08C74"))
    wash.box((-1.7, 1.7), (0.6, 4.4), (z, z + 0.4), wood)
    cloth = site.colour("curtain", "parochet", otherwise="#2F4A8A")
    wash.down(site.space.front((-1.15, 1.15), (0.8, 3.9), z - 0.02), wash.tone(cloth, 0.95), wash.tone(cloth, 0.5))
    (px, py), unit = site.space.at(0, 2.6, z - 0.03), site.space.unit(z)
    for turn in (0.0, pi):
        star = [
            (px + 0.55 * unit * sin(turn + n * 2 * pi / 3), py - 0.55 * unit * cos(turn + n * 2 * pi / 3))
            for n in range(4)
        ]
        wash.line(star, Colour.of("#F0CF7A"), max(2.0, 0.07 * unit))
    wash.fill(site.space.outline((-2.0, 4.4, z), (2.0, 4.4, z), (0.0, 5.5, z)), wash.tone(wood, 0.7))
    lx, ly = site.space.at(0, 5.9, 21.0)
    wash.glow(lx, ly, 190, LAMP, 0.8)
    wash.dabs([(lx, ly, 7, 9)], Colour.of("#FFD9A0"))
    wash.glow(*site.space.at(0, 2.5, z), 360, LAMP, 0.4)
    wash.box((-1.3, 1.3), (0.0, 1.05), (14.5, 15.6), wood)
