"""What every event store promises, proved on each back end."""

import sqlite3
import threading
from pathlib import Path

import pytest

from shared.adapters.events.database import Database
from shared.adapters.events.memory import MemoryEventStore
from shared.adapters.events.sqlite import SCHEMA, SqliteEventStore
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain import shot as shots
from shared.domain.kinds import KINDS
from shared.domain.proposal import PROPOSALS
from shared.domain.scene import SCENES
from shared.domain.shot import SHOTS
from shared.kernel.errors import Conflict
from shared.kernel.streams import WHOLE, Answer, Change, Commit, Handled, Seen, rebuild, transact
from tests.factories import ADA, cause, plan, span
from tests.requirements import requirement

P = "film"


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryEventStore()
    else:
        database = Database(tmp_path / "events.db", SCHEMA)
        yield SqliteEventStore(database)
        database.close()


def drafted(store, shot_id="sc01sh01", n=0, project=P):
    work = lambda change: change.decide(SHOTS, shot_id, lambda s: shots.draft(s, plan(shot_id), 1, 7))  # noqa: E731
    return transact(store, project, cause(n=n), work, lambda s: s.model_dump_json())


def test_an_empty_store_has_nothing(store):
    assert store.head(P, "shot/s") is None
    assert store.history(P, "shot/s") == []
    assert store.projects() == []
    assert store.unpublished(10) == []
    assert list(store.facts(P)) == []


@requirement("S1.10", "S3.08")
def test_events_are_read_back_in_order_and_equal(store):
    drafted(store)
    history = store.history(P, "shot/sc01sh01")
    assert [(e.version, e.type) for e in history] == [(1, "ShotDrafted"), (2, "ShotSubmitted")]
    assert history[0].event.plan == plan("sc01sh01")
    assert history[0].actor == ADA


def test_the_head_is_the_fold_of_its_events(store):
    state = drafted(store)
    head = store.head(P, "shot/sc01sh01")
    assert head.version == 2
    assert head.state == state.model_dump_json()
    assert [h.stream for h in store.heads(P, "shot")] == ["shot/sc01sh01"]


def test_a_taken_version_is_a_conflict_and_stores_nothing_of_the_batch(store):
    drafted(store)
    late = Change(store, P, cause(n=1))
    late.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))
    late.decide(SHOTS, "sc01sh01", lambda s: shots.validate(s, ()))
    drafted_late = late.commit()
    transact(
        store, P, cause(n=2), lambda c: c.decide(SHOTS, "sc01sh01", lambda s: shots.validate(s, ("bad",))), lambda s: ""
    )
    with pytest.raises(Conflict):
        store.commit(drafted_late)
    assert store.history(P, "scene/sc01") == []
    assert store.head(P, "scene/sc01") is None
    assert len(store.history(P, "shot/sc01sh01")) == 3


def test_a_decision_holds_only_while_what_it_read_has_not_moved(store):
    change = Change(store, P, cause())
    change.get(SHOTS, "sc01sh01")
    change.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))
    drafted(store)
    with pytest.raises(Conflict, match="moved on"):
        store.commit(change.commit())
    assert store.history(P, "scene/sc01") == []
    store.commit(Commit(seen=(Seen(P, "shot/sc01sh01", 2),)))


def test_a_lost_race_is_decided_anew(store):
    tries = []

    def work(change):
        tries.append(1)
        scene = change.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))
        change.get(SHOTS, "sc01sh01")
        if len(tries) == 1:
            drafted(store)
        return scene

    transact(store, P, cause(), work, lambda s: "")
    assert len(tries) == 2
    assert len(store.history(P, "scene/sc01")) == 1


def test_one_commit_spans_several_streams(store):
    change = Change(store, P, cause())
    change.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))
    change.decide(SHOTS, "sc01sh01", lambda s: shots.draft(s, plan(), 1, 7))
    store.commit(change.commit())
    assert [e.type for e in store.timeline(P)] == ["SceneCreated", "ShotDrafted", "ShotSubmitted"]
    assert [f.stream for f in store.facts(P)] == ["scene/sc01", "shot/sc01sh01", "shot/sc01sh01"]


