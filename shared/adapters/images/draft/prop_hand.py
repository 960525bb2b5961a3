"""Hands seen close, and a doll: the parts of people that may fill a picture alone."""

from shared.adapters.images.draft.figure_brush import INK, Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth, tube
from shared.adapters.images.draft.person_head import skin_shadow
from shared.adapters.images.draft.prop_tint import Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def _finger(b: Brush, spine: tuple[Point, ...], radius: float, skin: Colour) -> None:
    path = tube(spine, tuple(radius * (1 - 0.16 * k) for k in range(len(spine))))
    b.form(path, skin, 0.8)
    b.line(path, skin_shadow(skin), 0.7, 0.5)
    (ax, ay), (bx, by) = spine[-2], spine[-1]
    b.flat(oval(bx + (bx - ax) * 0.06, by + (by - ay) * 0.06, radius * 0.5, radius * 0.55), pale(skin, 0.4), 0.9, 0.5)


def _open_hand(b: Brush, t: Tint) -> None:
    skin, sleeve = t.of(0, "#D9A98A"), t.of(1, "#C9B79C")
    b.form(tube(((8, 34), (2, 2)), (19, 16)), sleeve)
    b.form(smooth((-14, 6), (-24, -24), (-26, -48), (0, -54), (24, -48), (24, -20), (16, 6)), skin)
    for spine, r in ((((-20, -46), (-25, -68), (-28, -84)), 5.4), (((-7, -50), (-9, -76), (-10, -97)), 6), (((8, -50), (10, -76), (12, -94)), 5.8), (((20, -44), (27, -62), (33, -76)), 5)):
        _finger(b, spine, r, skin)
    _finger(b, ((-16, -8), (-38, -24), (-47, -42)), 8, skin)
    for pts in (((-20, -34), (-4, -40), (18, -36)), ((-18, -26), (0, -30), (20, -22)), ((-12, -6), (-8, -22), (-20, -32))):
        b.stroke(*pts, colour=skin_shadow(skin), width=1.1, alpha=0.55)


def _hands(b: Brush, t: Tint) -> None:
    one, two = t.of(0, "#D9A98A"), t.of(1, "#C58F6C")
    b.form(tube(((-130, -8), (-66, -40)), (30, 24)), t.of(2, "#6E7FA0"))
    b.form(tube(((130, -8), (66, -40)), (25, 20)), t.of(3, "#7A2E3A"))
    b.form(smooth((70, -66), (34, -72), (-14, -62), (-22, -40), (0, -24), (40, -20), (72, -30)), two)
    b.form(smooth((-72, -70), (-40, -84), (0, -82), (22, -66), (20, -44), (-14, -30), (-70, -24)), one)
    for k in range(4):
        y = -70 + k * 12.5
        _finger(b, ((10 - k * 2, y), (32 - k * 2, y + 1), (37 - k * 3, y + 10)), 7.2 - k * 0.4, one)
    _finger(b, ((46, -60), (14, -86), (-8, -88)), 7.4, two)
    _finger(b, ((-36, -68), (-8, -78), (10, -72)), 8, one)
    for k in range(3):
        b.stroke((-4 - k * 4, -61 + k * 12.5), (8 - k * 3, -62 + k * 12.5), colour=skin_shadow(one), width=1, alpha=0.5)


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


HANDS: dict[str, Draw] = {"open hand": _open_hand, "hands": _hands, "doll": _doll}
