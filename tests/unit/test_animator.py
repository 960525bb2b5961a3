"""A clip of the local animator begins and ends on the drawn frames, moves evenly, and is ready to be cut."""

from pathlib import Path

import av
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from shared.adapters.clips.motion import animate, shoot
from shared.adapters.images.draft.camera import matrix, sheet_size, view
from shared.adapters.images.draft.stage import Layer, blank
from shared.adapters.media.reel import write_reel
from shared.adapters.media.segment import is_conformed
from shared.domain.prompt import MotionPrompt, Move
from shared.ports.media import Frame

FRAME = Frame(width=640, height=360)
SIZE = (FRAME.width, FRAME.height)


def motion(move: Move, amount: float = 1.0) -> MotionPrompt:
    """A camera move."""
    return MotionPrompt(start_state="at rest", action="nothing moves", move=move, amount=amount)


def painted() -> tuple[Layer, ...]:
    """A sky, a hill and a ball, each at its depth."""
    width, height = sheet_size(SIZE)
    sky, hill, ball = (blank(width, height) for _ in range(3))
    colours = [skia.ColorSetRGB(40, 60, 160), skia.ColorSetRGB(240, 150, 90)]
    down = skia.GradientShader.MakeLinear([skia.Point(0, 0), skia.Point(0, height)], colours)
    sky.getCanvas().drawPaint(skia.Paint(Shader=down))
    hill.getCanvas().drawOval(
        skia.Rect.MakeXYWH(-80, height * 0.6, width + 160, height), skia.Paint(AntiAlias=True, Color=0xFF2E5A34)
    )
    ball.getCanvas().drawCircle(width * 0.4, height * 0.55, 40, skia.Paint(AntiAlias=True, Color=0xD0F0E0C0))
    return tuple(
        Layer(depth, surface.makeImageSnapshot(), name)
        for depth, surface, name in ((0.0, sky, "sky"), (0.4, hill, "hill"), (1.0, ball, "ball"))
    )


