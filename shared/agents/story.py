"""What a story written by a person says about its people: who, how old, called what, with which colours."""

import re
from dataclasses import dataclass

KINDS = ("girl", "boy", "woman", "man", "grandmother", "grandfather")
COLOURS = {
    "black": "#2A2830", "white": "#F0EBE2", "grey": "#8D8C90", "gray": "#8D8C90", "red": "#B5362F", "crimson": "#A0243A",
    "pink": "#DF9AA8", "orange": "#D9803A", "yellow": "#E3C04A", "golden": "#C99A4A", "blonde": "#D9B470", "blond": "#D9B470",
    "green": "#4E7A4E", "blue": "#3F6596", "purple": "#6A4678", "brown": "#6B4630", "auburn": "#7E3B22", "silver": "#BDBCC2",
    "שחור": "#2A2830", "לבן": "#F0EBE2", "לבנ": "#F0EBE2", "אפור": "#8D8C90", "אדומ": "#B5362F", "אדום": "#B5362F",
    "ורוד": "#DF9AA8", "כתומ": "#D9803A", "כתום": "#D9803A", "צהוב": "#E3C04A", "זהוב": "#C99A4A", "ירוק": "#4E7A4E",
    "כחול": "#3F6596", "סגול": "#6A4678", "חומ": "#6B4630", "חום": "#6B4630", "בלונדיני": "#D9B470",
}  # fmt: skip
GARMENTS = {
    "dress": "dress", "nightgown": "dress", "coat": "coat", "raincoat": "raincoat", "sweater": "sweater", "shirt": "shirt",
    "jacket": "jacket", "cloak": "cloak", "scarf": "scarf", "suit": "suit", "skirt": "skirt",
    "שמלה": "dress", "שמלת": "dress", "מעיל": "coat", "סוודר": "sweater", "חולצה": "shirt", "צעיף": "scarf", "חליפה": "suit",
}  # fmt: skip
_YEARS = re.compile(r"\b(\d{1,2})[ -]years?[ -]old\b|\baged? (\d{1,2})\b|(?:בת|בן) ה?-?(\d{1,2})(?!\d)")
_NAME = re.compile(
    r"\b(?:named|called)\s+([A-Z][\w'-]+)|\b([A-Z][\w'-]+),? (?:is |was )?an? (?:[\w-]+ ){0,5}(?:girl|boy|woman|man|child)\b"
    r"|בשם\s+([א-ת]{2,})|ש(?:שמה|שמו|מה|מו)\s+([א-ת]{2,})|(?:^|[.!?]\s+)([א-ת]{2,})\s+היא\s+ילדה|(?:^|[.!?]\s+)([א-ת]{2,})\s+הוא\s+ילד"
)
_WORD = r"[\w'-]+"


@dataclass(frozen=True)
class Garment:
    """Something the story says somebody wears."""

    kind: str
    hex: str


def name_in(story: str) -> str:
    """What the story calls its first named person; empty when it names nobody."""
    found = _NAME.search(story)
    return next((group for group in found.groups() if group), "") if found else ""


def years_in(story: str) -> int | None:
    """The first age the story gives; None when it gives none."""
    found = _YEARS.search(story)
    return next((int(group) for group in found.groups() if group), None) if found else None


def hair_in(story: str) -> str:
    """The colour of hair the story tells, as '#RRGGBB'; empty when it tells none."""
    return _colour_of(story, r"(?:hair|braids?|curls|שיער|שער|צמות|תלתלים)")


def garment_in(story: str) -> Garment | None:
    """The first garment with a colour that the story tells; None when it tells none."""
    for kind in GARMENTS:
        colour = _colour_of(story, rf"(?:{kind})")
        if colour:
            return Garment(kind=GARMENTS[kind], hex=colour)
    return None


def _colour_of(story: str, noun: str) -> str:
    text = story.lower()
    before = re.search(rf"({_WORD})[ -](?:{_WORD} )?(?:{noun})\b", text)
    after = re.search(rf"\bה?{noun} ({_WORD})(?: ({_WORD}))?", text)
    near = [*(before.groups() if before else ()), *(after.groups() if after else ())]
    for word in near:
        for colour, code in COLOURS.items():
            hebrew = not colour.isascii()
            if word and (word == colour or (hebrew and word.removeprefix("ה").startswith(colour))):
                return code
    return ""
