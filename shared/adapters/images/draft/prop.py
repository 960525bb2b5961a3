"""Things in the picture, by the nouns of lyrics and scripts."""

import re

import skia

from shared.adapters.images.draft.figure_brush import Brush, set_down
from shared.adapters.images.draft.prop_hand import HANDS
from shared.adapters.images.draft.prop_home import HOME
from shared.adapters.images.draft.prop_music import MUSIC
from shared.adapters.images.draft.prop_sky import SKY
from shared.adapters.images.draft.prop_street import STREET
from shared.adapters.images.draft.prop_table import TABLE
from shared.adapters.images.draft.prop_tint import Draw, Tint
from shared.adapters.images.draft.prop_toy import TOYS
from shared.adapters.images.draft.prop_travel import TRAVEL
from shared.adapters.images.draft.prop_words import IRREGULAR, PAIRS, SYNONYMS
from shared.adapters.images.draft.stage import Colour, Light, Placement
from shared.kernel.chance import Chance
from shared.kernel.errors import Unsupported

PROPS: dict[str, Draw] = {**HOME, **TABLE, **HANDS, **TOYS, **MUSIC, **TRAVEL, **STREET, **SKY}
"""Every thing that can be drawn, by its noun in the singular."""

SEVERAL = ((0.0, 0.0, 1.0), (-0.95, -0.16, 0.74), (0.9, -0.1, 0.82), (-0.3, -0.52, 0.6), (0.62, -0.62, 0.55))
"""Where several of a thing stand, in their own heights, and how large each is; the first is the main one."""


def draw_prop(
    canvas: skia.Canvas, noun: str, colours: tuple[Colour, ...], at: Placement, light: Light, seed: int
) -> None:
    """Draw a thing so high as `at` says, standing on its point, in the colours asked for, in their order; a plural
    draws several.
    It looks to the left when it faces left. Raises Unsupported for a noun that is not known; `known_prop` finds those
    that are."""
    single = singular(noun)
    if single not in PROPS:
        raise Unsupported(f"the prop {noun!r} cannot be drawn: ask known_prop for a noun that can")
    draw_each(canvas, PROPS[single], (noun != single, colours), (at, light, seed))


def draw_each(
    canvas: skia.Canvas, draw: Draw, how: tuple[bool, tuple[Colour, ...]], where: tuple[Placement, Light, int]
) -> None:
    """One thing, or several of it from the far ones to the near one."""
    (many, colours), (at, light, seed) = how, where
    spots = sorted(SEVERAL, key=lambda spot: spot[1]) if many else SEVERAL[:1]
    for number, (x, y, size) in enumerate(spots):
        share = 0.62 * size if many else 1.0
        place = Placement(at.x + x * at.height * 0.8, at.y + y * at.height * 0.6, at.height * share, at.facing, at.away)
        canvas.save()
        set_down(canvas, place)
        flip = at.facing < -0.2
        if flip:
            canvas.scale(-1, 1)
        draw(Brush(canvas, light, flip=flip), Tint(colours, Chance(seed + number)))
        canvas.restore()


def known_prop(text: str) -> str | None:
    """The first thing named in the text that can be drawn, in the singular, or in the plural when several are named
    ('paper boats'); None when there is none."""
    return first_named(text, tuple(PROPS), SYNONYMS)


def singular(noun: str) -> str:
    """The noun without its plural ending, as the tables know it."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in PROPS or not noun.endswith("s"):
        return noun
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + instead
    return noun


def first_named(text: str, nouns: tuple[str, ...], synonyms: dict[str, str]) -> str | None:
    """The first of the nouns or their synonyms in the text; of two that begin together, the longer."""
    words = {**{noun: noun for noun in nouns}, **synonyms}
    plurals = {plural: words.get(one, one) for plural, one in IRREGULAR.items() if words.get(one, one) in nouns}
    best: tuple[int, int, str] | None = None
    for word, noun in {**words, **plurals}.items():
        found = re.search(rf"\b{re.escape(word)}(s|es)?\b", text.lower())
        if found and (best is None or (found.start(), -len(word)) < best[:2]):
            many = (bool(found[1]) or word in plurals) and noun not in PAIRS
            best = (found.start(), -len(word), plural_of(noun) if many else noun)
    return best[2] if best else None


def plural_of(noun: str) -> str:
    """The plural as `singular` reads it back."""
    irregular = next((plural for plural, one in IRREGULAR.items() if one == noun), None)
    if irregular:
        return irregular
    return noun + ("es" if noun.endswith(("ch", "ss", "x")) else "s")
