"""Every shot is audited by rule before anything is drawn or paid."""

from shared.domain import shot as shots
from shared.domain.audit import audit
from shared.domain.scene import SCENES
from shared.domain.shot import SHOTS, ShotReturned, ShotSubmitted, ShotValidated
from shared.domain.story import STORIES, STORY
from shared.kernel.streams import Change
from shared.service import Service, Task


def audit_shot(task: Task) -> None:
    """Pass the shot, or return it to draft with everything that is wrong with it."""
    shot_id = task.happened.subject

    def work(change: Change) -> None:
        shot = change.get(SHOTS, shot_id)
        scene, outline = change.get(SCENES, shot.scene_id), change.get(STORIES, STORY).outline
        assert scene.design is not None, "a shot is drafted from a designed scene"
        assert outline is not None, "a scene is created from an outline"
        findings = audit(shot.current.plan, scene.design, outline.bible)
        change.decide(SHOTS, shot_id, lambda s: shots.validate(s, findings))

    task.change(work)


SERVICE = Service("qa", {ShotSubmitted: audit_shot}, emits=(ShotValidated, ShotReturned))
