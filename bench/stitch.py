"""How fast, how exactly and in how much memory a film is put together from its conformed clips, beside the peers.

Each way runs in a process of its own, and the film is synced to the disk within its time. `MB more` is memory beyond
what the process took to start, `MB child` that of the largest program it ran. Then every frame of every film is decoded
and its stamp read.
"""

import json
import subprocess
import sys
from pathlib import Path

from bench.drawn import make_material
from bench.material import FRAME, shots, song, work_folder
from bench.stamps import read_stamps
from bench.ways import WAYS, Task, film_of
from shared.adapters.media.verify import sound_offset_us

REPEATS = 3


def errors_of(task: Task) -> tuple[int, float, float]:
    """How many frames of a film are wrong, the largest pts error in ms, and the sound's offset in ms."""
    expected = [(int(part.name.split()[1]), n) for part in task.segments for n in range(part.frames)]
    shown = list(read_stamps(task.film))
    wrong = sum(want != (shot, n) for want, (shot, n, _) in zip(expected, shown, strict=False))
    wrong += abs(len(expected) - len(shown))
    late = max(abs(at - n / FRAME.fps) for n, (_, _, at) in enumerate(shown))
    return wrong, late * 1000, sound_offset_us(task.film, task.sound) / 1000


def main() -> None:
    """Print the table."""
    parser = work_folder(__doc__ or "")
    parser.add_argument("--moviepy", action="store_true", help="also run MoviePy (extra bench)")
    given = parser.parse_args()
    make_material(given.work)
    segments = shots(given.work)
    sound = song(given.work, segments)
    size = sum(segment.path.stat().st_size for segment in segments)
    print(f"{len(segments)} clips, {sum(s.frames for s in segments) / FRAME.fps:.1f} s, {size / 1e6:.0f} MB")
    print(f"{'way':20}{'wall s':>8}{'x copy':>8}{'CPU s':>8}{'MB RSS':>8}{'MB more':>8}{'MB child':>9}", end="")
    print(f"{'wrong':>7}{'pts ms':>8}{'sound ms':>9}")
    runs = _runs([way for way in WAYS if way != "moviepy" or given.moviepy], given.work)
    copying = runs["copy"]["wall"]
    for way, run in runs.items():
        print(f"{way:20}{run['wall']:>8.2f}{run['wall'] / copying:>8.1f}{run['cpu']:>8.2f}", end="")
        print(f"{run['rss']:>8.0f}{run['more']:>8.0f}{run['children']:>9.0f}", end="")
        if way == "copy":
            print(f"{'-':>7}{'-':>8}{'-':>9}")
            continue
        wrong, late, offset = errors_of(Task(segments, sound, film_of(given.work, way)))
        print(f"{wrong:>7}{late:>8.2f}{offset:>9.2f}")


def _runs(ways: list[str], work: Path) -> dict[str, dict[str, float]]:
    """The best of a few runs of each way, taken in turns so that all meet the same machine."""
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    for turn in range(REPEATS):
        for way in ways:
            if way != "moviepy" or turn == 0:
                command = [sys.executable, "-m", "bench.ways", way, str(work)]
                runs[way].append(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
    return {way: min(each, key=lambda run: run["wall"]) for way, each in runs.items()}


if __name__ == "__main__":
    main()
