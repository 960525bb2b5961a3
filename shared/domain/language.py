"""Which language a text is in, by its script and its commonest words."""

import re
from collections import Counter
from collections.abc import Sequence

from shared.kernel.errors import Invalid

SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("he", "\u05d0", "\u05ea"), ("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u052f"), ("el", "\u0370", "\u03ff"),
    ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7a3"), ("zh", "\u3400", "\u9fff"), ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"), ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"), ("am", "\u1200", "\u137f"),
)  # fmt: skip
STOP_WORDS = {
    "en": "the and you your i'm my me of in it is that we are be for so all this don't when will can't oh",
    "fr": "le les des et est je tu il elle nous vous une un dans pour que ne pas sur mon c'est du",
    "es": "el los las y es yo tú que en un una por con mi no se lo del como te quiero",
    "de": "der die das und ist ich du er wir ihr ein eine nicht mit auf zu den dem mein dein mich dich wie im von für",
}
HINTS = {"fr": re.compile("[çœèêâîûë]|\\b[ldjcnmtsq]['’]"), "es": re.compile("[ñ¿¡áíó]"), "de": re.compile("[äöüß]")}
TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
UNDETERMINED = "und"


def language_tag(given: str) -> str:
    """The BCP 47 tag a person gave, as the project writes it: 'HE' becomes 'he'. Refuses what cannot be a tag."""
    tag = given.strip().replace("_", "-")
    if not TAG.fullmatch(tag):
        raise Invalid(f"{tag[:20]!r} is no language tag; give one such as 'en', 'he' or 'fr'")
    primary, *rest = tag.split("-")
    return "-".join(({"iw": "he"}.get(primary.lower(), primary.lower()), *rest))


def language_of(words: Sequence[str]) -> str:
    """The language most of the words are in; English for Latin letters without a hint, 'und' without any letter."""
    scripts = Counter(_script(word) for word in words)
    scripts.pop("", None)
    if not scripts:
        return UNDETERMINED
    if scripts["ja"] and scripts["ja"] + scripts["zh"] > sum(scripts.values()) / 2:
        return "ja"
    best = max(scripts, key=lambda code: (scripts[code], code))
    return best if best != "latin" else _latin_language([word.lower().replace("’", "'") for word in words])


def _script(word: str) -> str:
    for char in word:
        if char.isalpha():
            return next((code for code, low, high in SCRIPTS if low <= char <= high), "latin")
    return ""


def _latin_language(words: Sequence[str]) -> str:
    counts = Counter(words)
    scores = {code: float(sum(counts[word] for word in text.split())) for code, text in STOP_WORDS.items()}
    for code, hint in HINTS.items():
        scores[code] += 0.5 * sum(times for word, times in counts.items() if hint.search(word))
    return max(scores, key=lambda code: (scores[code], code == "en"))
