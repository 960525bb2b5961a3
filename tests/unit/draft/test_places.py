"""Places: every one that can be asked for is drawn, whole, in its light, the same each time."""

import hashlib
import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from shared.adapters.images.draft.camera import OVERSCAN, sheet_size
from shared.adapters.images.draft.composition import layers_of, site_of
from shared.adapters.images.draft.place_words import PLACE_WORDS
from shared.adapters.images.draft.places import PLACES
from shared.adapters.images.draft.reading import TIMES, WEATHERS
from shared.adapters.images.draft.renderer import DraftImages
from shared.adapters.images.draft.stage import Layer
from shared.domain.prompt import Angle, Camera, ImagePrompt, MotionPrompt, Move, ShotSize, Subject, SubjectType
from shared.kernel.errors import Unsupported
from shared.ports.images import ImageRequest

GIRL = Subject(
    type=SubjectType.PERSON,
    description="a girl of seven with brown hair hex #5A3825 in a red dress hex #B8443C",
    pose="standing",
    position="left third, midground, facing right",
)


def asked(
    scene: str, size: ShotSize = ShotSize.WIDE, subjects: tuple[Subject, ...] = (), **more: object
) -> ImageRequest:
    """A request for a small picture of a scene."""
    angle = more.pop("angle", Angle.EYE_LEVEL)
    lighting = more.pop("lighting", "soft light")
    prompt = ImagePrompt(
        scene=scene,
        subjects=subjects,
        style="colour board",
        lighting=str(lighting),
        camera=Camera(size=size, angle=Angle(str(angle)), lens_mm=35),
    )
    return ImageRequest.model_validate({"prompt": prompt, "seed": 7, "width": 320, "height": 180, **more})


def seen(request: ImageRequest) -> np.ndarray:
    """The picture as pixels."""
    return np.asarray(Image.open(io.BytesIO(DraftImages().draw(request))).convert("RGB")).astype(float)


def alpha_of(layer: Layer) -> np.ndarray:
    """How opaque each pixel of a layer is, 0..255."""
    return layer.image.toarray()[..., 3]


def test_every_place_that_has_words_is_drawn_and_every_drawn_place_has_words() -> None:
    assert set(PLACES) == set(PLACE_WORDS)


@pytest.mark.parametrize("place", sorted(PLACE_WORDS))
def test_each_place_fills_its_layers_without_a_hole(place: str) -> None:
    word = PLACE_WORDS[place].split("|")[0]
    for size in (ShotSize.EXTREME_WIDE, ShotSize.CLOSE):
        layers = layers_of(asked(f"a {word}, dusk, clear weather", size))
        whole = np.max([alpha_of(layer) for layer in layers], axis=0)
        assert whole.min() >= 250, (place, size)
        assert {(layer.image.width(), layer.image.height()) for layer in layers} == {sheet_size((320, 180))}


@pytest.mark.parametrize("angle", list(Angle))
def test_each_place_is_whole_from_every_angle(angle: Angle) -> None:
    for place in sorted(PLACES):
        word = PLACE_WORDS[place].split("|")[0]
        layers = layers_of(asked(f"a {word}, morning", ShotSize.FULL, angle=angle, width=96, height=54))
        assert np.max([alpha_of(layer) for layer in layers], axis=0).min() >= 250, place


def test_layers_come_from_far_to_near_and_leave_room_for_the_camera() -> None:
    layers = layers_of(asked("a forest, morning, rain", subjects=(GIRL,)))
    depths = [layer.depth for layer in layers]
    assert depths == sorted(depths)
    assert 4 <= len(layers) <= 8
    assert sheet_size((1920, 1080)) == (round(1920 * OVERSCAN), round(1080 * OVERSCAN))


def test_places_do_not_look_alike() -> None:
    pictures = {
        place: seen(asked(f"a {PLACE_WORDS[place].split('|')[0]}, noon", width=96, height=54))
        for place in sorted(PLACES)
    }
    names = sorted(pictures)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            assert np.abs(pictures[one] - pictures[other]).mean() > 2.0, (one, other)


