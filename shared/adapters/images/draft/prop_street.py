"""Things that stand outside: houses, bridges, fences, lights and signs; and flags, ropes and swings."""

from math import pi, sin

from shared.adapters.images.draft.figure_brush import WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_home import WARM
from shared.adapters.images.draft.prop_tint import GOLD, STEEL, WOOD, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour

IRON = Colour.of("#33353C")


def _house(b: Brush, t: Tint) -> None:
    wall, roof = t.of(0, "#E3D4BC"), t.of(1, "#A4533E")
    b.ground(66, 4)
    b.form(box(22, -94, 34, -62), dark(Colour.of("#A86A52")))
    right = b.toward[0] > 0
    b.flat(poly((-56, -54), (14, -54), (14, 0), (-56, 0)), wall, 0.5 if right else 0.85)
    b.flat(poly((14, -54), (36, -82), (58, -54), (58, 0), (14, 0)), wall, 0.85 if right else 0.42)
    b.form(poly((-62, -52), (-40, -86), (36, -88), (14, -52)), roof)
    b.flat(poly((36, -88), (64, -52), (58, -52), (36, -80), (18, -52), (14, -52)), dark(roof), 0.6)
    for k in range(5):
        b.stroke((-58 + k * 4.6, -58 - k * 6), (18 + k * 4.4, -58 - k * 6), colour=dark(roof), width=0.6, alpha=0.5)
    pane = WARM if b.light.darkness > 0.35 else Colour.of("#7E98AC")
    for x, y, w, h in ((-46, -40, 16, 16), (-20, -40, 16, 16), (28, -44, 15, 15)):
        b.form(box(x - 1.8, y - 1.8, x + w + 1.8, y + h + 1.8), Colour.of("#F0E8DA"))
        (b.bright if b.light.darkness > 0.35 else b.flat)(box(x, y, x + w, y + h), pane)
        b.stroke((x + w / 2, y), (x + w / 2, y + h), colour=Colour.of("#F0E8DA"), width=1.2)
    b.form(box(29, -24, 43, 0, 1), Colour.of("#6E4A34"))


def _bridge(b: Brush, t: Tint) -> None:
    stone = t.of(0, "#A79C90")
    body = smooth(
        (-150, 0), (-150, 0), (-150, -46), (-150, -46), (-70, -78), (0, -88), (70, -78), (150, -46),
        (150, -46), (150, 0), (150, 0), (74, 0), (74, 0), (52, -44), (0, -64), (-52, -44), (-74, 0), (-74, 0),
    )  # fmt: skip
    b.form(body, stone)
    b.stroke((-74, 0), (-52, -44), (0, -64), (52, -44), (74, 0), colour=dark(stone), width=4, alpha=0.7)
    for k in range(-6, 7):
        a = k * pi / 14
        b.stroke(
            (74 * sin(a), -64 * (1 - abs(k) / 7) ** 0.55),
            (84 * sin(a), -76 * (1 - abs(k) / 9) ** 0.6),
            colour=dark(stone),
            width=0.9,
            alpha=0.5,
        )
    b.form(
        smooth(
            (-152, -46), (-152, -58), (-70, -90), (0, -100), (70, -90), (152, -58), (152, -46), (70, -80),
            (0, -90), (-70, -80),
        ),
        pale(stone, 0.15),
    )  # fmt: skip


