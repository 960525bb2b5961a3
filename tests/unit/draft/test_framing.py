"""Subjects are as large as the shot says and stand where the prompt puts them."""

import numpy as np
import pytest

from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.composition import layers_of, site_of
from shared.domain.prompt import Angle, Camera, ImagePrompt, ShotSize, Subject, SubjectType
from shared.ports.images import ImageRequest

SIZE = (640, 360)
GIRL = "the girl, Young girl, 9 years old, braided brown hair hex #5E3B22, skin hex #F0C8A4, dress hex #D98C83"
MOTHER = "the mother, woman, 37 years old, pinned up hair hex #7E3B22, skin hex #F0C8A4, long dress hex #45305C"


def extent(size: ShotSize, third: str = "center", **subject: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the first subject's layer, as shares of the frame."""
    given = {"type": "person", "description": "a tall woman with short hair in trousers", "pose": "standing", **subject}
    who = Subject.model_validate({**given, "position": f"{third}, midground, facing camera"})
    camera = Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=35)
    prompt = ImagePrompt(scene="a wide field, noon", subjects=(who,), style="", lighting="", camera=camera)
    layers = layers_of(ImageRequest(prompt=prompt, seed=3, width=SIZE[0], height=SIZE[1]))
    name = "person 0" if given["type"] == "person" else f"{given['description'].split()[-1]} 0"
    layer = next(layer for layer in layers if layer.name == name)
    ys, xs = np.nonzero(layer.image.toarray()[..., 3] > 200)
    wide, high = sheet_size(SIZE)
    xs, ys = (xs - (wide - SIZE[0]) / 2) / SIZE[0], (ys - (high - SIZE[1]) / 2) / SIZE[1]
    return float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())


@pytest.mark.parametrize(
    ("size", "low", "high"),
    [(ShotSize.EXTREME_WIDE, 0.09, 0.16), (ShotSize.WIDE, 0.25, 0.34), (ShotSize.FULL, 0.66, 0.82)],
)
def test_a_whole_figure_takes_the_share_that_its_shot_means(size: ShotSize, low: float, high: float) -> None:
    _, top, _, bottom = extent(size)
    assert low < bottom - top < high
    assert bottom < 1.0


@pytest.mark.parametrize("size", [ShotSize.MEDIUM, ShotSize.MEDIUM_CLOSE, ShotSize.CLOSE])
def test_a_cut_figure_keeps_its_head_in_the_frame_and_runs_out_below(size: ShotSize) -> None:
    _, top, _, bottom = extent(size)
    assert -0.03 < top < 0.25
    assert bottom > 1.0


def test_an_extreme_close_up_fills_the_frame() -> None:
    left, top, right, bottom = extent(ShotSize.EXTREME_CLOSE)
    assert top < 0 < 1 < bottom
    assert right - left > 0.5


def test_subjects_stand_in_the_third_they_are_put_in() -> None:
    for third, centre in (("left third", 1 / 3), ("center", 0.5), ("right third", 2 / 3)):
        left, _, right, _ = extent(ShotSize.WIDE, third)
        assert abs((left + right) / 2 - centre) < 0.04


def test_an_insert_shows_a_small_thing_large() -> None:
    thing = {"type": str(SubjectType.PROP), "description": "an old key", "pose": "at rest"}
    _, top, _, bottom = extent(ShotSize.INSERT, **thing)
    assert bottom - top > 0.3


def shot(scene: str, size: ShotSize, *subjects: tuple[str, str, str, str], seed: int = 3) -> ImageRequest:
    """A picture of (type, description, pose, position)."""
    given = tuple(
        Subject(type=SubjectType(kind), description=looks, pose=pose, position=where)
        for kind, looks, pose, where in subjects
    )
    camera = Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=35)
    prompt = ImagePrompt(scene=scene, subjects=given, style="", lighting="", camera=camera)
    return ImageRequest(prompt=prompt, seed=seed, width=SIZE[0], height=SIZE[1])