def test_a_day_has_its_hours_and_a_year_its_weather() -> None:
    hours = {time: seen(asked(f"a field, {time}, clear weather")) for time in TIMES}
    assert hours["night"].mean() < hours["dusk"].mean() < hours["noon"].mean()
    red_over_blue = {time: picture[..., 0].mean() - picture[..., 2].mean() for time, picture in hours.items()}
    assert red_over_blue["dusk"] > red_over_blue["noon"] > red_over_blue["night"]
    skies = {weather: seen(asked(f"a street, noon, {weather} weather")) for weather in WEATHERS}
    for one in WEATHERS:
        for other in WEATHERS:
            assert one == other or np.abs(skies[one] - skies[other]).mean() > 1.5, (one, other)


def test_the_palette_of_the_scene_tints_the_picture() -> None:
    warm = seen(asked("a room, morning; palette hex #3A1A10, hex #E8A060"))
    cold = seen(asked("a room, morning; palette hex #101A3A, hex #60A0E8"))
    assert (warm[..., 0] - warm[..., 2]).mean() > (cold[..., 0] - cold[..., 2]).mean() + 8


def test_the_light_of_a_scene_stays_on_its_side_whatever_the_shot() -> None:
    lights = {site_of(asked("a street, dusk", size)).light for size in ShotSize}
    assert len(lights) == 1
    assert site_of(asked("a street, dusk", lighting="low sun from the left")).light.key_x < 0
    assert site_of(asked("a street, dusk", lighting="low sun from the right")).light.key_x > 0


def test_the_same_request_is_drawn_to_the_same_bytes_in_any_order() -> None:
    one, other = asked("a harbour, dusk", subjects=(GIRL,)), asked("a forest, night, snow")
    first = DraftImages()
    before = [first.draw(one), first.draw(other), first.draw(one)]
    second = DraftImages()
    after = [second.draw(other), second.draw(one)]
    assert before[0] == before[2] == after[1]
    assert before[1] == after[0]


def test_another_process_draws_the_same_bytes() -> None:
    request = asked("a bedroom, night, clear weather; a lamp", subjects=(GIRL,))
    program = (
        "import sys, hashlib; from shared.ports.images import ImageRequest;"
        "from shared.adapters.images.draft.renderer import DraftImages;"
        "print(hashlib.sha256(DraftImages().draw(ImageRequest.model_validate_json(sys.argv[1]))).hexdigest())"
    )
    made = subprocess.run(
        [sys.executable, "-c", program, request.model_dump_json()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert made.stdout.strip() == hashlib.sha256(DraftImages().draw(request)).hexdigest()


def test_another_seed_lays_a_place_out_anew() -> None:
    assert np.abs(seen(asked("a forest, noon")) - seen(asked("a forest, noon", seed=8))).mean() > 3


def test_a_picture_has_the_size_asked_for_and_no_bars() -> None:
    for width, height in ((320, 180), (180, 320), (200, 200), (321, 181)):
        picture = seen(asked("a field, noon", width=width, height=height))
        assert picture.shape == (height, width, 3)
        assert picture[0].mean() > 30
        assert picture[-1].mean() > 15


def test_a_size_that_cannot_be_drawn_is_refused_with_the_limits() -> None:
    with pytest.raises(Unsupported, match="16 to 4096"):
        DraftImages().draw(asked("a field", width=5000, height=180))


def test_a_push_in_ends_closer_than_it_starts() -> None:
    motion = MotionPrompt(start_state="At rest", action="the light grows", move=Move.PUSH_IN, amount=1.0)
    start, end = (seen(asked("a street, dusk", motion=motion, at=at)) for at in (0.0, 1.0))
    assert np.abs(start - end).mean() > 3


def test_without_motion_a_picture_is_seen_from_rest() -> None:
    motion = MotionPrompt(start_state="At rest", action="nothing", move=Move.STATIC, amount=0.0)
    assert np.array_equal(seen(asked("a lake, dawn")), seen(asked("a lake, dawn", motion=motion, at=1.0)))


def test_a_place_behind_a_face_is_out_of_focus() -> None:
    def detail(size: ShotSize) -> float:
        layer = next(
            layer for layer in layers_of(asked("a street, noon", size, width=640, height=360)) if layer.name == "houses"
        )
        return float(np.abs(np.diff(layer.image.toarray()[..., :3].astype(float), axis=1)).mean())

    assert detail(ShotSize.CLOSE) < 0.6 * detail(ShotSize.WIDE)
