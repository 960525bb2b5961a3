"""Which stretch of the story each scene tells: clauses in order, each with the place, hour and weather it plays in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from shared.agents.lexicons import LANGUAGES, lexicon_of, places
from shared.agents.persons import is_hebrew, persons
from shared.domain.imagery import Call, Idea, View, find
from shared.domain.shotlist import FilmOutline

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
PIECE = re.compile(
    r"(?<=[,;:])\s+|\s+(?=(?:through|to|into|across|along|then|until|towards|while|when"
    r"|אל|דרך|ואז|עד|לעבר|לאורך|puis|jusqu|hasta|luego|dann|durch|bis)\b)"
)
DESCRIBING = ("hair", "old", "young", "year", "girl", "boy", "child", "woman", "man", "dress", "hat", "gold", "call")
"""What says how somebody looks, and is no picture of its own in a story."""
FAINT = ("lost", "look", "far", "stand", "come", "find", "walk", "leave")
"""Seen by themselves only where the clause has nothing else to see."""
VERBS = ("leaves", "rides", "falls", "דרך")
"""Words that a story uses otherwise than a song: to leave is no leaf, and 'through' is no road."""
SITED = ("window", "bed", "sleep", "come_home", "home", "plant", "wake")
BEFORE = {
    "dawn": ("dusk", "night"),
    "morning": ("night", "dawn"),
    "noon": ("dawn", "morning"),
    "dusk": ("morning", "noon"),
    "night": ("noon", "dusk"),
}
"""The hours that lead to the first hour that a story names."""


@dataclass(frozen=True)
class Clause:
    """A piece of the story with something to see in it; place, hour and weather last until the story says others."""

    text: str
    calls: tuple[Call, ...]
    place: str = ""
    time: str = ""
    weather: str = ""


def stretch_at(outline: FilmOutline, index: int) -> tuple[Clause, ...]:
    """The clauses that a scene tells: those whose middle falls into it, else the one that lasts through it; each
    clause lasts equally long. Empty without a story that has pictures."""
    clauses = clauses_of(outline.bible.story, outline.language)
    span, total = outline.spans[index], outline.spans[-1].end_ms or 1
    own = [
        clause
        for at, clause in enumerate(clauses)
        if span.start_ms * 2 * len(clauses) <= (2 * at + 1) * total < span.end_ms * 2 * len(clauses)
    ]
    middle = (span.start_ms + span.end_ms) * len(clauses) // (2 * total)
    return tuple(own or clauses[min(middle, max(0, len(clauses) - 1)) :][:1])


@cache
def clauses_of(story: str, language: str) -> tuple[Clause, ...]:
    """The story in pieces that call up pictures, in order; a piece that calls up none belongs to the next."""
    tongue = max((language, *LANGUAGES), key=lambda tongue: len(_calls(story, tongue)))
    return _earlier(tuple(_carried(_pieces(story, tongue))))


def is_site(idea: Idea) -> bool:
    """The idea names where the story plays, rather than what somebody does or looks at."""
    if not idea.place or (places()[idea.place].vista and idea.place != "sea"):
        return False
    return idea.name in SITED or (idea.view is View.PLACE and not idea.pose and not idea.weather)


def _calls(text: str, language: str) -> tuple[Call, ...]:
    words = text.split()
    found = [_tinted(call, words) for call in find(lexicon_of(text, language), words)]
    telling = [call for call in found if call.idea.name not in DESCRIBING and not _names_or_colours(call.cue)]
    strong = [call for call in telling if call.idea.name not in FAINT]
    return tuple(strong or telling)


def _tinted(call: Call, words: Sequence[str]) -> Call:
    """A white bird is drawn as a dove."""
    beside = words[max(0, call.first - 1) : call.last + 2]
    white = any(persons().meaning("colours", word.strip(" ,.;:!?")) == "white" for word in beside)
    if call.idea.thing != "bird" or not white:
        return call
    return call.model_copy(update={"idea": call.idea.model_copy(update={"thing": "dove", "why": "a white bird"})})


def _names_or_colours(cue: str) -> bool:
    """A name that is also a word (יונה), a colour that is also a thing (לבנה), 'through' that is also a road (דרך)."""
    known = persons()
    named = known.name_sex(cue) and (cue[:1].isupper() or is_hebrew(cue))
    return bool(named or known.meaning("colours", cue)) or cue.lower() in VERBS


def _pieces(story: str, language: str) -> list[tuple[int, str, tuple[Call, ...]]]:
    """Sentence, text and calls of every piece that has calls."""
    pieces: list[tuple[int, str, tuple[Call, ...]]] = []
    for number, sentence in enumerate(SENTENCE.split(story)):
        waiting = ""
        for piece in PIECE.split(sentence):
            text = f"{waiting} {piece}".strip()
            calls = _calls(text, language)
            waiting = "" if calls else text
            if calls:
                pieces.append((number, text.strip(" ,.;:!?"), calls))
    return pieces


def _carried(pieces: Sequence[tuple[int, str, tuple[Call, ...]]]) -> list[Clause]:
    """Place, hour and weather as said, else as before; a new hour clears the weather."""
    clauses: list[Clause] = []
    place = time = weather = ""
    for _, text, calls in pieces:
        ideas = [call.idea for call in calls]
        hour = next((idea.time for idea in ideas if idea.time), "")
        sky = next((idea.weather for idea in ideas if idea.weather and idea.name != "lost"), "")
        place = next((idea.place for idea in ideas if is_site(idea)), place)
        weather = sky or ("clear" if weather and hour and hour != time else weather)
        time = hour or time
        clauses.append(Clause(text, calls, place, time, weather))
    return clauses


def _earlier(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What the story names late holds for its beginning too: the first place; the hours that lead to the first hour;
    clouds before the first storm or rain."""
    place = next((clause.place for clause in clauses if clause.place), "")
    untimed = next((at for at, clause in enumerate(clauses) if clause.time), 0)
    dry = next((at for at, clause in enumerate(clauses) if clause.weather), 0)
    filled: list[Clause] = []
    for at, clause in enumerate(clauses):
        hours = BEFORE[clauses[untimed].time] if at < untimed else ()
        time = hours[at * len(hours) // untimed] if hours else clause.time
        gathers = at < dry and clauses[dry].weather in ("storm", "rain")
        weather = "cloudy" if gathers else clause.weather
        filled.append(replace(clause, place=clause.place or place, time=time, weather=weather))
    return tuple(filled)
