"""What a description of a person says, in the words the drawing understands."""

import re
from dataclasses import dataclass
from typing import Literal

from shared.adapters.images.draft.person_words import (
    COLOURS,
    GARMENTS,
    HAIR_STYLES,
    HEADWEAR,
    OLD,
    STAGES,
    THINGS,
    WARDROBES,
)
from shared.adapters.images.draft.stage import Colour
from shared.kernel.chance import Chance

Stage = Literal["child", "teen", "adult", "old"]
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
YEARS = re.compile(r"\b(\d{1,2})[ -]years?[ -]old\b|\baged? (\d{1,2})\b|\bin (?:her|his|their) (\d)0s\b")
CLOTH = "#4A4550"
HOODED = ("coat", "cloak", "jacket", "robe")
BREAK = re.compile(r"[,;.]| and | with | over | under ")


@dataclass(frozen=True)
class Look:
    """A person as described; whatever the description leaves open is chosen by the seed and stays so."""

    stage: Stage
    female: bool
    skin: Colour
    eyes: Colour
    hair: Colour
    hair_style: str
    beard: Colour | None
    """None when the face is shaven."""
    glasses: bool
    headwear: str | None
    headwear_colour: Colour
    garments: tuple[tuple[str, Colour], ...]
    """Kinds of `person_words.GARMENTS` with their colours, at least one that covers the upper and one the lower
    body."""

    def colour_of(self, *kinds: str) -> Colour | None:
        """The colour of the first worn garment of these kinds; None when none is worn."""
        return next((colour for kind, colour in self.garments if kind in kinds), None)


def read_look(description: str, seed: int) -> Look:
    """The look that an English description asks for; colours are taken from 'hex #RRGGBB' beside the noun, else from
    colour words."""
    text = f" {description.lower()} "
    chance = Chance(seed)
    stage, female = _stage(text), _female(text, chance)
    named = _colours(description)
    hair = (
        named.get("hair")
        or _word_colour(text.replace("red hair", "ginger hair"), "hair")
        or _default_hair(stage, chance)
    )
    style = _hair_style(text, stage, female, chance)
    garments = _garments(text, named, (stage, female), chance)
    headwear, headwear_colour = _headwear(text, named, garments)
    skins = ("#F0C8A4", "#D9A98A", "#B98160", "#8A5A3F", "#E3B592")
    eyes = (
        named.get("eyes")
        or _word_colour(text, "eyes")
        or Colour.of(chance.pick(("#5A3A22", "#6B4A2A", "#3F5A4A"), "eyes"))
    )
    return Look(
        stage=stage,
        female=female,
        skin=named.get("skin") or Colour.of(chance.pick(skins, "skin")),
        eyes=eyes,
        hair=hair,
        hair_style=style,
        beard=_beard(text, hair) if not female else None,
        glasses=bool(re.search(r"\bglasses\b|\bspectacles\b", text)) and "a glass" not in text,
        headwear=headwear,
        headwear_colour=headwear_colour,
        garments=garments,
    )


def stature_of(description: str) -> float:
    """How tall somebody is beside an adult of middle height, who is 1: a child of nine is 0.76."""
    text = f" {description.lower()} "
    years, stage = _years(text), _stage(text)
    if stage == "child":
        return 0.76 + 0.033 * ((years or 9) - 9)
    if stage == "teen":
        return 0.94
    tall = 0.96 if _female(text, Chance(0)) else 1.04
    return tall - (0.03 if stage == "old" else 0.0)


def _years(text: str) -> int | None:
    found = YEARS.search(text)
    return int(found[1] or found[2] or int(found[3]) * 10 + 5) if found else None


def _stage(text: str) -> Stage:
    years = _years(text)
    if years is not None:
        return "child" if years < 13 else "teen" if years < 19 else "adult" if years < 62 else "old"
    for word, stage in STAGES:
        if re.search(rf"\b(?:{word})\b", text):
            return stage
    return "adult"


def _female(text: str, chance: Chance) -> bool:
    she = (
        r"\b(wom[ae]n|girls?|mother|mum|mom|grandmother|grandma|she|her|daughter|sister|lady|queen|bride|"
        r"princess|wife|aunt|female)\b"
    )
    he = (
        r"\b(m[ae]n|boys?|father|dad|grandfather|grandpa|he|his|him|son|brother|king|groom|prince|husband|"
        r"uncle|soldier|male|shepherd)\b"
    )
    first_she, first_he = re.search(she, text), re.search(he, text)
    if first_she and first_he:
        return first_she.start() < first_he.start()
    return bool(first_she) or (not first_he and chance.number("gender") < 0.5)


