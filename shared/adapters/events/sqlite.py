"""Events in one SQLite file: the default on a fresh machine."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Any

from shared.adapters.events.database import Database
from shared.kernel.errors import Conflict
from shared.kernel.events import Actor, Recorded
from shared.kernel.streams import WHOLE, Answer, Commit, Fact, Handled, Head, Part

SCHEMA = """
create table if not exists events (
  project_id text, stream text, version integer, type text not null, schema_version integer not null,
  payload text not null, actor_kind text not null, actor_id text not null, cause text not null, at text not null,
  primary key (project_id, stream, version)) without rowid;
create index if not exists events_by_time on events (project_id, at, stream, version);
create table if not exists heads (
  project_id text, stream text, version integer not null, state text not null,
  primary key (project_id, stream)) without rowid;
create table if not exists outbox (
  seq integer primary key autoincrement, id text not null unique,
  project_id text not null, stream text not null, version integer not null);
create table if not exists inbox (
  consumer text, message_id text, primary key (consumer, message_id)) without rowid;
create table if not exists answers (key text primary key, request text not null, body text not null) without rowid;
create trigger if not exists events_are_never_changed before update on events
  begin select raise(abort, 'events are append-only'); end;
create trigger if not exists events_are_never_removed before delete on events
  begin select raise(abort, 'events are append-only'); end;
"""

_FACT = "project_id, stream, version, type, schema_version, payload"
_IN_PART = "project_id = ? and stream > ? and stream <= ?"
_COLUMNS = f"{_FACT}, actor_kind, actor_id, cause, at"


class SqliteEventStore:
    """See EventStore. Several processes may share the file; one writer at a time is waited for."""

    def __init__(self, database: Database) -> None:
        """Use a database that was opened with SCHEMA."""
        self._db = database

    def commit(self, commit: Commit) -> None:
        """Store all of it or nothing."""
        self._db.write(lambda db: _store(db, commit))

    def head(self, project_id: str, stream: str) -> Head | None:
        """The latest folded state."""
        rows = self._db.read(
            "select version, state from heads where project_id = ? and stream = ?", (project_id, stream)
        )
        return Head(project_id, stream, *rows[0]) if rows else None

    def heads(self, project_id: str, kind: str) -> list[Head]:
        """The heads of all things of a kind."""
        rows = self._db.read(
            "select stream, version, state from heads where project_id = ? and stream between ? and ? order by stream",
            (project_id, f"{kind}/", f"{kind}0"),
        )
        return [Head(project_id, *row) for row in rows]

    def projects(self) -> list[str]:
        """Every project that has events."""
        return [row[0] for row in self._db.read("select distinct project_id from heads order by 1")]

    def history(self, project_id: str, stream: str) -> list[Recorded]:
        """Every event of one stream."""
        query = f"select {_COLUMNS} from events where project_id = ? and stream = ? order by version"
        return [_recorded(row) for row in self._db.read(query, (project_id, stream))]

    def timeline(self, project_id: str) -> Iterator[Recorded]:
        """Every event of a project in the order of time."""
        query = f"select {_COLUMNS} from events where project_id = ? order by at, stream, version"
        return (_recorded(row) for row in self._db.stream(query, (project_id,)))

    def facts(self, project_id: str, part: Part = WHOLE) -> Iterator[Fact]:
        """Every event of a project or a part of it without envelope."""
        query = f"select {_FACT} from events where {_IN_PART} order by stream, version"
        return map(partial(tuple.__new__, Fact), self._db.stream(query, (project_id, *part)))

    def stored(self, project_id: str, part: Part = WHOLE) -> Iterator[Head]:
        """The heads of a project or a part of it."""
        query = f"select project_id, stream, version, state from heads where {_IN_PART} order by stream"
        return (Head(*row) for row in self._db.stream(query, (project_id, *part)))

    def parts(self, project_id: str, size: int) -> list[Part]:
        """The project cut into parts of that many streams."""
        numbered = "select stream, row_number() over (order by stream) as number from heads where project_id = ?"
        last = [
            row[0] for row in self._db.read(f"select stream from ({numbered}) where number % ? = 0", (project_id, size))
        ]
        return [Part(*ends) for ends in pairwise(("", *last, WHOLE.to))]

    def answer(self, key: str) -> Answer | None:
        """What was answered to this key."""
        rows = self._db.read("select key, request, body from answers where key = ?", (key,))
        return Answer(*rows[0]) if rows else None

    def handled(self, mark: Handled) -> bool:
        """Whether the consumer has dealt with the message."""
        query = "select 1 from inbox where consumer = ? and message_id = ?"
        return bool(self._db.read(query, (mark.consumer, mark.message_id)))

    def unpublished(self, limit: int) -> list[Recorded]:
        """Events not yet handed to the bus."""
        query = f"select {_COLUMNS} from outbox join events using (project_id, stream, version) order by seq limit ?"
        return [_recorded(row) for row in self._db.read(query, (limit,))]

    def published(self, ids: Sequence[str]) -> None:
        """Forget these from the outbox."""
        rows = [(id_,) for id_ in ids]
        self._db.write(lambda db: db.executemany("delete from outbox where id = ?", rows) and None)


def _store(db: sqlite3.Connection, commit: Commit) -> None:
    for project_id, stream, version in commit.seen:
        row = db.execute(
            "select version from heads where project_id = ? and stream = ?", (project_id, stream)
        ).fetchone()
        if (row[0] if row else 0) != version:
            raise Conflict(f"somebody else was first: {stream} has moved on")
    try:
        db.executemany("insert into events values (?,?,?,?,?,?,?,?,?,?)", [_row(e) for e in commit.events])
        db.executemany(
            "insert into outbox (id, project_id, stream, version) values (?,?,?,?)",
            [(e.id, e.project_id, e.stream, e.version) for e in commit.events],
        )
        db.executemany(
            "insert or replace into heads values (?,?,?,?)",
            [(h.project_id, h.stream, h.version, h.state) for h in commit.heads],
        )
        if commit.answer:
            db.execute(
                "insert into answers values (?,?,?)", (commit.answer.key, commit.answer.request, commit.answer.body)
            )
        if commit.handled:
            db.execute("insert into inbox values (?,?)", (commit.handled.consumer, commit.handled.message_id))
    except sqlite3.IntegrityError as error:
        raise Conflict(f"somebody else was first: {error}") from error


def _row(e: Recorded) -> tuple[object, ...]:
    at = e.at.isoformat(timespec="microseconds")
    return (
        e.project_id,
        e.stream,
        e.version,
        e.type,
        e.schema_version,
        e.payload,
        e.actor.kind,
        e.actor.id,
        e.cause,
        at,
    )


def _recorded(row: tuple[Any, ...]) -> Recorded:
    project_id, stream, version, type_, schema_version, payload, kind, actor, cause, at = row
    return Recorded(
        project_id, stream, version, type_, schema_version, payload, Actor(kind=kind, id=actor), cause,
        datetime.fromisoformat(at),
    )  # fmt: skip