def _fence(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#E0D6C4")
    for y in (-72, -32):
        b.form(box(-120, y, 120, y + 9), dark(wood, 0.15))
    for k in range(9):
        x = -112 + k * 28
        b.form(poly((x - 8, 0), (x - 8, -88), (x, -100), (x + 8, -88), (x + 8, 0)), wood)


def _street_lamp(b: Brush, t: Tint) -> None:
    b.ground(8, 1.6)
    b.form(tube(((0, 0), (0, -10)), (3.4, 2.2)), IRON)
    b.form(tube(((0, -8), (0, -84)), (1.3, 0.9)), IRON)
    lit = b.light.darkness > 0.25
    if lit:
        b.glow(0, -90, 52, t.of(0, "#FFD28A"), 0.75)
    (b.bright if lit else b.flat)(poly((-3.6, -84), (-5, -95), (5, -95), (3.6, -84)), Colour.of("#FFE7B8"))
    b.form(poly((-6.5, -95), (0, -100), (6.5, -95)), IRON)
    b.stroke((-5, -95), (-3.6, -84), (3.6, -84), (5, -95), colour=IRON, width=0.7)


def _road_sign(b: Brush, t: Tint) -> None:
    wood = t.of(0, WOOD)
    b.ground(10, 2)
    b.form(box(-3, -100, 3, 0, 1), dark(wood, 0.3))
    b.form(poly((-30, -94), (34, -94), (44, -84), (34, -74), (-30, -74)), wood)
    b.form(poly((30, -66), (-32, -66), (-42, -56), (-32, -46), (30, -46)), pale(wood, 0.12))
    for y, s in ((-84, 1), (-56, -1)):
        b.stroke((-20 * s, y), (22 * s, y), colour=dark(wood, 0.6), width=1.8, alpha=0.7)
        b.stroke((14 * s, y - 4), (22 * s, y), (14 * s, y + 4), colour=dark(wood, 0.6), width=1.8, alpha=0.7)


def _flag(b: Brush, t: Tint) -> None:
    cloth = t.of(0, "#4A78A8")
    b.form(tube(((-30, 0), (-30, -97)), (1.3, 1.1)), Colour.of(STEEL))
    b.form(oval(-30, -98, 2.6, 2.6), Colour.of(GOLD))
    banner = smooth(
        (-29, -96), (-29, -96), (-8, -90), (14, -98), (40, -92), (40, -92), (38, -74), (40, -54), (40, -54),
        (14, -60), (-8, -52), (-29, -58), (-29, -58),
    )  # fmt: skip
    b.form(banner, cloth)
    for x in (-8, 16):
        b.stroke((x, -92), (x + 2, -74), (x, -56), colour=dark(cloth), width=2.4, alpha=0.3)
    if len(t.colours) > 1:
        b.stroke((-29, -77), (-8, -71), (14, -79), (39, -73), colour=t.colours[1], width=9)
    b.rim(banner, 0.9)


def _rope(b: Brush, t: Tint) -> None:
    hemp = t.of(0, "#B99A6A")
    for k in range(4):
        b.line(oval(0, -16 - k * 17, 56 - k * 2, 15), dark(hemp), 13)
        b.line(oval(0, -16 - k * 17, 56 - k * 2, 15), hemp, 10)
        for j in range(18):
            x = -52 + j * 6
            y = -16 - k * 17 + 15 * (1 - (x / 56) ** 2) ** 0.5
            b.stroke((x, y - 4), (x + 4, y + 4), colour=dark(hemp), width=1.1, alpha=0.6)
    b.stroke((50, -70), (74, -88), (64, -98), colour=hemp, width=9)


def _swing(b: Brush, t: Tint) -> None:
    wood, hemp = t.of(0, WOOD), Colour.of("#C9B08A")
    for x in (-22, 22):
        b.stroke((x * 0.94, -100), (x, -12), colour=hemp, width=1.8)
        b.form(oval(x, -12, 2.4, 3), hemp)
    b.form(poly((-28, -13), (28, -13), (31, -7), (-31, -7)), pale(wood, 0.15))
    b.form(box(-31, -7, 31, -2, 1), dark(wood, 0.15))


def _traffic_light(b: Brush, t: Tint) -> None:
    b.form(box(-2.4, -46, 2.4, 0), IRON)
    b.form(box(-12, -100, 12, -44, 5), IRON)
    for y, colour in ((-89, "#D0453A"), (-72, "#E0B040"), (-55, "#4EA86A")):
        b.bright(oval(0, y, 6.4, 6.4), Colour.of(colour), 1.0 if y == -89 else 0.45)
    b.glow(0, -89, 30, Colour.of("#FF6A50"), 0.6)


def _tent(b: Brush, t: Tint) -> None:
    cloth = t.of(0, "#B98A4A")
    b.ground(84, 4)
    b.flat(poly((-80, 0), (0, -98), (84, 0)), cloth, 0.75)
    b.flat(poly((0, -98), (84, 0), (26, 0)), cloth, 0.35)
    b.flat(poly((0, -92), (-22, 0), (20, 0)), dark(cloth, 0.7), 0.5)
    b.stroke((0, -98), (-4, -100), (2, -100), colour=WHITE, width=0.8)


STREET: dict[str, Draw] = {
    "street lamp": _street_lamp, "traffic light": _traffic_light, "road sign": _road_sign, "house": _house,
    "bridge": _bridge,
    "fence": _fence, "flag": _flag, "rope": _rope, "swing": _swing, "tent": _tent,
}  # fmt: skip
