"""Things of a home: what one sits on, sleeps in, looks through, and lights the evening with."""

import skia

from shared.adapters.images.draft.figure_brush import WHITE, Brush
from shared.adapters.images.draft.figure_shape import box, oval, poly, smooth, tube
from shared.adapters.images.draft.prop_tint import DARK_WOOD, GOLD, PAPER, STEEL, WOOD, Draw, Tint, dark, pale
from shared.adapters.images.draft.stage import Colour

WARM = Colour(1.0, 0.82, 0.5)


def _window(b: Brush, t: Tint) -> None:
    frame, night = t.of(0, "#E8DFCF"), b.light.darkness
    day, sky = Colour.of("#BFD8EA"), t.of(1, "#22305A")
    b.form(box(-40, -100, 40, 0, 1), frame)
    pane = day.mix(sky, night)
    for left, right in ((-35, -2.5), (2.5, 35)):
        for top, low in ((-95, -50), (-46, -8)):
            glass = box(left, top, right, low, 0.6)
            b.bright(glass, pane.mix(b.light.haze, 0.25))
            b.bright(poly((left, low - 12), (left, low - 26), (right, top + 8), (right, top + 20)), WHITE, 0.16)
            b.line(glass, dark(frame), 0.7, 0.5)
    if night > 0.5:
        for k in range(9):
            x, y = t.chance.between(-33, 33, "x", k), t.chance.between(-92, -50, "y", k)
            b.bright(oval(x, y, 0.6, 0.6), WHITE, 0.9)
    b.form(box(-45, -8, 45, 0, 1.2), pale(frame, 0.15))


def _bed(b: Brush, t: Tint) -> None:
    wood, blanket = t.of(1, WOOD), t.of(0, "#6E7FA0")
    for x, top in ((-98, -100), (90, -58)):
        b.form(box(x, top, x + 9, 0, 3), wood)
    b.form(box(-92, -30, 94, -12, 2), dark(wood, 0.2))
    b.form(smooth((-90, -46), (-60, -50), (92, -46), (94, -26), (-90, -26)), Colour.of(PAPER))
    b.form(smooth((-88, -48), (-84, -64), (-56, -66), (-42, -58), (-44, -47), (-66, -45)), Colour.of("#F4EFE6"))
    cover = smooth((-40, -53), (20, -55), (91, -50), (95, -30), (93, -14), (40, -17), (0, -13), (-38, -17), (-44, -36))
    b.form(cover, blanket)
    for x in (-20, 10, 42, 70):
        b.stroke((x, -52), (x + 4, -34), (x - 2, -17), colour=dark(blanket), width=1.1, alpha=0.35)
    b.form(smooth((-42, -54), (-24, -56), (-22, -17), (-40, -17)), pale(blanket, 0.3))


def _chair(b: Brush, t: Tint) -> None:
    wood = t.of(0, WOOD)
    for x in (-20, 18):
        b.form(tube(((x, -42), (x * 1.1, 0)), (2.6, 1.8)), dark(wood, 0.35))
    for x in (-24, 22):
        b.form(tube(((x * 0.92, -98), (x, -45)), (2.4, 2.4)), wood)
    for y in (-90, -76, -62):
        b.form(tube(((-21, y), (0, y - 2), (21, y)), (2.4, 2.4, 2.4)), wood)
    b.form(smooth((-25, -48), (23, -48), (29, -40), (-30, -40)), pale(wood, 0.12))
    for x in (-28, 27):
        b.form(tube(((x, -40), (x * 1.06, 0)), (2.8, 2.0)), wood)


def _table(b: Brush, t: Tint) -> None:
    wood = t.of(0, WOOD)
    for x in (-50, 50):
        b.form(tube(((x, -88), (x * 1.02, 0)), (4, 2.6)), dark(wood, 0.35))
    for x in (-68, 68):
        b.form(tube(((x, -86), (x * 1.02, 4)), (4.4, 3)), wood)
    b.form(box(-74, -90, 74, -78, 1), dark(wood, 0.2))
    b.form(poly((-64, -104), (64, -104), (80, -90), (-80, -90)), pale(wood, 0.16))
    b.form(box(-80, -91, 80, -86, 1), wood)


