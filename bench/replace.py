"""How long it takes until a film with one shot replaced is there: conform the new clip, stitch all again."""

import time

from bench.drawn import make_material, stamped
from bench.material import FRAME, shots, song, work_folder
from bench.stamps import read_stamps
from shared.adapters.media.engine import LocalMedia
from shared.adapters.media.reel import expose
from shared.ports.media import Frame, Segment

REPLACED = 17


def main() -> None:
    """Print what each step took and whether every frame is right."""
    work = work_folder(__doc__ or "").parse_args().work
    make_material(work)
    segments = shots(work)
    sound = song(work, segments)
    old = segments[REPLACED]
    raw, fresh, film = work / "raw.mp4", work / "replaced.mp4", work / "film replaced.mp4"
    if not raw.exists():
        expose(stamped(200, old.frames + 24, FRAME), Frame(fps=25), raw)
    media = LocalMedia.at(work / "scratch")
    start = time.perf_counter()
    media.conform(raw, 0, old.frames, FRAME, fresh)
    conformed = time.perf_counter()
    parts = tuple(Segment(name=part.name, path=fresh, frames=part.frames) if part is old else part for part in segments)
    media.stitch(parts, sound, FRAME, film)
    done = time.perf_counter()
    shown = [shot for shot, _, _ in read_stamps(film)]
    expected = [200 if part is old else i for i, part in enumerate(segments) for _ in range(part.frames)]
    print(f"conform {old.frames} frames {conformed - start:.2f} s, stitch {done - conformed:.2f} s, ", end="")
    print(f"together {done - start:.2f} s, {sum(a != b for a, b in zip(shown, expected, strict=True))} wrong frames")


if __name__ == "__main__":
    main()
