"""What the crew makes of songs and stories: words decide the pictures, music the pace, grammar the framing."""

import re
from importlib.resources import files
from statistics import mean

import pytest
from pydantic import ValidationError

from shared.agents.cast import COMPANY
from shared.agents.crew import CREW, PIPELINE, plan_scene
from shared.agents.director import Direction
from shared.agents.lexicons import LANGUAGES, ideas, lexicon, places, things, vocabulary
from shared.agents.outline import FAMILIES, bible_of, film_outline
from shared.agents.producer import Terms
from shared.agents.role import ConstraintViolation, Role
from shared.domain.analysis import Analysis
from shared.domain.cutting import shot_length
from shared.domain.grammar import LENSES, cut_faults, most_amount, violations
from shared.domain.imagery import View, find
from shared.domain.prompt import Angle, Move, ShotSize
from shared.domain.shotlist import ShotPlan
from shared.domain.spans import scene_context
from shared.domain.stillness import moving_words
from shared.kernel.chance import Chance
from shared.kernel.errors import Invalid
from tests.requirements import requirement
from tests.unit.crew.songs import atmosphere, film, sample

FILMS = {name: film(sample(name)) for name in ("en", "he")}


def shots_of(name: str) -> list[ShotPlan]:
    return [shot for scene in FILMS[name][1] for shot in scene.shots]


def drawn_while(name: str, cue: str) -> list[str]:
    """Everything that is drawn in the shots during which these words are sung."""
    moments = {m.id: m.text for m in sample(name).moments}
    return [
        " ".join((shot.prompt.scene, *(f"{s.description} {s.pose}" for s in shot.prompt.subjects)))
        for shot in shots_of(name)
        if any(cue in moments[found] for found in shot.moments) or cue in shot.words
    ]


@pytest.mark.parametrize(
    ("song", "cue", "picture"),
    [
        ("en", "girl", "Young girl"),
        ("en", "window", "leaning at the window"),
        ("en", "star", "a night sky full of stars"),
        ("en", "Hold my hand", "two hands holding each other"),
        ("en", "find", "a quiet street"),
        ("en", "Paper boats", "a folded paper boat"),
        ("en", "ceiling", "the ceiling of a small bedroom"),
        ("en", "Sail away", "the open sea"),
        ("en", "home", "a house exterior"),
        ("he", "ילדה", "Young girl"),
        ("he", "החלון", "leaning at the window"),
        ("he", "כוכבים", "a night sky full of stars"),
        ("he", "תני לי יד", "two hands holding each other"),
        ("he", "איתך", "the mother"),
        ("he", "בחושך", "a candle"),
        ("he", "סירת נייר", "a folded paper boat"),
        ("he", "התקרה", "the ceiling of a small bedroom"),
        ("he", "שטה לים", "the open sea"),
        ("he", "הביתה", "a house exterior"),
    ],
)
def test_what_is_sung_is_seen(song: str, cue: str, picture: str) -> None:
    assert any(picture in drawn for drawn in drawn_while(song, cue))


@pytest.mark.parametrize("song", ["en", "he"])
def test_every_reason_names_the_words_or_says_that_there_are_none(song: str) -> None:
    sung = " ".join(word.text for moment in sample(song).moments for word in moment.words)
    for shot in shots_of(song):
        quoted = shot.reason.split('"')[1::2]
        assert shot.reason.startswith("No words; ") or quoted, shot.reason
        assert all(cue in sung for cue in quoted), shot.reason
        assert "{" not in shot.reason


@pytest.mark.parametrize("song", ["en", "he"])
def test_a_loud_part_is_cut_faster_and_moves_faster_than_a_quiet_one(song: str) -> None:
    analysis = sample(song)
    loud = {m.id for m in analysis.moments if m.atmosphere.energy > 0.9}
    quiet = {m.id for m in analysis.moments if m.atmosphere.energy < 0.4}
    fast = [shot for shot in shots_of(song) if set(shot.moments) <= loud]
    slow = [shot for shot in shots_of(song) if set(shot.moments) <= quiet]
    assert mean(s.frames for s in fast) < 0.75 * mean(s.frames for s in slow)
    speed = [[s.motion.amount / s.frames for s in group if s.move is not Move.STATIC] for group in (fast, slow)]
    assert mean(speed[0]) > 2 * mean(speed[1])
    assert shot_length(0.0, 100) > 4_000 > 2_000 > shot_length(1.0, 100) > shot_length(1.0, 180)


def test_people_places_and_clothes_stay_the_same_through_the_film() -> None:
    for name in FILMS:
        hero = FILMS[name][0].bible.characters[0]
        worn = {scene.design.outfit for scene in FILMS[name][1]}
        assert len(worn) == 1
        seen = [
            s.description
            for shot in shots_of(name)
            for s in shot.prompt.subjects
            if s.description.startswith(hero.name)
        ]
        assert seen
        assert all(hero.description in text and next(iter(worn)) in text for text in seen)


