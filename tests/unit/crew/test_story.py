"""What a story says of its people reaches the picture, and without words its clauses lead from scene to scene."""

from itertools import pairwise

import pytest

from shared.adapters.images.draft.person_reading import Look, read_look
from shared.adapters.images.draft.stage import Colour
from shared.agents.outline import bible_of
from shared.agents.story import people_in
from shared.agents.stretches import clauses_of
from shared.domain.analysis import Analysis, Part
from shared.kernel.chance import Chance
from tests.unit.crew.songs import atmosphere, film, moment, rhythm, sample, song

JONAS = (
    "A fisherman called Jonas, 60, grey hair, walks from the lighthouse through a storm to the harbour, looking for "
    "his lost boat. At dawn he finds it on the beach, with a single white bird on its mast."
)
YONA = (
    "דייג בשם יונה, בן 60, שיער אפור, הולך מהמגדלור דרך הסערה אל הנמל ומחפש את הסירה שלו. "
    "עם שחר הוא מוצא אותה על החוף, וציפור לבנה אחת על התורן."
)


def instrumental(duration_ms: int = 282_000) -> Analysis:
    """A song of four calm and four loud parts without a word."""
    edges = [duration_ms * at // 8 for at in range(9)]
    energies = (0.2, 0.3, 0.55, 0.35, 0.75, 0.9, 0.5, 0.2)
    parts = tuple(
        Part(label=label, start_ms=a, end_ms=b, from_lyrics=False, rhythm=rhythm(), atmosphere=atmosphere(energy))
        for label, (a, b), energy in zip("ABABCBAD", pairwise(edges), energies, strict=True)
    )
    moments = [
        (start, min(part.end_ms, start + 5_700), at)
        for at, part in enumerate(parts)
        for start in range(part.start_ms, part.end_ms, 5_700)
    ]
    beats = tuple(range(0, duration_ms, 714))
    return song(
        "Untitled", "en", duration_ms, parts, beats_ms=beats, downbeats_ms=beats[::4], tempo_bpm=84.0,
        moments=tuple(moment(n, (), (a, b), part, energies[part]) for n, (a, b, part) in enumerate(moments)),
    )  # fmt: skip


def drawn(story: str) -> Look:
    """The protagonist as the figures' reader understands the prompt that is written for this story."""
    scene = film(sample("en"), story)[1][0]
    hero = next(shot.prompt.subjects[0] for shot in scene.shots if shot.prompt.subjects)
    return read_look(hero.description, 1)


@pytest.mark.parametrize(
    ("story", "female", "stage"),
    [
        (JONAS, False, "adult"),
        (YONA, False, "adult"),
        ("A widow named Ruth, aged 70, walks by the sea", True, "old"),
        ("An old king leaves his castle", False, "old"),
        ("A nurse. He works at night", False, "adult"),
        ("Yael, 30, runs through the field", True, "adult"),
        ("סבתא שלי הולכת לים", True, "old"),
        ("מלך זקן עוזב את הארמון", False, "old"),
        ("ילדה בת 8 על החוף", True, "child"),
        ("A 12-year-old boy and his kite", False, "child"),
        ("Un pêcheur de 60 ans cherche son bateau", False, "adult"),
        ("Una viuda de 50 años con pelo negro", True, "adult"),
        ("Ein alter Fischer am Meer", False, "old"),
    ],
)
def test_who_the_story_is_about_is_who_is_drawn(story: str, female: bool, stage: str) -> None:
    look = drawn(story)
    assert (look.female, look.stage) == (female, stage)


@pytest.mark.parametrize(
    "story",
    [
        "A sailor, 45, with black hair, a white beard, glasses and a red hat, wears a yellow coat.",
        "מלח בן 45 עם שיער שחור, זקן לבן, משקפיים וכובע אדום, לובש מעיל צהוב",
    ],
)
def test_hair_beard_glasses_hat_and_coat_arrive_in_their_colours(story: str) -> None:
    look = drawn(story)
    assert look.hair == Colour.of("#2A2830")
    assert look.beard == Colour.of("#F0EBE2")
    assert look.glasses
    assert (look.headwear, look.headwear_colour) == ("hat", Colour.of("#B5362F"))
    assert look.colour_of("coat") == Colour.of("#E3C04A")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Jonas, 60, walks", 60),
        ("a man aged 60", 60),
        ("a man, 60 years old", 60),
        ("a sixty-two years old man", 62),
        ("ילדה בת 12", 12),
        ("איש בן שישים", 60),
        ("אישה בת ארבעים ושתיים", 42),
    ],
)
def test_an_age_is_read_in_every_usual_form(words: str, years: int) -> None:
    assert people_in(words)[0].years == years


