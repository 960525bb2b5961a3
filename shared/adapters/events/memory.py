"""Events in dictionaries: for tests and for the simulator."""

import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shared.kernel.errors import Conflict
from shared.kernel.events import Recorded
from shared.kernel.streams import WHOLE, Answer, Commit, Fact, Handled, Head, Part


class MemoryEventStore:
    """See EventStore. Lives as long as the process."""

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = threading.Lock()
        self._streams: dict[tuple[str, str], list[Recorded]] = {}
        self._heads: dict[tuple[str, str], Head] = {}
        self._outbox: dict[str, Recorded] = {}
        self._answers: dict[str, Answer] = {}
        self._inbox: set[Handled] = set()

    def commit(self, commit: Commit) -> None:
        """Store all of it or nothing."""
        with self._lock:
            self._check(commit)
            for event in commit.events:
                self._streams.setdefault((event.project_id, event.stream), []).append(event)
                self._outbox[event.id] = event
            self._heads |= {(h.project_id, h.stream): h for h in commit.heads}
            if commit.answer:
                self._answers[commit.answer.key] = commit.answer
            if commit.handled:
                self._inbox.add(commit.handled)

    def _check(self, commit: Commit) -> None:
        seen: dict[tuple[str, str], int] = {}
        for event in commit.events:
            key = (event.project_id, event.stream)
            last = seen.get(key, len(self._streams.get(key, ())))
            if event.version <= last:
                raise Conflict(f"somebody else was first: {event.id} is taken")
            seen[key] = event.version
        for project_id, stream, version in commit.seen:
            if len(self._streams.get((project_id, stream), ())) != version:
                raise Conflict(f"somebody else was first: {stream} has moved on")
        if commit.answer and commit.answer.key in self._answers:
            raise Conflict(f"somebody else was first: {commit.answer.key} has been answered")
        if commit.handled and commit.handled in self._inbox:
            raise Conflict(f"somebody else was first: {commit.handled.message_id} has been handled")

    def head(self, project_id: str, stream: str) -> Head | None:
        """The latest folded state."""
        return self._heads.get((project_id, stream))

    def heads(self, project_id: str, kind: str) -> list[Head]:
        """The heads of all things of a kind."""
        with self._lock:
            found = [h for (p, s), h in self._heads.items() if p == project_id and s.startswith(f"{kind}/")]
        return sorted(found, key=lambda head: head.stream)

    def projects(self) -> list[str]:
        """Every project that has events."""
        with self._lock:
            return sorted({project_id for project_id, _ in self._streams})

    def history(self, project_id: str, stream: str) -> list[Recorded]:
        """Every event of one stream."""
        return list(self._streams.get((project_id, stream), ()))

    def timeline(self, project_id: str) -> Iterator[Recorded]:
        """Every event of a project in the order of time."""
        return iter(sorted(self._of(project_id), key=lambda e: (e.at, e.stream, e.version)))

    def facts(self, project_id: str, part: Part = WHOLE) -> Iterator[Fact]:
        """Every event of a project or a part of it without envelope."""
        ordered = sorted(self._of(project_id), key=lambda e: (e.stream, e.version))
        there = (e for e in ordered if part.after < e.stream <= part.to)
        return (Fact(e.project_id, e.stream, e.version, e.type, e.schema_version, e.payload) for e in there)

    def stored(self, project_id: str, part: Part = WHOLE) -> Iterator[Head]:
        """The heads of a project or a part of it."""
        with self._lock:
            found = [h for (p, s), h in self._heads.items() if p == project_id and part.after < s <= part.to]
        return iter(sorted(found, key=lambda head: head.stream))

    def parts(self, project_id: str, size: int) -> list[Part]:
        """The project cut into parts of that many streams."""
        last = [head.stream for head in self.stored(project_id)][size - 1 :: size]
        return [Part(*ends) for ends in pairwise(("", *last, WHOLE.to))]

    def _of(self, project_id: str) -> list[Recorded]:
        with self._lock:
            return [e for (p, _), events in self._streams.items() if p == project_id for e in events]

    def answer(self, key: str) -> Answer | None:
        """What was answered to this key."""
        return self._answers.get(key)

    def handled(self, mark: Handled) -> bool:
        """Whether the consumer has dealt with the message."""
        return mark in self._inbox

    def unpublished(self, limit: int) -> list[Recorded]:
        """Events not yet handed to the bus."""
        with self._lock:
            return list(self._outbox.values())[:limit]

    def published(self, ids: Sequence[str]) -> None:
        """Forget these from the outbox."""
        with self._lock:
            for id_ in ids:
                self._outbox.pop(id_, None)