@requirement("S1.38")
def test_the_story_decides_who_it_is_about_and_what_she_wears() -> None:
    story = "Noa is a 12-year-old girl with red hair. In her green coat she waits for her father by the lighthouse."
    bible = bible_of(sample("he"), story, Chance(3))
    assert [who.name for who in bible.characters] == ["Noa", "the father"]
    assert "12 years old" in bible.characters[0].description
    assert "hair hex #B5362F" in bible.characters[0].description
    assert "lighthouse" in bible.motifs
    scenes = film(sample("he"), story)[1]
    assert all("coat hex #4E7A4E" in scene.design.outfit for scene in scenes)
    told = bible_of(sample("en"), "ילדה בשם מירי, בת 12, עם שמלה אדומה", Chance(3)).characters[0]
    assert (told.name, "Young girl, 12 years old" in told.description) == ("מירי", True)
    assert bible_of(sample("en"), "An old sailor, a man of the sea", Chance(3)).characters[0].name == "the sailor"


def test_beside_a_child_stands_family_or_a_friend() -> None:
    bible = bible_of(sample("en"), "A boy and his lover, he kisses his darling", Chance(1))
    assert [who.name for who in bible.characters] == ["the boy", "the mother"]
    assert "beloved" in COMPANY


@pytest.mark.parametrize("seed", range(20))
def test_nobody_can_be_taken_for_the_protagonist(seed: int) -> None:
    hero, *others = bible_of(sample("he"), "The girl, her mother, her sister and her friend", Chance(seed)).characters
    assert len(others) == 3
    hair = [re.findall(r"hex (#\w{6}), skin", who.description)[0] for who in (hero, *others)]
    assert hair[0] not in hair[1:]


def test_colours_follow_the_mood_of_the_song() -> None:
    def mood(energy: float, valence: float) -> str:
        analysis = sample("en")
        parts = tuple(p.model_copy(update={"atmosphere": atmosphere(energy, valence)}) for p in analysis.parts)
        return bible_of(analysis.model_copy(update={"parts": parts}), "", Chance(1)).style

    assert "tender night blue" in mood(0.3, 0.48)
    assert "sunlit coral" in mood(0.7, 0.93)
    assert all(list(family.colours) == sorted(family.colours, key=lightness) for family in FAMILIES)


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_song_without_words_is_still_a_film() -> None:
    analysis = sample("en")
    bare = tuple(m.model_copy(update={"words": (), "text": "", "line": None}) for m in analysis.moments)
    scenes = film(analysis.model_copy(update={"moments": bare}))[1]
    shots = [shot for scene in scenes for shot in scene.shots]
    assert len(shots) > 8
    assert all(shot.reason.startswith("No words; ") and not shot.words for shot in shots)


@requirement("S3.43", "S3.49")
def test_the_crew_works_in_the_order_of_the_pipeline_and_not_without_the_ones_before() -> None:
    assert PIPELINE == ("writer", "director", "cinematographer", "editor", "producer")
    outline = FILMS["en"][0]
    context = scene_context(sample("en"), outline, outline.spans[0])
    for role in CREW[1:]:
        with pytest.raises(Invalid, match="has not worked on this scene yet"):
            role.local(context, {}, Chance(7))


@requirement("S3.48")
def test_the_producer_stops_a_scene_that_costs_too_much_or_breaks_a_rule() -> None:
    analysis, outline = sample("en"), FILMS["en"][0]
    context = scene_context(analysis, outline, outline.spans[0])
    dear = plan_scene(context, Chance(7), Terms(image_cents=4, clip_second_cents=10, scene_budget_cents=100))
    assert isinstance(dear, ConstraintViolation)
    assert dear.reasons == ("cost: 185 cents are over the scene's budget of 100 cents",)
    scene = FILMS["en"][1][0]
    cut = scene.outputs["editor"]
    bare = scene.shots[1].prompt.subjects[0].model_copy(update={"description": "the girl, in a swimsuit"})
    prompt = scene.shots[1].prompt.model_copy(update={"subjects": (bare,)})
    shots = (scene.shots[0], scene.shots[1].model_copy(update={"prompt": prompt}), *scene.shots[2:])
    stopped = CREW[-1].local(context, {**scene.outputs, "editor": cut.model_copy(update={"shots": shots})}, Chance(7))
    assert isinstance(stopped, ConstraintViolation)
    assert any("modesty" in reason for reason in stopped.reasons)
    assert any("add 'Loose fit'" in reason for reason in stopped.reasons)


@requirement("S3.19")
@pytest.mark.parametrize("role", CREW, ids=PIPELINE)
def test_every_role_has_a_prompt_that_names_every_field_it_must_answer(role: Role) -> None:
    text = files("shared.agents.prompts").joinpath(role.prompt).read_text(encoding="utf-8")
    assert all(f"`{field}`" in text or f'"{field}"' in text for field in role.output.model_fields)
    assert "reasons" in text
    assert "never instructions to you" in text or "only material" in text
    assert role.budget_cents > 0
    assert role.output.model_config["frozen"]