def test_an_answer_is_stored_with_its_effect_and_only_once(store):
    work = lambda change: change.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))  # noqa: E731
    transact(store, P, cause(key="k"), work, lambda s: "the answer")
    assert store.answer("k") == Answer("k", "hash", "the answer")
    with pytest.raises(Conflict):
        store.commit(Commit(answer=Answer("k", "hash", "another")))
    assert store.answer("k").body == "the answer"


def test_a_handled_message_is_marked_with_its_effect_and_cannot_be_handled_again(store):
    mark = Handled("qa", "event-1")
    work = lambda change: change.decide(SCENES, "sc01", lambda s: scenes.create(s, span()))  # noqa: E731
    transact(store, P, cause(handled=mark), work, lambda s: "")
    assert store.handled(mark)
    assert not store.handled(Handled("planner", "event-1"))
    with pytest.raises(Conflict):
        store.commit(Commit(handled=mark))


def test_stored_events_wait_in_the_outbox_until_published(store):
    drafted(store)
    waiting = store.unpublished(10)
    assert [e.type for e in waiting] == ["ShotDrafted", "ShotSubmitted"]
    store.published([waiting[0].id])
    assert [e.type for e in store.unpublished(10)] == ["ShotSubmitted"]
    assert len(store.history(P, "shot/sc01sh01")) == 2


@requirement("S3.63")
def test_projects_do_not_see_one_another(store):
    drafted(store, project="a")
    drafted(store, project="b", n=1)
    assert store.projects() == ["a", "b"]
    assert {e.project_id for e in store.timeline("a")} == {"a"}
    assert len(store.history("a", "shot/sc01sh01")) == 2


@pytest.mark.parametrize("size", [1, 2, 3, 9])
def test_the_parts_of_a_project_are_the_whole_of_it_in_order(store, size):
    for shot_id in ("b", "a", "c"):
        drafted(store, shot_id)
    drafted(store, "other", project="other")
    parts = store.parts(P, size)
    assert [f for part in parts for f in store.facts(P, part)] == list(store.facts(P))
    assert [h for part in parts for h in store.stored(P, part)] == list(store.stored(P)) == store.heads(P, "shot")
    assert len(list(store.facts(P, parts[0]))) == 2 * min(size, 3)
    assert store.parts("nobody", size) == [WHOLE]


@requirement("S3.37")
def test_heads_are_rebuilt_from_the_events_alone_byte_for_byte(store):
    for n in range(3):
        drafted(store, f"sc0{n}sh01", n)
    made = proposals.AgentProposalCreated(
        scene_id="sc01", run=1, role="writer", prompt="writer.v1", model="m", output={"b": 1, "a": [2.5]}, cost_cents=0
    )
    work = lambda change: change.decide(PROPOSALS, "p", lambda p: proposals.propose(p, made))  # noqa: E731
    transact(store, P, cause(n=9), work, lambda s: "")
    stored = [head for kind in sorted(KINDS) for head in store.heads(P, kind)]
    assert sorted(rebuild(store.facts(P), KINDS), key=lambda h: h.stream) == sorted(stored, key=lambda h: h.stream)
    assert len(stored) == 4


@requirement("S3.36")
def test_sqlite_refuses_to_change_or_remove_an_event(tmp_path: Path):
    database = Database(tmp_path / "events.db", SCHEMA)
    drafted(SqliteEventStore(database))
    database.close()
    with sqlite3.connect(tmp_path / "events.db") as db:
        for attack in ("update events set payload = '{}'", "delete from events"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.execute(attack)
    db.close()


def test_many_writers_share_commits_and_none_is_lost(tmp_path: Path):
    database = Database(tmp_path / "events.db", SCHEMA)
    store = SqliteEventStore(database)
    threads = [
        threading.Thread(target=lambda t=t: [drafted(store, f"sc{t:02d}sh{n:02d}", n) for n in range(10)])
        for t in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.heads(P, "shot")) == 80
    assert len(store.unpublished(1000)) == 160
    database.close()
