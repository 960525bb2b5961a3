"""The words with which stories speak of people, in the languages that the crew reads."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

SHE = ("girl", "woman", "mother", "grandmother", "sister")
HE = ("boy", "man", "father", "grandfather", "brother")
PREFIXES = "והבלמשכ"
TOKEN = re.compile(r"[^\W_][\w'’]*|[,.;:!?()\n]")
BREAKS = frozenset(",.;:!?()\n")


@dataclass(frozen=True)
class Table:
    """What words mean, by kind of word; colours by English name; what is known of each noun."""

    words: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]
    leans: Mapping[str, str]
    wear: Mapping[str, str]
    hexes: Mapping[str, str]
    numbers: Mapping[str, int]

    def meaning(self, kind: str, word: str) -> str:
        """What a word means there; Hebrew words also without one or two prefixes. Empty for nothing."""
        known, plain = self.words[kind], word.lower().replace("’", "'")
        forms = [plain]
        if "א" <= plain[:1] <= "ת":
            forms += [plain[cut:] for cut in (1, 2) if all(letter in PREFIXES for letter in plain[:cut])]
        return next((known[form] for form in forms if (len(form) > 1 or form == plain) and form in known), "")

    def name_sex(self, name: str) -> str:
        """Whose name it usually is: 'she', 'he', or empty."""
        return self.words["names"].get(name.lower(), "")

    def sex_of(self, kind: str) -> str:
        """'she' or 'he' for a kind of person; empty when it is open."""
        return "she" if kind in SHE else "he" if kind in HE else ""

    def number(self, words: Sequence[str]) -> int | None:
        """The number that one or two words spell; None when the first is no number."""
        values = [self.numbers.get(word.removeprefix("ו")) for word in words]
        known = [value for value in values if value is not None]
        return sum(known) if values and values[0] is not None else None


@cache
def persons() -> Table:
    """The table of people.toml."""
    table = tomllib.loads(files("shared.agents.imagery").joinpath("people.toml").read_text(encoding="utf-8"))
    nouns, colours, numbers = table["nouns"], table["colours"], table["numbers"]
    parts: dict[str, Mapping[str, str]] = {
        kind: _by_word(table[kind]) for kind in ("sexes", "owners", "names", "old", "wear", "headwear", "face", "locks")
    }
    parts |= {kind: _by_word({kind: listed}) for kind, listed in table["particles"].items()}
    parts["nouns"] = _by_word({name: row["words"] for name, row in nouns.items()})
    parts["colours"] = _by_word({name: row["words"] for name, row in colours.items()})
    counted = {word: at + 1 for key in ("en", "he_she", "he_he") for at, word in enumerate(numbers[key].split())}
    counted |= {word: 10 * at + 20 for key in ("en_tens", "he_tens") for at, word in enumerate(numbers[key].split())}
    counted |= {"שתיים": 2, "שניים": 2}
    return Table(
        words=MappingProxyType(parts),
        kinds=MappingProxyType({name: row["kind"] for name, row in nouns.items()}),
        leans=MappingProxyType({name: row.get("lean", "") for name, row in nouns.items()}),
        wear=MappingProxyType({name: row.get("wear", "") for name, row in nouns.items()}),
        hexes=MappingProxyType({name: row["hex"] for name, row in colours.items()}),
        numbers=MappingProxyType(counted),
    )


@dataclass(frozen=True)
class Text:
    """A story as tokens, each with what the table knows it as."""

    tokens: tuple[str, ...]
    table: Table = field(default_factory=persons)

    def known(self, kind: str, at: int) -> str:
        """What the token means in that part of the table; empty for nothing and beyond the ends."""
        return self.table.meaning(kind, self.tokens[at]) if 0 <= at < len(self.tokens) else ""

    def lower(self, at: int) -> str:
        """The token in small letters; empty beyond the ends."""
        return self.tokens[at].lower() if 0 <= at < len(self.tokens) else ""


def text_of(story: str) -> Text:
    """A story, ready to be asked."""
    return Text(tuple(TOKEN.findall(story.replace("grand-", "grand"))))


def is_hebrew(word: str) -> bool:
    """The word is written in Hebrew letters."""
    return "א" <= word[:1] <= "ת"


def _by_word(listed: Mapping[str, str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, words in listed.items():
        for word in words.split():
            found.setdefault(word, name)
    return MappingProxyType(found)
