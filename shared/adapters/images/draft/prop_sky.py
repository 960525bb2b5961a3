"""Things of the sky and of nature."""

from math import cos, pi, sin

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import mirrored, oval, poly, smooth, star, tube
from shared.adapters.images.draft.prop_home import flame
from shared.adapters.images.draft.prop_tint import DARK_WOOD, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def _star(b: Brush, t: Tint) -> None:
    gold = t.of(0, "#FFE9A8")
    b.glow(0, -50, 90, gold, 0.55)
    shape = star(0, -50, 46, 5, 0.46)
    b.bright(shape, gold)
    for k in range(5):
        a = -pi / 2 + k * 2 * pi / 5
        n = a + pi / 5
        b.bright(
            poly((0, -50), (46 * cos(a), -50 + 46 * sin(a)), (21 * cos(n), -50 + 21 * sin(n))),
            gold.mix(WHITE, 0.55),
            0.7,
        )


def _moon(b: Brush, t: Tint) -> None:
    pearl = t.of(0, "#F4EFD8")
    b.glow(0, -50, 130, pearl, 0.4)
    b.bright(oval(0, -50, 48, 48), pearl)
    for x, y, r in ((-16, -66, 9), (14, -44, 13), (-10, -30, 7), (22, -74, 6), (-30, -46, 5)):
        b.bright(oval(x, y, r, r * 0.92), pearl.mix(Colour.of("#A8A490"), 0.5), 0.4)
    b.crescent(oval(0, -50, 48, 48), 16, 0.22)


def _crescent_moon(b: Brush, t: Tint) -> None:
    pearl = t.of(0, "#F8EFC8")
    b.glow(-4, -50, 110, pearl, 0.4)
    b.bright(
        smooth(
            (14, -97), (14, -97), (-30, -84), (-44, -50), (-30, -16), (14, -3), (14, -3), (-12, -24),
            (-18, -50), (-12, -76),
        ),
        pearl,
    )  # fmt: skip


def _sun(b: Brush, t: Tint) -> None:
    gold = t.of(0, "#FFD27A")
    b.glow(0, -50, 150, gold, 0.6)
    for k in range(12):
        a = k * pi / 6
        b.bright(
            poly(
                (40 * cos(a - 0.1), -50 + 40 * sin(a - 0.1)),
                (58 * cos(a), -50 + 58 * sin(a)),
                (40 * cos(a + 0.1), -50 + 40 * sin(a + 0.1)),
            ),
            gold,
            0.75,
        )
    b.bright(oval(0, -50, 36, 36), gold.mix(WHITE, 0.4))


def _cloud(b: Brush, t: Tint) -> None:
    white = t.of(0, "#F2F2F4")
    for x, y, r in (
        (-62, -32, 30),
        (62, -30, 28),
        (-30, -54, 38),
        (28, -58, 40),
        (0, -40, 42),
        (-84, -18, 18),
        (86, -18, 17),
    ):
        b.form(oval(x, y, r, r * 0.86), white, 0.6)
    b.flat(
        smooth((-100, -14), (-50, -22), (0, -16), (50, -22), (102, -14), (60, -2), (0, 0), (-60, -2)), white, 0.25, 0.55
    )


def _heart(b: Brush, t: Tint) -> None:
    red = t.of(0, "#C2303A")
    shape = smooth(
        (0, 0), (0, 0), (-46, -42), (-52, -78), (-26, -98), (0, -76), (0, -76), (26, -98), (52, -78), (46, -42)
    )
    b.form(shape, red)
    b.crescent(shape, 9, 0.35)
    b.flat(oval(-26 if b.toward[0] < 0 else 26, -80, 9, 6), pale(red, 0.6), 1.0, 0.6)
    b.rim(shape, 1.6)


def _stem(b: Brush, t: Tint) -> None:
    green = Colour.of("#4E7A48")
    b.form(tube(((2, 0), (-2, -34), (0, -66)), (1.8, 1.5, 1.2)), green)
    for x, y in ((1, -22), (-1, -38)):
        d = 1 if x > 0 else -1
        b.form(
            smooth(
                (x, y), (x, y), (x + d * 12, y - 14), (x + d * 28, y - 14), (x + d * 28, y - 14), (x + d * 16, y - 2)
            ),
            green,
        )


def _flower(b: Brush, t: Tint) -> None:
    petal = t.of(0, "#E3A0B4")
    _stem(b, t)
    for k in range(8):
        a = k * pi / 4
        b.form(oval(17 * cos(a), -76 + 15 * sin(a), 11, 10), petal if k % 2 else pale(petal, 0.2))
    b.form(oval(0, -76, 9.5, 9), Colour.of("#E0B040"))


def _rose(b: Brush, t: Tint) -> None:
    red = t.of(0, "#B02A3C")
    _stem(b, t)
    b.form(smooth((-20, -70), (-24, -90), (-8, -99), (10, -99), (24, -88), (20, -68), (0, -58)), red)
    b.form(smooth((-22, -76), (-6, -84), (6, -66), (-2, -59), (-16, -64)), pale(red, 0.12))
    b.form(smooth((22, -78), (4, -84), (-4, -66), (4, -59), (17, -66)), dark(red, 0.12))
    b.stroke((-12, -88), (-2, -94), (10, -90), (6, -82), (-4, -83), (0, -88), colour=dark(red), width=1.6, alpha=0.7)


