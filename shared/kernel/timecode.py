"""Frames and milliseconds. A boundary is always rounded from the start of the film, never summed from durations."""


def frame_at(ms: int, fps: int) -> int:
    """The frame boundary nearest to a moment, halves upwards."""
    return (2 * ms * fps + 1000) // 2000


def ms_at(frame: int, fps: int) -> int:
    """The millisecond at which a frame begins, rounded to nearest, halves upwards."""
    return (2 * frame * 1000 + fps) // (2 * fps)


def clock_of(ms: int) -> str:
    """A moment as people read it: 1:02.345."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02d}.{rest % 1000:03d}"