def test_a_second_person_becomes_the_companion_with_a_look_of_their_own() -> None:
    story = "An old man with a white beard meets a 9-year-old girl in a red coat at the harbour."
    scenes = film(instrumental(60_000), story)[1]
    hero, other = bible_of(sample("en"), story, Chance(1)).characters
    assert (hero.name, other.name) == ("the man", "the girl")
    beside = [s.description for scene in scenes for shot in scene.shots for s in shot.prompt.subjects[1:]]
    assert any(text.startswith("the girl, Young girl, 9 years old") and "coat hex #B5362F" in text for text in beside)


def test_a_relation_alone_is_not_whom_the_story_is_about() -> None:
    hero, other = bible_of(sample("en"), "She waits for her father", Chance(1)).characters
    assert hero.name in ("the girl", "the woman")
    assert other.name == "the father"


@pytest.mark.parametrize(("story", "language"), [(JONAS, "en"), (YONA, "he"), (YONA, "en"), (JONAS, "he")])
def test_a_story_falls_into_clauses_with_place_hour_and_weather(story: str, language: str) -> None:
    clauses = clauses_of(story, language)
    assert (clauses[0].place, clauses[-1].place) in (("lighthouse", "beach"), ("lighthouse", "shore"))
    assert clauses[0].weather == "cloudy"
    assert "storm" in [clause.weather for clause in clauses]
    assert (clauses[-1].weather, clauses[-1].time) == ("clear", "dawn")
    assert "harbour" in [clause.place for clause in clauses]


def test_without_words_the_scenes_tell_the_story_in_its_order() -> None:
    scenes = film(instrumental(), JONAS)[1]
    places = list(dict.fromkeys(scene.design.slugline.split(" - ")[0] for scene in scenes))
    assert places == ["EXT. LIGHTHOUSE", "EXT. HARBOUR", "EXT. BEACH"]
    skies = list(dict.fromkeys(scene.design.weather for scene in scenes))
    assert skies == ["cloudy", "storm", "clear"]
    assert 'The story: "looking for his lost boat"' in " ".join(s.reason for scene in scenes for s in scene.shots)
    assert any("a dove" in subject.description for subject in scenes[-1].shots[-1].prompt.subjects)


@pytest.mark.parametrize("story", ["", JONAS])
def test_no_picture_comes_twice_in_a_scene_without_words(story: str) -> None:
    for scene in film(instrumental(), story)[1]:
        seen = [
            (shot.reason.rsplit(": ", 1)[1], *(subject.pose for subject in shot.prompt.subjects))
            for shot in scene.shots
        ]
        assert len(set(seen)) == len(seen), seen
        assert all(": the face of ," not in shot.reason for shot in scene.shots)


def test_a_calm_scene_without_words_holds_longer_looks() -> None:
    scenes = film(instrumental())[1]
    longest = [max(shot.end_ms - shot.start_ms for shot in scene.shots) for scene in scenes]
    assert 5_500 < max(longest) <= 8_000
    assert len({shot.size for scene in scenes for shot in scene.shots}) >= 6
