"""Animals that walk. 100 units high, looking to the right."""

from dataclasses import dataclass

from shared.adapters.images.draft.animal_air import eye
from shared.adapters.images.draft.figure_brush import INK, Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth, tube
from shared.adapters.images.draft.prop_tint import Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


@dataclass(frozen=True)
class Legs:
    """Four legs: where they start, how they bend, how thick, and the colour of the feet."""

    front: float
    rear: float
    top: float
    thick: float
    hoof: Colour


def _legs(b: Brush, legs: Legs, coat: Colour, far: bool) -> None:
    shade, shift = (dark(coat, 0.35), 9.0) if far else (coat, 0.0)
    x = legs.front + shift
    b.form(
        tube(((x, legs.top), (x + 2, legs.top * 0.45), (x, -3)), (legs.thick * 1.5, legs.thick, legs.thick * 0.8)),
        shade,
    )
    x = legs.rear + shift * 0.9
    rear = ((x, legs.top), (x + 5, legs.top * 0.66), (x - 6, legs.top * 0.36), (x - 3, -3))
    b.form(tube(rear, (legs.thick * 2.1, legs.thick * 1.5, legs.thick * 0.9, legs.thick * 0.8)), shade)
    for foot in (legs.front + shift + 2, legs.rear + shift * 0.9 - 1):
        b.form(oval(foot, -2.6, legs.thick * 1.2, 3), legs.hoof)


def _body(b: Brush, points: tuple[Point, ...], coat: Colour) -> None:
    path = smooth(*points)
    b.form(path, coat)
    b.crescent(path, 3.5, 0.28)
    b.rim(path, 1.0)


def _horse(b: Brush, t: Tint) -> None:
    coat, mane = t.of(0, "#7E4E30"), t.of(1, "#2E2024")
    b.ground(52, 4)
    legs = Legs(30, -38, -44, 3.4, mane)
    _legs(b, legs, coat, True)
    b.form(smooth((-50, -66), (-62, -58), (-66, -36), (-60, -18), (-54, -36), (-50, -52)), mane)
    _body(
        b,
        (
            (-52, -60), (-44, -72), (-20, -70), (6, -69), (24, -76), (36, -92), (46, -100), (54, -95),
            (58, -86), (72, -76), (71, -69), (62, -70), (50, -76), (44, -64), (38, -44), (16, -38), (-14, -40),
            (-36, -40),
        ),
        coat,
    )  # fmt: skip
    _legs(b, legs, coat, False)
    b.form(smooth((47, -101), (36, -96), (24, -82), (18, -66), (28, -68), (36, -82), (46, -94)), mane)
    b.form(smooth((46, -97), (46, -97), (49, -107), (49, -107), (53, -97)), coat)
    b.flat(oval(69, -73, 1.6, 1.3), INK, 0.3)
    eye(b, 54, -90, 1.9)


def _dog(b: Brush, t: Tint) -> None:
    coat, ear = t.of(0, "#C08A4E"), t.of(1, "#6E4628")
    b.ground(44, 5)
    b.form(tube(((-40, -18), (-62, -30), (-66, -52)), (5, 4.4, 2.6)), coat)
    b.form(smooth((-46, -4), (-46, -30), (-20, -50), (4, -62), (28, -62), (30, -34), (24, -4), (-10, 0)), coat)
    b.form(oval(-26, -18, 20, 18), dark(coat, 0.06))
    for x in (10, 24):
        b.form(tube(((x, -44), (x + 1, -5)), (8, 6)), coat if x > 12 else dark(coat, 0.25))
        b.form(oval(x + 5, -4, 8.5, 4.6), pale(coat, 0.25))
    b.form(oval(-18, -5, 15, 5.5), pale(coat, 0.2))
    b.flat(smooth((14, -58), (28, -56), (27, -30), (16, -26)), pale(coat, 0.55), 0.7, 0.8)
    _body(b, ((4, -72), (10, -92), (28, -98), (42, -88), (60, -80), (62, -68), (50, -62), (32, -58), (12, -60)), coat)
    b.form(smooth((12, -92), (0, -88), (-6, -68), (2, -58), (12, -68), (18, -84)), ear)
    b.form(oval(60, -78, 4.6, 3.8), INK.mix(Colour(1, 1, 1), 0.1))
    b.stroke((58, -70), (50, -66), (42, -68), colour=dark(coat, 0.7), width=1.3)
    eye(b, 36, -83, 3.4)


