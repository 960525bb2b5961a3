"""The local composition: a durable queue, worker threads, at least once and never twice."""

import threading

import pytest

from services.local.runner import Runner
from shared.actions.everything import ACTIONS
from shared.actions.registry import Caller
from shared.domain import story as stories
from shared.domain.project import ProjectCreated
from shared.domain.story import STORIES, STORY, StoryTold
from shared.kernel.errors import Conflict, Unavailable
from shared.service import Service, Task, listeners
from shared.settings import Settings
from shared.wiring import install
from tests.factories import ADA
from tests.requirements import requirement


@pytest.fixture
def world(tmp_path):
    """Opens studios in one folder, each with its own crew, as processes do one after the other."""
    opened = []

    def open_with(*services):
        made = install(Settings(data=tmp_path / "data"), listeners(services))
        made.recover()
        opened.append((made, Runner(made.studio, services, workers=3)))
        return opened[-1]

    yield open_with
    for made, runner in opened:
        runner.stop()
        made.close()


def begin(installation, project_id="boats"):
    caller = Caller(ADA, "request")
    given = {"project_id": project_id, "name": "Boats", "seed": 1}
    return ACTIONS.perform("create_project", given, installation.studio, caller)


def tell(task):
    task.change(lambda change: change.decide(STORIES, STORY, lambda s: stories.tell(s, "once")))


@requirement("S3.07", "S3.09")
def test_a_reaction_answers_an_event_once(world):
    told = Service("teller", {ProjectCreated: tell}, emits=(StoryTold,))
    installation, runner = world(told)
    runner.start()
    begin(installation)
    runner.wait(lambda: installation.studio.queue.waiting() == 0, every_s=0.01)
    history = installation.studio.store.history("boats", "story/main")
    assert [e.type for e in history] == ["StoryTold"]
    assert history[0].cause == "boats/project/boats~00000001"
    told.handle(installation.studio.store.history("boats", "project/boats")[0], installation.studio)
    assert len(installation.studio.store.history("boats", "story/main")) == 1


def test_work_that_was_stored_and_not_done_is_done_by_the_next_process(world):
    installation, _ = world(Service("teller", {ProjectCreated: tell}, emits=(StoryTold,)))
    begin(installation)
    installation.studio.queue.take()
    again, runner = world(Service("teller", {ProjectCreated: tell}, emits=(StoryTold,)))
    runner.start()
    runner.wait(lambda: again.studio.queue.waiting() == 0, every_s=0.01)
    assert again.studio.get("boats", STORIES, STORY).text == "once"


def test_an_event_stored_by_a_process_that_died_before_telling_is_told(world):
    installation, _ = world(Service("teller", {ProjectCreated: tell}, emits=(StoryTold,)))
    quiet, _ = world()
    begin(quiet)
    for event in quiet.studio.store.timeline("boats"):
        installation.studio.queue.publish([event])
        installation.studio.queue.publish([event])
    assert installation.studio.queue.waiting() == 1


def test_a_defect_of_one_message_does_not_stop_the_others(world):
    def stumble(task):
        raise ZeroDivisionError("a defect")

    clumsy, teller = (
        Service("clumsy", {ProjectCreated: stumble}),
        Service("teller", {ProjectCreated: tell}, emits=(StoryTold,)),
    )
    installation, runner = world(clumsy, teller)
    runner.start()
    begin(installation)
    runner.wait(lambda: installation.studio.queue.waiting() == 1, every_s=0.01)
    assert installation.studio.get("boats", STORIES, STORY).text == "once"


def test_a_full_disk_stops_the_workers_and_is_told_to_whoever_waits(world):
    def full(task):
        raise Unavailable("the disk is full")

    installation, runner = world(Service("writer", {ProjectCreated: full}))
    runner.start()
    begin(installation)
    with pytest.raises(Unavailable, match="full"):
        runner.wait(lambda: False, every_s=0.01)


def test_two_instances_that_react_to_one_event_have_one_effect(world):
    told = Service("teller", {ProjectCreated: tell}, emits=(StoryTold,))
    installation, _ = world(told)
    begin(installation)
    event = installation.studio.store.history("boats", "project/boats")[0]
    threads = [threading.Thread(target=told.handle, args=(event, installation.studio)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(installation.studio.store.history("boats", "story/main")) == 1


def test_a_reaction_that_changes_state_twice_is_caught(world):
    def twice(task):
        tell(task)
        tell(task)

    greedy = Service("greedy", {ProjectCreated: twice}, emits=(StoryTold,))
    installation, _ = world(greedy)
    begin(installation)
    event = installation.studio.store.history("boats", "project/boats")[0]
    with pytest.raises(Conflict):
        twice(Task(greedy, event, installation.studio))
    assert [e.event for e in installation.studio.store.history("boats", "story/main")] == [StoryTold(text="once")]


def test_a_reaction_that_leads_to_an_event_its_service_does_not_declare_is_caught(world):
    silent = Service("silent", {ProjectCreated: tell})
    installation, _ = world(silent)
    begin(installation)
    with pytest.raises(TypeError, match="silent does not say that it emits StoryTold"):
        silent.handle(installation.studio.store.history("boats", "project/boats")[0], installation.studio)
    assert installation.studio.store.history("boats", "story/main") == []
