"""People of the draft renderer: read from words, posed, lit and always the same."""

import numpy as np
import pytest
import skia

from shared.adapters.images.draft.figure import Person, draw_person, head_of
from shared.adapters.images.draft.person_hold import held_in
from shared.adapters.images.draft.person_reading import read_look, stature_of
from shared.adapters.images.draft.stage import Colour, Placement
from tests.unit.draft.drawing import DAY, FROM_RIGHT, extent, pixels

GIRL = (
    "a 12-year-old girl, slight build, long dark hair hex #2A1E1A, skin hex #D9A98A, wearing a heavy mid-calf wool "
    "dress hex #7A2E3A and a knitted cardigan hex #C9B79C"
)
POSES = (
    "standing", "standing looking up", "sitting on the bed", "sitting on the ground", "kneeling", "lying in bed",
    "leaning at the window", "holding her hands out", "one hand raised", "holding a lantern near the chest",
    "hugging her knees", "standing, head bowed", "walking, weight on one foot", "hand in hand", "arms raised",
)  # fmt: skip


def drawn(person: Person, at: Placement, light=DAY, size: int = 400) -> np.ndarray:
    return pixels(lambda canvas: draw_person(canvas, person, at, light), size, size)


def test_colours_belong_to_the_thing_named_beside_them():
    look = read_look(GIRL, 1)
    assert look.colour_of("dress") == Colour.of("#7A2E3A")
    assert look.colour_of("cardigan") == Colour.of("#C9B79C")
    assert (look.hair, look.skin) == (Colour.of("#2A1E1A"), Colour.of("#D9A98A"))
    assert (look.stage, look.female, look.hair_style) == ("child", True, "long")


def test_a_colour_may_stand_before_its_garment():
    look = read_look("a man in a hex #224466 coat over a hex #EEEEDD shirt, grey beard", 1)
    assert look.colour_of("coat") == Colour.of("#224466")
    assert look.colour_of("shirt") == Colour.of("#EEEEDD")
    assert look.beard
    assert not look.female


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("a boy of 8", "child"),
        ("a 16-year-old girl", "teen"),
        ("a soldier aged 30", "adult"),
        ("her grandmother", "old"),
    ],
)
def test_age_is_read_from_numbers_or_from_words(words, stage):
    assert read_look(words, 1).stage == stage


@pytest.mark.parametrize(
    "words", ["a girl in a shirt and shorts", "a small boy", "a child in a swimsuit", "a girl", ""]
)
def test_everybody_is_dressed_above_and_below_and_never_in_less_than_long_clothes(words):
    kinds = {kind for kind, _ in read_look(words, 5).garments}
    assert kinds & {"dress", "robe", "uniform", "suit", "shirt", "sweater"}
    assert kinds & {"dress", "robe", "uniform", "suit", "skirt", "trousers"}


def test_what_the_words_leave_open_is_chosen_by_the_seed_and_stays():
    assert read_look("a woman", 3) == read_look("a woman", 3)
    assert len({read_look("a woman", seed) for seed in range(12)}) > 4


def test_headwear_and_hair_are_read():
    assert read_look("an old man with a kippah", 1).headwear == "kippah"
    assert read_look("a woman in a blue headscarf", 1).headwear == "headscarf"
    assert read_look("a woman in a blue headscarf", 1).colour_of("scarf") is None
    assert read_look("a bald man", 1).hair_style == "bald"


def test_the_same_person_is_drawn_to_the_same_bytes():
    person, at = Person(GIRL, "standing", 7, "hopeful"), Placement(200, 380, 340, 0.6)
    assert np.array_equal(drawn(person, at), drawn(person, at))


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("facing", [-1.0, 0.0, 1.0])
def test_the_head_is_where_it_is_said_to_be_in_every_pose(pose, facing):
    person, at = Person(GIRL, pose, 7), Placement(200, 230, 160, facing)
    x, y, radius = head_of(person, at)
    sheet = drawn(person, at)
    assert sheet[round(y), round(x), 3] == 255
    skin = sheet[round(y - radius * 0.3) : round(y + radius * 0.9), round(x - radius * 0.6) : round(x + radius * 0.6)]
    assert ((skin[..., 2] > skin[..., 0] + 15) & (skin[..., 2] > 90)).mean() > 0.3, "a face is there"


def test_a_standing_person_is_as_high_as_the_placement_says_and_stands_on_it():
    _, top, _, bottom = extent(drawn(Person(GIRL, "standing", 7), Placement(200, 380, 340)))
    assert abs(top - 40) <= 8
    assert abs(bottom - 380) <= 8


