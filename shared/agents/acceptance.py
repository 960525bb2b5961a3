"""A person's decision turns what the crew proposed for a scene into its design, its shots and its assets."""

from collections.abc import Mapping
from functools import partial

from shared.agents.assets import assets_of
from shared.agents.crew import CREW, PIPELINE
from shared.agents.editor import cut_in
from shared.agents.producer import design_of
from shared.agents.role import Prior
from shared.domain import asset as assets
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain.asset import ASSETS
from shared.domain.proposal import PROPOSALS, Proposal, ProposalStatus, proposal_id
from shared.domain.scene import SCENES, Scene, SceneUpdated
from shared.domain.story import STORIES, STORY
from shared.kernel.errors import Refused
from shared.kernel.events import Actor
from shared.kernel.streams import Change


def accept_run(change: Change, scene_id: str, by: Actor, standing: bool) -> Scene:
    """Accept all proposals of the scene's present run; they become its design, shots and assets.

    Refused while the crew is not done, and when the scene is not a draft.
    """
    scene = change.get(SCENES, scene_id)
    outline = change.get(STORIES, STORY).outline
    assert outline is not None, "a scene is created from an outline"
    run = {role: change.get(PROPOSALS, proposal_id(scene_id, scene.run, role)) for role in PIPELINE}
    if waiting := [role for role, proposal in run.items() if proposal.status is ProposalStatus.NONE]:
        raise Refused(f"scene {scene_id} still waits for its {', '.join(waiting)}")
    for role in PIPELINE:
        change.decide(PROPOSALS, proposal_id(scene_id, scene.run, role), lambda p: proposals.accept(p, by, standing))
    prior = outputs(run)
    design = design_of(prior)
    wanted = SceneUpdated(design=design, shots=cut_in(prior).shots, by=by.id, standing=standing)
    change.decide(SCENES, scene_id, lambda s: scenes.update(s, wanted))
    ordered = assets_of(scene.known_span(), design, outline.bible)
    for asset_id, asset in ordered.items():
        change.decide(ASSETS, asset_id, partial(assets.request, wanted=asset))
    return change.decide(SCENES, scene_id, lambda s: scenes.order_assets(s, tuple(ordered)))


def outputs(run: Mapping[str, Proposal]) -> Prior:
    """What each role of a run said, by role name."""
    models = {role.name: role.output for role in CREW}
    return {role: models[role].model_validate(proposal.output) for role, proposal in run.items()}
