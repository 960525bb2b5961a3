"""The crew at work: the song falls into scenes, five roles work on each in order, and a decision of a person stands."""

from collections.abc import Callable, Sequence
from functools import partial

from shared.agents.acceptance import accept_run, outputs
from shared.agents.crew import CREW, PIPELINE
from shared.agents.outline import film_outline
from shared.agents.role import ConstraintViolation, Role
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain import shot as shots
from shared.domain import story as stories
from shared.domain.analysis import Analysis
from shared.domain.asset import AssetRequested
from shared.domain.audit import fix
from shared.domain.project import PROJECTS, owner
from shared.domain.proposal import PROPOSALS, AgentProposalCreated, Proposal, proposal_id
from shared.domain.scene import (
    SCENES,
    Scene,
    SceneAssetsReady,
    SceneCreated,
    SceneRevisionRequested,
    SceneStatus,
    SceneSubmittedForReview,
)  # fmt: skip
from shared.domain.shot import FIXES, SHOTS, Shot, ShotImageReady, ShotReturned
from shared.domain.song import SONG, SONGS, SongAnalysed
from shared.domain.spans import scene_context
from shared.domain.story import STORIES, STORY
from shared.kernel.chance import Chance
from shared.kernel.errors import Invalid
from shared.kernel.events import Actor, Event
from shared.kernel.streams import Change
from shared.ports.studio import Studio
from shared.service import Service, Task

ROLES = {role.name: role for role in CREW}


def outline(task: Task) -> None:
    """Write the bible and divide the song into scenes; a second analysis does not divide it again."""
    studio, project_id = task.studio, task.project_id
    project = studio.get(project_id, PROJECTS, project_id)
    analysis = _analysis(studio, project_id)
    story = studio.get(project_id, STORIES, STORY)
    made = film_outline(analysis, story.text, project.fps, Chance(project.seed))

    def work(change: Change) -> None:
        if change.get(STORIES, STORY).outline:
            return
        change.decide(STORIES, STORY, lambda s: stories.outline(s, made))
        for span in made.spans:
            change.decide(SCENES, span.scene_id, partial(scenes.create, span=span))

    task.change(work)


def begin_pipeline(task: Task) -> None:
    """Let the first role work on a draft scene."""
    _run_role(task, task.happened.subject, ROLES[PIPELINE[0]])


def go_on(task: Task) -> None:
    """Let the next role work, or, after the last, accept where the person's standing decision says so."""
    made = task.happened.event
    assert isinstance(made, AgentProposalCreated)
    position = PIPELINE.index(made.role) + 1
    if position < len(PIPELINE):
        _run_role(task, made.scene_id, ROLES[PIPELINE[position]])
        return
    project = task.studio.get(task.project_id, PROJECTS, task.project_id)

    def work(change: Change) -> None:
        scene = change.get(SCENES, made.scene_id)
        if _runs(scene, made.run):
            accept_run(change, made.scene_id, owner(project), standing=True)
            change.decide(SCENES, made.scene_id, scenes.submit)

    if project.decides_alone:
        task.change(work, owner(project))


def approve_by_standing_decision(task: Task) -> None:
    """Approve a scene that was submitted, where the person has decided so for the whole project."""
    project = task.studio.get(task.project_id, PROJECTS, task.project_id)

    def rule(scene: Scene) -> Sequence[Event]:
        return scenes.approve(scene, owner(project), standing=True) if scene.status is SceneStatus.IN_REVIEW else ()

    if project.decides_alone:
        task.change(lambda change: change.decide(SCENES, task.happened.subject, rule), owner(project))


def draft_shots(task: Task) -> None:
    """Draft every planned shot of a scene whose assets are there, each with the scene's seed."""
    scene_id = task.happened.subject

    def work(change: Change) -> None:
        scene = change.get(SCENES, scene_id)
        for plan in scene.shots:
            rule = partial(shots.draft, plan=plan, scene_version=scene.version, seed=scene.known_span().seed)
            change.decide(SHOTS, plan.shot_id, rule)

    task.change(work)


def mend_shot(task: Task) -> None:
    """Mend a shot that the audit returned, by rule and at most twice; then it waits for a person."""

    def rule(shot: Shot) -> Sequence[Event]:
        if shot.status is not shots.Status.DRAFT or not shot.findings:
            return ()
        if shot.fixes >= FIXES:
            return shots.fail(shot, f"the audit still finds: {'; '.join(shot.findings)}")
        version = shot.current
        mended = fix(version.plan, shot.findings)
        return shots.draft(shot, mended, version.scene_version, version.seed, fix=True)

    task.change(lambda change: change.decide(SHOTS, task.happened.subject, rule))


