"""Syllables of words in Latin letters, and of numbers read aloud."""

import re
import unicodedata
from collections.abc import Callable, Mapping

ENGLISH_ODD = {
    "every": 2, "everything": 3, "everybody": 4, "everyone": 3, "everywhere": 3, "evening": 2, "different": 2,
    "heaven": 2, "people": 2, "being": 2, "science": 2, "quiet": 2, "poem": 2, "poet": 2, "lion": 2, "area": 3,
    "idea": 3, "create": 2, "created": 3, "diary": 3, "giant": 2, "real": 1, "really": 2, "business": 2, "chocolate": 2,
    "family": 3, "favorite": 3, "camera": 3, "memory": 3, "beautiful": 3, "something": 2, "sometimes": 2, "someone": 2,
    "somewhere": 2, "forever": 3, "whatever": 3, "therefore": 2, "lonely": 2, "lovely": 2, "love's": 1, "movement": 2,
    "fire": 1, "desire": 2, "hour": 1, "our": 1, "flower": 2, "power": 2, "cruel": 2, "fuel": 2, "dial": 2, "trial": 2,
    "via": 2, "goodbye": 2, "recipe": 3, "maybe": 2, "baby": 2, "homeless": 2, "hopeless": 2, "careful": 2, "the": 1,
    "didn't": 2, "couldn't": 2, "wouldn't": 2, "shouldn't": 2, "wasn't": 2, "isn't": 2, "hadn't": 2, "doesn't": 2,
    "haven't": 2, "hasn't": 2, "aren't": 1, "weren't": 1, "rhythm": 2, "prism": 2, "i'm": 1, "i've": 1, "you've": 1,
    "we're": 1, "they're": 1, "you're": 1, "we've": 1, "oasis": 3, "cafe": 2, "naive": 2, "mmm": 1, "hmm": 1,
    "piano": 3, "radio": 3, "video": 3, "stereo": 3, "violin": 3, "violent": 3, "riot": 2, "diamond": 2, "ocean": 2,
    "going": 2, "doing": 2, "seeing": 2, "crying": 2, "flying": 2, "dying": 2, "trying": 2, "lying": 2, "saying": 2,
    "sacred": 2, "naked": 2, "wicked": 2, "hundred": 2, "beloved": 3, "kindred": 2, "crooked": 2, "ragged": 2,
}  # fmt: skip
ENGLISH_GROUP = re.compile("[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
ENGLISH_ADD = re.compile(
    "i[aou](?!u)|[^aeiou]le[ds]?$|[aeiouy]ing|[iu]et|eo[nlr]|[^q]u[ao][^iu]|[^aeiou]sm$|dnt$|uity|nuou"
)
ENGLISH_DROP = re.compile(
    "[ctsgx]i[aou]|gue$|que$|gu[aei]|[^aeiou]ion|lious?|eous|geo|eau|ious$|squa|sua|qua|ouan|ship|ea"
)
ENGLISH_SILENT = re.compile(
    "[^aeiouyl]e$|[aeiouyrw]le$|[^aeioudt]ed$|[^aeioucsxzg]es$|[^aeiou](?<![csxzg])e's$|[sc]hes?$|ye$"
)
ENGLISH_INNER_E = re.compile("[^aeiou]e(?:ly|less|ness|ful|ment|where|thing|time|times|one|body)s?$")
FRENCH_GROUP = re.compile("eau|oi|ou|ai|au|eu|œu|ei|oy|ay|ui|ie(?!r)|io|ia|ué|[éèê](?=[aeo])|[aeiouyàâæéèêëîïôœùûü]")
SPANISH_GROUP = re.compile("[iuü]?[aeoáéó][iuy](?![aeoáéóíú])|[iuü][aeoáéó]|i[uú]|u[ií]|[aeiouáéíóúüy]")
GERMAN_GROUP = re.compile("äu|eu|ei|ai|au|ie|aa|ee|oo|ey|ay|[aeiouyäöü]")
OTHER_GROUP = re.compile("[aeiouyæøåœ]+")
NUMBERS: Mapping[str, tuple[str, str, int, int]] = {
    "en": ("2111112121", "1213222232", 2, 2),
    "he": ("1323131232", "2344323443", 2, 2),
    "fr": ("2111111111", "1122111232", 1, 1),
    "es": ("2121212121", "1232333333", 2, 1),
    "de": ("1111112121", "1111222332", 2, 2),
}


def latin_syllables(word: str, language: str) -> int:
    """How many syllables a word has by the spelling rules of the language, at least 1; the word is in lower case."""
    if not re.search("[^\\W\\d_]", word):
        return 1
    return max(1, RULES.get(language, _other)(word))


def number_syllables(digits: str, language: str) -> int:
    """How many syllables a number read aloud has, roughly; more than six digits, or a leading zero, are read one by one."""
    units, tens, hundred, thousand = NUMBERS.get(language, NUMBERS["en"])
    if len(digits) > 6 or (digits[0] == "0" and len(digits) > 1):
        return sum(int(units[int(d)]) for d in digits)
    value = int(digits)
    if value < 10:
        return int(units[value])
    if value < 100:
        return int(tens[value // 10]) + (int(units[value % 10]) if value % 10 else 0)
    if len(digits) == 4 and 1100 <= value < 2000 and language == "en":
        return number_syllables(digits[:2], language) + number_syllables(str(int(digits[2:])), language)
    size, word = (100, hundred) if value < 1000 else (1000, thousand)
    high, low = divmod(value, size)
    spoken = word + (number_syllables(str(high), language) if high > 1 or language == "en" else 0)
    return spoken + (number_syllables(str(low), language) if low else 0)


def _english(word: str) -> int:
    word = word.replace("’", "'")
    if word in ENGLISH_ODD:
        return ENGLISH_ODD[word]
    if word.endswith(("'s", "'ll", "'d", "'ve", "'re", "'")):
        stem, tail = word.rsplit("'", 1)
        sibilant = tail == "s" and re.search("(s|x|z|ch|sh|ce|ge|se|ze)$", stem)
        return _english(stem) + (1 if sibilant or tail in ("ll", "ve") and not stem[-1:] in "aeiouy" else 0)
    count = len(ENGLISH_GROUP.findall(word[1:] if word[0] == "y" else word))
    count += len(ENGLISH_ADD.findall(word)) - len(ENGLISH_DROP.findall(word)) * 0
    count -= len(re.findall("[ctsgx]i[aou]|[^aeiou]i(?=on)(?<=[lnt]i)|gu[ao]", word))
    count -= bool(ENGLISH_SILENT.search(word)) + bool(ENGLISH_INNER_E.search(word))
    return count


def _french(word: str) -> int:
    word = word.replace("qu", "k")
    word = re.sub("gu(?=[eiéèê])", "g", word)
    count = len(FRENCH_GROUP.findall(word))
    silent = re.search("[^aeiouyàâéèêîôû]e(s)?$|[iuéo]e(s)?$|[^m]ent$", word) and not re.search("[aeo]ment$", word)
    return count - (1 if silent and count > 1 and len(word) > 3 else 0)


def _spanish(word: str) -> int:
    word = re.sub("qu(?=[eiéí])", "k", word)
    word = re.sub("gu(?=[eiéí])", "g", word)
    word = re.sub("y(?=[aeiouáéíóú])", "j", word)
    return len(SPANISH_GROUP.findall(word))


def _german(word: str) -> int:
    return len(GERMAN_GROUP.findall(re.sub("qu", "k", word)))


def _other(word: str) -> int:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    return len(OTHER_GROUP.findall(bare))


RULES: Mapping[str, Callable[[str], int]] = {"en": _english, "fr": _french, "es": _spanish, "de": _german}
