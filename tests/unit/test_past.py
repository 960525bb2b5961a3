"""Looking back: the past is rebuilt from events alone, whatever was done to the heads, and shown at any moment."""

import sqlite3
from pathlib import Path

import pytest

from bench.long_log import PROJECT, make_log, one_scene
from services.local.past import compare, state_at
from shared.domain import shot as shots
from shared.domain.kinds import KINDS
from shared.domain.shot import SHOTS
from shared.kernel.errors import Invalid, NotFound
from shared.kernel.events import read_fact
from shared.kernel.streams import transact
from shared.settings import Settings
from shared.wiring import install
from tests.factories import ADA, cause, plan
from tests.requirements import requirement

SHOT = ("shot", "sc000000sh01")


@pytest.fixture
def settings(tmp_path):
    """A studio whose one project has two scenes with their proposals and sixteen finished shots."""
    settings = Settings(data=tmp_path / "data", workers=2)
    make_log(settings.data, 2 * len(one_scene().events))
    return settings


@pytest.fixture
def store(settings):
    made = install(settings, {})
    yield made.studio.store
    made.close()


def tamper(settings, statement, *values):
    db = sqlite3.connect(settings.data / "cinema.db")
    with db:
        assert db.execute(statement, values).rowcount == 1
    db.close()


@requirement("S3.37")
def test_a_rebuild_gives_what_is_stored(store, settings):
    result = compare(store, PROJECT, settings)
    assert result.different == ()
    assert result.streams == 2 * len(one_scene().heads) == 28
    assert result.sentence() == f"long: 28 streams rebuilt, all equal, {result.digest[:16]}"


def test_every_event_of_every_kind_is_rebuilt(store, settings):
    def work(change):
        for kind in KINDS.values():
            told = [read_fact(e.__name__, e.schema_version, golden(e)) for e in kind.evolve]
            change.decide(kind, "a", lambda s, told=told: told)

    transact(store, "golden", cause(), work, lambda s: "")
    result = compare(store, "golden", settings)
    assert (result.streams, result.different) == (len(KINDS), ())


def golden(event):
    return (Path(__file__).parents[1] / f"golden/{event.__name__}.v{event.schema_version}.json").read_text("utf-8")


def test_a_head_that_was_tampered_with_is_found_and_named(store, settings):
    before = compare(store, PROJECT, settings)
    tamper(settings, "update heads set state = replace(state, 'FINAL', 'FIRST') where stream = ?", "shot/sc000001sh03")
    tamper(settings, "delete from heads where stream = ?", "scene/sc000000")
    result = compare(store, PROJECT, settings)
    assert result.different == ("scene/sc000000", "shot/sc000001sh03")
    assert "2 of 27 differ: scene/sc000000, shot/sc000001sh03" in result.sentence()
    assert result.digest == before.digest, "it is the digest of what the events say"


def test_a_head_without_events_is_found_and_named(store, settings):
    tamper(settings, "insert into heads values (?, 'shot/never', 1, '{}')", PROJECT)
    assert compare(store, PROJECT, settings).different == ("shot/never",)


@pytest.mark.parametrize("size", [1, 5, 28])
def test_the_digest_does_not_depend_on_how_the_project_is_parted(store, settings, size):
    alone = settings.model_copy(update={"workers": 1})
    assert compare(store, PROJECT, alone, size) == compare(store, PROJECT, settings)


def test_two_processes_rebuild_and_find_the_same_as_one(store, settings):
    tamper(settings, "update heads set version = 9 where stream = ?", "shot/sc000001sh03")
    alone = compare(store, PROJECT, settings.model_copy(update={"workers": 1}))
    together = compare(store, PROJECT, settings, size=2)
    assert together == alone
    assert together.different == ("shot/sc000001sh03",)


def test_a_project_that_nobody_began_has_nothing_to_rebuild(store, settings):
    assert compare(store, "nobody", settings).streams == 0


def test_the_present_is_shown_with_the_history_that_led_there(store):
    shown = state_at(store, PROJECT, SHOT, None)
    assert (shown["stream"], shown["version"]) == ("shot/sc000000sh01", 8)
    assert shown["state"]["status"] == "FINAL_RENDER"
    assert [e["type"] for e in shown["history"]][:2] == ["ShotDrafted", "ShotSubmitted"]


def test_the_only_project_need_not_be_named(store):
    assert state_at(store, None, SHOT, None) == state_at(store, PROJECT, SHOT, None)


def test_a_thing_is_shown_as_it_was_at_a_version(store):
    assert state_at(store, PROJECT, SHOT, "4")["state"]["status"] == "AWAITING_APPROVAL"
    assert state_at(store, PROJECT, SHOT, "4")["version"] == 4


def test_a_thing_is_shown_as_it_was_at_an_event_of_its_own(store):
    shown = state_at(store, PROJECT, SHOT, f"{PROJECT}/shot/sc000000sh01~00000003")
    assert (shown["version"], shown["state"]["status"]) == (3, "GENERATING_IMAGE")


def test_a_thing_is_shown_as_it_was_when_something_else_happened(store):
    for n, shot_id in enumerate(("a", "b", "a")):
        work = lambda c, id_=shot_id, n=n: c.decide(SHOTS, id_, lambda s: shots.draft(s, plan(id_), 1, 7 + n, n > 1))  # noqa: E731
        validated = lambda c, id_=shot_id: c.decide(SHOTS, id_, lambda s: shots.validate(s, ("dark",)))  # noqa: E731
        transact(store, "film", cause(ADA, n), work, lambda s: "")
        transact(store, "film", cause(ADA, n), validated, lambda s: "")
    at = "film/shot/b~00000002"
    assert state_at(store, "film", ("shot", "a"), None)["version"] == 6
    assert state_at(store, "film", ("shot", "a"), at)["version"] == 3


@pytest.mark.parametrize(
    ("project", "thing", "at", "error", "says"),
    [
        (PROJECT, ("shoe", "s"), None, Invalid, "there is no kind shoe; there are asset, "),
        (PROJECT, ("shot", "s"), None, NotFound, "shot s did not exist in long then"),
        (PROJECT, SHOT, "0", NotFound, "did not exist in long then"),
        (PROJECT, SHOT, "long/shot/s~00000001", NotFound, "project long has no event long/shot/s~00000001"),
        ("nobody", SHOT, None, NotFound, "did not exist in nobody then"),
    ],
)
def test_what_never_was_is_refused_by_name(store, project, thing, at, error, says):
    with pytest.raises(error, match=says):
        state_at(store, project, thing, at)


def test_one_of_several_projects_must_be_named(store):
    work = lambda c: c.decide(SHOTS, "s", lambda s: shots.draft(s, plan("s"), 1, 7))  # noqa: E731
    transact(store, "film", cause(), work, lambda s: "")
    with pytest.raises(Invalid, match=r"say which project: --project film \| long"):
        state_at(store, None, SHOT, None)
