"""What lies on a table, and what is given, eaten and worn."""

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, mirrored, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_home import flame
from shared.adapters.images.draft.prop_tint import GOLD, PAPER, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour


def _book(b: Brush, t: Tint) -> None:
    cover = t.of(0, "#8A3A3A")
    b.form(
        smooth(
            (-96, -4), (-96, -4), (-92, -84), (-92, -84), (0, -70), (92, -84), (92, -84), (96, -4), (96, -4), (0, 2)
        ),
        cover,
    )
    for s in (-1, 1):
        leaf = smooth(
            (0, -74), (0, -74), (s * 40, -96), (s * 86, -86), (s * 86, -86), (s * 90, -10), (s * 90, -10),
            (s * 44, -20), (0, -2), (0, -2),
        )  # fmt: skip
        b.form(leaf, Colour.of(PAPER), 0.7)
        for k in range(8):
            y = -76 + k * 8
            b.stroke((s * 12, y + 6), (s * 42, y - 8), (s * 78, y - 2), colour=INK, width=1.1, alpha=0.35)
    b.stroke((0, -74), (0, -2), colour=dark(Colour.of(PAPER)), width=1.6, alpha=0.7)


def _letter(b: Brush, t: Tint) -> None:
    paper = t.of(0, "#F0E6D0")
    b.form(box(-72, -96, 72, 0, 2), paper)
    b.flat(poly((-72, 0), (0, -52), (72, 0)), dark(paper, 0.06), 0.7)
    b.stroke((-71, -1), (0, -52), (71, -1), colour=dark(paper), width=0.8, alpha=0.5)
    flap = poly((-72, -96), (0, -38), (72, -96))
    b.flat(flap, pale(paper, 0.3), 0.8)
    b.line(flap, dark(paper), 0.9, 0.5)
    b.form(oval(0, -42, 10, 10), t.of(1, "#A8303A"))
    b.line(oval(0, -42, 6, 6), dark(t.of(1, "#A8303A")), 1.2, 0.6)


def _apple(b: Brush, t: Tint) -> None:
    red = t.of(0, "#B8322E")
    shape = mirrored((0, -80), (22, -88), (44, -72), (48, -42), (34, -8), (14, 0), (0, -4))
    b.form(shape, red)
    b.crescent(shape, 8, 0.3)
    b.flat(oval(0, -80, 11, 4), dark(red), 0.4)
    b.stroke((0, -79), (2, -90), (7, -98), colour=Colour.of("#5E3E2A"), width=3)
    b.form(smooth((5, -90), (5, -90), (18, -100), (34, -94), (34, -94), (20, -86)), Colour.of("#5E8A48"))
    b.bright(oval(24 if b.toward[0] > 0 else -24, -64, 6, 10), WHITE, 0.4)


def _bread(b: Brush, t: Tint) -> None:
    crust = t.of(0, "#B87A3E")
    b.form(smooth((-104, -14), (-106, -52), (-70, -88), (0, -100), (70, -88), (106, -52), (104, -14), (0, 0)), crust)
    for x in (-56, -18, 20, 58):
        b.form(smooth((x - 12, -42), (x + 2, -76), (x + 22, -84), (x + 8, -50)), pale(crust, 0.45))
        b.stroke((x - 12, -42), (x + 2, -76), (x + 22, -84), colour=dark(crust), width=1.4, alpha=0.6)


def _cup(b: Brush, t: Tint) -> None:
    clay = t.of(0, "#D8CBB4")
    for k in (-10, 8):
        b.soft(
            smooth((k, -104), (k + 8, -116), (k - 6, -128), (k + 4, -142), (k + 9, -126), (k - 1, -114)), WHITE, 3, 0.25
        )
    b.line(oval(46, -52, 18, 22), clay, 8)
    b.form(smooth((-44, -92), (-44, -92), (-42, -30), (-24, 0), (24, 0), (42, -30), (44, -92), (44, -92)), clay)
    b.form(oval(0, -92, 44, 9), pale(clay))
    b.flat(oval(0, -91, 38, 6.6), Colour.of("#5A3420"), 0.5)
    b.stroke((-43, -62), (0, -54), (43, -62), colour=t.of(1, "#4A6A8A"), width=5, alpha=0.8)


