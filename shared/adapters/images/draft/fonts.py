"""The typefaces that every drawn letter uses, loaded from the files shipped beside this module and never from the
system."""

from functools import cache
from pathlib import Path
from typing import Literal

import skia

from shared.adapters.images.draft.stage import Colour
from shared.kernel.errors import MediaFault

Weight = Literal["regular", "bold"]
Align = Literal["start", "center", "end"]

FOLDER = Path(__file__).parent / "fonts"
FILES = {
    "regular": ("NotoSans-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoNaskhArabic-Regular.ttf"),
    "bold": ("NotoSans-Bold.ttf", "NotoSansHebrew-Bold.ttf", "NotoNaskhArabic-Bold.ttf"),
}
"""Latin with Cyrillic and Greek, Hebrew, Arabic."""
RIGHT_TO_LEFT = ("he", "iw", "ar", "fa", "ur", "yi")
EMBED, ISOLATE_END = "\u2067", "\u2069"


@cache
def typefaces(weight: Weight = "regular") -> tuple[skia.Typeface, ...]:
    """The shipped faces of a weight, for Latin, Hebrew and Arabic. Raises MediaFault when a font file is missing."""
    files = skia.FontMgr.New_Custom_Empty()
    faces = []
    for name in FILES[weight]:
        face = files.makeFromFile(str(FOLDER / name)) if (FOLDER / name).is_file() else None
        if face is None:
            raise MediaFault(f"the font file {name} is missing from {FOLDER.name}: install the package again")
        faces.append(face)
    return tuple(faces)


def typeface(weight: Weight = "regular") -> skia.Typeface:
    """The shipped Latin face of a weight."""
    return typefaces(weight)[0]


@cache
def font_collection() -> skia.textlayout.FontCollection:
    """The shipped faces under the family names 'Film Latin', 'Film Hebrew' and 'Film Arabic'; no system font can be
    reached."""
    provider = skia.textlayout.TypefaceFontProvider()
    for weight in ("regular", "bold"):
        for face, family in zip(typefaces(weight), FAMILIES, strict=True):
            provider.registerTypeface(face, skia.String(family))
    collection = skia.textlayout.FontCollection()
    collection.setDefaultFontManager(provider)
    return collection


FAMILIES = ("Film Latin", "Film Hebrew", "Film Arabic")


def reads_right_to_left(text: str, language: str) -> bool:
    """Whether lines of this text begin at the right: by the language when it is known, else by the first strong
    letter."""
    if language:
        return language.split("-")[0].lower() in RIGHT_TO_LEFT
    strong = next((c for c in text if c.isalpha()), "a")
    return "\u0590" <= strong <= "\u08ff" or "\ufb1d" <= strong <= "\ufeff"


def paragraph(
    text: str,
    size_px: float,
    colour: Colour,
    width_px: float,
    language: str,
    align: Align = "center",
    weight: Weight = "bold",
) -> skia.textlayout.Paragraph:
    """The text laid out in lines no wider than that, each in its own reading order; 'start' is the right edge where
    the language
    reads from the right. Ready to be painted."""
    rtl = reads_right_to_left(text, language)
    style = skia.textlayout.ParagraphStyle()
    kinds = skia.textlayout.TextAlign
    sides = {
        "center": kinds.kCenter,
        "start": kinds.kRight if rtl else kinds.kLeft,
        "end": kinds.kLeft if rtl else kinds.kRight,
    }
    style.setTextAlign(sides[align])
    builder = skia.textlayout.ParagraphBuilder.make(style, font_collection(), skia.Unicodes.ICU.Make())
    letters = skia.textlayout.TextStyle()
    letters.setFontSize(size_px)
    letters.setColor(colour.paint())
    letters.setFontFamilies(list(FAMILIES))
    letters.setFontStyle(skia.FontStyle.Bold() if weight == "bold" else skia.FontStyle.Normal())
    builder.pushStyle(letters)
    builder.addText("\n".join(f"{EMBED}{line}{ISOLATE_END}" if rtl else line for line in text.split("\n")))
    laid_out = builder.Build()
    laid_out.layout(width_px)
    return laid_out
