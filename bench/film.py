"""What the film of the sample song takes, from the order to the finished files, in a fresh data folder."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.figures import Row, arguments, load

SAMPLES = Path(__file__).parents[1] / "samples"
GOAL_S = 60


def make(song: Path, lyrics: Path, work: Path, size: str) -> dict[str, float]:
    """One film in a process of its own."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    command = [sys.executable, "-m", "bench.one_film", str(song), str(lyrics), str(work), size]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def per_shot(figures: dict[str, float]) -> str:
    """How often what was asked for each finished shot."""
    asked = {
        "store reads": "reads",
        "store writes": "writes",
        "messages": "messages",
        "provider calls": "provider_calls",
    }
    return ", ".join(f"{figures[key] / figures['shots']:.1f} {name}" for name, key in asked.items())


def main() -> None:
    """Print the counts and the row."""
    given = arguments(__doc__ or "").parse_args()
    size = "640x360" if given.quick else "1920x1080"
    print(load())
    figures = make(SAMPLES / "en.mp3", SAMPLES / "en.txt", given.work / "film", size)
    print(f"{figures['shots']:.0f} shots, {figures['events']:.0f} events; for each shot {per_shot(figures)}")
    print(f"asked for progress {figures['polls']:.0f} times")
    Row(
        job=f"the sample film, 40 s, {size}",
        ours=f"{figures['wall']:.0f} s wall, {figures['cpu']:.0f} CPU-s, "
        f"{figures['rss']:.0f} MB and at most {figures['child_rss']:.0f} MB in its largest child; {load()}",
        goal=f"<= {GOAL_S} s",
        met=figures["wall"] <= GOAL_S,
    ).tell()


if __name__ == "__main__":
    main()
