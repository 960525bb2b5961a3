"""What a film looks at: sizes and sides take turns, and its last picture is an ending."""

import pytest

from shared.domain.prompt import ShotSize
from shared.domain.shotlist import ShotPlan
from tests.unit.crew.songs import film, sample

FILMS = {name: film(sample(name)) for name in ("en", "he")}


def shots_of(name: str) -> list[ShotPlan]:
    return [shot for scene in FILMS[name][1] for shot in scene.shots]


@pytest.mark.parametrize("song", ["en", "he"])
def test_the_film_ends_wide_after_one_more_look_from_near(song: str) -> None:
    *_, before, last = shots_of(song)
    assert last.size in (ShotSize.EXTREME_WIDE, ShotSize.WIDE)
    assert before.size not in (ShotSize.EXTREME_WIDE, ShotSize.WIDE)
    assert all("facing away" in subject.position for subject in last.prompt.subjects)


@pytest.mark.parametrize("song", ["en", "he"])
def test_a_film_looks_at_things_faces_and_over_shoulders_and_seldom_at_whole_rooms(song: str) -> None:
    shots = shots_of(song)
    behind = [shot for shot in shots if any("facing away" in subject.position for subject in shot.prompt.subjects)]
    wide = [shot for shot in shots if shot.size in (ShotSize.EXTREME_WIDE, ShotSize.WIDE)]
    assert len({shot.size for shot in shots}) >= 5
    assert 3 <= len(behind) <= len(shots) // 3
    assert len(wide) <= len(shots) // 3


def test_nobody_pours_wine_for_a_child() -> None:
    analysis = sample("en")
    words = [word.model_copy(update={"text": "wine"}) for word in analysis.moments[1].words]
    poured = analysis.moments[1].model_copy(update={"words": tuple(words), "text": "wine " * len(words)})
    moments = (analysis.moments[0], poured, *analysis.moments[2:])
    _, scenes = film(analysis.model_copy(update={"moments": moments}), "A girl, 9 years old, at a table")
    drawn = " ".join(s.description for scene in scenes for shot in scene.shots for s in shot.prompt.subjects)
    assert "a cup hex" in drawn
    assert "wine" not in drawn
