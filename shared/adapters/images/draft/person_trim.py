"""What finishes clothes: collars, buttons, belts, knitting, scarves and aprons. Units of a hundredth of the standing
height."""

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth, tube
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.stage import Colour

ENSEMBLE = ("uniform", "suit")
BRASS = Colour.of("#D8B25A")


def draw_trimmings(brush: Brush, bones: Bones, look: Look, px: float) -> None:
    """Everything over the upper garment; `px` is the size of a unit, below which details are left out."""
    shirt = look.colour_of("shirt", *ENSEMBLE)
    dress, knit = look.colour_of("dress"), look.colour_of("sweater")
    if not bones.away and px > 1:
        if shirt and not dress:
            _collar(brush, bones, shirt)
            _buttons(brush, bones, BRASS if look.colour_of("uniform") else shirt.mix(WHITE, 0.3))
        elif dress:
            _round_collar(brush, bones, dress)
        elif knit:
            _neckband(brush, bones, knit)
    if look.colour_of("uniform") and not bones.away:
        _belt(brush, bones, Colour.of("#3A2A22"))
    apron = look.colour_of("apron")
    if apron and not bones.away:
        _apron(brush, bones, apron)
    scarf = look.colour_of("scarf")
    if scarf:
        _scarf(brush, bones, scarf)


def _down(bones: Bones, share: float) -> Point:
    nx, ny, _ = bones.neck
    px, py, _ = bones.pelvis
    return nx + (px - nx) * share, ny + (py - ny) * share


def _collar(brush: Brush, bones: Bones, cloth: Colour) -> None:
    (nx, ny, _), head = bones.neck, bones.build.head
    for sign in (-1, 1):
        collar = smooth(
            (nx, ny + 1.2), (nx, ny + 1.2), (nx + sign * head * 0.2, ny - 1.4), (nx + sign * head * 0.27, ny + 0.2),
            (nx + sign * head * 0.15, ny + 3.4), (nx + sign * head * 0.15, ny + 3.4),
        )  # fmt: skip
        brush.form(collar, cloth.mix(WHITE, 0.12))
        brush.line(collar, cloth.mix(INK, 0.4), 0.14, 0.5)


def _buttons(brush: Brush, bones: Bones, colour: Colour) -> None:
    for k in range(5):
        x, y = _down(bones, 0.2 + k * 0.16)
        brush.flat(oval(x, y, 0.42, 0.42), colour, 0.85)


def _round_collar(brush: Brush, bones: Bones, dress: Colour) -> None:
    (nx, ny, _), head = bones.neck, bones.build.head
    linen = dress.mix(WHITE, 0.72)
    for sign in (-1, 1):
        petal = smooth(
            (nx, ny + 1.3), (nx, ny + 1.3), (nx + sign * head * 0.2, ny - 1.0), (nx + sign * head * 0.27, ny + 0.6),
            (nx + sign * head * 0.2, ny + 2.6), (nx + sign * head * 0.07, ny + 3.0),
        )  # fmt: skip
        brush.form(petal, linen)


def _neckband(brush: Brush, bones: Bones, knit: Colour) -> None:
    (nx, ny, _), head = bones.neck, bones.build.head
    band = ((nx - head * 0.2, ny - 0.9), (nx, ny + 1.1), (nx + head * 0.2, ny - 0.9))
    brush.stroke(*band, colour=knit.mix(INK, 0.22), width=1.5)
    brush.stroke(*band, colour=knit.mix(WHITE, 0.15), width=0.5, alpha=0.7)


def _belt(brush: Brush, bones: Bones, hide: Colour) -> None:
    x, y = _down(bones, 0.86)
    half = bones.across(bones.build.hip * 0.96, 4.4)
    brush.stroke((x - half, y - 0.3), (x, y + 0.8), (x + half, y - 0.3), colour=hide, width=2.0)
    brush.flat(oval(x, y + 0.8, 1.2, 1.1), BRASS, 0.9)


def _apron(brush: Brush, bones: Bones, cloth: Colour) -> None:
    if bones.stance.seated or bones.stance.kneeling:
        return
    x, y = _down(bones, 0.72)
    half = bones.across(bones.build.hip * 0.8, 4)
    apron = smooth(
        (x - half, y), (x - half, y), (x + half, y), (x + half, y), (x + half * 1.5, -24), (x, -21),
        (x - half * 1.5, -24),
    )  # fmt: skip
    brush.form(apron, cloth)
    for side in (-0.5, 0.1, 0.6):
        brush.stroke(
            (x + side * half, y + 2), (x + side * half * 1.4, -26), colour=cloth.mix(INK, 0.4), width=0.4, alpha=0.35
        )


def _scarf(brush: Brush, bones: Bones, wool: Colour) -> None:
    (nx, ny, _), head = bones.neck, bones.build.head
    band = tube(((nx - head * 0.3, ny - 1.2), (nx, ny + 1.4), (nx + head * 0.3, ny - 1.2)), (1.5, 1.9, 1.5))
    tail = tube(((nx + head * 0.12, ny + 1), (nx + head * 0.2, ny + 8), (nx + head * 0.12, ny + 15)), (1.5, 1.8, 1.9))
    for path in (tail, band) if not bones.away else (band,):
        brush.form(path, wool)
        brush.crescent(path, 0.7, 0.35)
