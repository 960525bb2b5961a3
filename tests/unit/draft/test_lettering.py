"""Letters on the picture: shipped fonts, reading order, size."""

import numpy as np
import pytest
import skia

from shared.adapters.images.draft.fonts import FILES, FOLDER, paragraph, reads_right_to_left, typefaces
from shared.adapters.images.draft.lettering import draw_lettering
from shared.adapters.images.draft.stage import Colour
from tests.unit.draft.drawing import DAY, extent, pixels

BLACK = Colour(0, 0, 0)


def written(text: str, language: str, align="start", width: int = 500) -> np.ndarray:
    words = paragraph(text, 40, BLACK, width, language, align)
    return pixels(lambda canvas: words.paint(canvas, 0, 0), width, 200)[..., 3]


def ink(sheet: np.ndarray, where: slice) -> np.ndarray:
    return sheet[:60, where].astype(float)


def test_a_hebrew_line_begins_at_the_right_edge_with_its_first_letter():
    line, first = written("שלום אבא", "he"), written("ש", "he")
    assert np.array_equal(line[:60, -24:], first[:60, -24:])
    assert line[:, -30:].max() == 255
    assert line[:, :200].max() == 0


def test_in_a_mixed_line_numbers_and_latin_words_keep_their_own_order():
    line = written("שנת 1984 טובה", "he", width=400)
    number = written("1984", "en", width=400)
    left, _, right, _ = extent(np.dstack([number] * 4))
    glyphs = ink(number, slice(left, right + 1))
    wide = glyphs.shape[1]
    apart = min(abs(ink(line, slice(x, x + wide)) - glyphs).mean() for x in range(400 - wide))
    assert apart < 0.35 * glyphs.mean(), "the digits stand in the line as they are written, not mirrored in order"
    assert written("שנת 1984 טובה", "he")[:, -30:].max() == 255


def test_a_closing_mark_of_a_hebrew_line_stands_at_its_left():
    with_mark, without = (extent(np.dstack([written(text, "he")] * 4)) for text in ("שלום!", "שלום"))
    assert with_mark[2] == without[2]
    assert with_mark[0] < without[0] - 5


def test_english_begins_at_the_left():
    assert extent(np.dstack([written("Hello", "en")] * 4))[0] < 10


@pytest.mark.parametrize(
    "text", ["אבגדהוזחטיכלמנסעפצקרשתםןףץך", "שִׁ", "سفينة", "The quick fox", "ÄÖÜéñ", "Привет", "αβγ", "“…—’₪€"]
)
def test_every_letter_is_in_the_shipped_fonts(text):
    faces = typefaces("bold")
    assert [c for c in text if not any(face.unicharToGlyph(ord(c)) for face in faces)] == []


def test_the_fonts_are_shipped_with_their_licence_and_stay_small():
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert sum((FOLDER / name).stat().st_size for names in FILES.values() for name in names) < 1_500_000


def test_the_direction_follows_the_language_and_without_one_the_first_letter():
    assert reads_right_to_left("Hello", "he")
    assert not reads_right_to_left("Hello", "en")
    assert reads_right_to_left("(שלום) Hello", "")
    assert not reads_right_to_left("1984 Hello שלום", "")


@pytest.mark.parametrize(
    ("text", "language"), [("Paper boats across the ceiling", "en"), ("סירת נייר על התקרה", "he"), ("a", "en")]
)
def test_lettering_fills_its_box_and_stays_in_it(text, language):
    box = skia.Rect.MakeXYWH(100, 100, 400, 200)
    sheet = pixels(lambda canvas: draw_lettering(canvas, text, box, DAY, language), 600, 400)
    left, top, right, bottom = extent(sheet, 250)
    assert left >= 98
    assert top >= 98
    assert right <= 502
    assert bottom <= 302
    assert bottom - top > 35


def test_lettering_has_light_letters_on_a_dark_edge_so_that_it_reads_on_any_ground():
    box = skia.Rect.MakeXYWH(20, 20, 360, 160)

    def draw(canvas):
        canvas.clear(0xFFFFFFFF)
        draw_lettering(canvas, "WORDS", box, DAY, "en")

    sheet = pixels(draw)
    assert sheet[..., :3].min() < 90


def test_empty_text_draws_nothing():
    assert pixels(lambda canvas: draw_lettering(canvas, " \n", skia.Rect.MakeWH(100, 50), DAY, "he")).max() == 0
