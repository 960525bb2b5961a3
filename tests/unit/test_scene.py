"""The life of a scene, of what is proposed for it, and of its assets."""

import pytest

from shared.domain import asset as assets
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain.asset import ASSETS, Asset, AssetRequested
from shared.domain.kinds import KINDS
from shared.domain.proposal import PROPOSALS, AgentProposalCreated, Proposal, ProposalStatus
from shared.domain.scene import SCENES, Scene, SceneStatus, SceneUpdated
from shared.kernel.errors import Forbidden, Refused
from tests.factories import ADA, ROBOT, design, plan, prompt, span
from tests.requirements import requirement

UPDATE = SceneUpdated(design=design(), shots=(plan(),), by="ada", standing=False)


def after(*rules, scene=None):
    scene = scene or Scene()
    for rule in rules:
        scene = SCENES.fold(rule(scene), scene)
    return scene


def create(scene):
    return scenes.create(scene, span())


def update(scene):
    return scenes.update(scene, UPDATE)


def approve(scene):
    return scenes.approve(scene, ADA, standing=False)


@requirement("S3.27", "S3.31")
def test_a_scene_is_drafted_reviewed_and_approved_and_every_change_counts_a_version():
    scene = after(create, update, update, scenes.submit, approve)
    assert (scene.status, scene.version, scene.approved_by) == (SceneStatus.APPROVED, 2, "ada")


@requirement("S3.29")
@pytest.mark.parametrize("rules", [(create, update, scenes.submit), (create, update, scenes.submit, approve)])
def test_only_a_draft_can_be_edited(rules):
    with pytest.raises(Refused, match="must be DRAFT"):
        update(after(*rules))


@requirement("S3.30")
def test_only_a_person_approves_a_scene():
    waiting = after(create, update, scenes.submit)
    with pytest.raises(Forbidden):
        scenes.approve(waiting, ROBOT, standing=False)


def test_a_revision_voids_the_approval_and_begins_a_new_pipeline():
    back = after(create, update, scenes.submit, approve, lambda s: scenes.request_revision(s, ADA, "darker"))
    assert (back.status, back.approved_by, back.run) == (SceneStatus.DRAFT, "", 2)
    with pytest.raises(Forbidden):
        scenes.request_revision(after(create, update, scenes.submit), ROBOT, "darker")


def test_the_events_of_the_seed_have_exactly_their_names():
    wanted = {
        "SceneCreated", "SceneUpdated", "SceneSubmittedForReview", "SceneApproved", "SceneRevisionRequested",
        "AgentProposalCreated", "AgentRunFailed", "FinalRenderCompleted",
    }  # fmt: skip
    known = {event.__name__ for kind in KINDS.values() for event in kind.evolve}
    assert wanted <= known


@requirement("S3.67", "S3.68", "S3.46")
def test_a_failed_run_flags_the_scene_once_and_an_overtaken_run_does_not():
    flagged = after(create, lambda s: scenes.fail_run(s, "producer", 1, "too dear"))
    assert flagged.flag == "producer: too dear"
    assert scenes.fail_run(flagged, "producer", 1, "again") == ()
    assert scenes.fail_run(after(create), "producer", 0, "old") == ()


@requirement("S1.42")
def test_shots_may_be_made_only_when_the_last_asset_is_there():
    ordered = after(create, lambda s: scenes.order_assets(s, ("a", "b")))
    first = scenes.receive_asset(ordered, "a")
    assert [type(e).__name__ for e in first] == ["SceneAssetReceived"]
    last = scenes.receive_asset(SCENES.fold(first, ordered), "b")
    assert [type(e).__name__ for e in last] == ["SceneAssetReceived", "SceneAssetsReady"]
    assert scenes.receive_asset(SCENES.fold(last, SCENES.fold(first, ordered)), "b") == ()
    assert scenes.receive_asset(ordered, "stranger") == ()


def test_an_asset_is_asked_for_and_received_once():
    wanted = AssetRequested(scene_id="sc01", role="prop", name="candle", prompt=prompt(), seed=1)
    asset = ASSETS.fold(assets.request(Asset(), wanted))
    assert assets.request(asset, wanted) == ()
    drawn = ASSETS.fold(assets.receive(asset, "blob", "draft-1"), asset)
    assert drawn.blob == "blob"
    assert assets.receive(drawn, "other", "draft-1") == ()
    with pytest.raises(Refused):
        assets.receive(Asset(), "blob", "draft-1")


@requirement("S3.34", "S3.04")
def test_a_proposal_is_immutable_and_only_a_person_decides_on_it():
    made = AgentProposalCreated(scene_id="sc01", run=1, role="writer", prompt="p", model="m", output={}, cost_cents=0)
    proposal = PROPOSALS.fold(proposals.propose(Proposal(), made))
    assert proposals.propose(proposal, made) == ()
    with pytest.raises(Forbidden):
        proposals.accept(proposal, ROBOT, standing=True)
    taken = PROPOSALS.fold(proposals.accept(proposal, ADA, standing=False), proposal)
    assert taken.status is ProposalStatus.ACCEPTED
    assert proposals.accept(taken, ADA, standing=False) == ()
    with pytest.raises(Refused):
        proposals.reject(taken, ADA, "no")
