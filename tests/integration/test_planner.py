"""The crew at work on a song, with a person who decides; nothing is drawn here."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from services.planner.reactions import ROLES
from services.planner.reactions import SERVICE as PLANNER
from shared.actions.everything import ACTIONS
from shared.actions.registry import Caller
from shared.agents.crew import PIPELINE
from shared.agents.role import ConstraintViolation
from shared.domain import song as songs
from shared.domain.proposal import PROPOSALS
from shared.domain.scene import SCENES, SceneStatus
from shared.domain.song import SONG, SONGS, SongAdded, SongAnalysed, SongIngested
from shared.kernel.errors import Refused
from tests.factories import ADA, cause
from tests.requirements import requirement
from tests.unit.crew.songs import sample

P = "boats"


@pytest.fixture
def crew(studio):
    """A project whose song is analysed, and a way to let the planner deal with what waits for it."""
    act(studio, "create_project", name="Boats", seed=7)
    blob = studio.blobs.put(sample("en").model_dump_json().encode())
    added = SongAdded(
        title="Boats", file_name="b.mp3", source="s", lyrics=None, lyrics_name="", language="en", duration_ms=39600
    )
    ready = SongIngested(duration_ms=39600, master="m", peaks="p")
    heard = SongAnalysed(analysis=blob, tempo_bpm=100, moments=3, verdict="good")

    def work(change):
        change.decide(SONGS, SONG, lambda s: songs.add(s, added))
        change.decide(SONGS, SONG, lambda s: songs.ingest(s, ready))
        return change.decide(SONGS, SONG, lambda s: songs.analyse(s, heard))

    studio.change(P, cause(), work)
    return studio


def act(studio, action, /, **given):
    return ACTIONS.perform(action, {"project_id": P, **given}, studio, Caller(ADA, "request"))


def plan(studio, planner=PLANNER):
    """Let the planner deal with everything that waits for it."""
    while delivery := studio.queue.take():
        if delivery.consumer == "planner":
            planner.handle(delivery.happened, studio)
        studio.queue.done(delivery)


def roles(studio, scene_id, run=1):
    found = studio.all(P, PROPOSALS).values()
    return [p.role for p in found if p.scene_id == scene_id and p.run == run]


@requirement("S3.43", "S3.40")
def test_five_roles_propose_in_order_for_each_scene_and_then_wait_for_a_person(crew):
    plan(crew)
    scenes = crew.all(P, SCENES)
    assert len(scenes) >= 2
    for scene_id, scene in scenes.items():
        proposed = [e.event for e in crew.store.timeline(P) if e.type == "AgentProposalCreated"]
        made = [event.role for event in proposed if event.scene_id == scene_id]
        assert made == list(PIPELINE)
        assert (scene.status, scene.design, scene.shots) == (SceneStatus.DRAFT, None, ())


@requirement("S3.34")
def test_accepting_gives_the_draft_its_design_and_orders_its_assets_and_no_shot_yet(crew):
    plan(crew)
    scene = act(crew, "accept_proposals", scene_id="sc01").scene
    assert scene.design is not None
    assert scene.shots
    assert scene.assets
    plan(crew)
    assert crew.store.heads(P, "shot") == []
    again = act(crew, "accept_proposals", scene_id="sc01").scene
    assert again.version == scene.version + 1


@requirement("S3.45")
def test_agents_do_not_work_on_a_scene_that_is_no_draft(crew):
    plan(crew)
    act(crew, "accept_proposals", scene_id="sc01")
    act(crew, "submit_scene", scene_id="sc01")
    before = len(crew.store.history(P, "scene/sc01"))
    for event in list(crew.store.timeline(P)):
        if event.type in ("SceneCreated", "AgentProposalCreated"):
            fresh = replace(event, version=event.version + 1000)
            PLANNER.handle(fresh, crew)
    assert len(crew.store.history(P, "scene/sc01")) == before
    assert sorted(roles(crew, "sc01")) == sorted(PIPELINE)


@requirement("S3.47")
def test_a_revision_begins_a_new_run_and_the_old_proposals_stay(crew):
    plan(crew)
    act(crew, "accept_proposals", scene_id="sc01")
    act(crew, "submit_scene", scene_id="sc01")
    act(crew, "approve_scene", scene_id="sc01")
    back = act(crew, "request_scene_revision", scene_id="sc01", reason="at dawn, please").scene
    assert (back.status, back.approved_by) == (SceneStatus.DRAFT, "")
    plan(crew)
    assert sorted(roles(crew, "sc01", run=1)) == sorted(roles(crew, "sc01", run=2)) == sorted(PIPELINE)


@requirement("S3.69", "S3.46")
def test_a_role_that_finds_a_violation_stops_the_pipeline_and_is_not_restarted_by_itself(crew, monkeypatch):
    strict = replace(ROLES["editor"], local=lambda *_: ConstraintViolation(reasons=("too dear",)))
    monkeypatch.setitem(ROLES, "editor", strict)
    plan(crew)
    scene = crew.get(P, SCENES, "sc01")
    assert scene.flag == "editor: too dear"
    assert sorted(roles(crew, "sc01")) == sorted(PIPELINE[:3])
    failed = next(e for e in crew.store.history(P, "scene/sc01") if e.type == "AgentRunFailed")
    assert failed.actor.id == "editor"
    plan(crew)
    assert len([e for e in crew.store.history(P, "scene/sc01") if e.type == "AgentRunFailed"]) == 1
    with pytest.raises(Refused, match="still waits for its editor, producer"):
        act(crew, "accept_proposals", scene_id="sc01")


def test_the_planner_prompts_exist_where_the_proposals_say(crew):
    plan(crew)
    for proposal in crew.all(P, PROPOSALS).values():
        assert (Path("shared/agents/prompts") / proposal.prompt).read_text(encoding="utf-8")
        assert json.dumps(proposal.output)
