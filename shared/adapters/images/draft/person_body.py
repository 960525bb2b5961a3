"""A whole body in its clothes, drawn from what is far to what is near."""

from collections.abc import Callable
from functools import partial

import skia

from shared.adapters.images.draft.figure_brush import INK, Brush
from shared.adapters.images.draft.figure_shape import tube
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_cloth import Cloth, draw_over, draw_skirt, draw_torso
from shared.adapters.images.draft.person_head import skin_shadow
from shared.adapters.images.draft.person_limb import Sleeve, draw_arm, draw_leg, draw_shoe
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.person_trim import ENSEMBLE, draw_trimmings
from shared.adapters.images.draft.stage import Colour

Part = tuple[float, Callable[[], None]]
OVER = ("coat", "cloak", "jacket", "cardigan", "vest")
WHOLE = ("dress", "robe")
LEATHER = Colour.of("#4A342A")


def body_parts(brush: Brush, bones: Bones, look: Look, px: float) -> list[Part]:
    """The parts of the body below the head with their nearness; draw them in rising order."""
    upper = look.colour_of(*WHOLE, "sweater", "shirt", *ENSEMBLE) or LEATHER
    over = next(((kind, colour) for kind, colour in look.garments if kind in OVER), None)
    skirt = look.colour_of(*WHOLE, "skirt")
    lower = skirt or look.colour_of("trousers", *ENSEMBLE) or LEATHER
    sleeve = over[1] if over and over[0] != "vest" else upper
    down = bones.stance.seated or bones.stance.kneeling
    legs_z = 8.0 if down and not bones.away else -8.0
    parts: list[Part] = [
        (legs_z, lambda: _lower(brush, bones, look, (skirt, lower), px)),
        (0.0, lambda: draw_torso(brush, bones, look, Cloth(upper, px))),
    ]
    if over:
        kind, colour = over
        parts.append((1.0, lambda: draw_over(brush, bones, look, Cloth(colour, px), kind)))
    parts.append((1.5, lambda: draw_trimmings(brush, bones, look, px)))
    for side in (0, 1):
        near = bones.hands[side][2] - bones.neck[2]
        depth = 12.0 + near if near > -4.5 else -9.0
        parts.append((depth, partial(draw_arm, brush, bones, side, Sleeve(sleeve, look.skin, px))))
    return parts


def _lower(brush: Brush, bones: Bones, look: Look, cloth: tuple[Colour | None, Colour], px: float) -> None:
    skirt, lower = cloth
    shoes = look.colour_of("shoes") or LEATHER
    order = sorted((0, 1), key=lambda side: bones.feet[side][2])
    stockings = look.colour_of("stockings") or lower.mix(INK, 0.5)
    for side in order:
        draw_shoe(brush, bones, side, shoes)
        draw_leg(brush, bones, side, (stockings, 0.72) if skirt else (lower, 1.0))
        draw_shoe(brush, bones, side, shoes)
    if skirt:
        hem = 7.0 if look.colour_of("robe") else 15.0
        draw_skirt(brush, bones, hem, Cloth(skirt, px))


def draw_neck(brush: Brush, bones: Bones, look: Look) -> None:
    """The neck with the shadow of the chin."""
    brush = brush.warm
    nx, ny, _ = bones.neck
    hx, hy, _ = bones.head
    r = bones.radius
    half = r * (0.34 if look.stage == "child" else 0.38 if look.female else 0.46)
    back = -0.16 * r * bones.head_yaw
    neck = tube(
        ((hx + back, hy + r * 0.3), ((hx + nx) / 2 + back, (hy + r + ny) / 2 - r * 0.2), (nx, ny + 0.6)),
        (half, half, half * 1.18),
    )
    brush.form(neck, look.skin, 0.6)
    brush.canvas.save()
    brush.canvas.clipPath(neck, doAntiAlias=True)
    shade = brush.tone(skin_shadow(look.skin), 0.45)
    ends = [skia.Point(hx, hy + r * 0.7), skia.Point(hx - brush.toward[0] * r * 0.3, hy + r * 1.5)]
    paint = skia.Paint(AntiAlias=True)
    paint.setShader(skia.GradientShader.MakeLinear(ends, [shade.paint(0.62), shade.paint(0.5), shade.paint(0.0)]))
    brush.canvas.drawPath(neck, paint)
    brush.canvas.restore()
