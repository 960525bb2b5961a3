"""Filter graphs as ffmpeg's arguments. Only numbers and words of this file enter one, never a person's text."""

from dataclasses import dataclass

import ffmpeg

from shared.adapters.media.segment import PIXELS
from shared.ports.media import Frame

JPEG = {"out_color_matrix": "bt601", "out_range": "pc"}


@dataclass(frozen=True)
class Window:
    """Which frames of a clip, counted at the film's rate; they may lie behind its end."""

    start_frame: int
    frames: int


def conforming(window: Window, frame: Frame, matrix: str) -> tuple[str, ...]:
    """Arguments for exactly these frames at the film's rate and size.

    The picture keeps its shape, whatever the shape of its pixels, and is centred on black. Behind the end of the clip
    its last frame is held. `matrix` is how the clip's colours are coded, or "auto" where its frames say so themselves.
    """
    end = window.start_frame + window.frames
    wide, high = frame.width, frame.height
    stream = ffmpeg.input("source")["V:0"]
    stream = stream.filter("fps", fps=frame.fps, start_time=0)
    stream = stream.filter("tpad", stop_mode="clone", stop=end)
    stream = stream.filter("trim", start_frame=window.start_frame, end_frame=end)
    stream = stream.filter("setpts", "PTS-STARTPTS")
    stream = stream.filter(
        "scale",
        w=f"2*round(min({wide},{high}*dar)/2)",
        h=f"2*round(min({high},{wide}/dar)/2)",
        flags="lanczos+accurate_rnd",
        in_color_matrix=matrix,
        out_color_matrix="bt709",
        out_range="tv",
    )
    stream = stream.filter("format", pix_fmts=PIXELS)
    stream = stream.filter("pad", w=wide, h=high, x="2*trunc((ow-iw)/4)", y="2*trunc((oh-ih)/4)")
    stream = stream.filter("setsar", 1)
    colours = {"color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
    stream = stream.filter("setparams", range="tv", field_mode="prog", chroma_location="unspecified", **colours)
    return _arguments(stream, {"frames:v": window.frames})


def shrunk(at_frame: int, width: int) -> tuple[str, ...]:
    """Arguments for one frame, counted from where reading begins, of this width, in its true shape and for JPEG."""
    stream = ffmpeg.input("source")["V:0"].filter("trim", start_frame=at_frame, end_frame=at_frame + 1)
    stream = stream.filter("scale", w=width, h=f"max(2,2*round({width}/dar/2))", flags="area", **JPEG)
    stream = stream.filter("setsar", 1).filter("format", pix_fmts="yuvj420p")
    return _arguments(stream, {"frames:v": 1})


def _arguments(stream: ffmpeg.nodes.FilterableStream, options: dict[str, int]) -> tuple[str, ...]:
    """What stands between the input and the output of the compiled command."""
    command = ffmpeg.output(stream, "made", **options).compile()
    return tuple(command[command.index("source") + 1 : -1])
