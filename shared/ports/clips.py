"""Moving pictures from still ones."""

from pathlib import Path
from typing import Protocol

from pydantic import Field

from shared.domain.analysis import Value
from shared.domain.prompt import ImagePrompt, MotionPrompt
from shared.ports.images import Reference


class ClipRequest(Value):
    """One clip to be made between a start frame and an end frame."""

    prompt: ImagePrompt
    motion: MotionPrompt
    seed: int
    references: tuple[Reference, ...] = ()
    start_image: str = Field(description="Blob of the approved start frame.")
    end_image: str = Field(description="Blob of the end frame.")
    frames: int = Field(gt=0)
    fps: int = 24
    width: int = 1920
    height: int = 1080
    tag: str = ""


class Clips(Protocol):
    """Brings approved pictures to life.

    Promises: the clip has at least the frames asked for, no sound that matters, and the same request gives the same
    frames. Raises Unsupported or MediaFault.
    """

    @property
    def model(self) -> str:
        """The model code that goes into tags and reports."""

    def animate(self, request: ClipRequest, into: Path) -> None:
        """Write the clip to a new file; nothing is left there on failure."""