def boxes(request: ImageRequest) -> dict[str, tuple[int, int, int, int]]:
    """Left, top, right, bottom of each subject's layer in px of the layer, by its name."""
    found = {}
    for layer in layers_of(request):
        if layer.name[-1].isdigit():
            ys, xs = np.nonzero(layer.image.toarray()[..., 3] > 200)
            found[layer.name] = (int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max()))
    return found


@pytest.mark.parametrize("size", [ShotSize.WIDE, ShotSize.FULL])
def test_a_child_stands_three_quarters_as_tall_as_her_mother_on_the_same_ground(size: ShotSize) -> None:
    pair = shot(
        "a street, noon",
        size,
        ("person", GIRL, "standing, at rest", "left third, midground, facing right"),
        ("person", MOTHER, "standing, at rest", "right third, midground, facing left"),
    )
    child, mother = (boxes(pair)[f"person {index}"] for index in (0, 1))
    assert 0.68 < (child[3] - child[1]) / (mother[3] - mother[1]) < 0.84
    assert abs(child[3] - mother[3]) <= 4


def test_faces_of_a_child_and_her_mother_are_both_in_a_medium_shot_the_mother_s_higher() -> None:
    pair = shot(
        "a street, noon",
        ShotSize.MEDIUM,
        ("person", GIRL, "standing, at rest", "left third, midground, facing right"),
        ("person", MOTHER, "standing, at rest", "center, midground, facing left"),
    )
    child, mother = (boxes(pair)[f"person {index}"] for index in (0, 1))
    assert 0 < mother[1] < child[1] < 0.6 * SIZE[1]


def test_hands_that_are_joined_reach_each_other() -> None:
    pair = shot(
        "a street, noon",
        ShotSize.FULL,
        ("person", GIRL, "standing hand in hand", "left third, midground, facing right"),
        ("person", MOTHER, "standing hand in hand", "center, midground, facing left"),
    )
    child, mother = (boxes(pair)[f"person {index}"] for index in (0, 1))
    assert abs(child[2] - mother[0]) < 0.02 * SIZE[0]


@pytest.mark.parametrize("seed", [3, 4, 5, 6])
def test_who_leans_at_the_window_is_at_the_window(seed: int) -> None:
    request = shot(
        "a bedroom with a window, night",
        ShotSize.FULL,
        ("person", GIRL, "leaning at the window", "left third, midground, facing away"),
        seed=seed,
    )
    site = site_of(request)
    side = 1.0 if site.light.key_x > 0 else -1.0
    window = [site.space.at(side * 1.5 + half, 1.0, 6.3)[0] for half in (-0.75, 0.75)]
    assert window[0] < site.space.width / 3 < window[1]
    assert 5.4 < site.subject_z < 6.3


def test_what_is_held_is_not_drawn_a_second_time() -> None:
    request = shot(
        "a street, noon",
        ShotSize.MEDIUM,
        ("person", GIRL, "holding a folded paper boat", "left third, midground, facing right"),
        ("prop", "a folded paper boat hex #F2EDE0", "at rest", "right third, foreground, facing camera"),
    )
    assert list(boxes(request)) == ["person 0"]


@pytest.mark.parametrize("seed", [3, 4, 5, 6])
def test_a_star_does_not_cover_the_moon(seed: int) -> None:
    for third in ("left third", "center", "right third"):
        star = ("prop", "a bright star hex #FFE9A8", "at rest", f"{third}, background, facing camera")
        request = shot("a night sky full of stars, moon, night", ShotSize.WIDE, star, seed=seed)
        site, (left, _, right, _) = site_of(request), boxes(request)["star 0"]
        unit = SIZE[1] / 1080
        moon = site.space.width * (0.5 + 0.3 * site.light.key_x) * unit + (sheet_size(SIZE)[0] - SIZE[0]) / 2
        assert not left - 30 * unit < moon < right + 30 * unit
