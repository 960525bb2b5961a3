"""Pictures from prompts."""

from typing import Literal, Protocol

from pydantic import Field

from shared.domain.analysis import Value
from shared.domain.prompt import ImagePrompt, MotionPrompt


class Reference(Value):
    """A picture made before that this one must agree with."""

    role: Literal["location", "outfit", "prop", "previous shot"]
    name: str
    blob: str


class ImageRequest(Value):
    """One frame to be drawn."""

    prompt: ImagePrompt
    seed: int = Field(
        description="The scene's seed: the same place and the same person look the same in all its shots."
    )
    references: tuple[Reference, ...] = ()
    width: int = 1920
    height: int = 1080
    motion: MotionPrompt | None = None
    at: float = Field(
        default=0.0, ge=0, le=1, description="Which instant of the motion: 0 = start frame, 1 = end frame."
    )
    tag: str = Field(default="", description="[ShotID]_[VersionID]_[ModelCode].")


class Images(Protocol):
    """Draws pictures.

    Promises: the same request gives the same bytes; the picture has exactly the size asked for.
    Raises Unsupported when the model cannot do what was asked, MediaFault when drawing failed.
    """

    @property
    def model(self) -> str:
        """The model code that goes into tags and reports, such as 'draft-1'."""

    def draw(self, request: ImageRequest) -> bytes:
        """The picture as an encoded JPEG or PNG."""
