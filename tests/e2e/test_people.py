"""A project that waits for its person: nothing goes on without her, and what she sets right stays right."""

import json

import pytest

from services.local.crew import SERVICES
from services.local.runner import Runner
from shared.actions.everything import ACTIONS
from shared.actions.registry import Caller
from shared.agents.crew import PIPELINE
from shared.kernel.errors import Forbidden, Refused
from tests.factories import ADA, ROBOT
from tests.requirements import requirement

PROJECT = "window"


@pytest.fixture
def desk(studio, short_song):
    """Ada's seat: performs actions as her, and lets the crew work until nothing waits."""
    song, lyrics = short_song

    def perform(name, /, actor=ADA, **given):
        return ACTIONS.perform(name, {"project_id": PROJECT, **given}, studio, Caller(actor, f"ada-{name}"))

    perform("create_project", name="Window", seed=7, width=320, height=180)
    perform(
        "add_song", song=studio.blobs.put(song.read_bytes()), file_name=song.name, lyrics_name=lyrics.name,
        lyrics=studio.blobs.put(lyrics.read_bytes()),
    )  # fmt: skip
    return perform


@pytest.fixture
def let_work(studio):
    """Lets the crew work until there is nothing more that it may do by itself."""

    def work():
        runner = Runner(studio, SERVICES)
        runner.start()
        runner.wait(lambda: studio.queue.waiting() == 0, every_s=0.02)
        runner.stop()

    return work


def statuses(desk):
    """How far scenes and shots are."""
    scenes = {view.scene_id: str(view.scene.status) for view in desk("list_scenes").scenes}
    return scenes, {view.shot_id: str(view.shot.status) for view in desk("list_shots").shots}


@requirement("S3.05", "S3.30", "S0.41", "S1.43")
def test_the_crew_stops_at_every_gate_until_a_person_opens_it(desk, let_work):
    with pytest.raises(Refused, match="no scenes yet"):
        desk("render_film")
    let_work()
    scenes, shots = statuses(desk)
    assert (set(scenes.values()), shots) == ({"DRAFT"}, {})
    for scene_id in scenes:
        proposed = desk("list_proposals", scene_id=scene_id).proposals
        assert sorted(view.proposal.role for view in proposed) == sorted(PIPELINE)
        assert {str(view.proposal.status) for view in proposed} == {"PROPOSED"}
        with pytest.raises(Refused, match="not approved"):
            desk("render_film")
        with pytest.raises(Forbidden):
            desk("accept_proposals", actor=ROBOT, scene_id=scene_id)
        desk("accept_proposals", scene_id=scene_id)
        with pytest.raises(Refused, match="must be IN_REVIEW"):
            desk("approve_scene", scene_id=scene_id)
        desk("submit_scene", scene_id=scene_id)
        with pytest.raises(Forbidden):
            desk("approve_scene", actor=ROBOT, scene_id=scene_id)
        desk("approve_scene", scene_id=scene_id)
    let_work()
    scenes, shots = statuses(desk)
    assert set(scenes.values()) == {"APPROVED"}
    assert set(shots.values()) == {"AWAITING_APPROVAL"}
    every_shot_waits_for_its_own_approval(desk, let_work, list(shots))


def every_shot_waits_for_its_own_approval(desk, let_work, waiting):
    """Approve one by one; the film is refused by the name of whatever is missing, and made at the end."""
    for n, shot_id in enumerate(waiting):
        with pytest.raises(Refused, match=f"shot {shot_id} .* is not approved"):
            desk("render_film")
        with pytest.raises(Forbidden):
            desk("approve_shot", actor=ROBOT, shot_id=shot_id)
        desk("approve_shot", shot_id=shot_id)
        if n == 0:
            let_work()
            now = statuses(desk)[1]
            assert now.pop(shot_id) == "COMPLETED"
            assert set(now.values()) == {"AWAITING_APPROVAL"}
    let_work()
    render = desk("render_film")
    let_work()
    done = desk("get_film", render_id=render.render_id).render
    assert (str(done.status), done.frames) == ("COMPLETED", 240)
    assert set(statuses(desk)[1].values()) == {"FINAL_RENDER"}


def test_a_word_that_a_person_set_right_stays_through_another_analysis_with_its_reason(desk, let_work, studio):
    let_work()
    before = desk("get_analysis").analysis
    words = [word for moment in before.moments for word in moment.words]
    second = [word for word in words if word.line == 0][1]
    moved = {"line": 0, "word": 1, "start_ms": second.start_ms + 40, "end_ms": second.end_ms + 40}
    desk("retime_words", words=[moved], reason="the breath is not the word")
    let_work()
    desk("retime_words", words=[{**moved, "line": 1, "word": 0, "start_ms": 6100, "end_ms": 6700}], reason="late")
    let_work()
    after = json.loads(studio.blobs.get(desk("get_song").song.analysis))
    edited = {w["edited"]: w for moment in after["moments"] for w in moment["words"] if w["edited"]}
    first = edited["the breath is not the word"]
    assert (first["text"], first["start_ms"], first["confidence"]) == (second.text, moved["start_ms"], 1)
    assert set(edited) == {"the breath is not the word", "late"}
    assert after["alignment"]["edited_words"] == 2


def test_a_revision_voids_the_approval_and_the_crew_begins_anew(desk, let_work):
    let_work()
    scene_id = next(iter(statuses(desk)[0]))
    desk("accept_proposals", scene_id=scene_id)
    desk("submit_scene", scene_id=scene_id)
    desk("request_scene_revision", scene_id=scene_id, reason="she should stand by the door")
    let_work()
    proposed = desk("list_proposals", scene_id=scene_id).proposals
    assert statuses(desk)[0][scene_id] == "DRAFT"
    assert sorted((v.proposal.run, v.proposal.role) for v in proposed) == sorted(
        (r, p) for r in (1, 2) for p in PIPELINE
    )