def _cat(b: Brush, t: Tint) -> None:
    fur = t.of(0, "#8A8488")
    b.ground(34, 5)
    b.form(tube(((-18, -8), (-44, -6), (-52, -24), (-40, -34)), (6, 6, 5, 3.4)), fur)
    b.form(smooth((-28, -3), (-32, -26), (-20, -50), (-6, -64), (18, -64), (26, -40), (26, -4), (0, 0)), fur)
    for x in (6, 18):
        b.form(tube(((x, -36), (x, -5)), (6, 5)), fur)
        b.form(oval(x + 1, -4, 6.6, 4.2), pale(fur, 0.4))
    for s in (-1, 1):
        b.form(
            smooth((6 + s * 22, -76), (6 + s * 22, -76), (6 + s * 20, -101), (6 + s * 20, -101), (6 + s * 4, -90)), fur
        )
        b.flat(smooth((6 + s * 18, -82), (6 + s * 18, -95), (6 + s * 9, -88)), Colour.of("#D99A94"), 0.6, 0.8)
    _body(b, ((6, -95), (26, -88), (32, -72), (22, -58), (6, -54), (-10, -58), (-20, -72), (-14, -88)), fur)
    for k in (-6, 0, 6):
        b.stroke((6 + k, -94), (6 + k * 0.8, -86), colour=dark(fur), width=2, alpha=0.6)
    for s in (-1, 1):
        b.flat(oval(6 + s * 11, -75, 5.4, 5.6), Colour.of("#A8C060"), 0.9)
        eye(b, 6 + s * 11, -75, 3.4)
        for k in (-1, 0, 1):
            b.stroke((6 + s * 9, -64 + k), (6 + s * 34, -66 + k * 5), colour=Colour.of("#F0ECE6"), width=0.6, alpha=0.8)
    b.form(smooth((3, -68), (9, -68), (6, -64)), Colour.of("#C9807A"))
    b.stroke((1, -62), (6, -60), (11, -62), colour=dark(fur, 0.7), width=1)


def _sheep(b: Brush, t: Tint) -> None:
    wool, face = t.of(0, "#EDE6D8"), t.of(1, "#4A3F3C")
    b.ground(52, 5)
    for x in (-34, -14, 22, 36):
        b.form(tube(((x, -34), (x, -3)), (5, 3.8)), dark(face, 0.2) if x in (-14, 36) else face)
    spots = (
        (-44, -52, 18), (-30, -76, 19), (-4, -84, 20), (22, -78, 19), (36, -54, 19), (-30, -36, 17),
        (-4, -32, 18), (22, -34, 17), (-4, -58, 27),
    )  # fmt: skip
    for x, y, r in spots:
        b.form(oval(x, y, r, r * 0.9), wool, 0.75)
    for k in range(14):
        px, py = t.chance.between(-46, 34, "x", k), t.chance.between(-84, -34, "y", k)
        b.stroke((px - 4, py), (px, py - 4), (px + 4, py), (px + 1, py + 2), colour=dark(wool), width=1.1, alpha=0.28)
    b.form(smooth((42, -86), (60, -90), (72, -72), (70, -56), (58, -52), (46, -66)), face)
    b.form(smooth((44, -84), (30, -84), (24, -74), (40, -76)), face)
    for x, y, r in ((44, -92, 11), (54, -95, 9)):
        b.form(oval(x, y, r, r * 0.8), wool)
    eye(b, 59, -76, 2.8)


def _canine(b: Brush, t: Tint, coat: Colour, bushy: float) -> None:
    b.ground(52, 4)
    legs = Legs(26, -36, -42, 3.6, dark(coat, 0.4))
    _legs(b, legs, coat, True)
    b.form(tube(((-42, -58), (-66, -46), (-84, -22)), (6, 8 * bushy, 3)), coat)
    b.form(oval(-83, -22, 4.4 * bushy, 4 * bushy), pale(coat, 0.6))
    _body(
        b,
        (
            (-48, -56), (-38, -68), (-8, -66), (16, -70), (28, -84), (40, -94), (54, -88), (74, -76),
            (75, -70), (58, -68), (46, -66), (38, -50), (26, -38), (0, -42), (-24, -42), (-42, -40),
        ),
        coat,
    )  # fmt: skip
    b.flat(
        smooth((44, -66), (60, -69), (74, -71), (62, -66), (46, -60), (36, -46), (30, -46), (34, -58)),
        pale(coat, 0.6),
        0.7,
        0.9,
    )
    _legs(b, legs, coat, False)
    for x, back in ((34, True), (43, False)):
        b.form(
            smooth((x - 5, -90), (x - 5, -90), (x + 1, -109), (x + 1, -109), (x + 9, -91)),
            dark(coat, 0.3) if back else coat,
        )
    b.form(oval(74.5, -74, 2.8, 2.4), INK)
    eye(b, 54, -82, 2.3)


