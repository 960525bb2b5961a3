"""The local animator: a camera that really moves through the layers of the draft picture."""

from pathlib import Path

from shared.adapters.clips.motion import animate
from shared.adapters.images.draft.composition import layers_of
from shared.kernel.errors import Unsupported
from shared.ports.clips import ClipRequest
from shared.ports.images import ImageRequest
from shared.ports.media import Frame


class DraftClips:
    """Clips that are conformed segments already: exactly the frames asked for, the film's one configuration, no sound.

    The first frame is the start frame and the last one the end frame as the draft renderer draws them, but for snow,
    which falls at its own pace. The same request gives the same bytes.
    """

    model = "draft-motion-1"

    def animate(self, request: ClipRequest, into: Path) -> None:
        """Write the clip to a new file; nothing is left there on failure. Raises Unsupported for odd sizes."""
        if request.width % 2 or request.height % 2:
            raise Unsupported(f"a clip of {request.width}x{request.height}: both must be even")
        layers = layers_of(
            ImageRequest(
                prompt=request.prompt,
                seed=request.seed,
                references=request.references,
                width=request.width,
                height=request.height,
                motion=request.motion,
                tag=request.tag,
            )
        )
        frame = Frame(width=request.width, height=request.height, fps=request.fps)
        animate(layers, request.motion, request.frames, frame, into)
