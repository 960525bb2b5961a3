"""Animals in the picture, by the nouns of lyrics and scripts."""

import skia

from shared.adapters.images.draft.animal_air import AIR
from shared.adapters.images.draft.animal_land import LAND
from shared.adapters.images.draft.prop import draw_each, first_named, singular
from shared.adapters.images.draft.prop_tint import Draw
from shared.adapters.images.draft.stage import Colour, Light, Placement
from shared.kernel.errors import Unsupported

ANIMALS: dict[str, Draw] = {**AIR, **LAND}
"""Every animal that can be drawn, by its noun in the singular; all look to the right unless they face left."""

OTHERS = {
    "sparrow": "bird", "swallow": "bird", "robin": "bird", "nightingale": "bird", "raven": "bird", "crow": "bird",
    "seagull": "birds in flight",
    "gull": "birds in flight", "flock of birds": "birds in flight", "flying birds": "birds in flight",
    "pigeon": "dove", "moth": "butterfly",
    "kitten": "cat", "puppy": "dog", "hound": "dog", "pony": "horse", "mare": "horse", "stallion": "horse",
    "donkey": "horse", "foal": "horse",
    "lamb": "sheep", "ewe": "sheep", "goat": "sheep", "flock": "sheep", "goldfish": "fish", "dolphin": "whale",
    "stag": "deer", "fawn": "deer",
    "doe": "deer", "gazelle": "deer", "lioness": "lion", "eagle": "birds in flight",
}  # fmt: skip


def draw_animal(
    canvas: skia.Canvas, noun: str, colours: tuple[Colour, ...], at: Placement, light: Light, seed: int
) -> None:
    """Draw an animal so high as `at` says, standing on its point, with the colours asked for first; a plural draws
    several.
    Raises Unsupported for a noun that is not known; `known_animal` finds those that are."""
    single = noun if noun in ANIMALS else singular(noun)
    if single not in ANIMALS:
        raise Unsupported(f"the animal {noun!r} cannot be drawn: ask known_animal for a noun that can")
    draw_each(canvas, ANIMALS[single], (noun != single, colours), (at, light, seed))


def known_animal(text: str) -> str | None:
    """The first animal named in the text, in the singular, or in the plural when several are named; None when there
    is none."""
    return first_named(text, tuple(ANIMALS), OTHERS)
