"""Prompts are understood, whoever wrote them."""

import tomllib
from pathlib import Path

import pytest

from shared.adapters.images.draft.animal import known_animal
from shared.adapters.images.draft.place_words import PLACE_WORDS
from shared.adapters.images.draft.prop import known_prop
from shared.adapters.images.draft.reading import Picture, read
from shared.adapters.images.draft.stage import Colour
from shared.domain.prompt import Angle, Camera, ImagePrompt, ShotSize, Subject, SubjectType

STOCK = Path(__file__).parents[3] / "shared" / "agents" / "imagery" / "stock.toml"


def understood(scene: str, *subjects: Subject, lighting: str = "") -> Picture:
    """How a scene is read."""
    camera = Camera(size=ShotSize.WIDE, angle=Angle.EYE_LEVEL, lens_mm=35)
    return read(ImagePrompt(scene=scene, subjects=subjects, style="", lighting=lighting, camera=camera))


@pytest.mark.parametrize(
    ("scene", "place", "time", "weather"),
    [
        ("INT. BEDROOM - NIGHT", "bedroom", "night", "clear"),
        ("A lonely girl stands in a rain-soaked alleyway at midnight, rain pouring", "alley", "night", "rain"),
        ("EXT. ROOFTOP OVER THE CITY - GOLDEN HOUR", "rooftops", "dusk", "clear"),
        ("The seashore under an overcast sky at daybreak", "beach", "dawn", "cloudy"),
        ("INT. HOUSE - KITCHEN - MORNING", "kitchen", "morning", "clear"),
        ("snowy pine trees, a blizzard at dusk", "forest", "dusk", "snow"),
        ("INT. SOMEWHERE - DAY", "room", "noon", "clear"),
        ("EXT. NOWHERE IN PARTICULAR", "hills", "noon", "clear"),
        ("something without any known word", "hills", "noon", "clear"),
        ("the old synagogue, candles, evening", "synagogue", "dusk", "clear"),
        ("paper boats across the ceiling, night", "ceiling", "night", "clear"),
        ("a small bedroom with a window over the sea", "bedroom", "noon", "clear"),
    ],
)
def test_free_english_is_read(scene: str, place: str, time: str, weather: str) -> None:
    picture = understood(scene)
    assert (picture.place, picture.time, picture.weather) == (place, time, weather)


def test_every_place_and_thing_the_crew_can_ask_for_can_be_drawn() -> None:
    stock = tomllib.loads(STOCK.read_text(encoding="utf-8"))
    scenes = {
        name: understood(f"{place['words']}, morning, clear weather").place for name, place in stock["places"].items()
    }
    assert set(scenes.values()) <= set(PLACE_WORDS)
    assert len(set(scenes.values())) >= 30
    for thing in stock["things"].values():
        assert known_prop(thing["words"]) or known_animal(thing["words"]), thing["words"]


def test_every_word_for_a_place_leads_to_it() -> None:
    for place, words in PLACE_WORDS.items():
        for word in words.split("|"):
            assert understood(word).place == place, word


def test_colours_are_read_with_what_they_colour() -> None:
    picture = understood(
        "a bedroom with a blanket hex #A8604A and a curtain (hex #224466); palette hex #101010, hex #F0E0C0"
    )
    assert picture.colours["blanket"] == Colour.of("#A8604A")
    assert picture.colours["curtain"] == Colour.of("#224466")
    assert picture.palette[0] == Colour.of("#A8604A")
    assert len(picture.palette) == 4


def test_a_subject_is_read_with_where_it_stands() -> None:
    subject = Subject(
        type=SubjectType.PROP,
        description="a kite hex #D9573F",
        pose="at rest",
        position="right third, background, facing left",
    )
    actor = understood("a field", subject).actors[0]
    assert (actor.third, actor.plane, actor.facing, actor.away) == (1, "background", -1.0, False)
    assert actor.noun == "a kite"
    assert actor.colours == (Colour.of("#D9573F"),)


@pytest.mark.parametrize("text", ["the words 'שלום עולם'", 'lyric "שלום עולם" in white', "שלום עולם"])
def test_lettering_says_only_what_is_quoted(text: str) -> None:
    subject = Subject(
        type=SubjectType.LETTERING, description=text, pose="at rest", position="center, foreground, facing camera"
    )
    assert understood("a stage", subject).actors[0].text == "שלום עולם"


def test_nobody_stands_on_the_open_sea() -> None:
    girl = Subject(
        type=SubjectType.PERSON, description="a girl", pose="standing", position="center, midground, facing camera"
    )
    assert understood("the open sea, noon").place == "sea"
    assert understood("the open sea, noon", girl).place == "beach"


def test_features_named_in_the_scene_are_found() -> None:
    picture = understood("a room with a piano, two candles and a clock on the wall, moonlight")
    assert {"piano", "candles", "clock", "moon"} <= set(picture.features)