def _colours(description: str) -> dict[str, Colour]:
    """Each hex belongs to the thing named just before it in the same breath, else to the thing named just after it."""
    text = description.lower()
    things = sorted(
        (found.start(), found.end(), kind) for word, kind in THINGS for found in re.finditer(rf"\b(?:{word})s?\b", text)
    )
    taken: dict[str, Colour] = {}
    for found in HEX.finditer(description):
        before = [t for t in things if t[1] <= found.start() and not BREAK.search(text[t[1] : found.start()])]
        after = [t for t in things if t[0] >= found.end() and not BREAK.search(text[found.end() : t[0]])]
        said = [t for t in things if t[1] <= found.start()]
        for _, _, kind in before[-1:] or after[:1] or said[-1:]:
            taken.setdefault(kind, Colour.of(found[0]))
    return taken


def _word_colour(text: str, noun: str) -> Colour | None:
    found = re.search(rf"((?:[\w-]+ ){{0,4}}){re.escape(noun)}", text)
    words = found[1].replace("-", " ").split() if found else []
    return next((Colour.of(COLOURS[word]) for word in reversed(words) if word in COLOURS), None)


def _default_hair(stage: Stage, chance: Chance) -> Colour:
    return Colour.of(
        OLD if stage == "old" else chance.pick(("#2A1E1A", "#4A2F1E", "#6B4426", "#1E1A1C", "#8A5A2E"), "hair")
    )


def _hair_style(text: str, stage: Stage, female: bool, chance: Chance) -> str:
    if not female and re.search(r"\bwavy\b", text) and not re.search(r"\blong\b[a-z -]{0,20}hair", text):
        return "short"
    for word, style in HAIR_STYLES:
        if re.search(rf"\b(?:{word})\b", text):
            return "braids" if stage == "child" and re.search(r"\bbraided\b", text) else style
    if female:
        return chance.pick(("bun", "short", "bob") if stage == "old" else ("long", "bob", "ponytail"), "style")
    return "balding" if stage == "old" and chance.number("bald") < 0.5 else "short"


def _beard(text: str, hair: Colour) -> Colour | None:
    return (_word_colour(text, "beard") or hair) if re.search(r"\bbeard|\bmoustache", text) else None


def _headwear(text: str, named: dict[str, Colour], worn: tuple[tuple[str, Colour], ...]) -> tuple[str | None, Colour]:
    word, kind = next(((w, k) for w, k in HEADWEAR if re.search(rf"\b(?:{w})\b", text)), ("", None))
    found = re.search(rf"\b(?:{word})\b", text) if word else None
    if kind is None or found is None:
        return None, Colour.of(CLOTH)
    usual = next((colour for garment, colour in worn if kind == "hood" and garment in HOODED), Colour.of(CLOTH))
    usual = Colour.of(COLOURS["ivory"]) if found[0] == "veil" else usual
    return kind, named.get(kind) or _word_colour(text, found[0]) or usual


def _garments(
    text: str, named: dict[str, Colour], who: tuple[Stage, bool], chance: Chance
) -> tuple[tuple[str, Colour], ...]:
    worn: dict[str, Colour] = {}
    palette = chance.pick(WARDROBES, "wardrobe")
    for word, kind in GARMENTS:
        found = re.search(rf"\b(?:{word})s?\b", text)
        if found and kind not in worn:
            worn[kind] = named.get(kind) or _word_colour(text, found[0]) or Colour.of(palette[len(worn) % len(palette)])
    whole = {"dress", "robe", "uniform", "suit"}
    lower = {"skirt", "trousers"}
    upper = {"shirt", "sweater", "jacket", "cardigan", "coat"}
    if not worn.keys() & (whole | upper):
        fits = who[1] and not worn.keys() & lower
        worn["dress" if fits else "shirt"] = Colour.of(palette[0])
    if not worn.keys() & (whole | lower):
        worn["skirt" if who[1] and "shirt" in worn else "trousers"] = Colour.of(palette[1])
    if not worn.keys() & (whole | {"shirt", "sweater"}):
        worn["shirt"] = Colour.of(palette[2])
    return tuple(worn.items())
