"""What a story written by a person says about its people: how old, called what, with which colours."""

import re
from dataclasses import dataclass

COLOURS = {
    "black": "#2A2830", "white": "#F0EBE2", "grey": "#8D8C90", "gray": "#8D8C90", "red": "#B5362F",
    "crimson": "#A0243A", "pink": "#DF9AA8", "orange": "#D9803A", "yellow": "#E3C04A", "golden": "#C99A4A",
    "blonde": "#D9B470", "blond": "#D9B470", "green": "#4E7A4E", "blue": "#3F6596", "purple": "#6A4678",
    "brown": "#6B4630", "auburn": "#7E3B22", "silver": "#BDBCC2",
    "שחור": "#2A2830", "לבנ": "#F0EBE2", "לבן": "#F0EBE2", "אפור": "#8D8C90", "אדומ": "#B5362F", "אדום": "#B5362F",
    "ורוד": "#DF9AA8", "כתומ": "#D9803A", "כתום": "#D9803A", "צהוב": "#E3C04A", "זהוב": "#C99A4A", "ירוק": "#4E7A4E",
    "כחול": "#3F6596", "סגול": "#6A4678", "חומ": "#6B4630", "חום": "#6B4630", "בלונדיני": "#D9B470",
}  # fmt: skip
GARMENTS = {
    "dress": "dress", "nightgown": "dress", "raincoat": "raincoat", "coat": "coat", "sweater": "sweater",
    "shirt": "shirt", "jacket": "jacket", "cloak": "cloak", "suit": "suit", "skirt": "skirt",
    "שמלה": "dress", "שמלת": "dress", "מעיל": "coat", "סוודר": "sweater", "חולצה": "shirt", "חליפה": "suit",
}  # fmt: skip
HAIR = r"(?:hair|braids?|curls|שיער|שער|צמות|תלתלים)"
WORD = r"[\w'-]+"
YEARS = re.compile(r"\b(\d{1,2})[ -]years?[ -]old\b|\baged? (\d{1,2})\b|(?:בת|בן) ה?-?(\d{1,2})(?!\d)")
NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:named|called)\s+([A-Z][\w'-]+)",
        r"\b(?!The\b|This\b|There\b|Once\b|It\b|She\b|He\b|And\b|A\b|An\b)([A-Z][\w'-]+),? (?:is |was )?an? "
        r"(?:[\w-]+ ){0,5}(?:girl|boy|woman|man|child)\b",
        r"(?:בשם|ששמה|ששמו|שמה|שמו)\s+([א-ת]{2,})",
        r"(?:^|[.!?]\s+)([א-ת]{2,})\s+(?:היא|הוא)\s+(?:ילדה|ילד|נערה|נער|אישה|איש)",
    )
)


@dataclass(frozen=True)
class Garment:
    """Something the story says somebody wears."""

    kind: str
    hex: str


def name_in(story: str) -> str:
    """What the story calls its first named person; empty when it names nobody."""
    found = [match for pattern in NAMES if (match := pattern.search(story))]
    return min(found, key=lambda match: match.start()).group(1) if found else ""


def years_in(story: str) -> int | None:
    """The first age the story gives; None when it gives none."""
    found = YEARS.search(story)
    return next((int(group) for group in found.groups() if group), None) if found else None


def hair_in(story: str) -> str:
    """The colour of hair the story tells, as '#RRGGBB'; empty when it tells none."""
    return _colour_of(story, HAIR)


def garment_in(story: str) -> Garment | None:
    """The first garment with a colour that the story tells; None when it tells none."""
    for word, kind in GARMENTS.items():
        colour = _colour_of(story, f"(?:{word})")
        if colour:
            return Garment(kind=kind, hex=colour)
    return None


def _colour_of(story: str, noun: str) -> str:
    """The colour word beside a noun: within two words before it in English, after it in Hebrew; empty for none."""
    text = story.lower()
    before = re.search(rf"({WORD})[ -](?:({WORD}) )?{noun}\b", text)
    after = re.search(rf"(?<![א-ת])[והב]{{0,2}}{noun} ({WORD})(?: ({WORD}))?", text)
    near = [*(before.groups() if before else ()), *(after.groups() if after else ())]
    for word in near:
        for colour, code in COLOURS.items():
            if word and (word == colour or (not colour.isascii() and word.removeprefix("ה").startswith(colour))):
                return code
    return ""
