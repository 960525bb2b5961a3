"""The marks people write above the parts of a song, in five languages, and how they say that something repeats."""

import re
import unicodedata
from enum import StrEnum

from shared.domain.analysis import Value


class PartKind(StrEnum):
    """What a part does in a song."""

    INTRO = "intro"
    VERSE = "verse"
    PRE_CHORUS = "pre-chorus"
    CHORUS = "chorus"
    BRIDGE = "bridge"
    OUTRO = "outro"
    INSTRUMENTAL = "instrumental"
    OTHER = "other"


class Mark(Value):
    """A part mark: its label as written, how often the part is sung, and words that stand on the same line."""

    label: str
    times: int = 1
    rest: str = ""


NAMES: tuple[tuple[PartKind, str], ...] = (
    (
        PartKind.PRE_CHORUS,
        "pre chorus|prechorus|pre refrain|prerefrain|pre coro|precoro|pre estribillo|preestribillo|vorrefrain|lift"
        "|קדם פזמון|טרום פזמון|פרה פזמון|לפני הפזמון|מעבר לפזמון",
    ),
    (
        PartKind.CHORUS,
        "chorus|refrain|hook|post chorus|postchorus|final chorus|last chorus|half chorus"
        "|coro|estribillo|kehrvers|kehrreim"
        "|פזמון|הפזמון|פזמון חוזר|פזמון אחרון",
    ),
    (
        PartKind.INSTRUMENTAL,
        "instrumental|interlude|solo|break|breakdown|drop|instrumental break|guitar solo|piano solo|sax solo|drum solo"
        "|music|interludio|solo de guitare|solo de guitarra|zwischenspiel|musik|musique|musica"
        "|קטע מעבר|מעבר נגינה|נגינה|סולו|סולו גיטרה|אינסטרומנטלי|קטע כלי|מוזיקה|מוסיקה",
    ),
    (PartKind.VERSE, "verse|stanza|couplet|strophe|verso|estrofa|vers|בית|הבית"),
    (PartKind.BRIDGE, "bridge|middle eight|middle 8|c part|pont|puente|brucke|גשר|סי פארט|סיפארט|מעבר"),
    (PartKind.INTRO, "intro|introduction|opening|prelude|introduccion|einleitung|vorspiel|פתיחה|אינטרו|הקדמה"),
    (
        PartKind.OUTRO,
        "outro|ending|the end|end|coda|finale|final|fin|cierre|schluss|ende|nachspiel|סיום|סוף|אאוטרו|אווטרו|קודה",
    ),
)
KINDS = {name: kind for kind, names in NAMES for name in names.split("|")}
EVERYDAY = re.compile(
    "(the )?end|ending|fin|ende|final|musi[ck]|musique|musica|break|drop|solo|hook|lift|opening|coda|stanza|vers|pont"
    "|prelude|סוף|מוזיקה|מוסיקה|נגינה|מעבר|גשר|ה?בית|הקדמה|פתיחה|סיום|סולו"
)
COUNT = r"(?:(?:x|×|✕)\s?(\d{1,9})|(\d{1,9})\s?(?:x|×|✕)|(bis|twice|פעמיים)|(\d{1,9})\s(?:times|fois|veces|mal|פעמים))"
TAIL = re.compile(rf"\s*[(\[{{]\s*{COUNT}\s*[)\]}}]\s*[.,;:]?$|\s+{COUNT}$", re.IGNORECASE)
ALONE = re.compile(rf"[(\[{{*]?\s*(?:repeat\s)?{COUNT}\s*[)\]}}*]?", re.IGNORECASE)
ENCLOSED = re.compile(r"[(\[{*]+\s*([^()\[\]{}*]{1,80}?)\s*[)\]}*]+:?|#{1,3}\s*([^#]{1,80})")
LEADING = re.compile(r"([^:：]{2,40}?)\s*[:：]\s*(.*)")


def part_kind(label: str) -> PartKind:
    """What kind of part a label names, in English, Hebrew, French, Spanish or German; OTHER when it names none.

    Numbers, names of singers after a colon or dash, and adjectives do not matter: 'Verse 2: Anna' is a verse.
    """
    exact = _bare_kind(label)
    if exact is not None:
        return exact
    words = _folded(label)
    head = re.split(r"[:：–—|,(]| - ", words, maxsplit=1)[0]
    for text in (head, words):
        padded = " " + re.sub(r"[^\w]+", " ", text) + " "
        for name, kind in KINDS.items():
            if f" {name} " in padded:
                return kind
    return PartKind.OTHER


def read_mark(text: str, opens_stanza: bool) -> Mark | None:
    """The mark that this line is, or None when it is sung.

    Square brackets always mark. Round ones, stars and hashes mark when they hold the name of a part; so does such a
    name with a number or a colon, and a name alone at the head of a stanza unless it is also an everyday word.
    """
    if len(text) > 100:
        return None
    label, times = read_repeat(text)
    enclosed = ENCLOSED.fullmatch(label)
    if enclosed:
        inner, again = read_repeat((enclosed[1] or enclosed[2]).strip())
        if text.startswith("[") or _bare_kind(inner) is not None:
            return Mark(label=inner, times=times * again) if inner else None
        return None
    leading = LEADING.fullmatch(text)
    if leading and _bare_kind(leading[1]) is not None:
        rest, again = read_repeat("x " + leading[2])
        return Mark(label=leading[1], times=again if rest == "x" else 1, rest="" if rest == "x" else leading[2])
    kind = _bare_kind(label)
    numbered = bool(re.search(r"\d|\b[ivx]+$|'?[א-ת]['׳]$", label.lower())) and " " in label
    if kind is None or not (numbered or (opens_stanza and not EVERYDAY.fullmatch(_folded(label)))):
        return None
    return Mark(label=label, times=times)


def read_repeat(text: str) -> tuple[str, int]:
    """The text without a trailing 'x2', '(×3)', '(bis)' or the like, and how often it is to be sung."""
    tail_start = max(0, len(text) - 40)
    found = TAIL.search(text[tail_start:])
    if not found or not (times := _times(found)):
        return text, 1
    return text[: tail_start + found.start()].rstrip(), times


def repeat_alone(text: str) -> int:
    """How often what stands above is sung when the line says nothing but that; 0 for any other line."""
    found = ALONE.fullmatch(text)
    return _times(found) if found else 0


def _times(found: re.Match[str]) -> int:
    numbers = [group for group in found.groups() if group and group.isdecimal()]
    return int(numbers[0]) if numbers else 2


def _folded(label: str) -> str:
    """Lower case, without accents, niqqud, and with single spaces for hyphens and maqafs."""
    bare = "".join(c for c in unicodedata.normalize("NFD", label.lower()) if unicodedata.category(c) != "Mn")
    return re.sub(r"[\s\-‐‑־_]+", " ", bare.replace("ß", "ss")).strip()


def _bare_kind(label: str) -> PartKind | None:
    """The kind when the label is a part's name and nothing but its number."""
    words = re.sub(r"^(?:repeat|the|répéter|repetir)\s+|[\s:.]+$", "", _folded(label))
    words = (
        re.sub(r"\s*(?:#?\s*\d{1,2}|\b[ivx]{1,4}|\b[a-d]|\s[א-ת]['׳]?)$", "", words) if words not in KINDS else words
    )
    return KINDS.get(words)
