"""Contact sheets: the reading order of the language, letters in their order, one page of bounded size."""

from typing import Any

import numpy as np
import pytest
import skia

from shared.adapters.sheets.skia_sheets import MAX_PIXELS, SkiaSheets
from shared.kernel.errors import MediaFault
from shared.ports.sheets import SheetRow

RED, GREEN = 0xFFCC2020, 0xFF20CC20


def picture(colour: int) -> bytes:
    surface = skia.Surface(64, 36)
    surface.getCanvas().clear(colour)
    return bytes(surface.makeImageSnapshot().encodeToData(skia.kJPEG, 90))


def row(colour: int = RED, words: str = "", note: str = "") -> SheetRow:
    return SheetRow(image=picture(colour), heading="SC01 SH01  0:00.000", words=words, note=note)


def drawn(language: str, *rows: SheetRow, title: str = "") -> Any:
    """The page as rows of pixels, channels red, green, blue."""
    return pixels(SkiaSheets().contact_sheet(title, language, rows))


def pixels(png: bytes) -> Any:
    """What a PNG shows."""
    return skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(png)).toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]


def middle_of(page: Any, colour: int) -> tuple[float, float]:
    """Where a colour lies on the page, as x and y."""
    wanted = np.array([(colour >> shift) & 255 for shift in (16, 8, 0)])
    ys, xs = np.nonzero((np.abs(page.astype(int) - wanted) < 24).all(axis=2))
    return float(xs.mean()), float(ys.mean())


def white_of(page: Any) -> Any:
    """The columns and rows that hold white letters, cut to the letters."""
    ink = page.min(axis=2).astype(int)
    ys, xs = np.nonzero(ink > 190)
    return ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]


def test_the_first_shot_stands_at_the_right_in_hebrew_and_at_the_left_in_english() -> None:
    hebrew, english = (drawn(language, row(RED), row(GREEN)) for language in ("he", "en"))
    assert middle_of(hebrew, RED)[0] > middle_of(hebrew, GREEN)[0]
    assert middle_of(english, RED)[0] < middle_of(english, GREEN)[0]


def test_hebrew_words_lie_at_the_right_edge_of_their_frame_and_english_ones_at_the_left() -> None:
    for language, words, at_right in (("he", "שלום", True), ("en", "peace", False)):
        page = drawn(language, row(words=words))
        xs = np.nonzero(page.min(axis=2) > 190)[1]
        assert bool(xs.mean() > page.shape[1] / 2) is at_right


def test_a_hebrew_line_begins_at_the_right_though_it_ends_with_latin_letters_and_a_mark() -> None:
    alone, mixed = (white_of(drawn("he", row(words=words))) for words in ("שלום", "שלום hello!"))
    assert mixed.shape[1] > alone.shape[1] * 1.5
    height = min(alone.shape[0], mixed.shape[0])
    ours = (alone[-height:, -30:] > 128).mean(axis=0)
    assert np.abs((mixed[-height:, -30:] > 128).mean(axis=0) - ours).mean() < 0.25 * ours.mean()


def test_letters_are_drawn_from_right_to_left() -> None:
    first, both = (white_of(drawn("he", row(words=words))) for words in ("ו", "וש"))
    narrow = first.shape[1]
    assert (both[:, -narrow:] > 128).sum() == pytest.approx((first > 128).sum(), rel=0.2)


@pytest.mark.parametrize("number", [0, 1, 40])
def test_a_page_has_every_frame_and_is_never_too_large(number: int) -> None:
    rows = [row(RED, words="counting every quiet star", note="wide")] * number
    page = pixels(SkiaSheets(max_pixels=1_000_000).contact_sheet("Paper Boats", "en", rows))
    assert page.shape[0] * page.shape[1] <= 1_000_000 < MAX_PIXELS == 40_000_000
    reds = (page[..., 0] > 180) & (page[..., 1] < 60)
    assert reds.sum() >= number * (478 * 266 if number == 1 else 100 * 56)


def test_words_without_end_are_cut_and_the_page_stays_small() -> None:
    page = drawn("he", row(words="ילדה קטנה " * 50_000, note="n" * 100_000), title="t" * 100_000)
    assert page.shape[0] < 900


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = (row(words="9 סירות ו-2 ירחים, OK?", note="close-up · 85 mm"),)
    assert SkiaSheets().contact_sheet("סירות", "he", rows) == SkiaSheets().contact_sheet("סירות", "he", rows)


@pytest.mark.parametrize("image", [b"", b"not a picture", picture(RED)[:40]])
def test_a_picture_that_cannot_be_read_is_named(image: bytes) -> None:
    broken = SheetRow(image=image, heading="SC02 SH03", words="", note="")
    with pytest.raises(MediaFault, match="SC02 SH03"):
        SkiaSheets().contact_sheet("", "en", (broken,))
