"""Actions on shots."""

from pydantic import Field

from shared.actions.projects import OfProject, project_of
from shared.actions.registry import ACTIONS
from shared.domain import shot as shots
from shared.domain.analysis import Value
from shared.domain.shot import SHOTS, Shot
from shared.kernel.errors import NotFound
from shared.kernel.streams import Cause, Change
from shared.ports.studio import Studio


class OfShot(OfProject):
    """Names one shot."""

    shot_id: str = Field(min_length=1, max_length=63)


class ShotView(OfShot):
    """A shot as every surface shows it, with all its versions."""

    shot: Shot


class Shots(Value):
    """The shots of a film in order."""

    shots: tuple[ShotView, ...]


@ACTIONS.action("GET", "/projects/{project_id}/shots")
def list_shots(given: OfProject, studio: Studio, cause: Cause) -> Shots:
    """List the shots of a project in film order."""
    project_of(given, studio)
    found = studio.all(given.project_id, SHOTS).items()
    return Shots(shots=tuple(ShotView(project_id=given.project_id, shot_id=id_, shot=shot) for id_, shot in found))


@ACTIONS.action("GET", "/projects/{project_id}/shots/{shot_id}")
def get_shot(given: OfShot, studio: Studio, cause: Cause) -> ShotView:
    """Show one shot with its versions, older ones included."""
    shot = studio.get(given.project_id, SHOTS, given.shot_id)
    if not shot.versions:
        raise NotFound(f"project {given.project_id} has no shot {given.shot_id}")
    return ShotView(project_id=given.project_id, shot_id=given.shot_id, shot=shot)


@ACTIONS.action("POST", "/projects/{project_id}/shots/{shot_id}/approve", who="human")
def approve_shot(given: OfShot, studio: Studio, cause: Cause) -> ShotView:
    """Approve the current pictures of a shot, so that its clip is made."""

    def work(change: Change) -> ShotView:
        shot = change.decide(SHOTS, given.shot_id, lambda s: shots.approve(s, cause.actor, standing=False))
        return ShotView(project_id=given.project_id, shot_id=given.shot_id, shot=shot)

    return studio.change(given.project_id, cause, work)
