"""How evenly and how fast the local animator moves, beside ffmpeg's zoompan: a 10 % push in on one bright spot."""

import resource
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from bench.material import work_folder
from shared.adapters.clips.draft import DraftClips
from shared.adapters.clips.sheet import Sheet
from shared.adapters.clips.stage import Stage
from shared.adapters.images.draft.camera import Affine
from shared.domain.prompt import Angle, Camera, ImagePrompt, MotionPrompt, Move, ShotSize, Subject, SubjectType
from shared.ports.clips import ClipRequest

WIDTH, HEIGHT, FRAMES = 1920, 1080, 72
I420 = (HEIGHT * 3 // 2, WIDTH)
SPOT = (1500.5, 820.5)
SCENES = {
    "kitchen": "a kitchen at night, palette hex #203040",
    "street": "a city street in the rain at dusk, palette hex #806040",
    "forest": "a forest in snow in the morning, palette hex #c0d0e0",
}

Luma = NDArray[np.uint8]


@dataclass(frozen=True)
class Evenness:
    """Steps of the spot against the steps it should make, in px."""

    rms: float
    worst: float


def spot() -> Luma:
    """A soft bright spot on dark."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    glow = 20 + 200 * np.exp(-((x - SPOT[0]) ** 2 + (y - SPOT[1]) ** 2) / (2 * 12**2))
    return np.asarray(np.round(glow), np.uint8)


def zooms() -> list[float]:
    """The zoom of each frame."""
    return [1 + 0.1 * n / FRAMES for n in range(FRAMES)]


def evenness(frames: Iterable[Luma]) -> Evenness:
    """Measured where the light's centre of gravity lies."""
    seen = []
    for frame in frames:
        glow = np.clip(frame.astype(np.float64) - 44, 0, None)
        down, across = glow.sum(1), glow.sum(0)
        x, y = (across * (np.arange(WIDTH) + 0.5)).sum(), (down * (np.arange(HEIGHT) + 0.5)).sum()
        seen.append((x / glow.sum(), y / glow.sum()))
    middle = (WIDTH / 2, HEIGHT / 2)
    path = [[m + (s - m) * zoom for m, s in zip(middle, SPOT, strict=True)] for zoom in zooms()]
    apart = np.diff(np.array(seen), axis=0) - np.diff(np.array(path), axis=0)
    return Evenness(float(np.sqrt((apart**2).mean())), float(np.abs(apart).max()))


def ours(picture: Luma) -> Iterable[Luma]:
    """The animator's stage with one sheet."""
    colours = np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGRA), np.uint8)
    sheet = Sheet.of(colours)
    assert sheet is not None
    stage = Stage.of(WIDTH, HEIGHT)
    for zoom in zooms():
        place, film = Affine(zoom, WIDTH / 2 * (1 - zoom), HEIGHT / 2 * (1 - zoom)), np.empty(I420, np.uint8)
        stage.shoot([sheet], [place], film)
        yield film[:HEIGHT]


def zoompan(picture: Luma, work: Path, upscale: int) -> Iterable[Luma]:
    """The same with ffmpeg's filter, on a source that is so much larger."""
    source = work / "spot.png"
    cv2.imwrite(str(source), picture)
    zoom = f"zoompan=z='1+0.10*on/{FRAMES}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)'"
    graph = f"scale=iw*{upscale}:-1:flags=bicubic,{zoom}:d={FRAMES}:s={WIDTH}x{HEIGHT}:fps=24"
    output = ["-frames:v", str(FRAMES), "-pix_fmt", "gray", "-f", "rawvideo", "-"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(source), "-vf", graph, *output]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    yield from np.frombuffer(raw, np.uint8).reshape(-1, HEIGHT, WIDTH)


def cpu() -> float:
    """Seconds of CPU that this process and its children have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def request(scene: str, move: Move) -> ClipRequest:
    """A person in a place."""
    somebody = Subject(
        type=SubjectType.PERSON,
        description="a young woman in a red coat hex #B03040",
        pose="standing",
        position="left third, midground, facing right",
    )
    prompt = ImagePrompt(
        scene=scene,
        subjects=(somebody,),
        style="storyboard",
        lighting="soft light from the left",
        camera=Camera(size=ShotSize.FULL, angle=Angle.EYE_LEVEL, lens_mm=35),
    )
    motion = MotionPrompt(start_state="standing", action="breathes", move=move, amount=0.7)
    return ClipRequest(prompt=prompt, motion=motion, seed=7, start_image="", end_image="", frames=FRAMES)


def main() -> None:
    """Print both tables."""
    work = work_folder(__doc__ or "").parse_args().work
    work.mkdir(parents=True, exist_ok=True)
    picture = spot()
    print(f"{'evenness of a push in':32}{'rms px':>8}{'max px':>8}{'CPU ms/frame':>14}")
    ways = {
        "ours": ours(picture),
        "zoompan": zoompan(picture, work, 1),
        "zoompan, 4x source": zoompan(picture, work, 4),
    }
    for name, frames in ways.items():
        before = cpu()
        shown = list(frames)
        spent = (cpu() - before) / FRAMES * 1000
        even = evenness(shown)
        print(f"{name:32}{even.rms:>8.3f}{even.worst:>8.3f}{spent:>14.1f}")
    print(f"{'1080p clip of 3 s, drawn and encoded':40}{'CPU ms/frame':>14}{'x real time':>13}{'MB':>7}")
    for name, scene in SCENES.items():
        for move in (Move.PUSH_IN, Move.TRUCK_LEFT):
            before, start, clip = cpu(), time.perf_counter(), work / f"{name}.mp4"
            DraftClips().animate(request(scene, move), clip)
            wall, spent = time.perf_counter() - start, (cpu() - before) / FRAMES * 1000
            size = clip.stat().st_size / 1e6
            print(f"{name + ', ' + move.value:40}{spent:>14.1f}{FRAMES / 24 / wall:>13.2f}{size:>7.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
