"""What every queue promises."""

from datetime import timedelta

import pytest

from shared.adapters.bus.sqlite import ATTEMPTS, BACK_OFF_S, SCHEMA, SqliteQueue
from shared.adapters.events.database import Database
from shared.kernel.errors import NotFound
from shared.kernel.events import Recorded
from tests.factories import ADA, NOON
from tests.requirements import requirement


class Hand:
    """A clock that a test turns."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "queue.db", SCHEMA)
    yield database
    database.close()


@pytest.fixture
def queue(database, hand):
    return SqliteQueue(database, {"ShotSubmitted": ("qa", "audit"), "ShotValidated": ("qa",)}, hand)


def event(stream="shot/s1", version=1, type_="ShotValidated"):
    return Recorded("film", stream, version, type_, 1, "{}", ADA, "request", NOON)


def test_an_empty_queue_gives_nothing(queue):
    assert queue.take() is None
    assert queue.waiting() == 0
    assert queue.dead() == []


def test_everybody_who_listens_hears_of_it_once(queue):
    queue.publish([event(type_="ShotSubmitted"), event(type_="Unheard", version=2)])
    queue.publish([event(type_="ShotSubmitted")])
    taken = [queue.take(), queue.take()]
    assert {d.consumer for d in taken} == {"qa", "audit"}
    assert taken[0].happened == event(type_="ShotSubmitted")
    assert queue.take() is None


@requirement("S3.60")
def test_messages_of_one_stream_keep_their_order_and_other_streams_do_not_wait(queue):
    queue.publish([event(version=1), event(version=2), event("shot/s2")])
    first, other = queue.take(), queue.take()
    assert (first.happened.version, other.happened.stream) == (1, "shot/s2")
    assert queue.take() is None
    queue.done(first)
    assert queue.take().happened.version == 2


def test_a_failed_message_comes_back_later_each_time_and_ends_as_a_dead_letter(queue, hand):
    queue.publish([event()])
    for attempt in range(1, ATTEMPTS + 1):
        delivery = queue.take()
        assert delivery.attempt == attempt
        queue.failed(delivery, "no luck")
        assert queue.take() is None
        hand.now += BACK_OFF_S[min(attempt, len(BACK_OFF_S)) - 1]
    assert queue.take() is None
    assert [(d.consumer, d.attempts, d.reason) for d in queue.dead()] == [("qa", ATTEMPTS, "no luck")]
    assert queue.waiting() == 0


def test_a_dead_letter_does_not_hold_back_its_stream_and_can_be_revived(queue, hand):
    queue.publish([event(version=1), event(version=2)])
    for _ in range(ATTEMPTS):
        queue.failed(queue.take(), "no luck")
        hand.now += 100
    assert queue.take().happened.version == 2
    queue.revive("qa", event(version=1).id)
    assert queue.take().happened.version == 1
    with pytest.raises(NotFound):
        queue.revive("qa", "nothing")


def test_what_a_dead_process_had_taken_is_given_again(queue, database, hand):
    queue.publish([event()])
    queue.take()
    assert queue.take() is None
    again = SqliteQueue(database, {}, hand)
    again.recover()
    assert again.take().happened == event()


def test_what_happened_last_goes_first_and_what_happened_at_once_keeps_its_order(queue):
    early = [event(f"shot/s{n}") for n in range(2)]
    late = Recorded("film", "shot/s9", 1, "ShotValidated", 1, "{}", ADA, "request", NOON + timedelta(seconds=1))
    queue.publish([*early, late])
    assert [queue.take().happened.stream for _ in range(3)] == ["shot/s9", "shot/s0", "shot/s1"]
