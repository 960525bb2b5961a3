"""Furniture that stands on the floor of a room, each piece at a spot in metres: x to the right, z away."""

from collections.abc import Callable

import skia

from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

WOOD = "#7D5638"
Piece = Callable[[Wash, Site, float, float], None]
Pair = tuple[float, float]


def bed(wash: Wash, site: Site, x: float, z: float) -> None:
    """A single bed, its head to the back wall, with a folded quilt and a pillow; x is its middle, z its head end."""
    wood, quilt = (
        site.colour("bed", otherwise="#6B4A33"),
        site.colour("blanket", "quilt", "bedspread", "duvet", otherwise="#8E9DBF"),
    )
    left, right, foot = x - 0.62, x + 0.62, z - 2.1
    _floor_shade(wash, site, (left - 0.15, right + 0.15), (foot - 0.15, z))
    wash.box((left, right), (0.0, 1.05), (z - 0.08, z), wood)
    wash.box((left + 0.02, right - 0.02), (0.12, 0.50), (foot, z - 0.08), Colour.of("#E9E3D8"))
    wash.box((left - 0.02, right + 0.02), (0.16, 0.56), (foot - 0.02, z - 0.75), quilt)
    fold = site.space.floor((left - 0.02, right + 0.02), (z - 0.95, z - 0.72), 0.57)
    wash.fill(fold, wash.tone(Colour.of("#F1ECE2"), 0.8))
    for share in (0.3, 0.62):
        a, b = site.space.at(left + 1.24 * share, 0.56, foot), site.space.at(left + 1.24 * share + 0.1, 0.57, z - 1.1)
        wash.line((a, b), wash.tone(quilt, 0.1), 3, 0.35)
    px, py = site.space.at(x, 0.60, z - 0.4)
    unit = site.space.unit(z - 0.4)
    pillow = skia.Path.RRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(px - 0.42 * unit, py - 0.17 * unit, px + 0.42 * unit, py + 0.1 * unit),
            0.14 * unit,
            0.12 * unit,
        )
    )
    wash.down(pillow, wash.tone(Colour.of("#F6F2EA"), 0.9), wash.tone(Colour.of("#D9D3CB"), 0.3))
    wash.box((left, right), (0.0, 0.66), (foot - 0.08, foot - 0.02), wood)


def table(wash: Wash, site: Site, x: float, z: float) -> None:
    """A table of a metre and a quarter."""
    wood = site.colour("table", "desk", "workbench", otherwise=WOOD)
    _floor_shade(wash, site, (x - 0.7, x + 0.7), (z - 0.4, z + 0.4))
    for leg in (x - 0.58, x + 0.52):
        wash.box((leg, leg + 0.07), (0.0, 0.72), (z + 0.26, z + 0.33), wood.mix(Colour(0, 0, 0), 0.2))
    for leg in (x - 0.58, x + 0.52):
        wash.box((leg, leg + 0.07), (0.0, 0.72), (z - 0.33, z - 0.26), wood)
    wash.box((x - 0.65, x + 0.65), (0.71, 0.76), (z - 0.37, z + 0.37), wood)


def chair(wash: Wash, site: Site, x: float, z: float) -> None:
    """A plain chair with its back to the wall."""
    wood = site.colour("chair", "armchair", otherwise="#8A6140")
    _floor_shade(wash, site, (x - 0.3, x + 0.3), (z - 0.25, z + 0.25))
    for leg in (x - 0.21, x + 0.16):
        wash.box((leg, leg + 0.05), (0.0, 0.95), (z + 0.18, z + 0.22), wood)
    for y in (0.62, 0.82):
        wash.box((x - 0.2, x + 0.2), (y, y + 0.09), (z + 0.18, z + 0.21), wood)
    for leg in (x - 0.21, x + 0.16):
        wash.box((leg, leg + 0.05), (0.0, 0.44), (z - 0.22, z - 0.17), wood)
    wash.box((x - 0.23, x + 0.23), (0.43, 0.48), (z - 0.24, z + 0.22), wood)


