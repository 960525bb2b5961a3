"""How a line falls into words, and how many syllables a word is sung with."""

import re
import unicodedata

from shared.domain.syllables_hebrew import hebrew_syllables
from shared.domain.syllables_latin import latin_syllables, number_syllables

APOSTROPHES = "'’‘ʼ`´"
JOINERS = APOSTROPHES + '-‐‑׳״"“”.,:&·*'
ELISIONS = frozenset(
    (
        "cause",
        "cuz",
        "coz",
        "cos",
        "til",
        "till",
        "em",
        "round",
        "bout",
        "n",
        "neath",
        "tis",
        "twas",
        "gainst",
        "fore",
        "s",
        "m",
        "re",
        "ll",
        "ve",
        "d",
        "t",
        "bye",
        "er",
        "im",
        "ere",
        "tween",
        "yeah",
    )
)
RUN = re.compile(
    r"[\u0590-\u05ff]+(?:['’\"“”]+[\u0590-\u05ff]+)*|[0-9]+|[\u3040-\u30ff]+|[^\u0590-\u05ff0-9\u3040-\u30ff]+"
)
CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїєўѐѝ")
GREEK_VOWELS = re.compile("[αο]υ|ευ|ηυ|[αεου]ι|[αεηιουω]")
SMALL_KANA = frozenset("ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ")


def syllables(word: str, language: str) -> int:
    """How many syllables a word is sung with, at least 1.

    The script decides first: Hebrew letters follow the Hebrew rules, exact when pointed and by the usual patterns when
    not, whatever the language says. Latin letters follow `language` (en, fr, es, de; others by vowel groups). Digits
    are read as numbers, in `language` when it is known, in English otherwise.
    """
    return max(1, sum(_run_syllables(run, language[:2].lower()) for run in RUN.findall(word)))


def words_of(text: str) -> tuple[str, ...]:
    """The sung words of a line, each exactly as it was written, without the punctuation around it.

    Apostrophes, geresh, gershayim and hyphens inside a word belong to it; a maqaf, a dash and a slash divide. Chinese
    and Japanese, which put no spaces, fall into characters. Marks and emoji without a letter or digit are no words.
    """
    return tuple(text[start:end] for start, end in word_spans(text))


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each word of `words_of` stands in the text: start, end (exclusive), in order and apart."""
    spans: list[tuple[int, int]] = []
    at, quoted = 0, False
    while at < len(text):
        if not text[at].isalnum():
            at += 1
            continue
        start, end = at, _word_end(text, at)
        apostrophe_before = start > 0 and text[start - 1] in APOSTROPHES and (not spans or spans[-1][1] < start)
        if apostrophe_before and text[start:end].lower() in ELISIONS:
            start -= 1
        elif apostrophe_before:
            quoted = True
        if end < len(text) and text[end] in APOSTROPHES + "׳":
            end, quoted = (end, False) if quoted and text[end] != "׳" else (end + 1, quoted)
        spans.append((start, end))
        at = end
    return tuple(spans)


def _word_end(text: str, start: int) -> int:
    """The end of the word that begins at `start`; ideographs and kana stand alone, with what modifies them."""
    alone = _is_unspaced(text[start])
    at = start + 1
    while at < len(text):
        char = text[at]
        modifies = unicodedata.category(char)[0] == "M" or char in "\u200c\u200d" or char in SMALL_KANA or char == "ー"
        if modifies or (not alone and char.isalnum() and not _is_unspaced(char)):
            at += 1
        elif not alone and at + 1 < len(text) and text[at + 1].isalnum() and _joins(text, at):
            at += 2
        elif not alone and char == "*":
            at += 1
        else:
            break
    return at


def _joins(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1], text[at + 1]
    if char not in JOINERS or _is_unspaced(after):
        return False
    if char in ".,:":
        return before.isdigit() and after.isdigit()
    if char in '"“”':
        return _is_hebrew(before) and _is_hebrew(after)
    return True


def _is_hebrew(char: str) -> bool:
    return "\u0590" <= char <= "\u05ff"


def _is_unspaced(char: str) -> bool:
    return "\u3041" <= char <= "\u30fa" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _run_syllables(run: str, language: str) -> int:
    first = run[0]
    if _is_hebrew(first):
        return hebrew_syllables(run) if any("\u05d0" <= c <= "\u05ea" for c in run) else 0
    if first.isascii() and first.isdigit():
        return number_syllables(run, language)
    if "\u3040" <= first <= "\u30ff":
        return sum(c not in SMALL_KANA for c in run)
    letters = "".join(c for c in unicodedata.normalize("NFC", run).lower() if c.isalnum() or c in "-‐‑'’")
    return sum(_piece_syllables(piece, language) for piece in re.split("[-‐‑]", letters) if piece)


def _piece_syllables(piece: str, language: str) -> int:
    """One unbroken piece of a script that is neither Hebrew nor kana."""
    first = piece[0]
    if "\u0400" <= first <= "\u052f":
        return sum(c in CYRILLIC_VOWELS for c in piece)
    if "\u0370" <= first <= "\u03ff" or "\u1f00" <= first <= "\u1fff":
        bare = "".join(c for c in unicodedata.normalize("NFD", piece) if unicodedata.category(c) != "Mn")
        return len(GREEK_VOWELS.findall(bare))
    if "\uac00" <= first <= "\ud7a3" or _is_unspaced(first):
        return len(piece)
    if first < "\u0250" or "\u1e00" <= first <= "\u1eff":
        return latin_syllables(piece, language)
    return (len(piece) + 1) // 2