def approve_shot_by_standing_decision(task: Task) -> None:
    """Approve the pictures of a shot, where the person has decided so for the whole project."""
    project = task.studio.get(task.project_id, PROJECTS, task.project_id)

    def rule(shot: Shot) -> Sequence[Event]:
        waiting = shot.status is shots.Status.AWAITING_APPROVAL
        return shots.approve(shot, owner(project), standing=True) if waiting else ()

    if project.decides_alone:
        task.change(lambda change: change.decide(SHOTS, task.happened.subject, rule), owner(project))


def _run_role(task: Task, scene_id: str, role: Role) -> None:
    """One agent's run on a draft scene: a proposal, or a failure that stops the pipeline and asks for a person."""
    studio, project_id = task.studio, task.project_id
    scene = studio.get(project_id, SCENES, scene_id)
    if scene.status is not SceneStatus.DRAFT or scene.flag:
        return
    project = studio.get(project_id, PROJECTS, project_id)
    film = studio.get(project_id, STORIES, STORY).outline
    assert film is not None, "a scene is created from an outline"
    context = scene_context(_analysis(studio, project_id), film, scene.known_span())
    prior = outputs(_earlier(studio, project_id, scene_id, scene.run, role))
    try:
        said = role.local(context, prior, _chance(project.seed, scene))
    except Invalid as error:
        said = ConstraintViolation(reasons=(str(error),))
    agent, run = Actor(kind="agent", id=role.name), scene.run
    if isinstance(said, ConstraintViolation):
        reason = "; ".join(said.reasons)
        task.change(_while_it_runs(scene_id, run, lambda c: c.decide(
            SCENES, scene_id, lambda s: scenes.fail_run(s, role.name, run, reason))), agent)  # fmt: skip
        return
    made = AgentProposalCreated(
        scene_id=scene_id, run=run, role=role.name, prompt=role.prompt, model="local-crew",
        output=said.model_dump(mode="json"), cost_cents=0,
    )  # fmt: skip
    task.change(_while_it_runs(scene_id, run, lambda c: c.decide(
        PROPOSALS, proposal_id(scene_id, run, role.name), lambda p: proposals.propose(p, made))), agent)  # fmt: skip


def _while_it_runs(scene_id: str, run: int, work: Callable[[Change], object]) -> Callable[[Change], None]:
    """Do it only if no person has begun another run or taken the scene out of draft meanwhile."""

    def guarded(change: Change) -> None:
        if _runs(change.get(SCENES, scene_id), run):
            work(change)

    return guarded


def _runs(scene: Scene, run: int) -> bool:
    return scene.status is SceneStatus.DRAFT and scene.run == run and not scene.flag


def _chance(seed: int, scene: Scene) -> Chance:
    """The film's own choices for the first run, so that scenes agree with one another; others for every revision."""
    return Chance(seed) if scene.run == 1 else Chance(Chance(seed).seed_for("revision", scene.run))


def _earlier(studio: Studio, project_id: str, scene_id: str, run: int, role: Role) -> dict[str, Proposal]:
    before = PIPELINE[: PIPELINE.index(role.name)]
    return {name: studio.get(project_id, PROPOSALS, proposal_id(scene_id, run, name)) for name in before}


def _analysis(studio: Studio, project_id: str) -> Analysis:
    return Analysis.model_validate_json(studio.blobs.get(studio.get(project_id, SONGS, SONG).analysis))


SERVICE = Service(
    "planner",
    {
        SongAnalysed: outline,
        SceneCreated: begin_pipeline,
        SceneRevisionRequested: begin_pipeline,
        AgentProposalCreated: go_on,
        SceneSubmittedForReview: approve_by_standing_decision,
        SceneAssetsReady: draft_shots,
        ShotReturned: mend_shot,
        ShotImageReady: approve_shot_by_standing_decision,
    },
    emits=(
        stories.FilmOutlined, SceneCreated, AgentProposalCreated, scenes.AgentRunFailed, proposals.ProposalAccepted,
        scenes.SceneUpdated, AssetRequested, scenes.SceneAssetsRequested, SceneAssetsReady, SceneSubmittedForReview,
        scenes.SceneApproved, shots.ShotDrafted, shots.ShotSubmitted, shots.ShotApproved, shots.ShotFailed,
    ),
)  # fmt: skip
