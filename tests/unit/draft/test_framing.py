"""Subjects are as large as the shot says and stand where the prompt puts them."""

import numpy as np
import pytest

from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.composition import layers_of
from shared.domain.prompt import Angle, Camera, ImagePrompt, ShotSize, Subject, SubjectType
from shared.ports.images import ImageRequest

SIZE = (640, 360)


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
