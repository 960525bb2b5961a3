"""What somebody lies in: a pillow under the head and a blanket to the chest. Units of a hundredth of the standing
height."""

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import smooth
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.stage import Colour
from shared.kernel.chance import Chance

LINEN = Colour.of("#EDE6DA")
WOOLS = ("#6E7FA0", "#A86A52", "#7A8A6A", "#8A6A8A", "#B59A6A")


def draw_bedding(brush: Brush, bones: Bones, look: Look, seed: int) -> None:
    """The pillow, to be drawn before the person."""
    x, y, _ = bones.head
    r = bones.radius
    tilt = Chance(seed).between(-0.1, 0.1, "pillow")
    pillow = smooth(
        (x - r * 1.9, y - r * 0.9), (x, y - r * (1.3 + tilt)), (x + r * 1.9, y - r * 1.0), (x + r * 1.8, y + r * 0.2),
        (x + r * 1.9, y + r * 1.0), (x, y + r * 1.15), (x - r * 1.9, y + r * 0.9), (x - r * 1.8, y),
    )  # fmt: skip
    brush.form(pillow, LINEN)
    brush.crescent(pillow, 1.0, 0.25)


def draw_cover(brush: Brush, bones: Bones, look: Look, seed: int) -> None:
    """The blanket from the chest to beyond the feet, with its sheet turned back; to be drawn over the body."""
    wool = Colour.of(Chance(seed).pick(WOOLS, "blanket"))
    nx, ny, _ = bones.neck
    half, top = bones.build.shoulder * 1.5, ny + 15
    blanket = smooth(
        (nx - half, top), (nx - half, top), (nx, top + 1.4), (nx + half, top), (nx + half, top), (nx + half * 1.12,
        -40), (nx + half * 1.12, -16),
        (nx + half * 0.7, 3), (nx, 4.5), (nx - half * 0.7, 3), (nx - half * 1.12, -16), (nx - half * 1.14, -40),
    )  # fmt: skip
    brush.form(blanket, wool)
    brush.crescent(blanket, 3.0, 0.28)
    for k, side in enumerate((-0.62, -0.25, 0.12, 0.5)):
        sway = 2.2 if k % 2 else -1.6
        ends = ((nx + side * half, top + 3), (nx + side * half * 0.9 + sway, -36), (nx + side * half * 0.6, -2))
        brush.stroke(*ends, colour=wool.mix(INK, 0.4), width=0.9, alpha=0.3)
        lit = tuple((x + 1.2, y) for x, y in ends)
        brush.stroke(*lit, colour=wool.mix(WHITE, 0.25), width=0.7, alpha=0.25)
    fold = smooth(
        (nx - half * 1.03, top - 3.4), (nx, top - 2), (nx + half * 1.03, top - 3.4),
        (nx + half * 1.06, top + 4), (nx, top + 5.4), (nx - half * 1.06, top + 4),
    )  # fmt: skip
    brush.form(fold, LINEN)
    brush.rim(blanket, 0.35)