def _glass(b: Brush, t: Tint) -> None:
    water = t.of(0, "#A8CBE2")
    b.bright(poly((-26, -98), (26, -98), (21, 0), (-21, 0)), water.mix(WHITE, 0.5), 0.25)
    b.bright(poly((-24, -62), (24, -62), (21, -3), (-21, -3)), water.lit(b.light.key), 0.6)
    b.bright(oval(0, -62, 24, 4.5), pale(water), 0.7)
    b.line(oval(0, -98, 26, 5), pale(water, 0.6), 1.2)
    b.line(poly((-26, -98), (-21, 0), (21, 0), (26, -98), closed=False), pale(water, 0.4), 1.2)
    b.bright(poly((-19, -92), (-14, -92), (-12, -6), (-16, -6)), WHITE, 0.5)


def _wine(b: Brush, t: Tint) -> None:
    wine, glass = t.of(0, "#6E1A2C"), Colour.of("#D8E0E6")
    b.bright(oval(0, -3, 22, 4), glass, 0.7)
    b.stroke((0, -4), (0, -46), colour=glass, width=2.6)
    bowl = smooth((-22, -98), (-22, -98), (-28, -74), (-18, -52), (0, -45), (18, -52), (28, -74), (22, -98), (22, -98))
    b.bright(bowl, glass, 0.28)
    b.form(smooth((-27, -74), (-27, -74), (-18, -53), (0, -46), (18, -53), (27, -74), (27, -74)), wine)
    b.flat(oval(0, -74, 27, 4.4), pale(wine, 0.2), 0.8)
    b.line(bowl, glass, 1)
    b.bright(smooth((-19, -92), (-22, -76), (-16, -60), (-18, -76)), WHITE, 0.7)


def _cake(b: Brush, t: Tint) -> None:
    icing, sponge = t.of(0, "#F2DCD8"), Colour.of("#B98452")
    b.form(oval(0, -5, 74, 8), Colour.of(PAPER))
    for w, top, low in ((62, -44, -6), (42, -74, -44)):
        b.form(
            smooth((-w, top), (-w, top), (-w, low), (0, low + 6), (w, low), (w, top), (w, top)),
            sponge if w > 50 else icing,
        )
        drip = (
            [(-w, top), (-w, top)]
            + [(-w + (k + 0.5) * w / 5, top + (16 if k % 2 else 7)) for k in range(10)]
            + [(w, top), (w, top)]
        )
        b.form(smooth(*drip), icing)
        b.form(oval(0, top, w, w * 0.13), pale(icing, 0.3))
    for k in range(5):
        x = -24 + k * 12
        b.form(box(x - 1.4, -88, x + 1.4, -74), Colour.of(("#7A9AC0", "#D0707A")[k % 2]))
        flame(b, (x, -88, 9))


def _gift(b: Brush, t: Tint) -> None:
    paper, ribbon = t.of(0, "#4A6E8A"), t.of(1, "#D0A03A")
    b.form(box(-46, -62, 46, 0, 1.5), paper)
    b.form(box(-52, -78, 52, -60, 1.5), pale(paper, 0.12))
    b.form(box(-8, -78, 8, 0), ribbon)
    for s in (-1, 1):
        b.form(smooth((0, -78), (0, -78), (s * 14, -98), (s * 36, -98), (s * 34, -82)), ribbon)
        b.form(smooth((s * 2, -78), (s * 2, -78), (s * 14, -70), (s * 30, -58), (s * 22, -56)), dark(ribbon, 0.2))
    b.form(oval(0, -79, 7, 6), pale(ribbon, 0.2))


def _bottle(b: Brush, t: Tint) -> None:
    green = t.of(0, "#4E6E58")
    shape = mirrored((0, -98), (6, -98), (6, -72), (9, -64), (18, -52), (18, -4), (14, 0), (0, 0))
    b.form(shape, green)
    b.form(box(-7, -100, 7, -88, 1), Colour.of("#B99A6A"))
    b.form(box(-17, -42, 17, -16, 1), Colour.of(PAPER))
    b.bright(tube(((-11, -50), (-11, -8)), (1.6, 1.2)), WHITE, 0.35)
    b.rim(shape, 1.0)


def _ring(b: Brush, t: Tint) -> None:
    gold = t.of(0, GOLD)
    b.line(oval(0, -36, 32, 34), dark(gold, 0.3), 9)
    b.line(oval(0, -36.6, 32, 34), gold, 6.5)
    b.line(oval(-0.8, -37.4, 31, 33), pale(gold, 0.6), 1.4)
    gem = t.of(1, "#BFE0EE")
    b.flat(poly((-16, -86), (-9, -97), (9, -97), (16, -86), (0, -68)), gem, 0.7)
    b.flat(poly((-16, -86), (-5, -86), (0, -68)), pale(gem, 0.5), 0.9)
    b.flat(poly((5, -86), (16, -86), (0, -68)), dark(gem, 0.25), 0.5)
    b.glow(6, -92, 26, WHITE, 0.6)