def sofa(wash: Wash, site: Site, x: float, z: float) -> None:
    """A two-seater with cushions."""
    cloth = site.colour("sofa", "couch", "armchair", otherwise="#8C5A4E")
    _floor_shade(wash, site, (x - 1.1, x + 1.1), (z - 0.5, z + 0.4))
    wash.box((x - 0.98, x + 0.98), (0.1, 0.86), (z + 0.2, z + 0.42), cloth)
    wash.box((x - 0.9, x + 0.9), (0.12, 0.44), (z - 0.42, z + 0.2), cloth)
    for side in (-0.44, 0.44):
        wash.box(
            (x + side - 0.40, x + side + 0.40), (0.42, 0.54), (z - 0.4, z + 0.18), cloth.mix(Colour(1, 1, 1), 0.08)
        )
    for side in (x - 1.08, x + 0.88):
        wash.box((side, side + 0.2), (0.1, 0.62), (z - 0.42, z + 0.42), cloth)


def shelf(wash: Wash, site: Site, x: float, z: float) -> None:
    """A tall case of books."""
    wood = site.colour("shelf", "bookshelf", "bookcase", "cupboard", otherwise="#6A4A32")
    _floor_shade(wash, site, (x - 0.75, x + 0.75), (z - 0.3, z))
    wash.box((x - 0.7, x + 0.7), (0.0, 2.1), (z - 0.32, z), wood)
    front = z - 0.325
    books = ("#8E4A3C", "#3F5F73", "#B9924A", "#5B6B4A", "#7A5A78", "#C8B79A")
    for row in range(5):
        y = 0.12 + row * 0.4
        wash.fill(
            site.space.front((x - 0.64, x + 0.64), (y, y + 0.34), front),
            wash.tone(wood.mix(Colour(0, 0, 0), 0.45), 0.15),
        )
        left = x - 0.62
        for index in range(13):
            wide = site.chance.between(0.05, 0.11, "book", row, index)
            if left + wide > x + 0.62:
                break
            if site.chance.number("gap", row, index) > 0.12:
                colour = Colour.of(site.chance.pick(books, "cover", row, index))
                tall = site.chance.between(0.2, 0.31, "tall", row, index)
                wash.fill(
                    site.space.front((left, left + wide - 0.008), (y, y + tall), front - 0.005), wash.tone(colour, 0.55)
                )
            left += wide


def lamp(wash: Wash, site: Site, x: float, z: float) -> None:
    """A table lamp on a small stand, burning when it is dark."""
    _floor_shade(wash, site, (x - 0.3, x + 0.3), (z - 0.25, z + 0.2))
    wash.box((x - 0.24, x + 0.24), (0.0, 0.55), (z - 0.22, z + 0.2), Colour.of(WOOD))
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.55, z)
    wash.fill(
        skia.Path.Oval(skia.Rect.MakeLTRB(px - 0.09 * unit, py - 0.2 * unit, px + 0.09 * unit, py)),
        wash.tone(site.colour("lamp", otherwise="#4F7A78"), 0.6),
    )
    shade = outline(
        [
            (px - 0.11 * unit, py - 0.46 * unit),
            (px + 0.11 * unit, py - 0.46 * unit),
            (px + 0.2 * unit, py - 0.18 * unit),
            (px - 0.2 * unit, py - 0.18 * unit),
        ]
    )
    if site.light.darkness > 0.2 or site.picture.weather in ("rain", "storm"):
        wash.glow(px, py - 0.3 * unit, 2.6 * unit, LAMP, 0.50)
        wash.down(shade, Colour.of("#FFF3D0"), Colour.of("#FFC878"))
        wash.glow(px, py - 0.3 * unit, 0.7 * unit, Colour.of("#FFE9BE"), 0.55)
    else:
        wash.down(shade, wash.tone(Colour.of("#F2E6CF"), 0.95), wash.tone(Colour.of("#D8C6A6"), 0.5))


