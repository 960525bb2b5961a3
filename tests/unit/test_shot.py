"""The life of a shot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import shot as shots
from shared.domain.shot import NEXT, SHOTS, Shot, ShotClipReady, ShotDrafted, ShotImageReady, Status, VersionStatus
from shared.kernel.errors import Forbidden, Refused
from tests.factories import ADA, ROBOT, plan
from tests.requirements import requirement

IMAGE = ShotImageReady(version_id="v1", start_image="a", end_image="b", model="draft-1")
CLIP = ShotClipReady(version_id="v1", clip="c", model="draft-motion-1")


def after(*rules, shot=None):
    shot = shot or Shot()
    for rule in rules:
        shot = SHOTS.fold(rule(shot), shot)
    return shot


def draft(shot):
    return shots.draft(shot, plan(), 1, 7)


def passed(shot):
    return shots.validate(shot, ())


def drawn(shot):
    return shots.receive_image(shot, IMAGE)


def approved(shot):
    return shots.approve(shot, ADA, standing=False)


def animated(shot):
    return shots.receive_clip(shot, CLIP)


def rendered(shot):
    return shots.render(shot, "v1", "film")


LIFE = (draft, passed, drawn, approved, animated, rendered)


@requirement("S1.71", "S1.69")
def test_a_shot_goes_from_analysis_to_the_final_render_through_every_gate():
    seen = [after(*LIFE[:n]).status for n in range(len(LIFE) + 1)]
    assert seen == [
        Status.AUDIO_ANALYSIS, Status.VALIDATION, Status.GENERATING_IMAGE, Status.AWAITING_APPROVAL,
        Status.GENERATING_VIDEO, Status.COMPLETED, Status.FINAL_RENDER,
    ]  # fmt: skip


@requirement("S1.83")
@given(
    st.lists(st.sampled_from([*LIFE, lambda s: shots.validate(s, ("x",)), lambda s: shots.fail(s, "x")]), max_size=30)
)
def test_no_sequence_of_decisions_makes_a_move_that_is_not_drawn(rules):
    shot = Shot()
    for rule in rules:
        try:
            events = rule(shot)
        except Refused:
            continue
        for event in events:
            moved = SHOTS.fold([event], shot)
            redraft = isinstance(event, ShotDrafted) and shot.status is Status.DRAFT
            assert moved.status == shot.status or moved.status in NEXT[shot.status] or redraft
            shot = moved


def test_every_status_can_be_reached_and_none_but_the_first_comes_from_nowhere():
    assert set(NEXT) == set(Status)
    assert {s for to in NEXT.values() for s in to} == set(Status) - {Status.AUDIO_ANALYSIS}


@pytest.mark.parametrize("n", range(len(LIFE)))
def test_a_second_delivery_changes_nothing(n):
    shot = after(*LIFE[: n + 1])
    assert LIFE[n](shot) == ()


@requirement("S3.03")
def test_only_a_person_approves_and_the_approval_names_the_version():
    waiting = after(draft, passed, drawn)
    with pytest.raises(Forbidden):
        shots.approve(waiting, ROBOT, standing=True)
    assert after(approved, shot=waiting).approved_version == "v1"


def test_an_unapproved_clip_is_refused():
    with pytest.raises(Refused, match="not approved"):
        animated(after(draft, passed, drawn))


@requirement("S1.73")
def test_findings_send_the_shot_back_to_draft_with_the_reason():
    returned = after(draft, lambda s: shots.validate(s, ("the pose moves",)))
    assert (returned.status, returned.findings) == (Status.DRAFT, ("the pose moves",))
    mended = after(lambda s: shots.draft(s, plan(words="mended"), 1, 7, fix=True), shot=returned)
    assert (mended.status, mended.fixes, len(mended.versions)) == (Status.VALIDATION, 1, 2)


def test_a_new_plan_makes_a_new_version_and_voids_the_approval():
    finished = after(*LIFE[:5])
    again = after(lambda s: shots.draft(s, plan(words="other"), 2, 7), shot=finished)
    assert [v.version_id for v in again.versions] == ["v1", "v2"]
    assert again.versions[0] == finished.versions[0]
    assert (again.approved_version, again.status) == ("", Status.VALIDATION)
    assert again.current.status is VersionStatus.PENDING


def test_a_picture_for_an_older_version_changes_nothing():
    shot = after(
        draft, lambda s: shots.validate(s, ("x",)), lambda s: shots.draft(s, plan(words="y"), 1, 7, fix=True), passed
    )
    assert drawn(shot) == ()


def test_a_failed_shot_says_why_and_can_be_planned_anew():
    failed = after(draft, passed, lambda s: shots.fail(s, "no ink"))
    assert (failed.status, failed.failure) == (Status.FAILED, "no ink")
    assert after(lambda s: shots.draft(s, plan(words="y"), 1, 7), shot=failed).status is Status.VALIDATION


@requirement("S1.64")
def test_a_version_carries_the_seed_of_its_scene():
    assert after(draft).current.seed == 7