def _crown(b: Brush, t: Tint) -> None:
    gold = t.of(0, GOLD)
    b.form(poly((-66, -4), (-80, -86), (-38, -46), (0, -98), (38, -46), (80, -86), (66, -4)), gold)
    b.form(smooth((-68, -20), (0, -12), (68, -20), (66, 0), (0, 6), (-66, 0)), dark(gold, 0.15))
    for x, y, gem in (
        (-40, -6, "#B5362F"),
        (0, -3, "#3F6596"),
        (40, -6, "#B5362F"),
        (-80, -88, "#F0E6D4"),
        (0, -100, "#F0E6D4"),
        (80, -88, "#F0E6D4"),
    ):
        b.form(oval(x, y, 6, 6), Colour.of(gem))


def _sword(b: Brush, t: Tint) -> None:
    steel = t.of(0, "#C4CCD4")
    b.flat(poly((-3.6, -28), (-3, -90), (0, -100), (0, -28)), steel, 0.9)
    b.flat(poly((3.6, -28), (3, -90), (0, -100), (0, -28)), steel, 0.35)
    b.form(box(-15, -30, 15, -25.5, 2), Colour.of(GOLD))
    b.form(box(-2.4, -26, 2.4, -5, 1), Colour.of("#5E3A2A"))
    b.form(oval(0, -3.6, 3.8, 3.6), Colour.of(GOLD))


def _staff(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#7A5236")
    b.form(tube(((-1, 0), (0.8, -50), (0, -84)), (1.2, 1.4, 1.5)), wood)
    b.stroke((0, -82), (0, -94), (7, -99), (12, -93), (9, -86), colour=wood, width=2.8)


def _watch(b: Brush, t: Tint) -> None:
    gold = t.of(0, GOLD)
    b.line(smooth((6, -88), (26, -96), (38, -80), (56, -90), (66, -72), closed=False), gold, 2.2)
    b.line(oval(0, -86, 7, 7), gold, 3)
    b.form(oval(0, -40, 40, 40), gold)
    b.form(oval(0, -40, 33, 33), Colour.of(PAPER), 0.5)
    b.canvas.save()
    b.canvas.translate(0, -40)
    for _ in range(12):
        b.flat(box(-0.9, -30, 0.9, -25), INK)
        b.canvas.rotate(30)
    b.canvas.restore()
    b.stroke((0, -40), (0, -62), colour=INK, width=2)
    b.stroke((0, -40), (14, -32), colour=INK, width=2.6)


def _hat(b: Brush, t: Tint) -> None:
    felt = t.of(0, "#6E5A48")
    b.form(oval(0, -12, 90, 14), felt)
    b.form(
        smooth(
            (-50, -14), (-50, -14), (-46, -70), (-30, -96), (0, -88), (30, -96), (46, -70), (50, -14),
            (50, -14), (0, -4),
        ),
        felt,
    )  # fmt: skip
    b.form(smooth((-50, -14), (-49, -34), (0, -24), (49, -34), (50, -14), (0, -4)), dark(felt, 0.55))


def _shoes(b: Brush, t: Tint) -> None:
    hide = t.of(0, "#6A4430")
    for x, shade in ((-46, 0.2), (30, 0.0)):
        b.form(
            smooth(
                (x - 34, -4), (x - 36, -40), (x - 38, -92), (x - 10, -96), (x - 4, -58), (x + 26, -40),
                (x + 46, -20), (x + 46, -4),
            ),
            dark(hide, shade),
        )  # fmt: skip
        b.form(box(x - 37, -8, x + 48, 0, 3), dark(hide, 0.6))
        for k in range(4):
            b.stroke((x - 9 + k * 6, -78 + k * 12), (x + k * 7, -72 + k * 9), colour=Colour.of(PAPER), width=1.8)


TABLE: dict[str, Draw] = {
    "book": _book, "letter": _letter, "apple": _apple, "bread": _bread, "cup": _cup, "wine": _wine, "glass": _glass,
    "cake": _cake,
    "gift": _gift, "bottle": _bottle, "ring": _ring, "crown": _crown, "sword": _sword, "staff": _staff,
    "watch": _watch, "hat": _hat, "shoes": _shoes,
   
}  # fmt: skip
