"""What somebody holds, when the pose says so: 'holding a lantern near the chest'."""

import re
from dataclasses import dataclass
from math import hypot

from shared.adapters.images.draft.animal import ANIMALS, draw_animal, known_animal
from shared.adapters.images.draft.figure_brush import Brush
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_reading import HEX
from shared.adapters.images.draft.prop import draw_prop, known_prop
from shared.adapters.images.draft.stage import Colour, Placement

HOLDING = re.compile(r"\b(?:hold|cradl|clutch|carry|read|play|hugg|offer|lift|embrac)\w*\b(.*)")

SIZES = {
    "paper boat": 17, "lantern": 20, "candle": 18, "letter": 11, "book": 10, "cup": 8, "flower": 20,
    "rose": 20, "teddy bear": 18,
    "doll": 20, "apple": 7, "bread": 8, "gift": 13, "ball": 11, "star": 12, "heart": 10, "key": 9, "phone": 9,
    "clock": 12,
    "picture frame": 12, "glass": 9, "wine": 13, "bottle": 17, "feather": 13, "shell": 7, "leaf": 10,
    "toy train": 9, "watch": 8,
    "paper crane": 9, "record": 15, "crown": 8, "ring": 5, "hat": 8, "blanket": 10, "pillow": 12, "cake": 13,
    "guitar": 50,
    "violin": 36, "umbrella": 58, "balloon": 46, "kite": 40, "flag": 50, "sword": 46, "staff": 84,
    "suitcase": 16, "radio": 11,
    "bird": 8, "dove": 11, "butterfly": 7, "cat": 17, "dog": 20, "sheep": 21, "fish": 8, "owl": 13,
}  # fmt: skip
"""Heights of what can be held, in hundredths of the holder's height."""

LONG = ("umbrella", "balloon", "kite", "flag")
"""Held at their lower end."""
FLAT = ("letter", "book", "picture frame", "clock", "record")
"""Held at their middle."""
TILTED = {"guitar": 62.0, "violin": 62.0, "umbrella": 15.0, "flag": 10.0, "staff": 9.0}
"""Degrees by which a thing leans to the right of the picture."""


@dataclass(frozen=True)
class Held:
    """A thing in the hands."""

    noun: str
    colours: tuple[Colour, ...]
    size: float


def held_in(pose: str) -> Held | None:
    """What the pose says is held; None when it names nothing that fits into hands."""
    found = HOLDING.search(pose.lower())
    words = found[1] if found else ""
    noun = next((n for n in (known_prop(words), known_animal(words)) if n in SIZES), None)
    if noun is None:
        return None
    return Held(noun, tuple(Colour.of(code) for code in HEX.findall(words)), SIZES[noun])


def draw_held(brush: Brush, bones: Bones, held: Held, seed: int) -> None:
    """The thing between the hands, or in the hand that is further from the body."""
    (ax, ay, _), (bx, by, _) = bones.hands
    together = hypot(bx - ax, by - ay) < 12
    x, y = ((ax + bx) / 2, (ay + by) / 2) if together else (bx, by)
    sunk = 0.0 if held.noun in LONG else 0.36 if held.size >= 17 or held.noun in FLAT else 0.14
    low = -y if held.noun == "staff" else held.size * sunk
    draw = draw_animal if held.noun in ANIMALS else draw_prop
    if held.noun in ("candle", "lantern") and brush.light.darkness > 0.2:
        brush.glow(x, y - held.size * 0.8, 24, Colour.of("#FFB45E"), 0.5)
    brush.canvas.save()
    brush.canvas.translate(x, y)
    brush.canvas.rotate(TILTED.get(held.noun, 0.0))
    draw(brush.canvas, held.noun, held.colours, Placement(0, low, held.size), brush.light, seed)
    brush.canvas.restore()
