"""Things that children play with."""

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_tint import Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def _ball(b: Brush, t: Tint) -> None:
    red = t.of(0, "#C9483A")
    ball = oval(0, -50, 50, 50)
    b.ground(46, 6)
    b.form(ball, red)
    b.canvas.save()
    b.canvas.clipPath(ball, doAntiAlias=True)
    b.flat(smooth((-60, -64), (0, -78), (60, -64), (60, -42), (0, -54), (-60, -42)), t.of(1, "#F0E6D4"), 0.6)
    b.canvas.restore()
    b.crescent(ball, 12, 0.4)
    b.bright(oval(b.toward[0] * 22, -50 + b.toward[1] * 24, 9, 6), WHITE, 0.5)
    b.rim(ball, 1.4)


def _teddy(b: Brush, t: Tint) -> None:
    fur = t.of(0, "#A8784A")
    for s in (-1, 1):
        b.form(oval(s * 22, -90, 10, 10), fur)
        b.flat(oval(s * 22, -90, 5.5, 5.5), pale(fur), 0.6)
        b.form(tube(((s * 20, -50), (s * 38, -30)), (9, 9)), fur)
    b.form(oval(0, -34, 27, 28), fur)
    b.flat(oval(0, -32, 16, 18), pale(fur), 0.6)
    for s in (-1, 1):
        b.form(oval(s * 24, -9, 15, 12), fur)
        b.flat(oval(s * 26, -8, 8, 7), pale(fur), 0.6)
    b.form(oval(0, -76, 28, 24), fur)
    b.form(oval(0, -68, 13, 10), pale(fur))
    b.flat(oval(0, -72, 4.6, 3.4), INK, 0.3)
    b.stroke((-5, -64), (0, -61.5), (5, -64), colour=INK, width=1.2)
    for s in (-1, 1):
        b.flat(oval(s * 12, -80, 3.2, 3.6), INK, 0.3)
        b.bright(oval(s * 12 + b.toward[0], -81.4, 1.1, 1.1), WHITE)


def _toy_train(b: Brush, t: Tint) -> None:
    red, blue, yellow = t.of(0, "#C2483A"), t.of(1, "#3F6E96"), Colour.of("#E0B040")
    b.form(box(-74, -88, -30, -18, 3), blue)
    b.form(box(-80, -98, -24, -86, 3), yellow)
    b.flat(box(-64, -78, -40, -54, 2), Colour.of("#DCE8EE"), 0.8)
    b.form(box(-32, -66, 62, -20, 16), red)
    b.form(poly((28, -98), (52, -98), (46, -62), (34, -62)), yellow)
    b.form(box(-78, -24, 70, -14, 2), dark(blue))
    for x, r in ((-52, 18), (0, 14), (44, 14)):
        b.form(oval(x, -r, r, r), yellow)
        b.form(oval(x, -r, r * 0.4, r * 0.4), red)


def _paper_crane(b: Brush, t: Tint) -> None:
    paper = t.of(0, "#EFE4D4")
    b.flat(poly((-10, -30), (-58, -100), (10, -46)), paper, 0.9)
    b.flat(poly((10, -30), (58, -96), (-4, -50)), paper, 0.5)
    b.flat(poly((-26, -30), (26, -30), (0, 0)), paper, 0.35)
    b.flat(poly((-24, -30), (-84, -66), (-62, -64), (-14, -12)), paper, 0.7)
    b.flat(poly((24, -30), (86, -58), (14, -12)), paper, 0.6)


def _doll(b: Brush, t: Tint) -> None:
    dress, skin, hair = t.of(0, "#A8505A"), Colour.of("#E8C4A4"), t.of(1, "#8A5A34")
    for s in (-1, 1):
        b.form(tube(((s * 8, -22), (s * 9, -4)), (4.4, 4)), skin)
        b.form(oval(s * 11, -3, 6.4, 3.6), dark(dress, 0.5))
        b.form(tube(((s * 10, -56), (s * 26, -38)), (4.8, 4)), pale(dress, 0.2))
        b.form(oval(s * 27, -36, 4, 4), skin)
    b.form(smooth((-9, -60), (9, -60), (15, -44), (28, -14), (0, -10), (-28, -14), (-15, -44)), dress)
    b.stroke((-27, -16), (0, -12), (27, -16), colour=pale(dress, 0.6), width=3)
    for s in (-1, 1):
        for k in range(4):
            b.form(oval(s * (20 + k), -76 + k * 8, 5.6, 5), hair)
    b.form(oval(0, -78, 20, 20), skin, 0.7)
    b.form(smooth((-21, -76), (-18, -94), (0, -101), (18, -94), (21, -76), (10, -88), (0, -90), (-10, -88)), hair)
    for s in (-1, 1):
        b.flat(oval(s * 8, -76, 2.4, 3), INK, 0.3)
        b.flat(oval(s * 12, -69, 4, 2.6), Colour.of("#E08A80"), 0.8, 0.5)
    b.stroke((-4, -67), (0, -65), (4, -67), colour=Colour.of("#8A3A3A"), width=1.2)


TOYS: dict[str, Draw] = {
    "ball": _ball,
    "teddy bear": _teddy,
    "toy train": _toy_train,
    "paper crane": _paper_crane,
    "doll": _doll,
}
