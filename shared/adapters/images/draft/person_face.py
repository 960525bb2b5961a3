"""The face: planes of light, cheeks, nose and a closed mouth. One unit is half the height of the head."""

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import oval, smooth
from shared.adapters.images.draft.person_eye import draw_eyes
from shared.adapters.images.draft.person_head import Head, draw_ears, face_path, skin_shadow
from shared.adapters.images.draft.stage import Colour


def draw_face(brush: Brush, head: Head) -> None:
    """The skin of the head and, unless the back is turned, everything on it."""
    brush, outline, skin = brush.warm, face_path(head), head.look.skin
    draw_ears(brush, head)
    brush.form(outline, skin, 0.42)
    if head.away:
        return
    canvas = brush.canvas
    canvas.save()
    canvas.clipPath(outline, doAntiAlias=True)
    _planes(brush, head, outline)
    canvas.restore()
    _nose(brush, head)
    _mouth(brush, head)
    draw_eyes(brush, head)
    if head.look.stage == "old" and head.px > 20:
        _lines_of_age(brush, head)
    if head.look.beard:
        _beard(brush, head, head.look.beard)
    if head.look.glasses:
        _glasses(brush, head)


def _planes(brush: Brush, head: Head, outline: skia.Path) -> None:
    skin, px = head.look.skin, head.px
    brush.round_shade((head.shift * 0.3, 0.0, 1.0), 0.34 if head.px > 40 else 0.26)
    warm = Colour(min(1.0, skin.r * 1.02), skin.g * 0.66, skin.b * 0.62)
    for side in (-0.72, 0.72):
        x, y = head.spot(side, 0.46 if head.child else 0.42)
        radius = (0.34 if head.child else 0.3) * head.squeeze(side)
        _patch(brush, (x, y, radius), brush.tone(warm, 0.72), head.mood.blush)
    x, y = head.spot(brush.toward[0] * 0.35, -0.3)
    _patch(brush, (x, y, 0.55), brush.tone(skin.mix(WHITE, 0.35), 1.0), 0.32)
    if px > 12:
        x, y = head.spot(0, 0.86)
        brush.flat(oval(x, y, 0.22, 0.06), skin_shadow(skin), 0.6, 0.1)


def _patch(brush: Brush, disc: tuple[float, float, float], colour: Colour, alpha: float) -> None:
    x, y, radius = disc
    paint = skia.Paint(AntiAlias=True)
    paint.setShader(skia.GradientShader.MakeRadial(skia.Point(x, y), radius, [colour.paint(alpha), colour.paint(0.0)]))
    brush.canvas.drawCircle(x, y, radius, paint)


def _nose(brush: Brush, head: Head) -> None:
    skin, shade = head.look.skin, skin_shadow(head.look.skin)
    long = 0.0 if head.child else 0.05
    tip_y = 0.43 + long
    bx, by = head.spot(0, 0.05)
    tx, ty = head.spot(0, tip_y - 0.04)
    turn = head.yaw / 0.82
    tx += turn * 0.11
    half = 0.085 if head.child else 0.1 if head.look.female else 0.12
    dark = -1 if brush.toward[0] >= 0 else 1
    plane = smooth(
        (bx + dark * 0.03, by), (tx + dark * half * 0.5, ty - 0.12), (tx + dark * half * 1.15, ty + 0.02),
        (tx + dark * 0.02, ty + 0.05), (tx, ty - 0.12),
    )  # fmt: skip
    brush.flat(plane, shade, 0.62, 0.2 if not head.child else 0.1)
    brush.flat(
        smooth((tx - half, ty + 0.035), (tx, ty + 0.015), (tx + half, ty + 0.035), (tx, ty + 0.085)), shade, 0.5, 0.62
    )
    if abs(turn) > 0.3:
        side = 1 if turn > 0 else -1
        brush.stroke(
            (bx + side * 0.07, by - 0.02), (tx + side * half * 0.55, ty - 0.1), (tx + side * half * 0.95, ty),
            (tx + side * half * 0.4, ty + 0.05),
            colour=shade,
            width=0.022,
            alpha=0.45,
        )  # fmt: skip
    if head.px > 30:
        for sign in (-1, 1):
            brush.flat(oval(tx + sign * half * 0.45, ty + 0.045, 0.026, 0.014), shade.mix(INK, 0.5), 0.5, 0.7)
        brush.flat(oval(tx + brush.toward[0] * 0.03, ty - 0.05, 0.05, 0.04), skin.mix(WHITE, 0.4), 1.0, 0.4)


