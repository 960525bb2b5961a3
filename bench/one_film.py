"""Makes one film in a process of its own, as `cinema film` does, and prints what it took as JSON."""

import json
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from bench.figures import cpu_seconds
from services.local.crew import SERVICES
from services.local.film import Order, make_film
from services.local.runner import Runner
from shared.actions.films import Progress
from shared.service import listeners
from shared.settings import Settings
from shared.wiring import install

READS = ("head", "heads", "history", "timeline", "facts", "stored", "answer", "handled", "unpublished")
WRITES = ("commit", "published")
PROVIDERS = ("media", "listener", "aligner", "images", "clips", "sheets", "interchange")


def film(song: Path, lyrics: Path, work: Path, size: tuple[int, int]) -> dict[str, float]:
    """Make it in a fresh data folder; times, memory in MB, and how often each port was asked."""
    settings = Settings(data=work / "data")
    installation = install(settings, listeners(SERVICES))
    order = Order(song=song, lyrics=lyrics, language=None, story=None, title=None, out=work / "film", size=size)
    told = Told()
    start = time.perf_counter()
    make_film(order, installation.studio, Runner(installation.studio, SERVICES, settings.workers), told)
    wall = time.perf_counter() - start
    counts = dict(installation.counts)
    (project,) = installation.studio.store.projects()
    events = sum(1 for _ in installation.studio.store.facts(project))
    installation.close()
    for name, number in sorted(counts.items()):
        print(f"{name:32}{number:>8}", file=sys.stderr)
    return {
        "wall": wall, "cpu": cpu_seconds(), "shots": told.shots, "events": events, "polls": told.polls,
        "rss": peak_mb(), "child_rss": getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024,
        "reads": sum(counts.get(f"store.{name}", 0) for name in READS),
        "writes": sum(counts.get(f"store.{name}", 0) for name in WRITES),
        "messages": counts.get("queue.done", 0),
        "provider_calls": sum(n for name, n in counts.items() if _calls_a_provider(*name.split("."))),
    }  # fmt: skip


def _calls_a_provider(port: str, method: str) -> bool:
    return port in PROVIDERS and method != "model"


class Told:
    """Hears of the progress and keeps how many shots there are and how often it was asked."""

    shots = 0
    polls = 0

    def __call__(self, progress: Progress) -> None:
        """Note it."""
        self.polls += 1
        self.shots = progress.stages[-1].total


def peak_mb() -> float:
    """The most memory that this process has held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    width, height = map(int, sys.argv[4].split("x"))
    print(json.dumps(film(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), (width, height))))
