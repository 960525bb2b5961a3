"""Props and animals of the draft renderer."""

import numpy as np
import pytest

from shared.adapters.images.draft.animal import ANIMALS, draw_animal, known_animal
from shared.adapters.images.draft.prop import PROPS, draw_prop, known_prop, singular
from shared.adapters.images.draft.prop_words import SYNONYMS
from shared.adapters.images.draft.stage import Colour, Placement
from shared.kernel.errors import Unsupported
from tests.unit.draft.drawing import DAY, extent, pixels

AT = Placement(300, 330, 150)


def prop(noun: str, colours=(), at=AT, seed=3) -> np.ndarray:
    return pixels(lambda canvas: draw_prop(canvas, noun, tuple(colours), at, DAY, seed), 600, 400)


def test_there_are_many_things_and_the_animals_of_songs():
    assert len(PROPS) >= 80
    wanted = "bird,birds in flight,dove,butterfly,cat,dog,horse,sheep,fish,whale,wolf,deer,owl,fox,lion"
    assert set(wanted.split(",")) <= set(ANIMALS)


@pytest.mark.parametrize("noun", sorted(PROPS))
def test_every_prop_has_a_body_of_its_height_and_never_changes(noun):
    sheet = prop(noun)
    _, top, _, bottom = extent(sheet, 200 if noun not in ("footprints", "glass") else 80)
    assert 75 <= bottom - top <= 200
    assert len(np.unique(sheet[sheet[..., 3] > 0], axis=0)) > 40, "shaded, not flat"
    assert np.array_equal(sheet, prop(noun))


@pytest.mark.parametrize("noun", sorted(ANIMALS))
def test_every_animal_has_a_body_and_turns_when_it_faces_left(noun):
    right, left = (
        pixels(lambda canvas, f=f: draw_animal(canvas, noun, (), Placement(300, 330, 150, f), DAY, 3), 600, 400)
        for f in (1.0, -1.0)
    )
    assert (right[..., 3] > 200).sum() > 1000
    assert np.abs((right[..., 3] > 128).sum() - (left[..., 3] > 128).sum()) < 200
    assert not np.array_equal(right, left) or noun == "butterfly"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Paper boats across the ceiling", "paper boats"),
        ("counting every quiet star", "star"),
        ("two candles on the table", "candles"),
        ("the leaves are falling", "leaves"),
        ("an old rowing boat by the shore", "boat"),
        ("she holds an envelope", "letter"),
        ("Hold my hand until the morning", "open hand"),
        ("the streetlight hums", "street lamp"),
        ("a starling in a caravan", None),
        ("", None),
    ],
)
def test_the_first_thing_named_is_found(text, noun):
    assert known_prop(text) == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the lambs are asleep", "sheep"),
        ("birds in flight over the sea", "birds in flight"),
        ("two wolves", "wolves"),
        ("a catalogue", None),
    ],
)
def test_the_first_animal_named_is_found(text, noun):
    assert known_animal(text) == noun


def test_every_other_word_leads_to_something_that_can_be_drawn():
    assert set(SYNONYMS.values()) <= set(PROPS)
    assert all(singular(known_prop(word) or "") in PROPS for word in SYNONYMS)


def test_a_plural_draws_several():
    one, many = (prop(noun, at=Placement(300, 330, 90)) for noun in ("paper boat", "paper boats"))
    left, _, right, _ = extent(many)
    alone = extent(one)
    assert right - left > 1.1 * (alone[2] - alone[0])
    columns = (many[..., 3] > 128).sum(axis=1)
    assert columns.max() > 0


def test_the_colours_asked_for_are_used():
    red, blue = (prop("balloon", (Colour.of(text),)) for text in ("#D02020", "#2040D0"))
    body = (slice(190, 250), slice(285, 315))
    assert red[body][..., 2].mean() > 2 * red[body][..., 0].mean()
    assert blue[body][..., 0].mean() > 2 * blue[body][..., 2].mean()


def test_what_cannot_be_drawn_is_said():
    with pytest.raises(Unsupported, match="spaceship"):
        prop("spaceship")
    with pytest.raises(Unsupported, match="unicorn"):
        pixels(lambda canvas: draw_animal(canvas, "unicorn", (), AT, DAY, 3))
