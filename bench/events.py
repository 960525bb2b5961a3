"""How many durable commands a second, and how long a replay of a million events takes, beside pyeventsourcing.

A command drafts a new shot: it loads, decides, and is on the disk (synchronous=FULL) with events, head, outbox row and
idempotency answer when it returns; the peer stores its events only. The replay rebuilds every head and compares it
byte for byte; the peer's rebuilds its aggregates. On a busy machine the limit in the same run says how slow it was.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.figures import Row, arguments, cpu_seconds, load
from bench.long_log import PROJECT, make_log
from services.local.past import STREAMS_PER_PART, compare
from shared.domain import shot as shots
from shared.domain.shot import SHOTS, Shot
from shared.kernel.streams import Change, EventStore, transact
from shared.settings import Settings
from shared.wiring import install
from tests.factories import cause, plan

CLIENTS = 16
LIST = {"long": (1_000_000, 250, 50_000), "quick": (100_000, 60, 10_000)}
PEER = "pyeventsourcing"


def commands(work: Path, each: int) -> dict[str, float]:
    """Draft new shots from many threads; how many in a second, and the 99th percentile of one in ms."""
    shutil.rmtree(work / "commands", ignore_errors=True)
    installation = install(Settings(data=work / "commands"), {})
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as threads:
        parts = threads.map(lambda n: _client(installation.studio.store, n, each), range(CLIENTS))
        took = sorted(seconds for part in parts for seconds in part)
    rate = len(took) / (time.perf_counter() - start)
    installation.close()
    return {"rate": rate, "p99_ms": took[len(took) * 99 // 100] * 1000}


def _client(store: EventStore, client: int, each: int) -> list[float]:
    took = []
    for n in range(each):
        start = time.perf_counter()
        _draft(store, f"sc{client:02d}sh{n:04d}")
        took.append(time.perf_counter() - start)
    return took


def _draft(store: EventStore, id_: str) -> None:
    def work(change: Change) -> Shot:
        return change.decide(SHOTS, id_, lambda shot: shots.draft(shot, plan(id_), 1, 7))

    transact(store, "film", cause(key=id_), work, Shot.model_dump_json)


def replay(work: Path, events: int) -> dict[str, float]:
    """Rebuild and compare a log of so many events on all workers; CPU and wall seconds."""
    settings = Settings(data=work / f"log-{events}")
    count = make_log(settings.data, events)
    installation = install(settings, {})
    before, start = cpu_seconds(), time.perf_counter()
    result = compare(installation.studio.store, PROJECT, settings)
    wall = time.perf_counter() - start
    installation.close()
    print(result.sentence())
    equal = not result.different
    return {"events": count, "wall": wall, "cpu": cpu_seconds() - before, "workers": settings.workers, "equal": equal}


def parsing(work: Path, events: int, every: int = 10) -> float:
    """CPU seconds of only fetching all rows and parsing their JSON, from every tenth part of the log."""
    installation = install(Settings(data=work / f"log-{events}"), {})
    store = installation.studio.store
    parts = store.parts(PROJECT, STREAMS_PER_PART // 10)[::every]
    before = cpu_seconds()
    read = sum(1 for part in parts for fact in store.facts(PROJECT, part) if json.loads(fact.payload) is not None)
    spent = (cpu_seconds() - before) / read * events
    installation.close()
    return spent


def peer(what: str, work: Path, *amounts: int) -> dict[str, float] | None:
    """The same by the peer in a process of its own; nothing where it is not installed."""
    if importlib.util.find_spec("eventsourcing") is None:
        return None
    command = [sys.executable, "-m", "bench.peer_events", what, str(work), *map(str, amounts)]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    figures: dict[str, float] = json.loads(said)
    return figures


def command_row(work: Path, each: int) -> Row:
    """Durable commands beside the peer's."""
    ours, theirs = commands(work, each), peer("commands", work, CLIENTS, each)
    said = (
        f"{PEER}, events only: {theirs['rate']:.0f}/s, p99 {theirs['p99_ms']:.0f} ms"
        if theirs
        else f"{PEER} is not installed"
    )
    return Row(
        job=f"a durable command, {CLIENTS} clients",
        ours=f"{ours['rate']:.0f}/s, p99 {ours['p99_ms']:.0f} ms",
        goal=">= 500/s, p99 < 100 ms",
        met=ours["rate"] >= 500 and ours["p99_ms"] < 100,
        peer=said,
        ratio=f"{ours['rate'] / theirs['rate']:.2f}x the rate" if theirs else "-",
    )


def replay_row(work: Path, events: int, of_peer: int) -> Row:
    """A replay beside the peer's, whose time is extrapolated from fewer events; judged by CPU time per worker."""
    ours, theirs, floor = replay(work, events), peer("replay", work, of_peer), parsing(work, events)
    seconds = theirs["cpu"] / theirs["events"] * ours["events"] if theirs else 0.0
    said = f"{PEER}: {seconds:.0f} CPU-s, from {of_peer:,}" if theirs else f"{PEER} is not installed"
    apart = ours["cpu"] / ours["workers"]
    return Row(
        job=f"replay of {ours['events']:,} events",
        ours=f"{ours['wall']:.1f} s wall, {apart:.1f} CPU-s on each of {ours['workers']:.0f} cores, "
        + ("equal" if ours["equal"] else "DIFFERENT"),
        goal="1,000,000 in <= 5 s on 2 quiet cores, equal hash",
        met=bool(ours["equal"]) and apart <= 5 if events >= 1_000_000 else None,
        peer=said,
        ratio=f"{seconds / ours['cpu']:.1f}x less CPU" if theirs else "-",
        limit=f"fetching and parsing JSON: {floor:.1f} CPU-s",
    )


def main() -> None:
    """Print both rows."""
    given = arguments(__doc__ or "").parse_args()
    events, each, of_peer = LIST["quick" if given.quick else "long"]
    given.work.mkdir(parents=True, exist_ok=True)
    print(load())
    command_row(given.work, each).tell()
    replay_row(given.work, events, of_peer).tell()


if __name__ == "__main__":
    main()
