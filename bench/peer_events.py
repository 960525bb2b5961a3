"""The peer of the event core: pyeventsourcing on SQLite, with aggregates that carry what ours carry."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from bench.figures import cpu_seconds
from bench.long_log import one_scene

EVENTS_PER_SHOT = 8


class Shot(Aggregate):
    """One shot: drafted, then noted upon."""

    @event("Drafted")
    def __init__(self, plan: dict[str, Any]) -> None:
        """Plan it."""
        self.versions = [plan]
        self.notes: list[str] = []

    @event("Noted")
    def note(self, type_: str, fact: dict[str, Any]) -> None:
        """Something happened to it."""
        self.notes = [*self.notes, type_]
        self.versions = [*self.versions[:-1], {**self.versions[-1], **fact}]


def facts_of_a_shot() -> list[tuple[str, dict[str, Any]]]:
    """Type and payload of every event of one of our shots."""
    events = [e for e in one_scene().events if e.stream == "shot/sc01sh01"]
    return [(e.type, json.loads(e.payload)) for e in events]


def studio(file: Path) -> Application[UUID]:
    """An application on a SQLite file of its own."""
    file.unlink(missing_ok=True)
    return Application({"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(file)})


def commands(work: Path, clients: int, each: int) -> dict[str, float]:
    """Draft new shots from many threads; how many in a second, and the 99th percentile of one in ms."""
    application = studio(work / "peer-commands.db")
    (_, drafted), (submitted, _) = facts_of_a_shot()[:2]

    def client(_: int) -> Iterator[float]:
        for _ in range(each):
            start = time.perf_counter()
            shot = Shot(plan=drafted)
            shot.note(submitted, {})
            application.save(shot)
            yield time.perf_counter() - start

    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        took = sorted(t for part in threads.map(lambda n: list(client(n)), range(clients)) for t in part)
    return {"rate": len(took) / (time.perf_counter() - start), "p99_ms": took[len(took) * 99 // 100] * 1000}


def replay(work: Path, events: int) -> dict[str, float]:
    """Store so many events, then rebuild every aggregate from them; CPU and wall seconds of the rebuilding."""
    application = studio(work / "peer-replay.db")
    facts = facts_of_a_shot()
    shots: list[UUID] = []
    while len(shots) * EVENTS_PER_SHOT < events:
        batch = [_told(facts) for _ in range(50)]
        application.save(*batch)
        shots += [shot.id for shot in batch]
    before, start = cpu_seconds(), time.perf_counter()
    for id_ in shots:
        application.repository.get(id_)
    rebuilt = len(shots) * EVENTS_PER_SHOT
    return {"events": rebuilt, "cpu": cpu_seconds() - before, "wall": time.perf_counter() - start}


def _told(facts: list[tuple[str, dict[str, Any]]]) -> Shot:
    shot = Shot(plan=facts[0][1])
    for type_, fact in facts[1:]:
        shot.note(type_, fact)
    return shot


if __name__ == "__main__":
    ways: dict[str, Callable[..., dict[str, float]]] = {"commands": commands, "replay": replay}
    print(json.dumps(ways[sys.argv[1]](Path(sys.argv[2]), *map(int, sys.argv[3:]))))
