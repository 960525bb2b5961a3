"""The crew's stock of pictures: what can be drawn, and which words of which language call for it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from shared.domain.imagery import Idea, Lexicon, Place, Thing
from shared.domain.imagery_forms import normal

LANGUAGES = ("en", "he", "fr", "es", "de")


@cache
def places() -> Mapping[str, Place]:
    """Every place the crew names, by name."""
    return MappingProxyType({name: Place(name=name, **row) for name, row in _table("stock")["places"].items()})


@cache
def things() -> Mapping[str, Thing]:
    """Every prop and animal the crew names, by name."""
    return MappingProxyType({name: Thing(name=name, **row) for name, row in _table("stock")["things"].items()})


@cache
def ideas() -> Mapping[str, Idea]:
    """Every picture that words can call up, by name."""
    return MappingProxyType({name: Idea(name=name, **row) for name, row in _table("ideas").items()})


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a BCP 47 language; English for a language that has none."""
    tongue = language.split("-")[0].lower()
    return _read(tongue if tongue in LANGUAGES else "en")


def lexicon_of(text: str, language: str) -> Lexicon:
    """The lexicon for a text: Hebrew letters are read as Hebrew in any song; else the language decides."""
    hebrew = sum("א" <= letter <= "ת" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    if hebrew > latin:
        return lexicon("he")
    return lexicon("en" if latin and language.startswith("he") else language)


def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """What a renderer must be able to draw for this crew: its places, things, animals and poses in prompt words."""
    known = things().values()
    return MappingProxyType(
        {
            "places": tuple(place.words for place in places().values()),
            "props": tuple(thing.words for thing in known if not thing.animal),
            "animals": tuple(thing.words for thing in known if thing.animal),
            "poses": tuple(dict.fromkeys(idea.pose for idea in ideas().values() if idea.pose)),
        }
    )


def _read(tongue: str) -> Lexicon:
    table, known = _table(tongue), ideas()
    words = {normal(word): known[name] for name, listed in table["words"].items() for word in listed.split()}
    phrases = [
        (tuple(phrase.split()), known[name]) for name, listed in table.get("phrases", {}).items() for phrase in listed
    ]
    return Lexicon(
        language=tongue,
        words=MappingProxyType(words),
        phrases=tuple(sorted(phrases, key=lambda row: (-len(row[0]), row[0]))),
        silent=frozenset(normal(word) for word in table["silent"]["words"].split()),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("shared.agents.imagery").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
