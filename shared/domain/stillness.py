"""Whether words describe a picture that stands still. Only a motion prompt may move."""

import re

AT_REST = ("walking (weight on one foot, at rest)",)
"""Resting poses whose names sound like motion."""

ALWAYS_MOTION = """
    jump leap spin twirl whirl rotate soar glide swim dive tumble collapse climb crawl stride chase flee hurry
    clap shiver tremble sway approach advance retreat enter arrive depart ascend descend sink throw toss kick
    drag grab drip ripple flicker flutter flap billow explode gallop begin become transform morph shrink
"""
# In a still picture these are nouns, adjectives or states as often as motions, so only their -ing form is refused.
MOTION_OR_NOUN = """
    walk run hop skip dance fly float drift splash fall march dash rush race wave nod shake rock swing turn
    bow move exit leave rise lift lower raise catch push pull drop reach stretch flow pour blow burst zoom pan
    tilt dolly sail drive ride travel pass cross start stop grow open close
"""
THIRD_PERSON = """
    runs ran fell flies flew swims swam walks dances moves leaves rises turns spins begins becomes throws
    threw grabs swung drifts floats
"""
PHRASES = (
    r"starts? to \w+",
    r"about to \w+",
    r"(?:slowly|quickly|suddenly|gradually) \w+(?:s|ing)",
    r"in motion",
    r"mid-(?:air|stride|jump|leap)",
    r"camera (?:moves|pans|tilts|zooms|pushes|pulls|tracks|follows)",
    r"(?:push|dolly|zoom)(?:es|s)? (?:in|out)",
)
HEBREW = """
    הולך הולכת הולכים צועד צועדת צועדים רצים רצות קופץ קופצת קופצים רוקד רוקדת רוקדים מסתובב מסתובבת עף עפה
    עפים מרחף מרחפת צף צפה שוחה שוחים נופל נופלת נופלים מטפס מטפסת זוחל זוחלת בורח בורחת מנופף מנופפת נע נעה
    נעים זז זזה זזים מתקדם מתקדמת מתקרב מתקרבת מתרחק מתרחקת נכנס נכנסת יוצאת עולים יורדים מרים מרימה זורק
    זורקת תופס תופסת מתנועע מתנועעת רועד רועדת שט שטה שטים מפליג מפליגה רוכב רוכבת דוהר דוהרת זורם זורמת מתחיל
    מתחילה פותח פותחת סוגר סוגרת
"""


def moving_words(text: str) -> tuple[str, ...]:
    """The words of a text that describe motion, in English and Hebrew; empty for a still picture."""
    for pose in AT_REST:
        text = text.replace(pose, "")
    return tuple(found.group(0) for found in _MOVING.finditer(text))


def stilled(text: str) -> str:
    """The text without its moving words; a text that stands still comes back as it is."""
    if not moving_words(text):
        return text
    kept = re.sub(r"\s{2,}", " ", _MOVING.sub("", text))
    return re.sub(r"\s+([,.;])", r"\1", kept).strip(" ,;")


def _going(verb: str) -> set[str]:
    """The -ing forms, with and without a doubled last letter."""
    short = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb)
    return {verb.removesuffix("e") + "ing", verb + verb[-1] + "ing" if short else verb.removesuffix("e") + "ing"}


def _all_forms(verb: str) -> set[str]:
    return _going(verb) | {verb, verb + "s", verb + "es", verb.removesuffix("e") + "ed"}


_ENGLISH = {form for verb in ALWAYS_MOTION.split() for form in _all_forms(verb)}
_ENGLISH |= {form for verb in MOTION_OR_NOUN.split() for form in _going(verb)} | set(THIRD_PERSON.split())
_LATIN = "|".join((*PHRASES, *sorted(_ENGLISH, key=lambda word: (-len(word), word))))
_MOVING = re.compile(
    rf"(?<![\w-])(?:{_LATIN})(?![\w-])|(?<![א-ת])[והשכ]{{0,2}}(?:{'|'.join(HEBREW.split())})(?![א-ת])",
    re.IGNORECASE,
)
