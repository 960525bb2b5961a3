"""A durable queue in SQLite: the bus of a single machine."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from shared.adapters.events.database import Database
from shared.kernel.errors import NotFound
from shared.kernel.events import Recorded
from shared.ports.bus import DeadLetter, Delivery

SCHEMA = """
create table if not exists deliveries (
  seq integer primary key autoincrement, consumer text not null, message_id text not null, lane text not null,
  type text not null, at text not null, body text not null, attempts integer not null default 0,
  due real not null default 0, state text not null default 'waiting', reason text not null default '',
  unique (consumer, message_id));
create index if not exists deliveries_in_lane on deliveries (consumer, lane, seq) where state != 'dead';
create index if not exists deliveries_waiting on deliveries (at desc, seq) where state = 'waiting';
"""

ATTEMPTS = 5
BACK_OFF_S = (0.5, 2.0, 5.0, 15.0)


class SqliteQueue:
    """See Queue. A message that failed holds back only later messages of its own stream for the same consumer.

    What happened last goes first, so that one shot is finished before the next is begun.
    """

    def __init__(
        self, database: Database, listeners: Mapping[str, Sequence[str]], seconds: Callable[[], float]
    ) -> None:
        """`listeners` names the consumers of each event type; `seconds` is a clock that survives restarts."""
        self._db = database
        self._listeners = listeners
        self._seconds = seconds

    def publish(self, events: Sequence[Recorded]) -> None:
        """Hand over; a repeat is harmless."""
        rows = [
            (consumer, e.id, f"{e.project_id}/{e.stream}", e.type, e.at.isoformat(timespec="microseconds"), e.to_wire())
            for e in events
            for consumer in self._listeners.get(e.type, ())
        ]
        insert = "insert or ignore into deliveries (consumer, message_id, lane, type, at, body) values (?,?,?,?,?,?)"
        if rows:
            self._db.write(lambda db: db.executemany(insert, rows) and None)

    def take(self) -> Delivery | None:
        """The next message that is due and whose predecessors are done."""
        now = self._seconds()
        return self._db.write(lambda db: _take(db, now))

    def done(self, delivery: Delivery) -> None:
        """Never again."""
        self._db.write(lambda db: db.execute("delete from deliveries where seq = ?", (delivery.queued,)) and None)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Again after a while, or never without a person."""
        dead = delivery.attempt >= ATTEMPTS
        due = self._seconds() + BACK_OFF_S[min(delivery.attempt, len(BACK_OFF_S)) - 1]
        values = ("dead" if dead else "waiting", due, reason, delivery.queued)
        self._db.write(
            lambda db: db.execute("update deliveries set state = ?, due = ?, reason = ? where seq = ?", values) and None
        )

    def waiting(self) -> int:
        """How many messages are not done."""
        return int(self._db.read("select count(*) from deliveries where state != 'dead'")[0][0])

    def dead(self) -> list[DeadLetter]:
        """Messages that wait for a person."""
        rows = self._db.read(
            "select consumer, message_id, type, attempts, reason from deliveries where state = 'dead' order by seq"
        )
        return [DeadLetter(*row) for row in rows]

    def revive(self, consumer: str, message_id: str) -> None:
        """Another five attempts."""
        query = (
            "update deliveries set state = 'waiting', attempts = 0, due = 0"
            " where consumer = ? and message_id = ? and state = 'dead'"
        )
        changed = self._db.write(lambda db: db.execute(query, (consumer, message_id)).rowcount)
        if not changed:
            raise NotFound(f"{consumer} has no dead letter {message_id}")

    def recover(self) -> None:
        """Give again what a process that died had taken."""
        self._db.write(lambda db: db.execute("update deliveries set state = 'waiting' where state = 'taken'") and None)


def _take(db: sqlite3.Connection, now: float) -> Delivery | None:
    row = db.execute(
        "select seq, consumer, body, attempts from deliveries d where state = 'waiting' and due <= ?"
        " and not exists (select 1 from deliveries e where e.consumer = d.consumer and e.lane = d.lane"
        " and e.seq < d.seq and e.state != 'dead') order by at desc, seq limit 1",
        (now,),
    ).fetchone()
    if row is None:
        return None
    seq, consumer, body, attempts = row
    db.execute("update deliveries set state = 'taken', attempts = attempts + 1 where seq = ?", (seq,))
    return Delivery(consumer, Recorded.from_wire(body), attempts + 1, seq)