def _lamp(b: Brush, t: Tint) -> None:
    shade = t.of(0, "#E6C27A")
    b.form(oval(0, -3, 18, 4), Colour.of(DARK_WOOD))
    b.form(smooth((-3, -4), (-9, -22), (-3, -44), (3, -44), (9, -22), (3, -4)), t.of(1, "#8A5A44"))
    b.glow(0, -62, 90, WARM, 0.25 + 0.5 * b.light.darkness)
    hood = smooth((-16, -98), (-16, -98), (16, -98), (16, -98), (32, -46), (32, -46), (0, -42), (-32, -46), (-32, -46))
    b.bright(hood, shade.mix(WARM, 0.35).lit(b.light.key.mix(WHITE, 0.7)))
    b.glow(0, -58, 34, Colour(1, 0.95, 0.75), 0.7)
    b.line(hood, dark(shade), 0.6, 0.4)


def _candle(b: Brush, t: Tint) -> None:
    b.form(oval(0, -4, 22, 6), Colour.of(GOLD))
    wax = smooth((-8, -4), (-9, -58), (-6, -62), (0, -60), (6, -63), (9, -57), (8, -4))
    b.form(wax, t.of(0, "#F0E4C8"))
    b.form(smooth((-9, -57), (-6, -60), (-5, -44), (-7, -40)), pale(t.of(0, "#F0E4C8")))
    b.stroke((0, -60), (0, -67), colour=Colour(0.2, 0.1, 0.1), width=1.2)
    flame(b, (0, -66, 34))


def flame(b: Brush, at: tuple[float, float, float], halo: float = 1.8) -> None:
    """A flame of that height standing on a point, and its light around it, so many times as wide; 0 = none."""
    x, y, h = at
    if halo:
        b.glow(x, y - h * 0.4, h * halo, WARM, 0.5)
    for size, colour in ((1.0, Colour(0.98, 0.55, 0.16)), (0.72, Colour(1, 0.8, 0.32)), (0.4, Colour(1, 0.97, 0.8))):
        w = h * 0.26 * size
        b.bright(
            smooth(
                (x, y), (x - w, y - h * 0.22 * size), (x - w * 0.5, y - h * 0.55 * size),
                (x + w * 0.1, y - h * size), (x + w * 0.1, y - h * size), (x + w * 0.65, y - h * 0.5 * size),
                (x + w, y - h * 0.2 * size),
            ),
            colour,
            0.95,
        )  # fmt: skip


def _lantern(b: Brush, t: Tint) -> None:
    metal = t.of(0, "#4A4038")
    b.line(oval(0, -88, 14, 12), metal, 2.4)
    b.glow(0, -40, 90, WARM, 0.3 + 0.35 * b.light.darkness)
    b.form(smooth((-20, -66), (-12, -82), (12, -82), (20, -66)), metal)
    glass = box(-18, -66, 18, -12, 4)
    b.bright(glass, Colour(1, 0.85, 0.55), 0.55)
    flame(b, (0, -16, 32))
    for x in (-18, 0, 18):
        b.stroke((x, -66), (x, -12), colour=metal, width=1.8)
    b.form(box(-22, -12, 22, 0, 2), metal)


def _door(b: Brush, t: Tint) -> None:
    wood = t.of(0, "#6E4A34")
    b.form(box(-28, -100, 28, 0, 1), dark(wood, 0.45))
    b.form(box(-24, -97, 24, 0, 0.5), wood)
    for left, right in ((-19, -3), (3, 19)):
        for top, low in ((-91, -56), (-49, -10)):
            panel = box(left, top, right, low, 0.6)
            b.form(panel, dark(wood, 0.16))
            b.line(panel, dark(wood, 0.5), 0.6, 0.7)
            b.stroke((left, low), (right, low), colour=pale(wood), width=0.5, alpha=0.6)
    b.form(oval(19.5, -48, 2, 2), Colour.of(GOLD))


