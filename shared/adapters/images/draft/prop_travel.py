"""Things that carry people away and bring them home, and what stands beside the road."""

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_home import WARM
from shared.adapters.images.draft.prop_tint import DARK_WOOD, PAPER, STEEL, WOOD, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour

GLASS = Colour.of("#A9C4D6")
RUBBER = Colour.of("#2A2A2E")


def _paper_boat(b: Brush, t: Tint) -> None:
    paper = t.of(0, "#F4EEE0")
    b.flat(poly((0, -100), (-44, -34), (0, -34)), paper, 0.95)
    b.flat(poly((0, -100), (44, -34), (0, -34)), paper, 0.45)
    b.flat(poly((-84, -54), (0, -30), (-58, 0)), paper, 0.72)
    b.flat(poly((84, -54), (0, -30), (58, 0)), paper, 0.28)
    b.flat(poly((-84, -54), (-58, 0), (58, 0), (84, -54), (0, -22)), paper, 0.62)
    b.flat(poly((0, -22), (84, -54), (58, 0), (0, 0)), paper, 0.34)
    b.stroke((-84, -54), (0, -22), (84, -54), colour=pale(paper), width=0.8, alpha=0.8)
    b.rim(poly((-84, -54), (-58, 0), (58, 0), (84, -54), (44, -40), (0, -100), (-44, -40)), 1.2)


