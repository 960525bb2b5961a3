"""Pictures drawn on this machine, without any model: the storyboard artist of the house."""

import skia

from shared.adapters.images.draft.camera import View, matrix, view
from shared.adapters.images.draft.composition import layers_of
from shared.adapters.images.draft.stage import Layer, blank
from shared.kernel.errors import MediaFault, Unsupported
from shared.ports.images import ImageRequest

QUALITY = 90
LARGEST = 4096
_AT_REST = View(0.0, 0.0, 1.0)


class DraftImages:
    """Draws colour boards from prompts, deterministically.

    References are honoured by construction: the same seed and words give the same place and the same person.
    """

    def __init__(self, model: str = "draft-1") -> None:
        """A renderer that signs as that model."""
        self._model = model

    @property
    def model(self) -> str:
        """The model code."""
        return self._model

    def draw(self, request: ImageRequest) -> bytes:
        """The picture at the asked instant of its motion, as JPEG; Unsupported above 4096 px or below 16."""
        if not 16 <= min(request.width, request.height) <= max(request.width, request.height) <= LARGEST:
            raise Unsupported(
                f"{self._model} draws pictures of 16 to {LARGEST} px, not {request.width}x{request.height}"
            )
        size = (request.width, request.height)
        motion = request.motion
        seen = view(motion.move, motion.amount, request.at) if motion else _AT_REST
        surface = blank(*size)
        composite(surface.getCanvas(), layers_of(request), seen, size)
        data = surface.makeImageSnapshot().encodeToData(skia.kJPEG, QUALITY)
        if data is None:
            raise MediaFault(f"{request.tag or 'picture'} of {size[0]}x{size[1]} px cannot be encoded: free memory")
        return bytes(data)


def composite(canvas: skia.Canvas, layers: tuple[Layer, ...], seen: View, size: tuple[int, int]) -> None:
    """Lay the layers over each other as the camera sees them."""
    for layer in layers:
        scale, tx, ty = matrix(layer.depth, seen, size)
        canvas.save()
        canvas.translate(tx, ty)
        canvas.scale(scale, scale)
        canvas.drawImage(layer.image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()