def _mirror(b: Brush, t: Tint) -> None:
    frame = t.of(0, GOLD)
    b.form(oval(0, -50, 36, 50), frame)
    b.form(oval(0, -50, 30, 43.5), dark(frame, 0.4))
    glass = oval(0, -50, 28.5, 42)
    b.blend(glass, (Colour.of("#DCE6EC"), b.light.haze.mix(Colour.of("#5A6A7A"), 0.5)), ((-20, -90), (20, -10)))
    b.canvas.save()
    b.canvas.clipPath(glass, doAntiAlias=True)
    for x in (-14, 4):
        b.bright(poly((x - 26, 0), (x - 14, 0), (x + 26, -100), (x + 14, -100)), WHITE, 0.2)
    b.canvas.restore()


def _picture(b: Brush, t: Tint) -> None:
    frame = t.of(0, DARK_WOOD)
    b.form(box(-58, -92, 58, -4, 1.5), frame)
    b.flat(box(-52, -86, 52, -10), Colour.of(PAPER), 0.8)
    scene = box(-44, -78, 44, -18)
    b.blend(scene, (Colour.of("#F0C79A"), Colour.of("#8AA0B8")), ((0, -40), (0, -78)))
    b.canvas.save()
    b.canvas.clipPath(scene)
    b.flat(oval(14, -50, 8, 8), Colour.of("#FFF0D0"), 1.0)
    b.flat(smooth((-60, -34), (-30, -48), (0, -36), (30, -50), (60, -32), (60, 0), (-60, 0)), Colour.of("#5A7A6A"), 0.6)
    b.flat(smooth((-60, -26), (-10, -34), (60, -22), (60, 0), (-60, 0)), Colour.of("#3E5648"), 0.6)
    b.canvas.restore()
    b.line(box(-52, -86, 52, -10), dark(frame), 0.7, 0.6)


def _clock(b: Brush, t: Tint) -> None:
    rim = t.of(0, DARK_WOOD)
    b.form(oval(0, -50, 50, 50), rim)
    b.form(oval(0, -50, 43, 43), Colour.of(PAPER), 0.5)
    b.canvas.save()
    b.canvas.translate(0, -50)
    for k in range(12):
        b.flat(box(-1.2, -40, 1.2, -34 if k % 3 else -30), Colour(0.2, 0.17, 0.16))
        b.canvas.rotate(30)
    b.canvas.rotate(-50)
    b.form(tube(((0, 4), (0, -22)), (2, 1.2)), Colour(0.16, 0.13, 0.14))
    b.canvas.rotate(110)
    b.form(tube(((0, 5), (0, -34)), (1.5, 0.8)), Colour(0.16, 0.13, 0.14))
    b.canvas.restore()
    b.form(oval(0, -50, 2.6, 2.6), Colour.of(GOLD))


def _blanket(b: Brush, t: Tint) -> None:
    wool, stripe = t.of(0, "#A85A4A"), t.of(1, "#E6D6B8")
    for k in range(4):
        low, slip = -k * 24.0, (k % 2) * 5 - 2.0
        fold = smooth(
            (-86 + slip, low - 2), (-92 + slip, low - 13), (-84 + slip, low - 25), (80 + slip, low - 26),
            (84 + slip, low - 25), (84 + slip, low), (80 + slip, low),
        )  # fmt: skip
        b.form(fold, wool.mix(stripe, 0.12 * k))
        b.stroke((-78 + slip, low - 13), (0, low - 12), (80 + slip, low - 13), colour=stripe, width=4, alpha=0.6)
        b.stroke((-84 + slip, low - 1), (0, low), (82 + slip, low - 1), colour=dark(wool, 0.6), width=1.6, alpha=0.5)
    for k in range(11):
        b.stroke((84, -96 + k * 2.2), (93, -95 + k * 2.2), colour=stripe, width=0.9)


