"""What the store remembers of a film: who decided what, in which order, and that all of it can be had again."""

import json
import shutil
import sqlite3
from collections import defaultdict

import pytest

from shared.agents.crew import PIPELINE
from tests.e2e.films import SAMPLES, blobs_of, broken_blobs, cinema, facts, make, same_bytes
from tests.requirements import requirement


@pytest.fixture
def made(sample_film):
    """A film whose events are looked at."""
    return sample_film("en")


def by_stream(events, kind):
    """The events of every thing of a kind."""
    found = defaultdict(list)
    for event in events:
        if event.stream.startswith(f"{kind}/"):
            found[event.subject].append(event)
    return {id_: sorted(of_it, key=lambda e: e.version) for id_, of_it in sorted(found.items())}


def types(events):
    """What happened, in words."""
    return [event.type for event in events]


def root_of(event, known):
    """Where the chain of causes of an event begins."""
    while event.cause in known:
        event = known[event.cause]
    return event.cause


@requirement("S3.75", "S3.05", "S0.41", "S3.42")
def test_every_event_has_an_actor_and_leads_back_to_a_request_of_the_person(made):
    known = {event.id: event for event in made.events}
    project = made.events[0].project_id
    assert {root_of(event, known) for event in made.events} == {f"film/{project}"}
    assert all(event.actor.id for event in made.events)
    asked = [event for event in made.events if event.cause not in known]
    assert {(event.actor.kind, event.actor.id) for event in asked} == {("human", "you")}
    assert types(asked) == ["ProjectCreated", "SongAdded", "FinalRenderRequested"]


def test_no_stream_misses_a_version(made):
    streams = defaultdict(list)
    for event in made.events:
        streams[event.stream].append(event.version)
    assert all(sorted(versions) == list(range(1, len(versions) + 1)) for versions in streams.values())


@requirement("S3.30")
def test_scenes_and_shots_are_approved_by_the_standing_decision_of_the_person(made):
    approved = [e for e in made.events if e.type in ("SceneApproved", "ShotApproved", "ProposalAccepted")]
    assert {(e.actor.kind, e.actor.id, e.event.by, e.event.standing) for e in approved} == {
        ("human", "you", "you", True)
    }
    for scene in by_stream(made.events, "scene").values():
        assert types(scene).count("SceneApproved") == 1
    for shot in by_stream(made.events, "shot").values():
        assert types(shot).count("ShotApproved") == 1


@requirement("S3.41", "S3.43", "S3.40", "S3.42")
def test_five_roles_propose_one_after_the_other_each_on_the_proposal_before(made):
    known = {event.id: event for event in made.events}
    proposals = [event for event in made.events if event.type == "AgentProposalCreated"]
    for scene_id in by_stream(made.events, "scene"):
        mine = {p.event.role: p for p in proposals if p.event.scene_id == scene_id}
        assert tuple(mine) == PIPELINE == ("writer", "director", "cinematographer", "editor", "producer")
        chain = [known[mine[role].cause] for role in PIPELINE]
        assert types(chain) == ["SceneCreated", *["AgentProposalCreated"] * 4]
        assert [link.event.role for link in chain[1:]] == list(PIPELINE[:-1])
        assert all((p.actor.kind, p.actor.id) == ("agent", role) for role, p in mine.items())
    assert len(proposals) == 5 * len(by_stream(made.events, "scene"))


@requirement("S1.42", "S1.43")
def test_shots_are_drafted_only_when_every_asset_of_their_scene_is_drawn(made):
    known = {event.id: event for event in made.events}
    for shot in by_stream(made.events, "shot").values():
        reason = known[shot[0].cause]
        assert (shot[0].type, reason.type) == ("ShotDrafted", "SceneAssetsReady")
        assert reason.subject == shot[0].event.scene_id
    for scene in by_stream(made.events, "scene").values():
        ordered = next(e for e in scene if e.type == "SceneAssetsRequested").event.assets
        arrived = [e.event.asset_id for e in scene if e.type == "SceneAssetReceived"]
        assert sorted(arrived) == sorted(ordered)
        assert types(scene).index("SceneAssetsReady") == max(
            n for n, e in enumerate(scene) if e.type == "SceneAssetReceived"
        ) + 1  # fmt: skip
        assert len(arrived) >= 2