def _mouth(brush: Brush, head: Head) -> None:
    skin, up = head.look.skin, head.mood.corners
    x, y = head.spot(0, 0.66 if head.child else 0.65)
    x += head.yaw / 0.82 * 0.05
    w = (0.19 if head.child else 0.23) * (1 + up * 1.6) * head.squeeze(0)
    rose = Colour(min(1.0, skin.r * 0.86), skin.g * 0.56, skin.b * 0.56)
    strength = 0.75 if head.look.female and not head.child else 0.5
    bow = 0.055 if head.look.female else 0.042
    left, right = (x - w, y - up), (x + w, y - up)
    between = ((x - w * 0.6, y + up * 0.1), (x, y + up * 0.5), (x + w * 0.6, y + up * 0.1))
    crest = ((x - w * 0.3, y - bow), (x, y - bow * 0.6), (x + w * 0.3, y - bow))
    full = y + 0.075 + up * 0.3
    lower = smooth(left, left, *between, right, right, (x + w * 0.45, full), (x - w * 0.45, full))
    brush.flat(lower, rose.mix(WHITE, 0.1), 0.8, strength * 0.85)
    brush.flat(smooth(left, left, *crest, right, right, *between[::-1]), rose, 0.55, strength)
    line = skin_shadow(skin).mix(INK, 0.35)
    brush.stroke(left, *between, right, colour=line, width=0.03 if head.px > 14 else 0.05, alpha=0.85)
    if head.px > 25:
        brush.flat(oval(x, y + 0.125 + up * 0.2, w * 0.6, 0.03), skin_shadow(skin), 0.6, 0.16)
        for sign in (-1, 1) if up > 0.035 else ():
            dimple = ((x + sign * (w + 0.012), y - up - 0.022), (x + sign * (w + 0.03), y - up + 0.012))
            brush.stroke(*dimple, colour=line, width=0.02, alpha=0.5)


def _lines_of_age(brush: Brush, head: Head) -> None:
    shade = skin_shadow(head.look.skin)
    for sign in (-1, 1):
        ax, ay = head.spot(sign * 0.26, 0.4)
        bx, by = head.spot(sign * 0.48, 0.68)
        brush.stroke(
            (ax, ay), ((ax + bx) / 2 + sign * 0.04, (ay + by) / 2), (bx, by), colour=shade, width=0.024, alpha=0.45
        )
    for k in range(2):
        a, b, c = head.spot(-0.4, -0.42 - k * 0.14), head.spot(0, -0.45 - k * 0.14), head.spot(0.4, -0.42 - k * 0.14)
        brush.stroke(a, b, c, colour=shade, width=0.018, alpha=0.28)


def _beard(brush: Brush, head: Head, hair: Colour) -> None:
    long = 1.55 if head.look.stage == "old" else 1.18
    s = head.shift
    w = head.wide
    ring = smooth(
        (s * 0.55 - w * 0.92, 0.1), (s * 0.8 - w * 0.62, 0.5), (s - 0.28, 0.53), (s, 0.49), (s + 0.28, 0.53),
        (s * 0.8 + w * 0.62, 0.5),
        (s * 0.55 + w * 0.92, 0.1), (s * 0.6 + w * 0.86, 0.66), (s * 0.8 + 0.4, long - 0.2), (s, long), (s * 0.8 - 0.4,
        long - 0.2), (s * 0.6 - w * 0.86, 0.66),
    )  # fmt: skip
    brush.form(ring, hair, 0.8)
    for k in range(-4, 5) if head.px > 25 else ():
        brush.stroke(
            (s + k * 0.13, 0.62),
            (s + k * 0.12, 0.9),
            (s + k * 0.07, long - 0.08),
            colour=hair.mix(WHITE if k % 2 else INK, 0.25),
            width=0.018,
            alpha=0.5,
        )
    x, y = head.spot(0, 0.65)
    brush.flat(oval(x, y + 0.03, 0.17, 0.05), skin_shadow(head.look.skin), 0.8)
    brush.stroke(
        (x - 0.17, y - head.mood.corners * 0.4),
        (x, y + 0.02),
        (x + 0.17, y - head.mood.corners * 0.4),
        colour=INK,
        width=0.03,
        alpha=0.7,
    )


def _glasses(brush: Brush, head: Head) -> None:
    spots = [head.spot(side, 0.21 if head.child else 0.1) for side in (-0.46, 0.46)]
    for (x, y), side in zip(spots, (-0.46, 0.46), strict=True):
        lens = oval(x, y, 0.25 * head.squeeze(side), 0.23)
        brush.bright(lens, WHITE, 0.1)
        brush.line(lens, Colour(0.25, 0.2, 0.18), 0.03)
    (ax, ay), (bx, by) = spots
    brush.stroke(
        (ax + 0.2, ay - 0.04),
        ((ax + bx) / 2, ay - 0.09),
        (bx - 0.2, by - 0.04),
        colour=Colour(0.25, 0.2, 0.18),
        width=0.03,
    )
