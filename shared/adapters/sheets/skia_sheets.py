"""Contact sheets drawn with Skia: a dark grid of frames, the words under each, from the right where one reads so."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

import skia

from shared.adapters.images.draft.fonts import Weight, paragraph, reads_right_to_left
from shared.adapters.images.draft.stage import Colour
from shared.domain.deliverable import reads_from_right
from shared.kernel.errors import MediaFault
from shared.ports.sheets import SheetRow

MAX_PIXELS = 40_000_000
"""Of a whole page, whatever the number of its rows."""

_FRAME_WIDTHS = (480, 400, 320, 260, 200)
_MARGIN, _GAP, _ROW_GAP, _TITLE_GAP, _CAPTION_GAP, _LINE_GAP = 72, 36, 52, 44, 14, 4
_BACKGROUND, _EDGE = 0xFF0A0A0A, 0xFF2A2A2A
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@dataclass(frozen=True)
class _Style:
    """How one kind of text looks, and after how many lines it is cut."""

    size: float
    colour: str
    weight: Weight
    lines: int


_TITLE = _Style(46, "#ededed", "bold", 2)
_HEADING = _Style(15, "#7aa2ff", "bold", 1)
_WORDS = _Style(23, "#ededed", "regular", 4)
_NOTE = _Style(15, "#a3a3a3", "regular", 2)


@dataclass(frozen=True)
class _Cell:
    """One row's texts, laid out for the width of its frame."""

    row: SheetRow
    texts: tuple[Any, ...]

    @property
    def height(self) -> int:
        """Of all texts together."""
        return ceil(sum(float(text.Height) + _LINE_GAP for text in self.texts))


@dataclass(frozen=True)
class _Page:
    """A page laid out but not yet drawn, in px before scaling."""

    cells: tuple[_Cell, ...]
    title: Any
    frame: int
    columns: int

    @property
    def lines(self) -> list[tuple[_Cell, ...]]:
        return [self.cells[at : at + self.columns] for at in range(0, len(self.cells), self.columns)]

    @property
    def picture(self) -> int:
        return self.frame * 9 // 16

    @property
    def width(self) -> int:
        return 2 * _MARGIN + self.columns * (self.frame + _GAP) - _GAP

    @property
    def top(self) -> int:
        return _MARGIN + ceil(float(self.title.Height)) + _TITLE_GAP

    @property
    def height(self) -> int:
        return self.top + sum(self.line_height(line) for line in self.lines) + _MARGIN - _ROW_GAP

    def line_height(self, line: Sequence[_Cell]) -> int:
        """From the top of one line of frames to the next."""
        return self.picture + _CAPTION_GAP + max(cell.height for cell in line) + _ROW_GAP


class SkiaSheets:
    """Pages with the shipped fonts: Latin, Greek, Cyrillic, Hebrew and Arabic letters, shaped and ordered.

    Frames are 480 px wide, narrower when there are many, and texts are 15 px or more up to some hundreds of shots;
    beyond that the page is scaled to the greatest size allowed.
    """

    def __init__(self, max_pixels: int = MAX_PIXELS) -> None:
        self._max_pixels = max_pixels

    def contact_sheet(self, title: str, language: str, rows: Sequence[SheetRow]) -> bytes:
        """One PNG with every row's picture and its words under it, in order."""
        from_right = reads_from_right(language)
        page = self._page(title, from_right, rows)
        scale = min(1.0, sqrt(self._max_pixels / (page.width * page.height)))
        surface = skia.Surface(int(page.width * scale), int(page.height * scale))
        with surface as canvas:
            canvas.clear(_BACKGROUND)
            canvas.scale(scale, scale)
            _draw(canvas, page, from_right)
        return bytes(surface.makeImageSnapshot().encodeToData(skia.kPNG, 100))

    def _page(self, title: str, from_right: bool, rows: Sequence[SheetRow]) -> _Page:
        """The page with the widest frames that still fits."""
        for frame in _FRAME_WIDTHS:
            cells = tuple(_cell(row, from_right, frame) for row in rows)
            height = frame * 9 / 16 + _CAPTION_GAP + _ROW_GAP + (max((cell.height for cell in cells), default=0))
            columns = max(1, min(len(rows), ceil(sqrt(1.25 * len(rows) * height / (frame + _GAP)))))
            heading = _text(title, _TITLE, from_right, columns * (frame + _GAP) - _GAP)
            page = _Page(cells, heading, frame, columns)
            if page.width * page.height <= self._max_pixels:
                break
        return page