def _wolf(b: Brush, t: Tint) -> None:
    _canine(b, t, t.of(0, "#7C8088"), 1.0)


def _fox(b: Brush, t: Tint) -> None:
    _canine(b, t, t.of(0, "#C8682E"), 1.45)


def _deer(b: Brush, t: Tint) -> None:
    coat, horn = t.of(0, "#A8743F"), Colour.of("#6E5238")
    b.ground(40, 3.4)
    legs = Legs(18, -28, -36, 2.3, dark(coat, 0.6))
    for s in (0, 6):
        b.stroke((30 + s, -78), (26 + s * 2, -90), (32 + s * 2, -104), colour=horn, width=2)
        b.stroke((27 + s * 2, -91), (18 + s * 2, -98), colour=horn, width=1.7)
        b.stroke((29 + s * 2, -97), (38 + s * 2, -102), colour=horn, width=1.5)
    _legs(b, legs, coat, True)
    _body(
        b,
        (
            (-38, -48), (-34, -56), (-10, -54), (10, -56), (20, -66), (26, -78), (36, -82), (50, -72),
            (50, -68), (36, -68), (30, -52), (22, -36), (0, -32), (-26, -34),
        ),
        coat,
    )  # fmt: skip
    _legs(b, legs, coat, False)
    b.form(smooth((-38, -48), (-44, -44), (-42, -36), (-37, -40)), pale(coat, 0.7))
    b.form(smooth((28, -80), (28, -80), (16, -86), (16, -86), (22, -76)), coat)
    for k in range(8):
        b.flat(
            oval(t.chance.between(-30, 8, "x", k), t.chance.between(-52, -42, "y", k), 1.5, 1.3),
            pale(coat, 0.6),
            0.8,
            0.8,
        )
    b.flat(oval(49.5, -70.5, 2, 1.7), INK)
    eye(b, 37, -75, 2)


def _lion(b: Brush, t: Tint) -> None:
    coat, mane = t.of(0, "#CDA05A"), t.of(1, "#8A5428")
    b.ground(54, 4)
    legs = Legs(22, -40, -40, 4.6, pale(coat, 0.1))
    _legs(b, legs, coat, True)
    b.form(tube(((-46, -58), (-66, -48), (-70, -22)), (3, 2.4, 2)), coat)
    b.form(oval(-70, -18, 5, 7), mane)
    _body(b, ((-50, -54), (-42, -68), (-10, -66), (20, -72), (40, -60), (36, -40), (0, -36), (-36, -38)), coat)
    _legs(b, legs, coat, False)
    for k in range(12):
        from_x, from_y = 34 + 27 * _round(k)[0], -70 + 28 * _round(k)[1]
        b.form(oval(from_x, from_y, 13, 13), mane if k % 2 else dark(mane, 0.12))
    b.form(oval(34, -70, 26, 27), mane)
    b.form(smooth((38, -92), (56, -86), (60, -74), (70, -66), (68, -56), (52, -52), (34, -56), (26, -74)), coat)
    b.form(smooth((58, -64), (68, -64), (68, -55), (56, -53)), pale(coat, 0.4))
    b.form(oval(68, -66, 3.6, 3), Colour.of("#4A302A"))
    b.form(oval(30, -90, 6, 6), coat)
    eye(b, 54, -76, 2.6)


def _round(k: int) -> Point:
    ring = ((1, 0), (0.87, 0.5), (0.5, 0.87), (0, 1), (-0.5, 0.87), (-0.87, 0.5))
    x, y = ring[k % 6]
    return (x, y) if k < 6 else (-x, -y)


LAND: dict[str, Draw] = {
    "horse": _horse, "dog": _dog, "cat": _cat, "sheep": _sheep, "wolf": _wolf, "fox": _fox, "deer": _deer,
    "lion": _lion,
}  # fmt: skip
