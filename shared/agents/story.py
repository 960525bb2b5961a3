"""What a story written by a person says about its people: who they are, how old, called what, with which looks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shared.agents.appearance import Told, is_beard, looks_in
from shared.agents.persons import BREAKS, Text, is_hebrew, text_of

GENERIC = ("man", "woman", "girl", "boy", "child")


@dataclass(frozen=True)
class Mention:
    """A noun or a name for somebody, by the place of its token."""

    at: int
    label: str = ""
    name: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Person:
    """The mentions that mean one person."""

    first: int
    last: int
    name: str = ""
    labels: tuple[str, ...] = ()
    owner: str = ""
    """Whose they are, when the story has named nobody before: 'she' or 'he'."""


def people_in(story: str) -> tuple[Told, ...]:
    """Everybody the story speaks of, the one it is about first; empty when it speaks of nobody.

    A relation alone ('her father') is never the one it is about: then the first is whom the pronoun means.
    """
    text = text_of(story)
    found = _persons(text)
    if found and found[0].owner:
        first = replace(looks_in(text, 0, found[0].first), sex=found[0].owner)
        return (first, *_described(text, found))
    if not found:
        sex = _pronoun(text, 0, len(text.tokens))
        told = replace(looks_in(text, 0, len(text.tokens)), sex=sex)
        return () if told == Told() else (told,)
    return _described(text, found)


def _described(text: Text, found: Sequence[Person]) -> tuple[Told, ...]:
    starts = [0 if not at and not who.owner else _start(text, who.first) for at, who in enumerate(found)]
    ends = [*starts[1:], len(text.tokens)]
    return tuple(_told(text, who, start, end) for who, start, end in zip(found, starts, ends, strict=True))


def _start(text: Text, at: int) -> int:
    """Where the words about somebody begin: at the article before the noun."""
    for back in range(at - 1, max(-1, at - 7), -1):
        if text.lower(back) in BREAKS:
            break
        if text.known("articles", back) or text.known("owners", back):
            return back
    return at


def _persons(text: Text) -> list[Person]:
    people: list[Person] = []
    for mention in sorted(_mentions(text), key=lambda mention: (mention.at, mention.label)):
        same = next((at for at in range(len(people) - 1, -1, -1) if _same(text, people[at], mention)), None)
        if same is None:
            owner = "" if people else mention.owner
            named = tuple(label for label in (mention.label,) if label)
            people.append(Person(mention.at, mention.at, mention.name, named, owner))
        else:
            who = people[same]
            labels = (*who.labels, mention.label) if mention.label and mention.label not in who.labels else who.labels
            people[same] = replace(who, last=mention.at, name=who.name or mention.name, labels=labels)
    return people[:4]


def _same(text: Text, who: Person, mention: Mention) -> bool:
    """This mention means somebody already spoken of: by the same word, by apposition, or by 'the man'."""
    if (mention.name and mention.name == who.name) or (mention.label and mention.label in who.labels):
        return True
    before, after = {_sex(text, who.labels, who.name), _sex(text, (mention.label,), mention.name)}, mention.at
    if {"she", "he"} <= before or mention.owner:
        return False
    between = [text.lower(at) for at in range(who.last + 1, after)]
    if mention.name:
        plain = all(_plain(text, at) for at in range(who.last + 1, after))
        return not who.name and len(between) <= 4 and plain
    linked = bool(text.known("links", who.last + 1)) and len(between) <= 7 and "and" not in between
    if linked and (not who.labels or mention.label in GENERIC):
        return True
    definite = text.lower(after - 1) == "the" or text.lower(after).startswith("ה")
    return definite and mention.label in GENERIC and bool(_sex(text, who.labels, who.name))


def _mentions(text: Text) -> Iterator[Mention]:
    for at, token in enumerate(text.tokens):
        label = "" if token.endswith(("'s", "’s")) and len(token) > 4 else text.known("nouns", at)
        if token == "son" and not text.known("articles", at - 1) and not text.known("owners", at - 1):
            label = ""
        hidden = text.known("old", at) and label in GENERIC
        if label and not hidden and not text.known("colours", at):
            yield Mention(at, label=label, owner=_owner(text, at))
        name = token.removesuffix("'s").removesuffix("’s")
        if _is_name(text, at, name):
            yield Mention(at, name=name)


def _owner(text: Text, at: int) -> str:
    """Whose somebody is: 'she' or 'he' for 'her father' and אביה; empty for 'my father', whom a story may be about."""
    token = text.tokens[at]
    near = text.known("owners", at + 1 if is_hebrew(token) else at - 1)
    if near or not text.known("kin", at):
        return near if near != "any" else ""
    return "he" if token.endswith("ו") else "she"


def _plain(text: Text, at: int) -> bool:
    return any(text.known(kind, at) for kind in ("links", "called", "articles"))


def _is_name(text: Text, at: int, name: str) -> bool:
    if not (name[:1].isupper() or is_hebrew(name)) or name[0] in BREAKS or text.known("nouns", at):
        return False
    if text.known("called", at - 1):
        return True
    if text.table.name_sex(name):
        return True
    nouns = any(text.known("nouns", ahead) for ahead in range(at + 2, at + 9))
    if is_hebrew(name):
        return text.lower(at + 1) in ("היא", "הוא") and bool(text.known("nouns", at + 2))
    links = text.known("links", at + 1) and text.known("articles", at + 2)
    return bool(links) and nouns and name.lower() not in ("it", "she", "he", "there", "this", "that", "once", "and")


def _sex(text: Text, labels: Sequence[str], name: str) -> str:
    sexes = [text.table.sex_of(text.table.kinds.get(label, "")) for label in labels]
    return next((sex for sex in sexes if sex), "") or text.table.name_sex(name)


def _pronoun(text: Text, start: int, end: int, only: str = "sexes") -> str:
    said = (at for at in range(start, end) if text.known(only, at))
    return next((sex for at in said if (sex := text.known("sexes", at))), "")


def _told(text: Text, who: Person, start: int, end: int) -> Told:
    """The person with everything that stands between their first mention and the next person's."""
    table = text.table
    kinds = [table.kinds[label] for label in who.labels]
    kind = next((kind for kind in kinds if kind not in ("adult", "young")), next(iter(kinds), ""))
    label = next((label for label in who.labels if label not in GENERIC), next(iter(who.labels), ""))
    firm = table.sex_of(kind) or _pronoun(text, start, end, "subjects") or table.name_sex(who.name)
    sex = firm or _pronoun(text, start, end) or table.sex_of(table.leans.get(label, ""))
    old = any(_is_old(text, at) for at in range(start, end))
    told = looks_in(text, start, end)
    wear = table.wear.get(label, "")
    return replace(told, name=who.name, label=label.strip(), kind=kind, sex=sex, wear=wear, old=old)


def _is_old(text: Text, at: int) -> bool:
    """'old' said of a person: right before the noun, or after it in the languages that put it there."""
    if not text.known("old", at) or text.lower(at - 1) in ("year", "years") or is_beard(text, at):
        return False
    near = [text.known("nouns", by) for by in (at, at + 1, at + 2, at + 3, at - 1)]
    return any(near) or bool(text.known("links", at - 1))
