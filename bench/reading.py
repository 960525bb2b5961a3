"""Rows of the table, read from what the media benches print."""

import re

from bench.figures import Row

STITCH = ("wall", "x", "cpu", "rss", "more", "child", "wrong", "pts", "sound")


def stitch_rows(said: str) -> list[Row]:
    """A film from its conformed clips; the memory is that beyond what Python and its packages take to start."""
    ways = {}
    for line in said.splitlines():
        figures = line[20:].split()
        if len(figures) == len(STITCH) and figures[0][0].isdigit():
            wanted = zip(STITCH, figures, strict=True)
            ways[line[:20].strip()] = {name: 0.0 if value == "-" else float(value) for name, value in wanted}
    ours, slow = ways["stitch"], ways.get("moviepy")
    exact = ours["wrong"] == 0 and ours["pts"] <= 0.1 and abs(ours["sound"]) <= 1
    fast = ours["x"] <= 1.5 and (slow is None or slow["wall"] >= 250 * ours["wall"])
    beside = [f"{name} {way['wall']:.2f} s" for name, way in ways.items() if name not in ("copy", "stitch")]
    return [
        Row(
            job="film from its conformed clips",
            ours=f"{ours['wall']:.2f} s, {ours['more']:.0f} MB more ({ours['rss']:.0f} in all), "
            f"{ours['wrong']:.0f} wrong frames, pts {ours['pts']:.2f} ms, sound {ours['sound']:.2f} ms",
            goal="<= 1.5x copying, >= 250x MoviePy, <= 64 MB, 0 wrong, <= 0.1 ms, <= 1 ms",
            met=exact and fast and ours["more"] <= 64,
            peer="; ".join(beside) + ("" if slow else "; MoviePy was not run"),
            ratio=f"{ours['x']:.1f}x copying" + (f", {slow['wall'] / ours['wall']:.0f}x MoviePy" if slow else ""),
            limit=f"copying {ways['copy']['wall']:.2f} s",
        )
    ]


def replace_rows(said: str) -> list[Row]:
    """One shot replaced."""
    together, wrong = re.findall(r"together ([\d.]+) s, (\d+) wrong", said)[0]
    met = float(together) <= 4 and wrong == "0"
    return [Row("one shot replaced, new film", f"{together} s, {wrong} wrong frames", "<= 4 s", met)]


def traps_rows(said: str) -> list[Row]:
    """Twelve clips that are wrong in one way each."""
    exact, of = re.findall(r"exact or a typed error: (\d+) of (\d+)", said)[0]
    frames = re.findall(r"of (\d+) frames \(concat copy ended with status (\d+)\)", said)[0]
    right = sum(line.split()[-1] == frames[0] for line in _rows_of(said, after="frames (concat", before="exact or"))
    peer = f"concat copy: {right} exact, exit status {frames[1]}"
    return [Row("trap clips", f"{exact} of {of}", f"{of} of {of} exact, or a typed error", exact == of, peer)]


def listen_rows(said: str) -> list[Row]:
    """Listening to a song from process start."""
    line = r"^(\w+)\s+cpu\s+([\d.]+) s\s+wall\s+([\d.]+) s\s+peak\s+(\d+) MB\s+beats F ([\d.]+)"
    ears = {name: figures for name, *figures in re.findall(line, said, re.MULTILINE)}
    cpu, wall, peak, beats = ears.pop("cinema")
    peers = [f"{name} {e[0]} CPU-s, {e[2]} MB, F {e[3]}" for name, e in ears.items()]
    missing = [f"{name} is not installed" for name in ("librosa", "essentia") if name not in ears]
    return [
        Row(
            job=f"listening, {said.partition(' of ')[0].split(chr(10))[-1]} of song, from process start",
            ours=f"{cpu} CPU-s, {wall} s wall, {peak} MB, beats F {beats}",
            goal="<= 1.0 s, <= 250 MB",
            met=min(float(cpu), float(wall)) <= 1.0 and int(peak) <= 250,
            peer="; ".join(peers + missing),
            ratio=", ".join(f"{float(e[0]) / float(cpu):.1f}x less CPU than {name}" for name, e in ears.items()) or "-",
        )
    ]


def animate_rows(said: str) -> list[Row]:
    """A 2.5-D clip: how fast, and how evenly; the goal of speed is for two cores with nothing else to do."""
    even = {line[:32].strip(): float(line[32:].split()[0]) for line in _rows_of(said, "evenness", "1080p clip")}
    clips = [line[40:].split() for line in _rows_of(said, "1080p clip", "peak memory")]
    slowest, dearest = min(float(c[1]) for c in clips), max(float(c[0]) for c in clips)
    on_two = 2 * 1000 / 24 / dearest
    return [
        Row(
            job="a 2.5-D clip, drawn and encoded",
            ours=f"{slowest:.1f}x real time at worst ({dearest:.0f} CPU ms a frame: "
            f"{on_two:.1f}x on 2 free cores), jitter {even['ours']:.3f} px",
            goal=">= 2x real time on 2 cores, jitter <= 0.02 px",
            met=max(slowest, on_two) >= 2 and even["ours"] <= 0.02,
            peer=f"zoompan: jitter {even['zoompan']:.3f} px",
            ratio=f"{even['zoompan'] / max(even['ours'], 0.001):.0f}x as even",
        )
    ]


def _rows_of(said: str, after: str, before: str) -> list[str]:
    """The lines between the one that holds `after` and the one that holds `before`."""
    lines = said.splitlines()
    first = next(n for n, line in enumerate(lines) if after in line) + 1
    last = next(n for n, line in enumerate(lines) if n >= first and before in line)
    return [line.rstrip() for line in lines[first:last]]