@requirement("S1.78")
def test_a_shot_is_audited_then_drawn_then_approved_then_animated_then_in_the_film(made):
    for shot in by_stream(made.events, "shot").values():
        assert types(shot) == [
            "ShotDrafted", "ShotSubmitted", "ShotValidated", "ShotImageReady", "ShotApproved", "ShotClipReady",
            "ShotConformed", "ShotRendered",
        ]  # fmt: skip


@requirement("S1.64")
def test_all_shots_of_a_scene_have_its_seed_and_scenes_differ(made):
    seeds = {e.subject: e.event.span.seed for e in made.events if e.type == "SceneCreated"}
    drafted = [e.event for e in made.events if e.type == "ShotDrafted"]
    assert all(draft.seed == seeds[draft.scene_id] for draft in drafted)
    assert len(set(seeds.values())) == len(seeds)


@requirement("S1.41")
def test_every_scene_has_a_place_an_outfit_and_props(made):
    for scene in by_stream(made.events, "scene").values():
        design = next(e for e in scene if e.type == "SceneUpdated").event.design
        assert design.location
        assert design.outfit
        assert design.props


def test_every_shot_is_drawn_and_animated_once_and_looks_like_no_other(made):
    drawn = [e for e in made.events if e.type == "ShotImageReady"]
    clips = [e for e in made.events if e.type == "ShotClipReady"]
    assert sorted(e.subject for e in drawn) == sorted(e.subject for e in clips) == sorted(s["shot"] for s in made.shots)
    assert len({e.event.start_image for e in drawn}) == len({e.event.clip for e in clips}) == len(made.shots)


@requirement("S3.02", "F10")
def test_another_folder_another_number_of_workers_and_another_process_give_the_same_film(made, tmp_path):
    words = ("--lyrics", str(SAMPLES / "en.txt"))
    again = make(tmp_path, made.song, *words, CINEMA_WORKERS="3", PYTHONHASHSEED="7")
    assert facts(again.events) == facts(made.events)
    assert same_bytes(again.film, made.film)
    differing = blobs_of(again.data).keys() ^ blobs_of(made.data).keys()
    assert len(differing) <= 2, "only the report, which tells how long it took, may differ"
    assert broken_blobs(again.data) == []


@requirement("S3.70", "S3.75", "F11")
def test_replay_rebuilds_everything_and_a_shot_can_be_seen_as_it_was(made):
    said = cinema(made.data, "replay")
    assert (said.code, said.err) == (0, "")
    assert "all equal" in said.out
    shot_id = made.shots[0]["shot"]
    then = json.loads(cinema(made.data, "show", "shot", shot_id, "--at", "1").out)
    now = json.loads(cinema(made.data, "show", "shot", shot_id).out)
    assert (then["state"]["status"], now["state"]["status"]) == ("DRAFT", "FINAL_RENDER")
    assert [step["type"] for step in then["history"]] == ["ShotDrafted"]
    assert then["state"]["versions"][0]["start_image"] == ""


@requirement("S3.70")
def test_replay_finds_a_head_that_was_changed_by_hand(short_film, tmp_path):
    shutil.copytree(short_film.data, tmp_path / "data")
    db = sqlite3.connect(tmp_path / "data/cinema.db")
    with db:
        assert db.execute("update heads set state = replace(state, 'APPROVED', 'DRAFT') where stream = 'scene/sc01'")
    db.close()
    said = cinema(tmp_path / "data", "replay")
    assert said.code == 1
    assert "scene/sc01" in said.out
