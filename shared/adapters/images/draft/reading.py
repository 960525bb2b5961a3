"""From the words of a prompt to a typed picture. Unknown words are no error: the nearest that can be drawn is taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, get_args

from shared.adapters.images.draft.place_words import (
    FEATURE_WORDS,
    INDOORS,
    PLACE_WORDS,
    TIME_WORDS,
    WEATHER_WORDS,
    Time,
    Weather,
)
from shared.adapters.images.draft.stage import Colour
from shared.domain.prompt import Camera, ImagePrompt, ShotSize, Subject, SubjectType

K = TypeVar("K", bound=str)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
_NAMED_HEX = re.compile(r"([A-Za-z][A-Za-z'-]*)[\s,(]*(?:in\s+)?(?:hex|color|colour)?\s*(#[0-9A-Fa-f]{6})\b")
_QUOTED = re.compile(r"[\"“”«„]([^\"“”»«„]+)[\"“”»]|(?<!\w)['‘]([^'’]+)['’](?!\w)")
_ALL_FEATURES = tuple(FEATURE_WORDS)


@dataclass(frozen=True)
class Actor:
    """One thing of the picture that is not the place."""

    type: SubjectType
    description: str
    noun: str
    """What it is, for props and animals: its description without colours."""
    colours: tuple[Colour, ...]
    text: str
    """What lettering says; empty for all else."""
    pose: str
    third: int
    """-1 = left, 0 = centre, 1 = right."""
    plane: str
    """'foreground' | 'midground' | 'background'."""
    facing: float
    away: bool


@dataclass(frozen=True)
class Picture:
    """A prompt, understood."""

    place: str
    """A key of PLACE_WORDS."""
    features: tuple[str, ...]
    """Keys of FEATURE_WORDS, in the order of that table."""
    time: Time
    weather: Weather
    palette: tuple[Colour, ...]
    colours: Mapping[str, Colour]
    """The colours that the scene gives to its nouns."""
    lighting: str
    actors: tuple[Actor, ...]
    camera: Camera

    @property
    def inside(self) -> bool:
        """The place is under a roof."""
        return self.place in INDOORS

    def has(self, feature: str) -> bool:
        """The scene asks for it."""
        return feature in self.features


def read(prompt: ImagePrompt) -> Picture:
    """The picture that a prompt asks for; the same prompt is read the same way for ever."""
    scene = _plain(prompt.scene)
    light = _plain(prompt.lighting)
    place = _place(scene, prompt.camera.size)
    if place == "sea" and any(subject.type is SubjectType.PERSON for subject in prompt.subjects):
        place = "beach"
    time: Time = _first(TIME_WORDS, scene) or _first(TIME_WORDS, light) or "noon"
    return Picture(
        place=place,
        features=tuple(name for name in _ALL_FEATURES if _words(FEATURE_WORDS[name]).search(f"{scene} {light}")),
        time="night" if place == "stars" else time,
        weather=_first(WEATHER_WORDS, scene) or _first(WEATHER_WORDS, light) or "clear",
        palette=tuple(Colour.of(found) for found in dict.fromkeys(_HEX.findall(prompt.scene))),
        colours={noun.lower(): Colour.of(found) for noun, found in _NAMED_HEX.findall(prompt.scene)},
        lighting=light,
        actors=tuple(_actor(subject) for subject in prompt.subjects),
        camera=prompt.camera,
    )


def _place(scene: str, size: ShotSize) -> str:
    inside = re.search(r"\bint\b|interior|indoors", scene) is not None
    outside = re.search(r"\bext\b|exterior|outdoors", scene) is not None
    fitting = {key: words for key, words in PLACE_WORDS.items() if inside == outside or (key in INDOORS) == inside}
    known = _first(fitting, scene) or _first(PLACE_WORDS, scene)
    if known is not None:
        return known
    if inside:
        return "room"
    if _first(WEATHER_WORDS, scene) == "snow":
        return "snow"
    return "sky" if size is ShotSize.INSERT else "hills"


def _actor(subject: Subject) -> Actor:
    where, text = subject.position.lower(), subject.description
    said = _QUOTED.search(text)
    facing = -1.0 if "facing left" in where else 1.0 if "facing right" in where else 0.0
    return Actor(
        type=subject.type,
        description=text,
        noun=re.sub(r"[\s,(]*(?:in\s+)?(?:hex|color|colour)?\s*#[0-9A-Fa-f]{6}\)?", "", text).strip(),
        colours=tuple(Colour.of(found) for found in _HEX.findall(text)),
        text=((said.group(1) or said.group(2)) if said else text) if subject.type is SubjectType.LETTERING else "",
        pose=subject.pose,
        third=-1
        if re.search(r"\bleft third|\bon the left", where)
        else 1
        if re.search(r"right third|on the right", where)
        else 0,
        plane=next((plane for plane in ("foreground", "background") if plane in where), "midground"),
        facing=facing,
        away="away" in where or "from behind" in where,
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "'"))


def _first(table: Mapping[K, str], text: str) -> K | None:
    """The key whose word stands first in the text, the longest of those that start there; absent when none does."""
    best: tuple[int, int, K] | None = None
    for key, words in table.items():
        found = _words(words).search(text)
        if found and (best is None or (found.start(), -found.end()) < best[:2]):
            best = (found.start(), -found.end(), key)
    return best[2] if best else None


@lru_cache(maxsize=512)
def _words(words: str) -> re.Pattern[str]:
    ordered = sorted(words.split("|"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")


TIMES: tuple[Time, ...] = get_args(Time)
WEATHERS: tuple[Weather, ...] = get_args(Weather)
