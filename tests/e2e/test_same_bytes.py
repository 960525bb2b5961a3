"""The same frames are the same file, however busy the machine is: the ground that every other promise stands on."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import cv2
import numpy as np

from shared.adapters.media.reel import expose
from shared.ports.media import Frame
from tests.requirements import requirement

FRAME = Frame(width=640, height=360, fps=24)


@requirement("F10")
def test_the_encoder_writes_the_same_bytes_every_time_also_side_by_side(tmp_path):
    noise = np.random.default_rng(1).integers(0, 255, (FRAME.height * 3 // 2 + 40, FRAME.width + 40), np.uint8)
    ground = cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 3), None, 16, 235, cv2.NORM_MINMAX)
    films = [np.ascontiguousarray(ground[n // 2 :, n:][: FRAME.height * 3 // 2, : FRAME.width]) for n in range(40)]

    def exposed(number):
        path = tmp_path / f"{number}.mp4"
        expose(films, FRAME, path)
        return sha256(path.read_bytes()).hexdigest()

    with ThreadPoolExecutor(3) as busy:
        assert len(set(busy.map(exposed, range(12)))) == 1
