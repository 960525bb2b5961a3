"""Hands seen close, as they fill a picture alone."""

from shared.adapters.images.draft.figure_brush import Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth, tube
from shared.adapters.images.draft.person_head import skin_shadow
from shared.adapters.images.draft.prop_tint import Draw, Tint, pale
from shared.adapters.images.draft.stage import Colour


def _finger(b: Brush, spine: tuple[Point, ...], radius: float, skin: Colour) -> None:
    path = tube(spine, tuple(radius * (1 - 0.16 * k) for k in range(len(spine))))
    b.warm.form(path, skin, 0.8)
    b.warm.line(path, skin_shadow(skin), 0.7, 0.5)
    (ax, ay), (bx, by) = spine[-2], spine[-1]
    b.flat(oval(bx + (bx - ax) * 0.06, by + (by - ay) * 0.06, radius * 0.5, radius * 0.55), pale(skin, 0.4), 0.9, 0.5)


def _open_hand(b: Brush, t: Tint) -> None:
    skin, sleeve = t.of(0, "#D9A98A"), t.of(1, "#C9B79C")
    b.canvas.scale(0.72, 0.72)
    b.canvas.translate(0, -38)
    b.form(tube(((8, 34), (2, 2)), (19, 16)), sleeve)
    b.warm.form(smooth((-14, 6), (-24, -24), (-26, -48), (0, -54), (24, -48), (24, -20), (16, 6)), skin)
    for spine, r in (
        (((-20, -46), (-25, -68), (-28, -84)), 5.4),
        (((-7, -50), (-9, -76), (-10, -97)), 6),
        (((8, -50), (10, -76), (12, -94)), 5.8),
        (((20, -44), (27, -62), (33, -76)), 5),
    ):
        _finger(b, spine, r, skin)
    _finger(b, ((-16, -8), (-38, -24), (-47, -42)), 8, skin)
    for pts in (
        ((-20, -34), (-4, -40), (18, -36)),
        ((-18, -26), (0, -30), (20, -22)),
        ((-12, -6), (-8, -22), (-20, -32)),
    ):
        b.stroke(*pts, colour=skin_shadow(skin), width=1.1, alpha=0.55)


def _hands(b: Brush, t: Tint) -> None:
    one, two = t.of(0, "#D9A98A"), t.of(1, "#C58F6C")
    b.form(tube(((-130, -8), (-66, -40)), (30, 24)), t.of(2, "#6E7FA0"))
    b.form(tube(((130, -8), (66, -40)), (25, 20)), t.of(3, "#7A2E3A"))
    b.warm.form(smooth((70, -66), (34, -72), (-14, -62), (-22, -40), (0, -24), (40, -20), (72, -30)), two)
    b.warm.form(smooth((-72, -70), (-40, -84), (0, -82), (22, -66), (20, -44), (-14, -30), (-70, -24)), one)
    for k in range(4):
        y = -70 + k * 12.5
        _finger(b, ((10 - k * 2, y), (32 - k * 2, y + 1), (37 - k * 3, y + 10)), 7.2 - k * 0.4, one)
    _finger(b, ((46, -60), (14, -86), (-8, -88)), 7.4, two)
    _finger(b, ((-36, -68), (-8, -78), (10, -72)), 8, one)
    for k in range(3):
        b.stroke((-4 - k * 4, -61 + k * 12.5), (8 - k * 3, -62 + k * 12.5), colour=skin_shadow(one), width=1, alpha=0.5)


HANDS: dict[str, Draw] = {"open hand": _open_hand, "hands": _hands}