def rug(wash: Wash, site: Site, x: float, z: float) -> None:
    """An oval rug with a border."""
    colour = site.colour("rug", "carpet", otherwise="#A2554A")
    (px, py), unit = site.space.at(x, 0.0, z), site.space.unit(z)
    top, low = site.space.at(x, 0.0, z + 0.8)[1], site.space.at(x, 0.0, max(0.8, z - 0.8))[1]
    for share, tone, tint in ((1.0, 0.45, 0.0), (0.88, 0.7, 0.35), (0.8, 0.55, 0.0), (0.4, 0.7, 0.25)):
        half = 1.35 * unit * share
        oval = skia.Rect.MakeLTRB(px - half, py + (top - py) * share, px + half, py + (low - py) * share)
        wash.fill(skia.Path.Oval(oval), wash.tone(colour.mix(Colour.of("#F0DDB8"), tint), tone))


def piano(wash: Wash, site: Site, x: float, z: float) -> None:
    """An upright piano with its keys to the camera."""
    wood = site.colour("piano", otherwise="#3A2A26")
    _floor_shade(wash, site, (x - 0.85, x + 0.85), (z - 0.6, z))
    wash.box((x - 0.75, x + 0.75), (0.0, 1.25), (z - 0.35, z), wood)
    wash.box((x - 0.75, x + 0.75), (0.62, 0.74), (z - 0.65, z - 0.35), wood)
    wash.fill(site.space.floor((x - 0.68, x + 0.68), (z - 0.63, z - 0.45), 0.745), wash.tone(Colour.of("#F3EFE4"), 0.9))
    for index in range(20):
        if index % 7 not in (2, 6):
            left = x - 0.66 + index * 0.066
            wash.fill(
                site.space.floor((left, left + 0.03), (z - 0.56, z - 0.45), 0.75), wash.tone(Colour.of("#17161A"), 0.3)
            )
    for leg in (x - 0.72, x + 0.64):
        wash.box((leg, leg + 0.08), (0.0, 0.62), (z - 0.64, z - 0.56), wood)


def fireplace(wash: Wash, site: Site, x: float, z: float) -> None:
    """A hearth with a burning fire."""
    stone = site.colour("fireplace", "hearth", otherwise="#9C8778")
    wash.box((x - 0.85, x + 0.85), (0.0, 1.25), (z - 0.35, z), stone)
    wash.box((x - 0.95, x + 0.95), (1.25, 1.35), (z - 0.42, z), stone)
    wash.fill(site.space.front((x - 0.5, x + 0.5), (0.0, 0.85), z - 0.36), Colour.of("#1A100C"))
    (px, py), unit = site.space.at(x, 0.08, z - 0.36), site.space.unit(z - 0.36)
    wash.glow(px, py - 0.25 * unit, 2.4 * unit, Colour.of("#FF9A4A"), 0.55)
    for index, (dx, h, text) in enumerate(
        (
            (-0.2, 0.38, "#E8612B"),
            (0.16, 0.45, "#E8612B"),
            (0.0, 0.58, "#F58A34"),
            (-0.06, 0.36, "#FFC45E"),
            (0.06, 0.22, "#FFF0B8"),
        )
    ):
        w = (0.16 - 0.018 * index) * unit
        flame = skia.PathBuilder()
        flame.moveTo(px + dx * unit - w, py)
        flame.quadTo(px + dx * unit - w, py - h * 0.5 * unit, px + dx * unit, py - h * unit)
        flame.quadTo(px + dx * unit + w * 1.2, py - h * 0.4 * unit, px + dx * unit + w, py)
        wash.fill(flame.detach(), Colour.of(text), 0.9)