def still(layers: tuple[Layer, ...], how: MotionPrompt, at: float) -> NDArray[np.int16]:
    """The frame as the renderer composes it, in RGB."""
    surface = blank(*SIZE)
    canvas = surface.getCanvas()
    for layer in layers:
        place = matrix(layer.depth, view(how.move, how.amount, at), SIZE)
        canvas.save()
        canvas.translate(place.tx, place.ty)
        canvas.scale(place.scale, place.scale)
        canvas.drawImage(layer.image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()
    drawn = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.asarray(drawn)[..., :3].astype(np.int16)


def pictures(clip: Path) -> list[NDArray[np.float64]]:
    """All frames in RGB, by the formula of BT.709."""
    with av.open(str(clip)) as container:
        return [rgb(picture.to_ndarray(format="yuv420p")) for picture in container.decode(video=0)]


def rgb(film: NDArray[np.uint8]) -> NDArray[np.float64]:
    """An I420 frame in RGB."""
    height, width = len(film) * 2 // 3, film.shape[1]
    luma = (film[:height] - 16.0) * 255 / 219
    chroma = (film[height:].reshape(2, height // 2, width // 2) - 128.0) * 255 / 224
    blue, red = chroma.repeat(2, axis=1).repeat(2, axis=2)
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    return np.stack([r, (luma - 0.2126 * r - 0.0722 * b) / 0.7152, b], axis=-1)


@pytest.mark.parametrize("move", [Move.PUSH_IN, Move.TRUCK_LEFT, Move.CRANE_UP])
def test_a_clip_begins_on_the_start_frame_and_ends_on_the_end_frame(tmp_path: Path, move: Move) -> None:
    layers, how = painted(), motion(move)

    animate(layers, how, 10, FRAME, tmp_path / "clip.mp4")

    shown = pictures(tmp_path / "clip.mp4")
    assert len(shown) == 10
    for picture, at in ((shown[0], 0.0), (shown[-1], 1.0)):
        apart = picture - still(layers, how, at)
        assert np.abs(apart).mean() < 1.5
        assert np.abs(apart.mean(axis=(0, 1))).max() < 1.0
    assert np.abs(shown[0] - shown[-1]).mean() > 2


def cluttered() -> tuple[Layer, ...]:
    """Walls that let see a little, dust, a thread and a pane, in front of stripes."""
    width, height = sheet_size(SIZE)
    stripes, wall, near = (blank(width, height) for _ in range(3))
    for x in range(0, width, 24):
        grey = skia.Paint(Color=skia.ColorSetRGB(60 + x % 120, 60 + x % 120, 60 + x % 120))
        stripes.getCanvas().drawRect(skia.Rect.MakeXYWH(x, 0, 24, height), grey)
    wall.getCanvas().clear(0xFF505050)
    hole = skia.Paint(BlendMode=skia.BlendMode.kClear, AntiAlias=True)
    for x, y, radius in ((200, 150, 1.0), (330, 210, 90.0), (640, 60, 2.0)):
        wall.getCanvas().drawCircle(x, y, radius, hole)
    for x in range(60, width, 97):
        near.getCanvas().drawCircle(x, (x * 31) % height, 1.5, skia.Paint(AntiAlias=True, Color=0xFFE0E0E0))
    near.getCanvas().drawRect(skia.Rect.MakeXYWH(40, 260, 300, 1), skia.Paint(Color=0xFFC8C8C8))
    near.getCanvas().drawRect(skia.Rect.MakeXYWH(420, 120, 150, 150), skia.Paint(Color=0x60FFFFFF))
    names = ((0.0, stripes, "stripes"), (0.5, wall, "wall"), (1.0, near, "near"))
    return tuple(Layer(depth, surface.makeImageSnapshot(), name) for depth, surface, name in names)


@pytest.mark.parametrize("move", [Move.PUSH_IN, Move.TRUCK_LEFT, Move.TILT_UP])
def test_nothing_small_is_lost_and_nothing_hidden_is_seen(move: Move) -> None:
    layers, how, count = cluttered(), motion(move, 0.7), 7

    for number, film in enumerate(shoot(layers, how, count, FRAME)):
        apart = film[: FRAME.height] - luma(still(layers, how, number / (count - 1)))
        assert np.abs(apart).max() < 16
        assert np.abs(apart).mean() < 1.0


def luma(rgb: NDArray[np.int16]) -> NDArray[np.float64]:
    """Of BT.709, in limited range."""
    return np.asarray(16 + rgb @ np.array([0.2126, 0.7152, 0.0722]) * 219 / 255, np.float64)


@pytest.mark.parametrize("move", [Move.STATIC, Move.CRANE_DOWN])
def test_every_frame_reaches_the_film_as_it_was_drawn(tmp_path: Path, move: Move) -> None:
    layers, how, count = painted(), motion(move), 40

    animate(layers, how, count, FRAME, tmp_path / "drawn while encoded")
    write_reel([film.copy() for film in shoot(layers, how, count, FRAME)], FRAME, tmp_path / "drawn before")

    assert (tmp_path / "drawn while encoded").read_bytes() == (tmp_path / "drawn before").read_bytes()


@pytest.mark.parametrize("frames", [1, 2, 50])
def test_a_clip_is_a_conformed_segment_of_exactly_the_frames_asked_for(tmp_path: Path, frames: int) -> None:
    clip = tmp_path / "clip.mp4"

    animate(painted(), motion(Move.PAN_LEFT), frames, FRAME, clip)

    assert is_conformed(clip, frames, FRAME)


def test_the_same_layers_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        animate(painted(), motion(Move.PUSH_IN), 30, FRAME, tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("move", [Move.PUSH_IN, Move.TRUCK_RIGHT, Move.TILT_UP])
def test_things_move_within_a_fiftieth_of_a_pixel_of_their_path(move: Move) -> None:
    width, height = sheet_size(SIZE)
    spot = (width * 0.7, height * 0.7)
    dark, glow = blank(width, height), blank(width, height)
    dark.getCanvas().clear(0xFF101010)
    light = skia.GradientShader.MakeRadial(skia.Point(*spot), 30.0, [0xFFFFFFFF, 0x00FFFFFF])
    glow.getCanvas().drawCircle(*spot, 30, skia.Paint(AntiAlias=True, Shader=light))
    layers = (Layer(0.0, dark.makeImageSnapshot(), "dark"), Layer(0.8, glow.makeImageSnapshot(), "glow"))
    how, count = motion(move, 0.3), 48

    seen = np.array([centre(film[: FRAME.height]) for film in shoot(layers, how, count, FRAME)])

    places = [matrix(0.8, view(how.move, how.amount, i / (count - 1)), SIZE) for i in range(count)]
    path = np.array([(p.scale * spot[0] + p.tx, p.scale * spot[1] + p.ty) for p in places])
    steps = np.diff(seen, axis=0) - np.diff(path, axis=0)
    assert np.sqrt((steps**2).mean()) <= 0.02
    assert np.abs(seen - path).max() < 0.1


def centre(luma: NDArray[np.uint8]) -> tuple[float, float]:
    """The middle of what glows, in px from the corner."""
    glow = np.clip(luma.astype(np.float64) - 32, 0, None)
    rows, columns = np.indices(luma.shape)
    return float((glow * (columns + 0.5)).sum() / glow.sum()), float((glow * (rows + 0.5)).sum() / glow.sum())


def test_rain_falls_and_comes_round_to_the_end_frame() -> None:
    width, height = sheet_size(SIZE)
    dark, rain = blank(width, height), blank(width, height)
    dark.getCanvas().clear(0xFF101010)
    for x in range(20, width, 60):
        rain.getCanvas().drawRect(skia.Rect.MakeXYWH(x, (x * 37) % height, 4, 30), skia.Paint(Color=0xFFC0C0C0))
    layers = (Layer(0.0, dark.makeImageSnapshot(), "dark"), Layer(1.2, rain.makeImageSnapshot(), "rain near"))

    films = [film.astype(int) for film in shoot(layers, motion(Move.STATIC, 0.0), 40, FRAME)]

    assert np.abs(films[0] - films[-1]).max() <= 3
    assert min(np.abs(films[0] - film).mean() for film in films[1:8]) > 0.3
    lit = [int((film[: FRAME.height] > 120).sum()) for film in films]
    assert min(lit) > 0.7 * max(lit)
