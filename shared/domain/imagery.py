"""What sung words make us see: ideas for pictures, and a lexicon that finds them in a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from shared.domain.analysis import Value
from shared.domain.imagery_forms import forms, normal


class View(StrEnum):
    """How a picture wants to be seen."""

    FIGURE = "figure"
    FACE = "face"
    THING = "thing"
    PLACE = "place"
    PAIR = "pair"


class Idea(Value):
    """A picture that a word or a phrase calls up. Empty fields leave the choice to the scene."""

    name: str
    view: View
    weight: int = Field(description="1..9: how strongly it asks to be drawn.")
    why: str = Field(
        description="The picture in one clause; {who} and {place} stand for the protagonist and the place."
    )
    who: str = ""
    thing: str = ""
    place: str = ""
    time: str = ""
    weather: str = ""
    pose: str = ""
    emotion: str = ""
    motion: str = ""


class Call(Value):
    """Words of a line that call up an idea."""

    first: int
    last: int = Field(description="Inclusive.")
    cue: str = Field(description="The words as they are sung.")
    idea: Idea


class Place(Value):
    """A place that can be drawn."""

    name: str
    words: str
    inside: bool
    seat: str
    props: tuple[str, ...]
    kin: tuple[str, ...] = Field(description="Places one can cut to without leaving.")
    vista: bool = False
    empty: bool = False


class Thing(Value):
    """A prop or an animal that can be drawn."""

    name: str
    words: str
    hex: str
    life: str = Field(description="How it moves in a clip.")
    held: bool = False
    big: bool = Field(default=False, description="Too large for an insert.")
    up: bool = False
    animal: bool = False


Pattern = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language and the ideas they call up, by normal form."""

    language: str
    words: Mapping[str, Idea]
    phrases: tuple[tuple[Pattern, Idea], ...]
    """Longest first; '*' stands for two words at most."""
    silent: frozenset[str]


def find(lexicon: Lexicon, words: Sequence[str]) -> tuple[Call, ...]:
    """What the words of one line call up, in order: phrases before words, longest first, no word used twice."""
    heard = tuple(forms(word, lexicon.language) for word in words)
    taken: set[int] = set()
    calls: list[Call] = []
    for first, last, idea in (*_phrases(lexicon, heard), *_words(lexicon, heard)):
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            calls.append(Call(first=first, last=last, cue=_cue(words[first : last + 1]), idea=idea))
    return tuple(sorted(calls, key=lambda call: call.first))


def _phrases(lexicon: Lexicon, heard: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int, Idea]]:
    for pattern, idea in lexicon.phrases:
        for start in range(len(heard)):
            end = _fits(pattern, heard, start)
            if end is not None:
                yield start, end - 1, idea


def _words(lexicon: Lexicon, heard: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int, Idea]]:
    for at, candidates in enumerate(heard):
        known = next((form for form in candidates if form in lexicon.words or form in lexicon.silent), "")
        if known in lexicon.words:
            yield at, at, lexicon.words[known]


def _fits(pattern: Pattern, heard: tuple[tuple[str, ...], ...], at: int) -> int | None:
    """Where the pattern ends when it begins here; None when it does not."""
    if not pattern:
        return at
    if pattern[0] == "*":
        ends = (_fits(pattern[1:], heard, at + skipped) for skipped in range(3))
        return next((end for end in ends if end is not None), None)
    if at < len(heard) and normal(pattern[0]) in heard[at]:
        return _fits(pattern[1:], heard, at + 1)
    return None


def _cue(words: Sequence[str]) -> str:
    return " ".join(words).strip(" ,.;:!?…-–—\"'“”„«»()")