def plant(wash: Wash, site: Site, x: float, z: float) -> None:
    """A potted plant with long leaves."""
    _floor_shade(wash, site, (x - 0.3, x + 0.3), (z - 0.2, z + 0.2))
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.0, z)
    leaf = site.colour("plant", otherwise="#4F7A4A")
    for index in range(11):
        lean = (index - 5) / 5
        h = site.chance.between(0.6, 1.05, "leaf", index) * unit
        tip = (px + lean * 0.5 * unit, py - 0.35 * unit - h * (1 - 0.35 * abs(lean)))
        base = (px, py - 0.35 * unit)
        middle = ((tip[0] + base[0]) / 2, (tip[1] + base[1]) / 2 - 0.16 * unit)
        blade = skia.PathBuilder()
        blade.moveTo(*base)
        blade.quadTo(middle[0] - 0.07 * unit, middle[1], *tip)
        blade.quadTo(middle[0] + 0.1 * unit, middle[1] + 0.06 * unit, *base)
        wash.fill(blade.detach(), wash.tone(leaf, 0.5 + 0.45 * lean * site.light.key_x))
    pot = outline(
        [
            (px - 0.2 * unit, py - 0.36 * unit),
            (px + 0.2 * unit, py - 0.36 * unit),
            (px + 0.15 * unit, py),
            (px - 0.15 * unit, py),
        ]
    )
    wash.down(pot, wash.tone(Colour.of("#B4694A"), 0.8), wash.tone(Colour.of("#B4694A"), 0.25))


def chest(wash: Wash, site: Site, x: float, z: float) -> None:
    """Two boxes and a suitcase, piled."""
    _floor_shade(wash, site, (x - 0.6, x + 0.6), (z - 0.4, z + 0.2))
    box = site.colour("chest", "box", "boxes", "crate", "suitcase", "trunk", otherwise="#96713F")
    wash.box((x - 0.5, x + 0.45), (0.0, 0.45), (z - 0.35, z + 0.2), box)
    wash.box((x - 0.3, x + 0.4), (0.45, 0.75), (z - 0.25, z + 0.15), box.mix(Colour.of("#6A5446"), 0.5))
    for side in (x - 0.2, x + 0.22):
        wash.fill(site.space.front((side, side + 0.05), (0.45, 0.75), z - 0.255), wash.tone(Colour.of("#3E3028"), 0.4))


def candles(wash: Wash, site: Site, x: float, z: float) -> None:
    """Three candles on a table's height."""
    unit = site.space.unit(z)
    for index, dx in enumerate((-0.18, 0.0, 0.17)):
        h = (0.24, 0.32, 0.2)[index]
        px, py = site.space.at(x + dx, 0.76, z)
        wash.fill(
            skia.Path.Rect(skia.Rect.MakeLTRB(px - 0.03 * unit, py - h * unit, px + 0.03 * unit, py)),
            wash.tone(Colour.of("#F2E8D2"), 0.8),
        )
        wash.glow(px, py - (h + 0.07) * unit, 0.8 * unit, LAMP, 0.45)
        wash.dabs([(px, py - (h + 0.06) * unit, 0.022 * unit, 0.06 * unit)], Colour.of("#FFF0BE"))


def _floor_shade(wash: Wash, site: Site, x: Pair, z: Pair) -> None:
    slip = -0.12 * site.light.key_x
    path = site.space.floor((x[0] + slip, x[1] + slip), (max(0.6, z[0]), z[1]))
    wash.soft(path, site.light.fill.mix(Colour(0.04, 0.03, 0.05), 0.8), 9 * site.space.zoom, 0.45)


FURNITURE: dict[str, Piece] = {
    "bed": bed, "table": table, "chair": chair, "sofa": sofa, "shelf": shelf, "lamp": lamp, "rug": rug, "piano": piano,
    "fireplace": fireplace, "plant": plant, "chest": chest, "candles": candles,
}  # fmt: skip
