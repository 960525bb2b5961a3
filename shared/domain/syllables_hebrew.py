"""Hebrew syllables: counted by the vowel points where the word is pointed, by its usual patterns where it is not."""

import re

POINTS = re.compile("[\u05b1-\u05bb\u05c7]")
MARKS = re.compile("[^\u05d0-\u05ea]")
CLUSTER = re.compile("([\u05d0-\u05ea])([\u05b0-\u05c7]*)")
SHVA, DAGESH, VOCAL_PREFIXES = "\u05b0", "\u05bc", "בלכומ"
FINALS = str.maketrans("ךםןףץ", "כמנפצ")
GUTTURALS = "אהע"
IRREGULAR = {
    "בית": 2, "מים": 2, "שמים": 3, "לים": 2, "ליד": 2, "ים": 1, "חיים": 2, "כאן": 1, "ראש": 1, "זאת": 1, "לאט": 2,
    "תני": 1, "כל": 1, "עוד": 1, "של": 1, "את": 1, "אם": 1, "עם": 1, "גם": 1, "כמו": 2, "אלי": 2, "עלי": 2, "אליי": 2,
    "עליי": 2, "בלי": 2, "לפני": 2, "אחרי": 3, "היום": 2, "הייתי": 3, "היית": 2, "יהיה": 2, "תהיה": 2, "להיות": 2,
    "ירושלים": 5, "עין": 2, "יין": 2, "לבית": 3, "הבית": 3, "היין": 3, "אין": 1, "איך": 1, "איפה": 2, "הנה": 2,
    "כוכבים": 3, "כוכב": 2, "מחר": 2, "תמיד": 2, "עולם": 2, "לעולם": 3, "העולם": 3, "אלוהים": 3, "מאוד": 2, "עכשיו": 2,
    "ילדים": 3, "אנשים": 3, "דברים": 3, "ימים": 2, "שנים": 2, "נשים": 2, "זכרון": 3, "זיכרון": 3, "חלומות": 3,
    "בואי": 2, "בואו": 2, "באתי": 2, "ראיתי": 3, "אולי": 2, "לאן": 2, "מאין": 2, "יחד": 2, "לבד": 2, "נשמה": 3,
    "נשיקה": 3, "זית": 2, "ירח": 3, "בוכה": 2, "געגוע": 4, "מנגינה": 4,
}  # fmt: skip


def hebrew_syllables(word: str) -> int:
    """How many syllables a Hebrew word has, at least 1; a shva counts where it is sounded."""
    if POINTS.search(word) or "ו" + DAGESH in word:
        return max(1, _pointed(word))
    return max(1, _bare(MARKS.sub("", word)))


def _pointed(word: str) -> int:
    """One per vowel point, shuruk, and sounded shva: under a prefix letter, or the second of two in the middle."""
    count, before = 0, ""
    clusters = CLUSTER.findall(word)
    for place, (letter, marks) in enumerate(clusters):
        if POINTS.search(marks) or (letter == "ו" and DAGESH in marks and SHVA not in marks):
            count += 1
        elif SHVA in marks:
            last = place == len(clusters) - 1
            count += (place == 0 and letter in VOCAL_PREFIXES) or (SHVA in before and not last and place > 1)
        before = marks
    return count


def _bare(letters: str) -> int:
    """Prefixes stand on their own; then each vowel letter carries one, and runs without vowel letters alternate."""
    if letters in IRREGULAR:
        return IRREGULAR[letters]
    if _has_prefix(letters):
        return 1 + _bare(letters[1:])
    letters = letters.translate(FINALS)
    if len(letters) > 2 and letters.endswith("א") and letters[-2] in "וי":
        letters = letters[:-1]
    extra = int(len(letters) > 2 and letters[-1] in "חע" and letters[-2] in "וי")
    if letters.endswith("יימ"):
        return 2 + _runs(_skeleton(letters[:-4]), bool(letters[:-4]))
    if letters.endswith("יו") and len(letters) > 2:
        letters = letters[:-1]
    return extra + _runs(_skeleton(letters), False)


def _has_prefix(letters: str) -> bool:
    first, rest = letters[:1], letters[1:]
    if first == "ו":
        return len(rest) >= 2 and rest[0] != "ו"
    if first == "ה" and rest[:1] == "י":
        return len(rest) > 3
    return len(rest) >= {"ה": 3, "ב": 3, "ל": 3, "כ": 3, "ש": 4}.get(first, 99) and rest[0] not in "וי"


def _skeleton(letters: str) -> str:
    """V for a consonant with a vowel letter, g for a bare guttural, c for any other bare consonant."""
    marks: list[str] = []
    at, size = 0, len(letters)
    while at < size:
        char, after = letters[at], letters[at + 1 : at + 2]
        doubled = bool(after) and char in "וי" and after == char
        carried = bool(after) and not doubled and after in "וי" and letters[at + 2 : at + 3] not in ("ה", after)
        silent_end = at + 2 == size and after in ("ה", "א")
        if carried or silent_end or (doubled and at + 2 == size):
            marks.append("V")
            at += 2
        elif doubled:
            final_he = at + 3 == size and letters[at + 2] == "ה"
            marks.append("V" if final_he else "c")
            at += 3 if final_he else 2
        else:
            marks.append("g" if char in GUTTURALS else "c")
            at += 1
    return "".join(marks)


def _runs(skeleton: str, open_ended: bool) -> int:
    """Vowels of a skeleton: one per V, and about every second consonant of a bare run."""
    count = skeleton.count("V")
    pieces = skeleton.split("V")
    for place, run in enumerate(pieces):
        first, last = place == 0, place == len(pieces) - 1 and not open_ended
        n = len(run)
        if not n:
            continue
        if first:
            count += (n + 1) // 2 + run[1 : n - last].count("g") * (n == 2)
        elif last:
            count += n - 1 if n <= 3 else (n + 1) // 2
        else:
            count += n // 2 + (n == 1 and run == "g")
    return count
