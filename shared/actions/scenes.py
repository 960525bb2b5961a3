"""Actions on scenes and on what the crew proposes for them."""

from pydantic import Field

from shared.actions.projects import OfProject, project_of
from shared.actions.registry import ACTIONS
from shared.agents.acceptance import accept_run
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain.analysis import Value
from shared.domain.proposal import PROPOSALS, Proposal
from shared.domain.scene import SCENES, Scene
from shared.kernel.errors import NotFound
from shared.kernel.streams import Cause, Change, Rule
from shared.ports.studio import Studio


class OfScene(OfProject):
    """Names one scene."""

    scene_id: str = Field(min_length=1, max_length=63)


class WithReason(OfScene):
    """Names one scene and says why."""

    reason: str = Field(min_length=1, max_length=2000, description="Why, in the person's own words.")


class SceneView(OfScene):
    """A scene as every surface shows it."""

    scene: Scene


class Scenes(Value):
    """The scenes of a film in order."""

    scenes: tuple[SceneView, ...]


class ProposalView(OfScene):
    """A proposal as every surface shows it."""

    proposal_id: str
    proposal: Proposal


class Proposals(Value):
    """What was proposed, in the order of its making."""

    proposals: tuple[ProposalView, ...]


class OfProposal(OfScene):
    """Names one proposal and says why."""

    proposal_id: str
    reason: str = Field(min_length=1, max_length=2000, description="Why, in the person's own words.")


@ACTIONS.action("GET", "/projects/{project_id}/scenes")
def list_scenes(given: OfProject, studio: Studio, cause: Cause) -> Scenes:
    """List the scenes of a project in film order."""
    project_of(given, studio)
    found = studio.all(given.project_id, SCENES)
    return Scenes(scenes=tuple(SceneView(project_id=given.project_id, scene_id=i, scene=s) for i, s in found.items()))


@ACTIONS.action("GET", "/projects/{project_id}/scenes/{scene_id}")
def get_scene(given: OfScene, studio: Studio, cause: Cause) -> SceneView:
    """Show one scene with its design and its planned shots."""
    scene = studio.get(given.project_id, SCENES, given.scene_id)
    if scene.span is None:
        raise NotFound(f"project {given.project_id} has no scene {given.scene_id}")
    return SceneView(project_id=given.project_id, scene_id=given.scene_id, scene=scene)


@ACTIONS.action("GET", "/projects/{project_id}/scenes/{scene_id}/proposals")
def list_proposals(given: OfScene, studio: Studio, cause: Cause) -> Proposals:
    """List what the crew proposed for a scene, every run."""
    found = studio.all(given.project_id, PROPOSALS).items()
    return Proposals(
        proposals=tuple(
            ProposalView(project_id=given.project_id, scene_id=given.scene_id, proposal_id=id_, proposal=proposal)
            for id_, proposal in found
            if proposal.scene_id == given.scene_id
        )
    )


@ACTIONS.action("POST", "/projects/{project_id}/scenes/{scene_id}/accept", who="human")
def accept_proposals(given: OfScene, studio: Studio, cause: Cause) -> SceneView:
    """Accept the crew's latest proposals for a draft scene: they become its design and its planned shots."""

    def work(change: Change) -> SceneView:
        scene = accept_run(change, given.scene_id, cause.actor, standing=False)
        return SceneView(project_id=given.project_id, scene_id=given.scene_id, scene=scene)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("POST", "/projects/{project_id}/scenes/{scene_id}/proposals/{proposal_id}/reject", who="human")
def reject_proposal(given: OfProposal, studio: Studio, cause: Cause) -> ProposalView:
    """Decline one proposal, saying why; the scene stays as it is."""

    def work(change: Change) -> ProposalView:
        rule: Rule[Proposal] = lambda p: proposals.reject(p, cause.actor, given.reason)  # noqa: E731  # one line says it
        proposal = change.decide(PROPOSALS, given.proposal_id, rule)
        return ProposalView(**given.model_dump(exclude={"reason"}), proposal=proposal)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("POST", "/projects/{project_id}/scenes/{scene_id}/submit-review")
def submit_scene(given: OfScene, studio: Studio, cause: Cause) -> SceneView:
    """Offer a draft scene for approval."""
    return _decide(given, studio, cause, scenes.submit)


@ACTIONS.action("POST", "/projects/{project_id}/scenes/{scene_id}/approve", who="human")
def approve_scene(given: OfScene, studio: Studio, cause: Cause) -> SceneView:
    """Approve the scene's current version, which unlocks the film."""
    return _decide(given, studio, cause, lambda s: scenes.approve(s, cause.actor, standing=False))


@ACTIONS.action("POST", "/projects/{project_id}/scenes/{scene_id}/request-revision", who="human")
def request_scene_revision(given: WithReason, studio: Studio, cause: Cause) -> SceneView:
    """Send a scene back to draft, saying why; its approval is void and the crew proposes anew."""
    return _decide(given, studio, cause, lambda s: scenes.request_revision(s, cause.actor, given.reason))


def _decide(given: OfScene, studio: Studio, cause: Cause, rule: Rule[Scene]) -> SceneView:
    def work(change: Change) -> SceneView:
        scene = change.decide(SCENES, given.scene_id, rule)
        return SceneView(project_id=given.project_id, scene_id=given.scene_id, scene=scene)

    return studio.change(given.project_id, cause, work)
