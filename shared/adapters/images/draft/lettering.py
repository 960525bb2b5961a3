"""Legible words on the picture, in the reading order of their language."""

import skia

from shared.adapters.images.draft.fonts import paragraph
from shared.adapters.images.draft.stage import Colour, Light

LARGEST = 0.62
"""Of the height of the box: one short word does not fill the picture."""
SMALLEST_PX = 12.0


def draw_lettering(canvas: skia.Canvas, text: str, box: skia.Rect, light: Light, language: str) -> None:
    """Draw the text as large as the box allows, centred in it, light letters with a dark soft edge that stay legible
    on any
    picture; nothing for empty text. Text that does not fit at 12 px runs over the lower edge of the box."""
    if not text.strip():
        return
    size = _fitting(text, box, language)
    ink = Colour(1.0, 0.98, 0.93).mix(light.key, 0.12)
    shade = Colour(0.05, 0.04, 0.07)
    words = paragraph(text, size, ink, box.width(), language)
    x, y = box.left(), box.top() + max(0.0, (box.height() - words.Height) / 2)
    edge = paragraph(text, size, shade, box.width(), language)
    layer = skia.Paint(ImageFilter=skia.ImageFilters.Blur(size * 0.07, size * 0.07), Alphaf=0.95)
    canvas.saveLayer(box.makeOutset(size, size), layer)
    for shift in (-0.02, 0.02):
        edge.paint(canvas, x + shift * size, y + size * 0.02)
    canvas.restore()
    words.paint(canvas, x, y)


def _fitting(text: str, box: skia.Rect, language: str) -> float:
    low, high = SMALLEST_PX, max(SMALLEST_PX, box.height() * LARGEST)
    for _ in range(12):
        size = (low + high) / 2
        trial = paragraph(text, size, Colour(1, 1, 1), box.width(), language)
        widest = max(
            (paragraph(w, size, Colour(1, 1, 1), 1e5, language).LongestLine for w in text.split()), default=0.0
        )
        if trial.Height <= box.height() and widest <= box.width():
            low = size
        else:
            high = size
    return low
