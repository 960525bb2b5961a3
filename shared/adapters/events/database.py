"""One SQLite file with one writer: everybody who waits to write shares one durable commit."""

import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from shared.kernel.errors import Unavailable

T = TypeVar("T")
Write = Callable[[sqlite3.Connection], T]
_Job = tuple[Write[Any], Future[Any]]

_BATCH = 256


class Database:
    """Reads come from a connection per thread; writes go through one thread and are on disk when they return.

    A write that raises leaves no trace and does not disturb those committed together with it. A full disk, or a lock
    that does not go away, is Unavailable.
    """

    def __init__(self, path: Path, schema: str, lock_timeout_s: float = 5.0) -> None:
        """Open or create the file and bring its tables into being."""
        self._path = path
        self._timeout = lock_timeout_s
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = self._open()
            writer.executescript("pragma journal_mode = wal;" + schema)
        except (sqlite3.Error, OSError) as error:
            raise self._unavailable(error) from error
        self._thread = threading.Thread(target=self._write_all, args=(writer,), name="database-writer", daemon=True)
        self._thread.start()

    def read(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        try:
            return self._reader().execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def stream(self, query: str, values: tuple[Any, ...] = ()) -> Iterable[tuple[Any, ...]]:
        """The rows of a query one by one, all from the same moment."""
        try:
            yield from self._reader().cursor().execute(query, values)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def write(self, work: Write[T]) -> T:
        """Run a write inside the next commit; returns its result when it is on disk, or raises what it raised."""
        future: Future[T] = Future()
        self._jobs.put((work, future))
        return future.result()

    def close(self) -> None:
        """Finish what was handed over and let go of the file."""
        self._jobs.put(None)
        self._thread.join()
        for connection in self._connections:
            connection.close()
        self._connections.clear()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=self._timeout, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        self._connections.append(connection)
        connection.execute("pragma synchronous = full")
        return connection

    def _reader(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = self._open()
        connection: sqlite3.Connection = self._local.connection
        return connection

    def _write_all(self, db: sqlite3.Connection) -> None:
        running = True
        while running:
            jobs = [self._jobs.get()]
            with suppress(queue.Empty):
                while len(jobs) < _BATCH:
                    jobs.append(self._jobs.get_nowait())
            running = None not in jobs
            self._commit(db, [job for job in jobs if job is not None])

    def _commit(self, db: sqlite3.Connection, jobs: list[_Job]) -> None:
        settle: list[Callable[[], None]] = []
        try:
            db.execute("begin immediate")
            for work, future in jobs:
                settle.append(self._run(db, work, future))
            db.execute("commit")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                db.execute("rollback")
            for _, future in jobs:
                future.set_exception(self._unavailable(error))
        else:
            for tell in settle:
                tell()

    def _run(self, db: sqlite3.Connection, work: Write[Any], future: Future[Any]) -> Callable[[], None]:
        db.execute("savepoint one")
        try:
            result = work(db)
        except sqlite3.OperationalError:
            raise
        except Exception as error:  # whatever the work raises belongs to its caller, not to the others in this commit
            db.execute("rollback to one")
            db.execute("release one")
            failure = error
            return lambda: future.set_exception(failure)
        db.execute("release one")
        return lambda: future.set_result(result)

    def _unavailable(self, error: Exception) -> Unavailable:
        text = str(error)
        if "full" in text or "No space left" in text:
            return Unavailable(f"the disk that holds {self._path} is full; free some space and run the same again")
        if "locked" in text or "busy" in text:
            return Unavailable(f"{self._path} is locked by another program; close it and run the same again")
        return Unavailable(f"the database {self._path} cannot be used: {text}")
