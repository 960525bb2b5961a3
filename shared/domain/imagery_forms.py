"""The forms under which a sung word may stand in a lexicon: as it is, without its prefixes, without its endings."""

import unicodedata
from collections.abc import Iterator

FINALS = str.maketrans("ךםןףץ", "כמנפצ")
HEBREW_PREFIXES = "והבלמשכ"
HEBREW_ENDINGS = (
    "יהם",
    "יכם",
    "ינו",
    "יים",
    "ותי",
    "ים",
    "ות",
    "תי",
    "יך",
    "יו",
    "יה",
    "נו",
    "כם",
    "הם",
    "י",
    "ך",
    "ו",
    "ה",
    "ת",
)
LATIN_ENDINGS = {
    "fr": ("s", "x", "e", "es", "ent"),
    "es": ("s", "es", "a", "o", "as", "os"),
    "de": ("s", "n", "e", "en", "er", "es", "em"),
}


def normal(word: str) -> str:
    """Lower case, letters only: no accents, no vowel points, no punctuation, Hebrew finals as ordinary letters."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    letters = "".join(mark for mark in plain if mark.isalpha() or mark == "'").strip("'")
    return letters.replace("ß", "ss").translate(FINALS)


def forms(word: str, language: str) -> tuple[str, ...]:
    """Every form to look up, the least changed first."""
    plain = normal(word)
    tongue = language.split("-")[0].lower()
    if any("א" <= letter <= "ת" for letter in plain):
        found = _hebrew(plain.replace("'", ""))
    elif tongue in LATIN_ENDINGS:
        found = _latin(plain, LATIN_ENDINGS[tongue])
    else:
        found = _english(plain)
    return tuple(dict.fromkeys(form for form in found if form))


def _english(word: str) -> Iterator[str]:
    yield word
    stem = word.removesuffix("'s").replace("'", "")
    yield stem
    if stem.endswith("in") and word != stem:
        stem += "g"
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if stem.endswith(ending) and len(stem) - len(ending) >= 2:
            cut = stem[: len(stem) - len(ending)]
            yield cut + instead
            if not instead and len(cut) > 3 and cut[-1] == cut[-2]:
                yield cut[:-1]


def _latin(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    stem = word.split("'")[-1]
    yield from (word.replace("'", ""), stem)
    yield from (
        stem.removesuffix(ending) for ending in endings if stem.endswith(ending) and len(stem) - len(ending) >= 3
    )


def _hebrew(word: str) -> Iterator[str]:
    bare = [word]
    while len(bare) < 4 and len(bare[-1]) > 2 and bare[-1][0] in HEBREW_PREFIXES:
        bare.append(bare[-1][1:])
    yield from bare
    for stem in bare:
        for ending in HEBREW_ENDINGS:
            plain = ending.translate(FINALS)
            if stem.endswith(plain) and len(stem) - len(plain) >= 3:
                yield stem[: len(stem) - len(plain)]
                yield stem[: len(stem) - len(plain)] + "ה"
