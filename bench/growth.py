"""Whether time and store operations grow in step with the shots, and memory not at all: songs of 1, 5 and 20 minutes.

Each song is the sample over and over, its pictures are small, so that what grows is what the house itself does.
"""

from pathlib import Path

import av
import numpy as np

from bench.figures import Row, arguments, load
from bench.film import SAMPLES, make

SIZE = "320x180"
FLAT_MB = 1536
ALLOWED = 1.25
"""How much dearer a shot of the longest film may be than one of the shortest; a shot has its share of what is fixed."""


def long_song(work: Path, minutes: int) -> tuple[Path, Path]:
    """The sample repeated to about so many minutes, and its lyrics."""
    song, lyrics = work / f"song{minutes}.mp3", work / f"song{minutes}.txt"
    if not song.exists():
        work.mkdir(parents=True, exist_ok=True)
        heard, rate = _sound(SAMPLES / "en.mp3")
        times = max(1, round(minutes * 60 * rate / heard.shape[1]))
        lyrics.write_text("\n\n".join([(SAMPLES / "en.txt").read_text("utf-8").strip()] * times) + "\n", "utf-8")
        _write(song, heard, rate, times)
    return song, lyrics


def _sound(path: Path) -> tuple[np.ndarray, int]:
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        return np.concatenate([f.to_ndarray() for f in container.decode(stream)], axis=1), stream.rate


def _write(path: Path, heard: np.ndarray, rate: int, times: int) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mp3", rate=rate, layout="stereo" if len(heard) == 2 else "mono")
        for turn in range(times):
            sound = av.AudioFrame.from_ndarray(heard, format="fltp", layout=stream.layout.name)
            sound.rate, sound.pts = rate, turn * heard.shape[1]
            container.mux(stream.encode(sound))
        container.mux(stream.encode())


def main() -> None:
    """Print what a shot costs at each length, and the row."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--full", action="store_true", help="also 20 minutes")
    given = parser.parse_args()
    lengths = (1, 2) if given.quick else (1, 5, 20) if given.full else (1, 5)
    print(load())
    print(
        f"{'minutes':>7}{'shots':>7}{'s/shot':>8}{'CPU/shot':>10}{'reads/shot':>12}{'writes/shot':>13}"
        f"{'MB':>7}{'MB child':>10}"
    )
    films = {}
    for minutes in lengths:
        song, lyrics = long_song(given.work / "growth", minutes)
        film = films[minutes] = make(song, lyrics, given.work / "growth" / f"film{minutes}", SIZE)
        print(f"{minutes:>7}{film['shots']:>7.0f}{_each(film, 'wall'):>8.2f}{_each(film, 'cpu'):>10.2f}", end="")
        print(
            f"{_each(film, 'reads'):>12.1f}{_each(film, 'writes'):>13.1f}{film['rss']:>7.0f}{film['child_rss']:>10.0f}",
            flush=True,
        )
    first, last = films[lengths[0]], films[lengths[-1]]
    dearer = {what: _each(last, what) / _each(first, what) for what in ("cpu", "reads", "writes")}
    memory = max(film["rss"] + film["child_rss"] for film in films.values())
    Row(
        job=f"growth: songs of {', '.join(map(str, lengths))} minutes",
        ours=", ".join(f"{ratio:.2f}x {what}" for what, ratio in dearer.items())
        + f" for a shot of the longest; {first['rss']:.0f} -> {last['rss']:.0f} MB",
        goal=f"linear in shots (<= {ALLOWED}x each), peak <= {FLAT_MB} MB",
        met=max(dearer.values()) <= ALLOWED and memory <= FLAT_MB,
    ).tell()


def _each(film: dict[str, float], what: str) -> float:
    return film[what] / film["shots"]


if __name__ == "__main__":
    main()