def _cell(row: SheetRow, from_right: bool, width: int) -> _Cell:
    told = ((row.heading, _HEADING), (row.words, _WORDS), (row.note, _NOTE))
    return _Cell(row, tuple(_text(text, style, from_right, width) for text, style in told if text.strip()))


def _text(text: str, style: _Style, from_right: bool, width: int) -> Any:
    """A paragraph at the page's near edge, ordered by its own letters; an ellipsis where it is cut."""
    room = width * style.lines // 3
    whole = "".join(" " if letter.isspace() else letter for letter in text[: room + 1])
    laid = _laid(whole, style, from_right, width)
    limit = _laid("x", style, from_right, width).Height * style.lines * 1.24
    while laid.Height > limit or len(whole) > room:
        whole = whole[: min(room, len(whole) * 9 // 10)].rstrip(" …")
        laid = _laid(f"{whole}…", style, from_right, width)
    return laid


def _laid(text: str, style: _Style, from_right: bool, width: int) -> Any:
    """Lines in the order of their own letters, at the edge where the page begins."""
    begins_there = reads_right_to_left(text, "") is from_right
    colour = Colour.of(style.colour)
    return paragraph(text, style.size, colour, width, "", "start" if begins_there else "end", style.weight)


def _draw(canvas: Any, page: _Page, from_right: bool) -> None:
    page.title.paint(canvas, _MARGIN, _MARGIN)
    top = page.top
    for line in page.lines:
        for column, cell in enumerate(line):
            place = page.columns - 1 - column if from_right else column
            _draw_cell(canvas, cell, (_MARGIN + place * (page.frame + _GAP), top), (page.frame, page.picture))
        top += page.line_height(line)


def _draw_cell(canvas: Any, cell: _Cell, at: tuple[int, int], size: tuple[int, int]) -> None:
    left, top = at
    area = skia.Rect.MakeXYWH(left, top, *size)
    rounded = skia.RRect.MakeRectXY(area, 6, 6)
    canvas.save()
    canvas.clipRRect(rounded, True)
    image = _image(cell.row)
    canvas.drawImageRect(image, _middle(image, size), area, _SMOOTH, skia.Paint(AntiAlias=True))
    canvas.restore()
    canvas.drawRRect(rounded, skia.Paint(AntiAlias=True, Color=_EDGE, Style=skia.Paint.kStroke_Style, StrokeWidth=1))
    under = top + size[1] + _CAPTION_GAP
    for text in cell.texts:
        text.paint(canvas, left, under)
        under += text.Height + _LINE_GAP


def _image(row: SheetRow) -> Any:
    try:
        image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(row.image))
    except (RuntimeError, ValueError) as error:
        raise MediaFault(f"the frame of {row.heading} cannot be read: {error}") from error
    if image is None:
        raise MediaFault(f"the frame of {row.heading} cannot be read: it is no JPEG or PNG picture")
    return image


def _middle(image: Any, size: tuple[int, int]) -> Any:
    """The largest part of a picture, around its middle, that has the proportions of the frame."""
    scale = min(image.width() / size[0], image.height() / size[1])
    width, height = size[0] * scale, size[1] * scale
    return skia.Rect.MakeXYWH((image.width() - width) / 2, (image.height() - height) / 2, width, height)