def _pillow(b: Brush, t: Tint) -> None:
    linen = t.of(0, "#EFE7DA")
    b.form(smooth((-88, -6), (-92, -50), (-84, -92), (0, -84), (86, -92), (92, -50), (88, -4), (0, -12)), linen)
    for sx in (-1, 1):
        b.stroke((sx * 84, -84), (sx * 60, -66), (sx * 44, -62), colour=dark(linen), width=1.4, alpha=0.35)
        b.stroke((sx * 84, -12), (sx * 58, -28), (sx * 40, -30), colour=dark(linen), width=1.4, alpha=0.35)
    b.flat(oval(0, -52, 36, 18), dark(linen), 0.5, 0.18)


def _ladder(b: Brush, t: Tint) -> None:
    wood = t.of(0, WOOD)
    for k in range(8):
        y = -92 + k * 12
        w = 11 + k * 0.7
        b.form(tube(((-w, y), (w, y)), (1.6, 1.6)), dark(wood, 0.15))
    for sx in (-1, 1):
        b.form(tube(((sx * 11, -100), (sx * 17, 0)), (2.2, 2.2)), wood)


def _key(b: Brush, t: Tint) -> None:
    gold = t.of(0, "#B8924A")
    b.line(oval(0, -82, 15, 15), gold, 6)
    b.form(box(-3, -67, 3, 0, 1.5), gold)
    for y, w in ((-4, 14), (-14, 11)):
        b.form(box(0, y - 6, w, y, 1), gold)
    b.form(box(-5, -66, 5, -61, 1), dark(gold, 0.25))
    b.stroke((-8, -92), (0, -96), (8, -92), colour=pale(gold, 0.6), width=1.6)


def _umbrella(b: Brush, t: Tint) -> None:
    cloth = t.of(0, "#B8433A")
    b.form(tube(((0, -90), (0, -10)), (1.2, 1.2)), Colour.of(DARK_WOOD))
    b.stroke((0, -12), (0, -3), (5, 0), (10, -4), colour=Colour.of(DARK_WOOD), width=2.8)
    top = smooth(
        (0, -98), (-34, -86), (-58, -52), (-58, -52), (-38, -58), (-20, -52), (-20, -52), (0, -58), (20, -52),
        (20, -52), (38, -58), (58, -52), (58, -52), (34, -86),
    )  # fmt: skip
    b.form(top, cloth)
    for x in (-20, 20):
        b.stroke((0, -98), (x * 0.8, -80), (x, -52), colour=dark(cloth), width=1, alpha=0.6)
    b.rim(top, 1.2)


def _bench(b: Brush, t: Tint) -> None:
    wood, iron = t.of(0, WOOD), Colour.of("#3A3A40")
    for x in (-86, 82):
        b.form(tube(((x, -98), (x, -44), (x - 4, 0)), (2.4, 2.6, 2.8)), iron)
        b.form(tube(((x, -42), (x + 5, 0)), (2.4, 2.4)), iron)
    for y in (-96, -80, -64):
        b.form(box(-98, y, 98, y + 11, 1.5), wood)
    b.form(box(-100, -46, 100, -40, 1.5), pale(wood, 0.2))
    b.form(box(-102, -40, 102, -34, 1.5), wood)


def _glassy(b: Brush, path: skia.Path) -> None:
    b.bright(path, WHITE.mix(b.light.key, 0.3), 0.22)
    b.line(path, Colour.of(STEEL), 0.9, 0.8)


HOME: dict[str, Draw] = {
    "window": _window, "bed": _bed, "chair": _chair, "table": _table, "lamp": _lamp, "candle": _candle,
    "lantern": _lantern,
    "door": _door, "mirror": _mirror, "picture frame": _picture, "clock": _clock, "blanket": _blanket,
    "pillow": _pillow,
    "ladder": _ladder, "key": _key, "umbrella": _umbrella, "bench": _bench,
}  # fmt: skip
