"""Animals of the air and the water. 100 units high, looking to the right."""

from math import sin

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import oval, poly, smooth, tube
from shared.adapters.images.draft.prop_tint import Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def eye(b: Brush, x: float, y: float, r: float) -> None:
    """A dark eye with a catch light."""
    b.flat(oval(x, y, r, r), INK, 0.3)
    b.bright(oval(x + r * 0.3, y - r * 0.35, r * 0.36, r * 0.36), WHITE, 0.95)


def _bird(b: Brush, t: Tint) -> None:
    back, breast = t.of(0, "#6A7A94"), t.of(1, "#E0A070")
    for x in (-4, 10):
        b.stroke((x, -26), (x + 2, -3), colour=Colour.of("#7A5A3A"), width=2.4)
        b.stroke((x - 4, -1), (x + 3, -3), (x + 11, -1), colour=Colour.of("#7A5A3A"), width=2)
    b.form(
        smooth((-44, -48), (-44, -48), (-104, -22), (-104, -22), (-92, -12), (-92, -12), (-34, -30)), dark(back, 0.3)
    )
    b.form(smooth((50, -82), (44, -50), (20, -24), (-16, -20), (-48, -36), (-30, -62), (4, -92), (30, -100)), back)
    b.form(smooth((48, -72), (46, -48), (22, -24), (-8, -21), (8, -46), (26, -66)), breast)
    wing = smooth((8, -64), (-8, -74), (-40, -62), (-82, -30), (-82, -30), (-40, -32), (2, -40))
    b.form(wing, dark(back, 0.15))
    for k in range(4):
        b.stroke(
            (-4 - k * 6, -46 + k * 2),
            (-34 - k * 6, -42 + k * 3),
            (-62 - k * 4, -34 + k),
            colour=dark(back),
            width=1.2,
            alpha=0.6,
        )
    b.form(poly((48, -84), (66, -78), (47, -74)), Colour.of("#D9963A"))
    eye(b, 36, -83, 4.6)


def _flying(b: Brush, size: float, colour: Colour) -> None:
    for s in (-1, 1):
        b.form(
            smooth(
                (0, -4 * size), (0, -4 * size), (s * 16 * size, -20 * size), (s * 42 * size, -10 * size),
                (s * 42 * size, -10 * size), (s * 20 * size, -9 * size), (s * 2 * size, 5 * size),
            ),
            colour,
        )  # fmt: skip
    b.form(oval(0, 0, 5 * size, 6 * size), colour)


def _birds(b: Brush, t: Tint) -> None:
    colour = t.of(0, "#3E4450")
    for k, (x, y, s) in enumerate(
        (
            (0, -56, 1.0),
            (-62, -84, 0.7),
            (66, -78, 0.75),
            (-104, -40, 0.55),
            (112, -46, 0.6),
            (30, -22, 0.62),
            (-44, -16, 0.5),
        )
    ):
        b.canvas.save()
        b.canvas.translate(x, y)
        b.canvas.rotate(8 * sin(k * 2.4))
        _flying(b, s, colour)
        b.canvas.restore()


def _dove(b: Brush, t: Tint) -> None:
    white = t.of(0, "#F2EFEA")
    for k in range(5):
        b.form(tube(((-36, -34), (-90, -34 + k * 8)), (4, 7)), dark(white, 0.06 * k), 0.7)
    for k in range(7):
        b.form(
            tube(((-2, -46), (-30 + k * 2, -76), (-66 + k * 13, -96 - 3 * sin(k))), (5, 7, 4)), dark(white, 0.14), 0.7
        )
    b.form(
        smooth((68, -62), (52, -34), (16, -16), (-24, -22), (-44, -36), (-14, -50), (24, -58), (44, -76), (60, -76)),
        white,
    )
    for k in range(7):
        b.form(tube(((14, -44), (26 + k * 2, -70), (14 + k * 11, -98 + k * 2.4)), (6, 8, 4.5)), white, 0.7)
    b.form(poly((66, -66), (82, -60), (65, -58)), Colour.of("#D9963A"))
    eye(b, 57, -66, 3.2)


def _butterfly(b: Brush, t: Tint) -> None:
    wing, edge = t.of(0, "#D98A3A"), Colour.of("#33262A")
    for s in (-1, 1):
        upper = smooth((s * 3, -56), (s * 24, -92), (s * 62, -100), (s * 66, -74), (s * 40, -50), (s * 4, -46))
        lower = smooth((s * 3, -48), (s * 36, -46), (s * 54, -26), (s * 40, -2), (s * 18, -10), (s * 4, -38))
        for path in (lower, upper):
            b.form(path, wing)
            b.line(path, edge, 4)
        for x, y in ((22, -72), (40, -82), (26, -30)):
            b.flat(oval(s * x, y, 7, 6), pale(wing, 0.55), 0.8, 0.8)
        b.stroke((0, -64), (s * 6, -84), (s * 14, -94), colour=edge, width=1.4)
    b.form(tube(((0, -66), (0, -26)), (4, 2.6)), edge)