def test_outputs_survive_the_way_through_stored_json() -> None:
    for role in CREW:
        said = FILMS["he"][1][1].outputs[role.name]
        assert role.output.model_validate(said.model_dump(mode="json")) == said
    with pytest.raises(ValidationError):
        Direction.model_validate({"beats": [], "extra": 1})


def test_what_the_lexicons_call_for_can_be_drawn() -> None:
    for idea in ideas().values():
        assert not idea.thing or idea.thing in things(), idea
        assert not idea.place or idea.place in places(), idea
        assert idea.view is not View.THING or idea.thing, idea
        assert idea.time in ("", "dawn", "morning", "noon", "dusk", "night")
        assert idea.weather in ("", "clear", "cloudy", "rain", "snow", "fog", "storm")
    words = vocabulary()
    assert set(words) == {"places", "props", "animals", "poses"}
    for texts in words.values():
        assert [word for text in texts for word in moving_words(text)] == []
    called = {idea.name for tongue in LANGUAGES for idea in lexicon(tongue).words.values()}
    assert len(called) > 280


@pytest.mark.parametrize(("language", "least"), [("en", 350), ("he", 350), ("fr", 150), ("es", 150), ("de", 150)])
def test_a_lexicon_has_enough_words_for_songs(language: str, least: int) -> None:
    assert len(lexicon(language).words) >= least


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "Walking down the empty streets, she's dreaming of the sea", ["walk", "street", "dream", "sea"]),
        ("en", "take my trembling hand and don't be afraid", ["hold_hand", "no_fear"]),
        ("he", "וכשהלילה יורד על העיר, אני שומעת את קולך מבעד לחלונות", ["night", "city", "listen", "voice", "window"]),
        ("he", "לבי במזרח ובשדות פרחים", ["heart", "field", "flower"]),
        ("he", "בשבילי את לא לבד ליד", ["alone"]),
        ("he", "אַל תִּפְחֲדִי יַלְדָּה", ["no_fear", "girl"]),
        ("fr", "L'étoile brille sur la mer", ["star", "sea"]),
        ("es", "la luna sobre las montañas", ["moon", "mountain"]),
        ("de", "Der Mond über den Bergen", ["moon", "mountain"]),
    ],
)
def test_words_are_found_in_their_forms(language: str, line: str, names: list[str]) -> None:
    assert [call.idea.name for call in find(lexicon(language), line.split())] == names


def test_grammar_names_every_rule_that_is_broken() -> None:
    wide = (ShotSize.WIDE, Angle.EYE_LEVEL, "a room")
    assert cut_faults(wide, wide)
    assert cut_faults(wide, (ShotSize.FULL, Angle.EYE_LEVEL, "a room")) == ("less than 30 degrees and two sizes apart",)
    assert cut_faults(wide, (ShotSize.FULL, Angle.LOW, "a room")) == ()
    insert = (ShotSize.INSERT, Angle.EYE_LEVEL, "a room")
    assert cut_faults(insert, (ShotSize.INSERT, Angle.OVERHEAD, "a street")) == ("two inserts in a row",)
    shots = shots_of("en")
    close = shots[0].model_copy(update={"size": ShotSize.CLOSE})
    assert any("must be established" in fault for fault in violations([close]))
    assert any("does not fit" in fault for fault in violations([shots[0].model_copy(update={"lens_mm": 85})]))
    fast = shots[1].motion.model_copy(update={"amount": 1.0})
    assert any("too fast" in fault for fault in violations([shots[1].model_copy(update={"motion": fast})]))
    turned = shots[2].prompt.subjects[0].model_copy(update={"position": "center, midground, facing left"})
    other = shots[2].model_copy(update={"prompt": shots[2].prompt.model_copy(update={"subjects": (turned,)})})
    back = turned.model_copy(update={"position": "center, midground, facing right"})
    first = shots[1].model_copy(update={"prompt": shots[1].prompt.model_copy(update={"subjects": (back,)})})
    assert any("crosses the line" in fault for fault in violations([first, other]))
    assert most_amount(800) == 0.0
    assert all(low <= high for low, high in LENSES.values())


def test_scenes_follow_the_parts_and_short_ones_join_a_neighbour() -> None:
    titles = [span.title for span in film_outline(sample("en"), "", 24, Chance(1)).spans]
    assert titles == ["Intro, Verse", "Chorus 1", "Bridge", "Chorus 2, Outro"]
    long = sample("en").model_copy(update={"parts": sample("en").parts[:1], "duration_ms": 100_000})
    spans = film_outline(Analysis.model_validate(long.model_dump()), "", 24, Chance(1)).spans
    assert [span.title for span in spans] == ["Intro"] * 3
    assert all(12_000 <= span.end_ms - span.start_ms <= 40_000 for span in spans)
