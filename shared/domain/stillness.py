"""Whether words describe a picture that stands still. Only a motion prompt may move."""

import re

AT_REST = ("walking (weight on one foot, at rest)",)
"""Resting poses whose names sound like motion."""

_ENGLISH = ["walk", "run", "jump", "leap", "hop", "skip", "dance", "spin", "twirl", "whirl", "rotate", "fly", "soar", "glide", "float", "drift", "swim", "dive", "splash", "fall", "tumble", "collapse", "climb", "crawl", "march", "stride", "chase", "flee", "rush", "hurry", "dash", "race", "wave", "clap", "nod", "shake", "shiver", "tremble", "sway", "rock", "swing", "turn", "bow", "move", "approach", "advance", "retreat", "enter", "exit", "arrive", "depart", "leave", "rise", "ascend", "descend", "sink", "lift", "lower", "raise", "throw", "toss", "catch", "kick", "push", "pull", "drag", "drop", "grab", "reach", "stretch", "flow", "pour", "drip", "ripple", "flicker", "flutter", "flap", "blow", "billow", "burst", "explode", "zoom", "pan", "tilt", "dolly", "sail", "drive", "ride", "gallop", "travel", "pass", "cross", "begin", "start", "stop", "become", "transform", "morph", "grow", "shrink", "open", "close"]
# In a still picture these are adjectives, nouns or states as often as motions, so only their -ing form is refused.
_NOUN_TOO = set(
    ["walk", "run", "dance", "fall", "wave", "rock", "swing", "turn", "bow", "shake", "drop", "reach", "stretch", "pass", "cross", "open", "close", "start", "stop", "lower", "raise", "flow", "race", "pan", "tilt", "push", "pull", "drive", "ride", "sail", "blow", "burst", "rush", "march", "dash", "lift", "fly", "float", "skip", "hop", "catch", "zoom", "dolly", "grow", "splash", "drift", "pour", "rise", "move", "leave", "travel", "exit", "nod", "kick"]
)
_IRREGULAR = "runs ran falls fell flies flew swims swam walks dances moves leaves rises turns spins begins becomes"
_PHRASES = (
    r"starts? to \w+",
    r"about to \w+",
    r"(?:slowly|quickly|suddenly|gradually) \w+(?:s|ing)",
    r"in motion",
    r"mid-(?:air|stride|jump|leap)",
    r"camera (?:moves|pans|tilts|zooms|pushes|pulls|tracks|follows)",
    r"(?:push|dolly|zoom)(?:es|s)? (?:in|out)",
)
_HEBREW = ["הולך", "הולכת", "הולכים", "צועד", "צועדת", "צועדים", "רצים", "רצות", "קופץ", "קופצת", "קופצים", "רוקד", "רוקדת", "רוקדים", "מסתובב", "מסתובבת", "עף", "עפה", "עפים", "מרחף", "מרחפת", "צף", "צפה", "שוחה", "שוחים", "נופל", "נופלת", "נופלים", "מטפס", "מטפסת", "זוחל", "זוחלת", "בורח", "בורחת", "מנופף", "מנופפת", "נע", "נעה", "נעים", "זז", "זזה", "זזים", "מתקדם", "מתקדמת", "מתקרב", "מתקרבת", "מתרחק", "מתרחקת", "נכנס", "נכנסת", "יוצאת", "עולים", "יורדים", "מרים", "מרימה", "זורק", "זורקת", "תופס", "תופסת", "מתנועע", "מתנועעת", "רועד", "רועדת", "שט", "שטה", "שטים", "מפליג", "מפליגה", "רוכב", "רוכבת", "דוהר", "דוהרת", "זורם", "זורמת", "מתחיל", "מתחילה", "פותח", "פותחת", "סוגר", "סוגרת"]
_PLAIN_ING = {"standing", "sitting", "lying", "kneeling", "leaning", "holding", "hugging", "resting"}


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) else stem
    going = {stem + "ing", doubled + "ing"} - _PLAIN_ING
    if verb in _NOUN_TOO:
        return tuple(sorted(going))
    return tuple(sorted(going | {verb, verb + "s", verb + "es", stem + "ed", doubled + "ed"}))


_WORDS = sorted(
    {form for verb in _ENGLISH for form in _inflected(verb)} | set(_IRREGULAR.split()), key=lambda w: (-len(w), w)
)
_MOVING = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_PHRASES)}|{'|'.join(map(re.escape, _WORDS))})(?![\w-])|(?<![א-ת])[והשכ]{{0,2}}(?:{'|'.join(_HEBREW)})(?![א-ת])",
    re.IGNORECASE,
)


def moving_words(text: str) -> tuple[str, ...]:
    """The words of a text that describe motion, in English and Hebrew; empty for a still picture."""
    for pose in AT_REST:
        text = text.replace(pose, "")
    return tuple(found.group(0) for found in _MOVING.finditer(text))


def stilled(text: str) -> str:
    """The text without its moving words."""
    kept = _MOVING.sub("", text) if moving_words(text) else text
    return re.sub(r"\s+([,.;])", r"\1", re.sub(r"\s{2,}", " ", kept)).strip(" ,;")