def _fish(b: Brush, t: Tint) -> None:
    scale = t.of(0, "#D9803A")
    b.form(
        smooth((-58, -50), (-58, -50), (-104, -92), (-104, -92), (-92, -50), (-104, -8), (-104, -8)), dark(scale, 0.15)
    )
    b.form(smooth((-30, -80), (-10, -102), (34, -92), (20, -76)), dark(scale, 0.15))
    body = smooth((92, -48), (62, -80), (10, -90), (-40, -68), (-66, -50), (-40, -30), (10, -10), (62, -20))
    b.form(body, scale)
    b.canvas.save()
    b.canvas.clipPath(body, doAntiAlias=True)
    for r in range(6):
        for k in range(4):
            b.line(oval(-44 + r * 17, -78 + k * 18 + (r % 2) * 9, 9, 9), dark(scale), 0.9, 0.3)
    b.canvas.restore()
    b.stroke((52, -74), (44, -50), (52, -26), colour=dark(scale), width=2, alpha=0.6)
    b.form(smooth((20, -44), (0, -34), (-12, -18), (14, -24)), pale(scale, 0.2))
    b.flat(oval(70, -58, 8, 8), WHITE, 0.7)
    eye(b, 71, -58, 5)
    b.rim(body, 1.4)


def _whale(b: Brush, t: Tint) -> None:
    blue = t.of(0, "#4A6684")
    for s in (-1, 1):
        b.stroke((92, -88), (92 + s * 8, -102), (92 + s * 22, -104), colour=Colour.of("#CFE2EE"), width=2.6, alpha=0.8)
    b.form(
        smooth((-126, -58), (-150, -88), (-186, -92), (-186, -92), (-160, -66), (-170, -40), (-170, -40), (-136, -46)),
        blue,
    )
    body = smooth((-140, -58), (-70, -54), (0, -86), (90, -88), (148, -58), (142, -22), (80, -2), (0, -4), (-70, -28))
    b.form(body, blue)
    b.canvas.save()
    b.canvas.clipPath(body, doAntiAlias=True)
    b.flat(smooth((156, -38), (90, -30), (20, -22), (-50, -30), (-20, 10), (120, 20)), pale(blue, 0.6), 0.7)
    for k in range(6):
        b.stroke((146, -30 + k * 6), (80, -22 + k * 6), (10, -16 + k * 5), colour=dark(blue), width=1, alpha=0.4)
    b.canvas.restore()
    b.form(smooth((50, -22), (34, 0), (6, 14), (6, 14), (16, -8), (28, -24)), dark(blue, 0.15))
    eye(b, 104, -46, 4)
    b.rim(body, 1.6)


def _owl(b: Brush, t: Tint) -> None:
    brown = t.of(0, "#8A6A48")
    for s in (-1, 1):
        b.form(smooth((s * 8, -92), (s * 8, -92), (s * 26, -102), (s * 26, -102), (s * 28, -82)), dark(brown, 0.2))
    b.form(
        smooth(
            (0, -96), (28, -88), (34, -60), (34, -28), (18, -2), (0, 0), (-18, -2), (-34, -28), (-34, -60), (-28, -88)
        ),
        brown,
    )
    b.form(oval(0, -30, 21, 26), pale(brown, 0.4))
    for r in range(4):
        for k in range(-2, 3):
            b.stroke(
                (k * 8 - 3, -46 + r * 10),
                (k * 8, -42 + r * 10),
                (k * 8 + 3, -46 + r * 10),
                colour=dark(brown),
                width=1.2,
                alpha=0.5,
            )
    for s in (-1, 1):
        b.form(smooth((s * 26, -62), (s * 38, -40), (s * 30, -8), (s * 22, -30)), dark(brown, 0.2))
        b.form(oval(s * 13, -74, 14, 14), pale(brown, 0.55))
        b.flat(oval(s * 12, -74, 8.6, 8.6), Colour.of("#E0A83A"), 0.9)
        eye(b, s * 12, -74, 5.4)
        b.stroke((s * 6, 0), (s * 8, 3), colour=Colour.of("#C9963A"), width=3.4)
    b.form(poly((-4, -70), (4, -70), (0, -58)), Colour.of("#C9963A"))


AIR: dict[str, Draw] = {
    "birds in flight": _birds, "bird": _bird, "dove": _dove, "butterfly": _butterfly, "fish": _fish, "whale": _whale,
    "owl": _owl,
}  # fmt: skip
