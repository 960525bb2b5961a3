"""Instruments, and what carries voices."""

from math import cos, pi, sin

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_tint import DARK_WOOD, GOLD, PAPER, STEEL, WOOD, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def _guitar(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#C2853E")
    body = smooth(
        (0, 0), (-20, -4), (-24, -20), (-15, -32), (-17, -46), (-7, -52), (7, -52), (17, -46), (15, -32),
        (24, -20), (20, -4),
    )  # fmt: skip
    b.form(body, wood)
    b.line(body, dark(wood, 0.6), 1.0, 0.8)
    b.form(box(-2.4, -92, 2.4, -34), Colour.of(DARK_WOOD))
    b.flat(oval(0, -31, 6.5, 6.5), INK, 0.5)
    b.line(oval(0, -31, 7.6, 7.6), pale(wood), 0.8)
    b.form(box(-8, -14, 8, -10.5, 1), Colour.of(DARK_WOOD))
    b.form(poly((-3.4, -100), (3.4, -100), (2.6, -90), (-2.6, -90)), Colour.of(DARK_WOOD))
    for k in range(4):
        b.stroke((-1.5 + k, -95), (-1.5 + k, -12), colour=Colour.of(PAPER), width=0.22, alpha=0.9)
    for k in range(7):
        b.stroke((-2.4, -86 + k * 7), (2.4, -86 + k * 7), colour=Colour.of(STEEL), width=0.4)
    for k in range(3):
        for s in (-1, 1):
            b.form(oval(s * 4.6, -98 + k * 3, 1.3, 0.9), Colour.of(STEEL))
    b.rim(body, 0.9)


def _violin(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#9A4F26")
    body = smooth(
        (0, 0), (-17, -4), (-20, -17), (-12, -26), (-12, -26), (-14, -33), (-12, -33), (-17, -44), (-8, -54),
        (8, -54), (17, -44), (12, -33), (14, -33), (12, -26), (12, -26), (20, -17), (17, -4),
    )  # fmt: skip
    b.form(body, wood)
    b.crescent(body, 3, 0.35)
    b.line(body, dark(wood, 0.6), 0.9, 0.8)
    b.form(poly((-1.7, -92), (1.7, -92), (3, -34), (-3, -34)), INK.mix(WHITE, 0.1))
    for s in (-1, 1):
        b.stroke((s * 6, -36), (s * 8, -30), (s * 7, -24), colour=INK, width=1.1)
    b.form(box(-6, -25, 6, -23, 0.6), pale(Colour.of(WOOD)))
    b.form(poly((-2.2, -20), (2.2, -20), (1.2, -4), (-1.2, -4)), INK.mix(WHITE, 0.1))
    b.line(oval(0.5, -96, 2.4, 3), wood, 2.4)
    for k in range(4):
        b.stroke((-1.2 + k * 0.8, -92), (-1.6 + k * 1.06, -18), colour=Colour.of(PAPER), width=0.2)
    b.stroke((34, -96), (30, -50), (34, -4), colour=dark(wood), width=1.2)
    b.stroke((33, -95), (33, -5), colour=Colour.of(PAPER), width=0.8)


def _piano(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#3A2A26")
    b.ground(72, 4)
    b.form(box(-66, -100, 66, 0, 2), wood)
    b.form(box(-70, -100, 70, -94, 1), pale(wood, 0.12))
    b.flat(box(-58, -86, 58, -54, 1), dark(wood, 0.3), 0.5)
    b.flat(box(-20, -84, 20, -58), Colour.of(PAPER), 0.75)
    for k in range(5):
        b.stroke((-16, -79 + k * 4), (16, -79 + k * 4), colour=INK, width=0.4, alpha=0.6)
    b.form(box(-68, -52, 68, -47, 1), pale(wood, 0.1))
    b.flat(box(-62, -47, 62, -39), Colour.of("#F5F0E6"), 0.8)
    for k in range(29):
        b.stroke((-62 + k * 4.28, -47), (-62 + k * 4.28, -39), colour=INK, width=0.3, alpha=0.6)
        if k % 7 not in (0, 3):
            b.flat(box(-63.3 + k * 4.28, -47, -60.7 + k * 4.28, -42), INK, 0.5)
    b.form(box(-70, -39, 70, -33, 1), wood)
    for x in (-64, 58):
        b.form(box(x, -33, x + 7, 0, 1), pale(wood, 0.06))


def _drum(b: Brush, t: Tint) -> None:
    red = t.of(0, "#B5443A")
    b.form(
        smooth((-58, -78), (-58, -78), (-58, -14), (-30, -1), (0, 2), (30, -1), (58, -14), (58, -78), (58, -78)), red
    )
    for k in range(6):
        x = -58 + k * 23.2
        b.stroke(
            (x, -76 + 12 * sin(k * pi / 5)),
            (x + 11, -12 + 10 * sin((k + 0.5) * pi / 6)),
            (min(58, x + 23), -76 + 12 * sin((k + 1) * pi / 5)),
            colour=Colour.of(PAPER),
            width=1.5,
        )
    b.line(smooth((-58, -14), (-30, -1), (0, 2), (30, -1), (58, -14), closed=False), Colour.of(GOLD), 5)
    b.form(oval(0, -79, 59, 19), Colour.of(GOLD))
    b.form(oval(0, -81, 55, 16.5), Colour.of("#F2EADB"), 0.5)
    for s in (-1, 1):
        b.form(tube(((s * 64, -100), (s * 8, -82)), (1.8, 1.6)), Colour.of(WOOD))
        b.form(oval(s * 8, -82, 3.6, 3.2), Colour.of(WOOD))


def _microphone(b: Brush, t: Tint) -> None:
    steel = t.of(0, STEEL)
    b.form(oval(0, -2, 17, 3.6), INK.mix(WHITE, 0.14))
    b.form(tube(((0, -3), (0, -72)), (1.2, 1.0)), steel)
    b.form(tube(((0, -72), (6, -80)), (2.4, 2.8)), INK.mix(WHITE, 0.16))
    head = box(-2, -100, 19, -74, 9)
    b.form(head, steel)
    b.canvas.save()
    b.canvas.clipPath(head, doAntiAlias=True)
    for k in range(7):
        b.stroke((-2, -98 + k * 4), (19, -98 + k * 4), colour=dark(steel, 0.6), width=0.9)
    b.stroke((8.5, -100), (8.5, -74), colour=dark(steel, 0.6), width=1.4)
    b.canvas.restore()
    b.rim(head, 0.8)


def _record(b: Brush, t: Tint) -> None:
    b.form(oval(0, -50, 50, 50), Colour.of("#1E1C20"))
    for r in range(20, 48, 4):
        b.line(oval(0, -50, r, r), Colour(0.45, 0.45, 0.5), 0.5, 0.5)
    for a in (0.7, 0.7 + pi):
        b.bright(
            poly((0, -50), (48 * cos(a), -50 - 48 * sin(a)), (48 * cos(a + 0.3), -50 - 48 * sin(a + 0.3))), WHITE, 0.13
        )
    b.form(oval(0, -50, 16, 16), t.of(0, "#C2503A"))
    b.flat(oval(0, -50, 2, 2), Colour.of(PAPER))


def _gramophone(b: Brush, t: Tint) -> None:
    brass = t.of(0, "#C9963E")
    b.form(box(-38, -28, 38, 0, 2), t.of(1, "#6E4630"))
    b.form(box(-42, -32, 42, -27, 1), pale(t.of(1, "#6E4630"), 0.15))
    b.form(oval(-4, -34, 32, 5), Colour.of("#1E1C20"))
    b.stroke((20, -34), (26, -44), (14, -52), (8, -62), colour=dark(brass), width=4)
    b.form(smooth((6, -60), (18, -66), (52, -98), (52, -98), (-36, -98), (-36, -98), (-6, -70)), brass)
    b.form(oval(8, -90, 46, 12), dark(brass, 0.35))
    b.form(oval(8, -91, 40, 9), dark(brass, 0.7))
    b.line(oval(8, -90, 46, 12), pale(brass), 1.4)


def _radio(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#8A5434")
    case = box(-68, -92, 68, -4, 16)
    b.form(case, wood)
    b.form(oval(-28, -52, 27, 27), Colour.of("#C9B48A"))
    for k in range(-4, 5):
        b.stroke(
            (-28 + k * 5.4, -76 + abs(k) * 3.5),
            (-28 + k * 5.4, -28 - abs(k) * 3.5),
            colour=dark(wood),
            width=1.2,
            alpha=0.7,
        )
    dial = box(10, -78, 56, -52, 3)
    b.bright(dial, Colour(1.0, 0.88, 0.6).mix(b.light.key, 0.3))
    b.glow(33, -65, 40, Colour(1, 0.8, 0.4), 0.2 + 0.4 * b.light.darkness)
    b.stroke((38, -77), (38, -53), colour=Colour.of("#B5362F"), width=1.2)
    for x in (20, 46):
        b.form(oval(x, -30, 8.5, 8.5), Colour.of("#3A2A24"))
    for x in (-54, 46):
        b.form(box(x, -5, x + 10, 0), dark(wood))
    b.rim(case, 1.4)


def _phone(b: Brush, t: Tint) -> None:
    shell = t.of(0, "#2E2D33")
    b.form(smooth((-52, 0), (-52, 0), (-44, -36), (-26, -62), (26, -62), (44, -36), (52, 0), (52, 0)), shell)
    b.form(tube(((-56, -74), (0, -94), (56, -74)), (9, 6, 9)), shell)
    for s in (-1, 1):
        b.form(oval(s * 56, -68, 13, 12), shell)
        b.form(box(s * 22 - 4, -84, s * 22 + 4, -58, 2), shell)
    b.form(oval(0, -30, 23, 21), Colour.of(PAPER))
    for k in range(10):
        a = k * pi / 5.6
        b.flat(oval(15.5 * cos(a), -30 + 14 * sin(a), 3.4, 3.2), shell, 0.4)
    b.form(oval(0, -30, 7, 6.5), Colour.of(GOLD))


MUSIC: dict[str, Draw] = {
    "guitar": _guitar, "violin": _violin, "piano": _piano, "drum": _drum, "microphone": _microphone,
    "gramophone": _gramophone,
    "record": _record, "radio": _radio, "phone": _phone,
}  # fmt: skip