def test_poses_have_different_silhouettes():
    masks = [drawn(Person(GIRL, pose, 7), Placement(200, 230, 160, 0.5))[..., 3] > 128 for pose in POSES]
    for i, a in enumerate(masks):
        for j, b in enumerate(masks[:i]):
            same = (a & b).sum() / (a | b).sum()
            assert (
                same < 0.999 if {POSES[i], POSES[j]} & {"standing looking up", "standing, head bowed"} else same < 0.97
            )


def test_the_side_towards_the_light_is_brighter():
    person, at = Person("a man in a white shirt hex #F0F0F0 and trousers", "standing", 7), Placement(200, 380, 340)
    left, right = (drawn(person, at, light)[130:230, 175:225, :3].astype(float) for light in (DAY, FROM_RIGHT))
    assert left[:, :25].mean() > left[:, 25:].mean()
    assert right[:, 25:].mean() > right[:, :25].mean()


def test_expressions_change_the_face_and_nothing_below_it():
    at = Placement(200, 1900, 1800)
    calm, sad = (drawn(Person(GIRL, "standing", 7, mood), at) for mood in ("calm", "sad"))
    x, y, radius = head_of(Person(GIRL, "standing", 7), at)
    differs = np.abs(calm - sad).sum(axis=2) > 30
    rows, columns = np.nonzero(differs)
    assert len(rows) > 200
    assert rows.max() < y + radius
    assert abs(columns - x).max() < radius


def test_who_turns_away_shows_hair_instead_of_a_face():
    person = Person(GIRL, "standing", 7)
    at = Placement(200, 380, 340, away=True)
    x, y, radius = head_of(person, at)
    head = drawn(person, at)[
        round(y - radius / 2) : round(y + radius / 2), round(x - radius / 2) : round(x + radius / 2)
    ]
    assert head[..., :3].mean() < 90


def test_a_close_up_draws_eyes_with_light_in_them_on_both_sides():
    person = Person(GIRL, "standing", 7)
    trial = head_of(person, Placement(0, 0, 4000))
    at = Placement(400 - trial[0], 400 - trial[1], 4000)
    sheet = drawn(person, at, size=800)
    band = sheet[400 : 400 + round(trial[2] * 0.4)]
    for half in (band[:, :400], band[:, 400:]):
        assert (half[..., :3].min(axis=2) > 200).sum() > 60, "white of the eye and catch light"
        assert (half[..., :3].max(axis=2) < 60).sum() > 60, "pupil"


def test_a_person_far_away_is_still_there():
    sheet = drawn(Person(GIRL, "standing", 7), Placement(200, 380, 12))
    assert (sheet[..., 3] > 128).sum() > 12


def test_what_the_pose_holds_is_in_the_hands_in_its_colour():
    at = Placement(200, 380, 340)
    empty, boat = (
        drawn(Person("a man in a black coat hex #101010", f"standing, holding {thing} near the chest", 7), at)
        for thing in ("something", "a paper boat hex #20D020")
    )
    green = (boat[..., 1] > boat[..., 2] + 60) & (boat[..., 3] == 255)
    rows, columns = np.nonzero(green)
    assert len(rows) > 150
    assert 100 < rows.mean() < 230
    assert abs(columns.mean() - 200) < 30
    assert not ((empty[..., 1] > empty[..., 2] + 60) & (empty[..., 3] == 255)).any()


@pytest.mark.parametrize(
    ("pose", "noun"),
    [
        ("holding a lantern", "lantern"),
        ("reading a letter", "letter"),
        ("cradling a lamb", "sheep"),
        ("holding her hands out", None),
        ("standing beside a lantern", None),
        ("playing the piano", None),
    ],
)
def test_only_what_fits_into_hands_is_held(pose, noun):
    held = held_in(pose)
    assert (held.noun if held else None) == noun


def test_drawing_leaves_the_canvas_as_it_was():
    surface = skia.Surface(50, 50)
    canvas = surface.getCanvas()
    before = (canvas.getSaveCount(), canvas.getTotalMatrix().getTranslateX())
    draw_person(canvas, Person(GIRL, "lying in bed", 7), Placement(25, 40, 30), DAY)
    assert (canvas.getSaveCount(), canvas.getTotalMatrix().getTranslateX()) == before


def test_ages_have_their_heights():
    boy, girl, woman, man = (
        stature_of(words) for words in ("a boy, 6 years old", "a girl, 9 years old", "a woman", "a man")
    )
    assert boy < girl < woman < man
    assert 0.7 < girl / woman < 0.82


def test_hair_is_worn_as_its_owner_wears_it():
    assert read_look("Young girl, 9 years old, braided brown hair hex #5E3B22", 1).hair_style == "braids"
    assert read_look("man, 39 years old, short wavy auburn hair hex #7E3B22", 1).hair_style == "short"
    assert read_look("the mother, woman, pinned up auburn hair hex #7E3B22", 1).hair_style == "bun"
