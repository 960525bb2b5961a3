"""From the bytes of a lyrics file to its rows of text, or a refusal that says where and what to do."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from shared.domain.analysis import Value
from shared.kernel.errors import Hostile, Invalid

MAX_BYTES, MAX_LINES, MAX_LINE_CHARS, MAX_WORDS = 1_000_000, 5_000, 2_000, 20_000
BREAKS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb]")
TYPOGRAPHY = "“”‘’…–—«»¡¿°´"
HEBREW_RUN = re.compile(b"[\xe0-\xfa]{2,}")
FOREIGN = ((b"{\\rtf", "an RTF document"), (b"%PDF", "a PDF document"), (b"PK\x03\x04", "a ZIP or Office document"))
BYTE_ORDER_MARKS = (
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)


class Row(Value):
    """A line of the file with its number, counted from 1."""

    number: int
    text: str


def read_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes and what was assumed to read it.

    UTF-8 and UTF-16 or UTF-32 with a byte order mark are read as they are; Hebrew Windows-1255 and western Windows-1252
    when nothing else fits and the bytes look like it, which is said. Everything else is refused with the byte offset.
    """
    if len(data) > MAX_BYTES:
        raise Hostile(f"{name} has {len(data):,} bytes; lyrics have at most {MAX_BYTES:,}: give the words of one song")
    for mark, kind in FOREIGN:
        if data.startswith(mark):
            raise Hostile(f"{name} is {kind}; save the lyrics as plain text (UTF-8)")
    for bom, encoding in BYTE_ORDER_MARKS:
        if data.startswith(bom):
            return _decoded(data, name, encoding), ()
    if b"\0" in data:
        raise Hostile(
            f"{name} has a NUL at byte {data.index(0)}, so it is no text; save the lyrics as plain text (UTF-8)"
        )
    plain = data.removeprefix(BOM_UTF8)
    try:
        return _without_markup_page(plain.decode("utf-8"), name), ()
    except UnicodeDecodeError as error:
        text, notes = _legacy(plain, name, error.start + len(data) - len(plain))
    return _without_markup_page(text, name), notes


def rows_of(text: str, name: str) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The lines of the text without invisible control characters, which is noted. Refuses what is over the caps."""
    lines = BREAKS.split(text)
    if len(lines) > MAX_LINES:
        raise Invalid(
            f"{name} goes on after line {MAX_LINES:,}; lyrics have at most that many: give the words of one song"
        )
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE_CHARS:
            raise Invalid(
                f"{name}, line {number}: {len(line):,} characters in one line (at most {MAX_LINE_CHARS:,}); "
                "break it into the lines that are sung"
            )
    clean = [CONTROLS.sub("", line).replace("\t", " ") for line in lines]
    touched = [
        number for number, (line, kept) in enumerate(zip(lines, clean, strict=True), 1) if len(line) != len(kept)
    ]
    notes = (f"invisible control characters were left out, first in line {touched[0]}",) if touched else ()
    return tuple(Row(number=number, text=line) for number, line in enumerate(clean, 1)), notes


def _decoded(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Invalid(f"{name} is broken {encoding.upper()} at byte {error.start}; save it again as UTF-8") from error
    if "\0" in text:
        raise Hostile(f"{name} has a NUL at character {text.index(chr(0))}, so it is no text; save it again as UTF-8")
    return _without_markup_page(text, name)


def _legacy(data: bytes, name: str, offset: int) -> tuple[str, tuple[str, ...]]:
    """Windows-1255 when nearly all high bytes are Hebrew letters in runs, 1252 when they are letters among letters."""
    repaired = data.decode("utf-8", "replace")
    broken, sound = repaired.count("\ufffd"), sum(char > "\x7f" and char != "\ufffd" for char in repaired)
    high = sum(byte > 0x7F for byte in data)
    hebrew = sum(len(run) for run in HEBREW_RUN.findall(data))
    letters = sum(chr(byte).isalpha() for byte in data if byte < 0x80)
    for encoding, fits in (("cp1255", hebrew >= 0.8 * high), ("cp1252", high <= 0.3 * letters)):
        if fits and broken > sound and not CONTROLS.search(repaired):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "cp1252" and not all(char < "\x80" or char.isalpha() or char in TYPOGRAPHY for char in text):
                continue
            label = encoding.replace("cp", "Windows-")
            return text, (f"the file is not UTF-8 and was read as {label}; save it as UTF-8 if a letter looks wrong",)
    raise Invalid(
        f"{name} is not UTF-8: byte {offset} (0x{data[: offset + 3][-3:].hex()}) fits no letter; save it as UTF-8"
    )


def _without_markup_page(text: str, name: str) -> str:
    if re.match(r"\s*<(!doctype html|html|\?xml|head|body)\b", text[:200], re.IGNORECASE):
        raise Hostile(f"{name} is a web page, not lyrics; copy the words into a plain text file")
    return text