def _tree(b: Brush, t: Tint) -> None:
    leaf, bark = t.of(0, "#55784A"), t.of(1, DARK_WOOD)
    b.ground(26, 4)
    b.form(smooth((-8, 1), (-4, -20), (-5, -50), (5, -50), (4, -20), (9, 1)), bark)
    for x in (-1, 1):
        b.form(tube(((0, -36), (x * 10, -50), (x * 16, -62)), (2.4, 1.8, 1.2)), bark)
    for k, (x, y, r) in enumerate(
        ((-20, -54, 17), (20, -54, 17), (0, -60, 22), (-14, -74, 17), (15, -74, 16), (0, -84, 16))
    ):
        b.form(oval(x, y, r, r * 0.9), leaf if k % 2 else dark(leaf, 0.12))
    for k in range(26):
        a, far = t.chance.between(0, 2 * pi, "a", k), t.chance.between(4, 27, "r", k)
        px, py = far * cos(a), -68 + far * sin(a) * 0.9
        b.flat(
            oval(px, py, 2.6, 1.7),
            leaf.mix(WHITE if (px * b.toward[0] + (py + 68) * b.toward[1]) > 0 else INK, 0.25),
            0.8,
            0.6,
        )


def _leaf(b: Brush, t: Tint) -> None:
    green = t.of(0, "#C07A36")
    shape = smooth((0, -8), (0, -8), (-30, -34), (-28, -66), (0, -100), (0, -100), (28, -66), (30, -34))
    b.form(shape, green)
    b.stroke((0, 0), (0, -40), (0, -94), colour=dark(green), width=1.6)
    for k in range(4):
        for s in (-1, 1):
            b.stroke(
                (0, -22 - k * 17),
                (s * 12, -34 - k * 16),
                (s * (24 - k * 4), -40 - k * 16),
                colour=dark(green),
                width=0.9,
                alpha=0.6,
            )


def _fire(b: Brush, t: Tint) -> None:
    b.glow(0, -40, 105, Colour(1, 0.6, 0.25), 0.5)
    for x0, x1 in ((-38, 34), (38, -34), (-16, 20)):
        b.form(tube(((x0, -2), (x1, -14)), (5.5, 5)), Colour.of("#4A3024"))
    for x, h in ((-16, 60), (16, 66), (0, 92)):
        flame(b, (x, -8, h), 0.0)


def _feather(b: Brush, t: Tint) -> None:
    white = t.of(0, "#EDE8E0")
    vane = smooth((-6, -14), (-22, -40), (-20, -72), (12, -100), (12, -100), (22, -74), (16, -42), (2, -16))
    b.form(vane, white)
    b.stroke((-6, 0), (-3, -30), (2, -64), (11, -98), colour=dark(white, 0.5), width=1.2)
    for k in range(9):
        y = -24 - k * 8
        b.stroke((-2 + k * 1.0, y), (-14, y - 10), colour=dark(white), width=0.5, alpha=0.4)
        b.stroke((-2 + k * 1.0, y), (14, y - 12), colour=dark(white), width=0.5, alpha=0.4)


def _shell(b: Brush, t: Tint) -> None:
    pink = t.of(0, "#E8C4B0")
    b.form(mirrored((0, -96), (28, -90), (52, -62), (50, -34), (14, -8), (10, 0)), pink)
    for k in range(-4, 5):
        b.stroke((k * 2.2, -6), (k * 8, -50), (k * 11.5, -92 + abs(k) * 8), colour=dark(pink), width=1.2, alpha=0.45)


def _wings(b: Brush, t: Tint) -> None:
    white = t.of(0, "#F0EDE8")
    for s in (-1, 1):
        for k in range(9):
            a = -0.35 + k * 0.2
            size = 84 - abs(k - 3) * 6
            tip = (s * (8 + size * cos(a)), -62 + size * sin(a) * 0.85 - 14)
            b.form(
                tube(((s * 6, -66), ((s * 6 + tip[0]) / 2, (-72 + tip[1]) / 2), tip), (4, 8, 4.5)),
                white if k % 2 else dark(white, 0.1),
                0.7,
            )
        b.form(tube(((s * 4, -56), (s * 26, -92), (s * 66, -92)), (6, 8, 5)), white, 0.7)


def _wing(b: Brush, t: Tint) -> None:
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeLTRB(0, -140, 200, 40))
    _wings(b, t)
    b.canvas.restore()


def _drop(b: Brush, t: Tint) -> None:
    water = t.of(0, "#A8CBE2")
    shape = smooth((0, -100), (0, -100), (-20, -56), (-32, -28), (-22, -4), (0, 0), (22, -4), (32, -28), (20, -56))
    b.form(shape, water, 0.7)
    b.bright(smooth((-16, -36), (-10, -50), (-8, -34), (-12, -16)), WHITE, 0.75)
    b.bright(oval(12, -14, 8, 4), WHITE, 0.3)


def _footprints(b: Brush, t: Tint) -> None:
    sand = t.of(0, "#8A7460")
    for k in range(5):
        y, x, s = -k * 22.0 - 6, (-9 if k % 2 else 9), 1 - k * 0.13
        b.flat(oval(x * s, y, 5.5 * s, 4.6 * s), sand, 0.1, 0.55)
        b.flat(oval(x * s, y - 8 * s, 6.5 * s, 5 * s), sand, 0.1, 0.55)
        b.stroke(
            (x * s - 5 * s, y + 5 * s),
            (x * s, y + 6 * s),
            (x * s + 5 * s, y + 4 * s),
            colour=pale(sand),
            width=0.8,
            alpha=0.5,
        )


SKY: dict[str, Draw] = {
    "star": _star, "crescent moon": _crescent_moon, "moon": _moon, "sun": _sun, "cloud": _cloud, "heart": _heart,
    "flower": _flower,
    "rose": _rose, "tree": _tree, "leaf": _leaf, "fire": _fire, "feather": _feather, "shell": _shell, "wings": _wings,
    "wing": _wing,
    "drop": _drop, "footprints": _footprints,
}  # fmt: skip
