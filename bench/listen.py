"""How fast, how heavy and how right the local ear is, beside librosa and essentia where they are installed.

python bench/listen.py [seconds]    each row is one fresh process, so imports and decoding are counted
"""

import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SAMPLE = ROOT / "samples" / "en.mp3"
OURS = """
import av, json, sys
from shared.adapters.listening.local import LocalListener
from shared.ports.listening import Pcm
parts = []
with av.open(sys.argv[1]) as container:
    change = av.AudioResampler("s16", "stereo", 22050)
    for frame in container.decode(audio=0):
        parts += [p.to_ndarray().tobytes() for p in change.resample(frame)]
    parts += [p.to_ndarray().tobytes() for p in change.resample(None)]
heard = LocalListener().hear(Pcm(b"".join(parts)))
print(json.dumps(heard.beats_ms))
"""
LIBROSA = """
import json, sys, librosa
y, sr = librosa.load(sys.argv[1])
_, beats = librosa.beat.beat_track(y=y, sr=sr, units="time")
print(json.dumps([round(float(b) * 1000) for b in beats]))
"""
ESSENTIA = """
import json, sys, essentia.standard as e
y = e.MonoLoader(filename=sys.argv[1])()
print(json.dumps([round(float(b) * 1000) for b in e.RhythmExtractor2013()(y)[1]]))
"""
PEERS = (("cinema", None, OURS), ("librosa", "librosa", LIBROSA), ("essentia", "essentia", ESSENTIA))


def main(seconds: float) -> None:
    """Print one row per ear: CPU and wall seconds, peak memory, and the beats of the repeated sample against truth."""
    with tempfile.TemporaryDirectory() as folder:
        song = Path(folder) / "song.wav"
        true = repeated_sample(song, seconds)
        print(f"{seconds:.0f} s of {SAMPLE.name}, repeated")
        for name, package, code in PEERS:
            if package is None or importlib.util.find_spec(package):
                print(row(name, code, song, true))
    print("words of the samples:", *(words(name) for name in ("en", "he")), sep="\n  ")


def repeated_sample(target: Path, seconds: float) -> list[float]:
    """Write the sample over and over as a WAV of that length; its beats in ms."""
    from tests.unit.listening.made_songs import sample

    pcm, truth = sample("en")
    count = int(seconds * pcm.rate) * 4
    with wave.open(str(target), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(pcm.rate)
        out.writeframes((pcm.samples * (count // len(pcm.samples) + 1))[:count])
    rounds = int(seconds * 1000 // pcm.duration_ms) + 1
    beats = [b + k * pcm.duration_ms for k in range(rounds) for b in truth["beats_ms"]]
    return [b for b in beats if b < seconds * 1000]


def row(name: str, code: str, song: Path, true: list[float]) -> str:
    """Run one ear in a fresh process and say how it did."""
    from tests.unit.listening.made_songs import bias_ms, f_measure

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    timed = "import time, resource\n_t = time.perf_counter()\n" + code + TAIL
    done = subprocess.run(
        [sys.executable, "-c", timed, str(song)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    beats, (wall, peak_kb) = (json.loads(line) for line in done.stdout.splitlines()[-2:])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = tuple(beats)
    return (
        f"{name:9} cpu {cpu:5.2f} s  wall {wall:5.2f} s  peak {peak_kb / 1024:4.0f} MB  "
        f"beats F {f_measure(found, true):.3f}  late {bias_ms(found, true):+.1f} ms"
    )


TAIL = "\nprint(json.dumps([time.perf_counter() - _t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))\n"


def words(name: str) -> str:
    """How far the words of a sample are placed from where they are sung."""
    from shared.adapters.listening.local import LocalListener
    from shared.adapters.listening.words import LocalAligner
    from tests.unit.listening.made_songs import lines_of, sample

    pcm, truth = sample(name)
    placed = LocalAligner().align(pcm, LocalListener().hear(pcm), lines_of(truth), truth["language"])
    away = [abs(w.start_ms - t["start_ms"]) for w, t in zip(placed, truth["words"], strict=True)]
    close = sum(a <= 300 for a in away) / len(away)
    return f"{name}: mean {sum(away) / len(away):.0f} ms, {close:.0%} within 0.3 s, worst {max(away)} ms"


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 184)