def _boat(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#8A5638")
    b.form(
        smooth(
            (-118, -66), (-118, -66), (-60, -52), (0, -48), (60, -52), (118, -72), (118, -72), (70, -38), (-74, -36)
        ),
        dark(wood, 0.5),
    )
    hull = smooth(
        (-118, -66), (-118, -66), (-60, -46), (0, -42), (60, -46), (118, -72), (118, -72), (104, -30), (74, 0),
        (74, 0), (-74, 0), (-74, 0), (-104, -28),
    )  # fmt: skip
    b.form(hull, wood)
    for y in (-30, -15):
        b.stroke((-106 - y * 0.4, y - 6), (0, y + 8), (106 + y * 0.4, y - 8), colour=dark(wood), width=1.2, alpha=0.55)
    b.stroke((-118, -66), (-60, -46), (0, -42), (60, -46), (118, -72), colour=pale(wood), width=3.4)
    b.form(tube(((-52, -60), (-18, -30), (30, 6)), (1.6, 1.6, 4)), Colour.of(WOOD))
    b.rim(hull, 1.4)


def _sailboat(b: Brush, t: Tint) -> None:
    sail, wood = t.of(0, "#F0E8D8"), t.of(1, "#8A5638")
    b.form(tube(((-2, -98), (-2, -16)), (0.8, 1.1)), Colour.of(DARK_WOOD))
    b.form(smooth((0, -97), (0, -97), (26, -56), (44, -24), (44, -24), (0, -22), (0, -22)), sail)
    b.form(smooth((-4, -90), (-4, -90), (-22, -54), (-36, -26), (-36, -26), (-4, -24), (-4, -24)), dark(sail, 0.12))
    b.stroke((1, -60), (14, -58), (27, -55), colour=dark(sail), width=0.5, alpha=0.5)
    hull = smooth((-50, -20), (-50, -20), (0, -15), (54, -22), (54, -22), (42, -4), (30, 0), (-32, 0), (-44, -6))
    b.form(hull, wood)
    b.stroke((-50, -20), (0, -15), (54, -22), colour=pale(wood), width=1.6)
    b.rim(hull, 0.9)


def _ship(b: Brush, t: Tint) -> None:
    hull_c = t.of(0, "#34425A")
    for x in (-26, 4, 34):
        b.form(poly((x, -98), (x + 18, -98), (x + 20, -70), (x - 2, -70)), Colour.of("#B8543A"))
        b.flat(box(x - 0.5, -98, x + 18.5, -92), INK, 0.6)
    b.form(box(-70, -72, 80, -52, 2), Colour.of(PAPER))
    b.form(box(-90, -54, 96, -36, 2), dark(Colour.of(PAPER), 0.08))
    for k in range(15):
        for y in (-62, -45):
            b.flat(oval(-62 + k * 9.4, y, 1.8, 1.8), WARM if b.light.darkness > 0.4 else Colour.of("#3A4656"), 0.9)
    hull = smooth((-138, -44), (-138, -44), (0, -36), (140, -42), (140, -42), (122, 0), (122, 0), (-112, 0), (-112, 0))
    b.form(hull, hull_c)
    b.stroke((-114, -5), (0, -5), (122, -5), colour=Colour.of("#A8453A"), width=7)
    b.rim(hull, 1.2)


def _wheel(b: Brush, at: tuple[float, float, float], hub: Colour) -> None:
    x, y, r = at
    b.form(oval(x, y, r, r), RUBBER)
    b.form(oval(x, y, r * 0.58, r * 0.58), hub)
    b.form(oval(x, y, r * 0.2, r * 0.2), dark(hub))


def _car(b: Brush, t: Tint) -> None:
    paint = t.of(0, "#B5483A")
    b.ground(120, 7)
    body = smooth(
        (-124, -26), (-122, -50), (-84, -58), (-56, -92), (-20, -100), (30, -98), (66, -62), (112, -54),
        (126, -32), (122, -14), (-120, -14),
    )  # fmt: skip
    b.form(body, paint)
    b.crescent(body, 8, 0.3)
    for pts in (((-50, -62), (-44, -86), (-18, -92), (-4, -92), (-4, -62)), ((4, -62), (4, -92), (26, -90), (52, -62))):
        b.flat(poly(*pts), GLASS, 0.8)
        b.bright(poly(pts[0], pts[1], ((pts[1][0] + 14), pts[1][1]), (pts[0][0] + 16, pts[0][1])), WHITE, 0.25)
    b.stroke((-118, -40), (0, -46), (120, -40), colour=pale(paint), width=1.6, alpha=0.6)
    b.flat(oval(120, -40, 6, 6), Colour.of("#FFE9B0"), 1.0)
    if b.light.darkness > 0.4:
        b.glow(124, -40, 60, WARM, 0.7)
    for x in (-74, 72):
        _wheel(b, (x, -20, 22), Colour.of(STEEL))
    b.rim(body, 1.2)


def _bus(b: Brush, t: Tint) -> None:
    paint = t.of(0, "#D0963A")
    b.ground(110, 6)
    body = box(-116, -96, 116, -14, 9)
    b.form(body, paint)
    b.flat(box(-116, -40, 116, -34), pale(paint), 0.7)
    lit = WARM if b.light.darkness > 0.4 else GLASS
    for k in range(6):
        pane = box(-106 + k * 30, -84, -81 + k * 30, -52, 3)
        b.flat(pane, lit, 0.9)
        b.bright(poly((-104 + k * 30, -54), (-96 + k * 30, -82), (-90 + k * 30, -82), (-98 + k * 30, -54)), WHITE, 0.25)
    b.flat(box(78, -84, 106, -18, 3), dark(GLASS, 0.2), 0.8)
    b.stroke((92, -83), (92, -18), colour=dark(paint), width=1.6)
    for x in (-70, 56):
        _wheel(b, (x, -16, 16), Colour.of(STEEL))
    b.rim(body, 1.2)


def _train(b: Brush, t: Tint) -> None:
    paint = t.of(0, "#3E5648")
    b.ground(130, 6)
    for k in range(4):
        b.soft(oval(52 - k * 26, -112 - k * 9, 14 + k * 6, 10 + k * 4), Colour(0.9, 0.9, 0.92).lit(b.light.key), 4, 0.5)
    b.form(box(-124, -96, -46, -18, 3), paint)
    b.form(box(-130, -102, -40, -92, 3), dark(paint))
    for x in (-112, -78):
        b.flat(box(x, -84, x + 24, -56, 2), WARM if b.light.darkness > 0.3 else GLASS, 0.9)
    b.form(box(-48, -72, 92, -26, 20), paint)
    for x in (-20, 20, 60):
        b.form(box(x, -73, x + 5, -25), Colour.of("#C9A04A"))
    b.form(poly((48, -104), (72, -104), (66, -70), (54, -70)), dark(paint))
    b.form(oval(4, -74, 12, 10), Colour.of("#C9A04A"))
    b.form(poly((88, -26), (132, -2), (92, -2)), Colour.of("#A8453A"))
    b.form(box(-124, -28, 96, -16, 1), Colour.of("#A8453A"))
    for x, r in ((-100, 18), (-60, 18), (-12, 13), (22, 13), (58, 13)):
        _wheel(b, (x, -r, r), Colour.of("#A8453A"))
    b.form(tube(((-100, -16), (-60, -16)), (2.4, 2.4)), Colour.of(STEEL))


def _plane(b: Brush, t: Tint) -> None:
    body = t.of(0, "#EDEDF0")
    b.form(poly((20, -46), (-34, -98), (-52, -98), (-18, -44)), dark(body, 0.15))
    b.form(smooth((-120, -44), (-104, -60), (70, -64), (122, -46), (126, -38), (104, -28), (-60, -24)), body)
    b.form(poly((-120, -46), (-138, -90), (-118, -90), (-86, -56)), t.of(1, "#B5483A"))
    b.form(poly((28, -38), (-50, 0), (-74, 0), (-22, -36)), body)
    for k in range(11):
        b.flat(oval(-62 + k * 13, -49, 2.6, 3.2), WARM if b.light.darkness > 0.4 else Colour.of("#4A6076"), 0.9)
    b.flat(smooth((98, -56), (112, -52), (116, -47), (96, -48)), Colour.of("#4A6076"), 0.8)


def _bicycle(b: Brush, t: Tint) -> None:
    paint, dark_c = t.of(0, "#3F7478"), Colour.of("#2E2C30")
    b.ground(80, 4)
    for x in (-52, 52):
        b.line(oval(x, -34, 33, 33), dark_c, 3.4)
        b.line(oval(x, -34, 30.5, 30.5), Colour.of(STEEL), 0.9)
        for k in range(8):
            b.canvas.save()
            b.canvas.rotate(22.5 * k, x, -34)
            b.stroke((x, -64), (x, -4), colour=Colour.of(STEEL), width=0.4, alpha=0.7)
            b.canvas.restore()
    for line in (
        ((-52, -34), (-22, -76)),
        ((-22, -76), (34, -78)),
        ((-14, -34), (34, -76)),
        ((-24, -82), (-14, -34)),
        ((-52, -34), (-14, -34)),
        ((52, -34), (32, -88)),
    ):
        b.form(tube(line, (2.0, 2.0)), paint)
    b.stroke((28, -98), (34, -90), (24, -84), colour=dark_c, width=3)
    b.form(smooth((-42, -88), (-24, -86), (-12, -85), (-24, -81), (-40, -82)), Colour.of("#5E3E2A"))
    b.line(oval(-14, -34, 8, 8), dark_c, 2)


def _suitcase(b: Brush, t: Tint) -> None:
    hide = t.of(0, "#8A5A3A")
    b.stroke((-16, -82), (-14, -97), (14, -97), (16, -82), colour=dark(hide), width=5)
    case = box(-66, -82, 66, 0, 7)
    b.form(case, hide)
    b.crescent(case, 5, 0.3)
    for x in (-44, 36):
        b.form(box(x, -82, x + 9, 0), dark(hide, 0.3))
        b.form(box(x + 1, -50, x + 8, -38, 1), Colour.of("#C9A04A"))
    for x, y in ((-66, -82), (54, -82), (-66, -12), (54, -12)):
        b.form(box(x, y, x + 12, y + 12, 4), dark(hide, 0.45))
    b.rim(case, 1.2)


def _kite(b: Brush, t: Tint) -> None:
    one, two = t.of(0, "#D0453A"), t.of(1, "#E8C04A")
    b.stroke((0, -34), (-10, -22), (6, -12), (-4, 0), (-24, 10), colour=Colour.of(PAPER), width=0.7)
    for k, (x, y) in enumerate(((-8, -22), (4, -12), (-4, -1))):
        bow = two if k % 2 else one
        b.form(poly((x, y), (x - 6, y - 3), (x - 6, y + 3)), bow)
        b.form(poly((x, y), (x + 6, y - 3), (x + 6, y + 3)), bow)
    for pts, colour, tone in (
        (((0, -100), (-26, -70), (0, -70)), one, 0.9),
        (((0, -100), (26, -70), (0, -70)), two, 0.75),
        (((0, -34), (-26, -70), (0, -70)), two, 0.55),
        (((0, -34), (26, -70), (0, -70)), one, 0.4),
    ):
        b.flat(poly(*pts), colour, tone)
    b.stroke((-26, -70), (26, -70), colour=Colour.of(WOOD), width=0.9)
    b.stroke((0, -100), (0, -34), colour=Colour.of(WOOD), width=0.9)


def _balloon(b: Brush, t: Tint) -> None:
    red = t.of(0, "#C9403A")
    b.stroke((0, -44), (3, -28), (-3, -14), (0, 0), colour=Colour.of(PAPER), width=0.7)
    shape = smooth((0, -44), (-18, -58), (-23, -78), (-14, -96), (0, -100), (14, -96), (23, -78), (18, -58))
    b.form(shape, red)
    b.crescent(shape, 5, 0.3)
    side = 1 if b.toward[0] > 0 else -1
    b.bright(
        smooth((side * 9, -92), (side * 15, -84), (side * 15, -74), (side * 12, -82)), WHITE.mix(b.light.key, 0.3), 0.7
    )
    b.form(poly((0, -45), (-3, -41), (3, -41)), dark(red))


TRAVEL: dict[str, Draw] = {
    "paper boat": _paper_boat, "sailboat": _sailboat, "ship": _ship, "boat": _boat, "car": _car, "bus": _bus,
    "train": _train,
    "plane": _plane, "bicycle": _bicycle, "suitcase": _suitcase, "kite": _kite, "balloon": _balloon,
}  # fmt: skip
