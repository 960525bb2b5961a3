"""The stitch plan: exact for every approved film, and a refusal that names everything that stands in the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.timeline import ApprovedScene, FinishedShot, StitchPlan, plan_hash, plan_stitch
from shared.kernel.errors import Refused
from tests.requirements import requirement

Film = tuple[tuple[ApprovedScene, ...], tuple[FinishedShot, ...], int]


def made(*scenes: tuple[int, ...]) -> Film:
    """A film of scenes, each given by the lengths of its shots."""
    at, built_scenes, built_shots = 0, [], []
    for row, lengths in enumerate(scenes, start=1):
        begin = at
        for column, frames in enumerate(lengths, start=1):
            built_shots.append(
                FinishedShot(
                    shot_id=f"SC{row:02d}-SH{column:02d}",
                    scene_id=f"SC{row:02d}",
                    scene_version=3,
                    version_id="v1",
                    approved=True,
                    clip=f"clip-{row}-{column}",
                    start_frame=at,
                    end_frame=at + frames,
                )
            )
            at += frames
        built_scenes.append(
            ApprovedScene(scene_id=f"SC{row:02d}", version=3, approved=True, start_frame=begin, end_frame=at)
        )
    return tuple(built_scenes), tuple(built_shots), at


def planned(film: Film) -> StitchPlan:
    scenes, shots, total = film
    return plan_stitch(scenes, shots, "song", 24, total)


def refusal(film: Film) -> str:
    with pytest.raises(Refused) as caught:
        planned(film)
    return str(caught.value)


def with_shot(film: Film, index: int, **change: object) -> Film:
    scenes, shots, total = film
    changed = shots[index].model_copy(update=change)
    return scenes, (*shots[:index], changed, *shots[index + 1 :]), total


def with_scene(film: Film, index: int, **change: object) -> Film:
    scenes, shots, total = film
    return (*scenes[:index], scenes[index].model_copy(update=change), *scenes[index + 1 :]), shots, total


FILMS = st.lists(st.lists(st.integers(1, 200), min_size=1, max_size=5).map(tuple), min_size=1, max_size=5)


@requirement("S3.58")
@given(FILMS, st.data())
def test_the_cuts_fill_the_film_exactly_whatever_order_they_come_in(
    lengths: list[tuple[int, ...]], data: st.DataObject
) -> None:
    scenes, shots, total = made(*lengths)
    plan = plan_stitch(scenes[::-1], data.draw(st.permutations(shots)), "song", 24, total)
    at = 0
    for cut in plan.cuts:
        assert cut.start_frame == at
        at += cut.out_frame - cut.in_frame
    assert at == plan.total_frames == total
    assert [cut.shot_id for cut in plan.cuts] == [shot.shot_id for shot in shots]
    assert plan_hash(plan) == plan_hash(planned((scenes, shots, total)))


@given(FILMS, st.data())
def test_a_shot_left_out_is_never_hidden(lengths: list[tuple[int, ...]], data: st.DataObject) -> None:
    scenes, shots, total = made(*lengths)
    lost = data.draw(st.integers(0, len(shots) - 1))
    message = refusal((scenes, (*shots[:lost], *shots[lost + 1 :]), total))
    assert f"frames {shots[lost].start_frame}-{shots[lost].end_frame}" in message
    assert f"scene {shots[lost].scene_id}" in message


@given(FILMS, st.data())
def test_a_shot_moved_by_one_frame_is_refused(lengths: list[tuple[int, ...]], data: st.DataObject) -> None:
    film = made(*lengths)
    moved = data.draw(st.integers(0, len(film[1]) - 1))
    shot = film[1][moved]
    step = data.draw(st.sampled_from((-1, 1)))
    assert shot.scene_id in refusal(
        with_shot(film, moved, start_frame=shot.start_frame + step, end_frame=shot.end_frame + step)
    )


def test_a_gap_and_an_overlap_are_named_with_their_times() -> None:
    film = made((48, 48), (48, 48))
    message = refusal(with_shot(with_shot(film, 1, start_frame=60), 3, start_frame=120))
    assert "nothing covers (0:02.000-0:02.500, frames 48-60) of scene SC01, before shot SC01-SH02" in message
    assert "shot SC02-SH01 and shot SC02-SH02 overlap (0:05.000-0:06.000, frames 120-144)" in message


@requirement("S3.59")
@pytest.mark.parametrize(
    ("film", "named"),
    [
        (with_scene(made((24,), (24,)), 1, approved=False), r"scene SC02 \(0:01.000-0:02.000, .*\) is not approved"),
        (
            with_scene(made((24,), (24,)), 0, version=4),
            r"shot SC01-SH01 .* made from version 3 of scene SC01, .* now version 4",
        ),
        (with_shot(made((24, 24)), 1, approved=False), r"shot SC01-SH02 \(0:01.000-0:02.000, .*\) is not approved"),
        (with_shot(made((24, 24)), 0, clip=None), r"shot SC01-SH01 .* has no clip"),
        (with_shot(made((24,), (24,)), 1, scene_id="SC09"), r"shot SC02-SH01 .* scene SC09, which is not in the film"),
        (with_shot(made((24, 24)), 1, shot_id="SC01-SH01"), r"shot SC01-SH01 is there more than once"),
        (with_scene(made((24,), (24,)), 1, scene_id="SC01"), r"scene SC01 is there more than once"),
        (with_shot(made((24, 24)), 0, end_frame=0), r"shot SC01-SH01 .* has no length"),
        (with_shot(made((24,), (24,)), 0, end_frame=30), r"shot SC01-SH01 .* reaches beyond scene SC01"),
        ((*made((24,), (24,))[:2], 72), r"nothing covers \(0:02.000-0:03.000, frames 48-72\) of the film"),
        (((), (), 24), r"nothing covers \(0:00.000-0:01.000, frames 0-24\) of the film"),
    ],
)
def test_what_stands_in_the_way_is_named(film: Film, named: str) -> None:
    assert re.search(named, refusal(film))


def test_all_reasons_come_at_once() -> None:
    film = with_scene(with_shot(made((24, 24), (24,)), 0, clip=None, approved=False), 1, approved=False)
    message = refusal(film)
    assert [text in message for text in ("SC01-SH01", "not approved", "no clip", "scene SC02")] == [True] * 4


def test_the_window_of_a_clip_begins_where_the_shot_says() -> None:
    cut = planned(with_shot(made((24,)), 0, in_frame=5)).cuts[0]
    assert (cut.in_frame, cut.out_frame) == (5, 29)


def test_another_plan_has_another_hash_and_the_same_plan_keeps_its_own() -> None:
    assert plan_hash(planned(made((24,)))) != plan_hash(planned(with_shot(made((24,)), 0, clip="other")))
    assert plan_hash(planned(made((24,)))) == "78b31ffc369994f5d46853d61a0ee3dfc5b4965db79f578f9a26341407c24b74"
