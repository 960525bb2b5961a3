"""Lyrics as a person gave them, in whatever form, read into lines and words; they are the truth about what is sung."""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field

from shared.domain.analysis import LyricLine, Value
from shared.domain.language import language_of, language_tag
from shared.domain.lyrics_plain import read_plain
from shared.domain.lyrics_text import MAX_WORDS, Row, read_text, rows_of
from shared.domain.lyrics_timed import TimedSheet, is_captions, is_lrc, read_captions, read_lrc
from shared.domain.lyrics_timing import in_order, word_starts
from shared.domain.syllables import words_of
from shared.kernel.errors import Invalid

WRITTEN_PER_SUNG_WORD = 3


class Timed(StrEnum):
    """Which times the lyrics brought along."""

    NONE = "none"
    LINES = "lines"
    WORDS = "words"


class SilentPart(Value):
    """A part that the lyrics name but that has no words, such as an intro or a solo."""

    before_line: int = Field(description="Index of the line it comes before; the number of lines when it comes last.")
    label: str


class Lyrics(Value):
    """What is sung, line by line, with repeats written out."""

    title: str = Field(description="As the lyrics name it; empty when they do not.")
    language: str = Field(description="BCP 47; 'und' when nothing tells.")
    lines: tuple[LyricLine, ...]
    silent_parts: tuple[SilentPart, ...] = ()
    timed: Timed
    notes: tuple[str, ...] = Field(description="What was assumed or repaired, one sentence each, for the report.")


def read_lyrics(data: bytes, name: str, language: str | None = None) -> Lyrics:
    """Read plain text with [Section] marks, LRC, SRT or WebVTT by its content; without words it is an instrumental.

    Raises Hostile for bytes that are no lyrics at all and Invalid for lyrics over the caps or with impossible times;
    both say the line or byte and what to do. Repairs and assumptions are in the notes.
    """
    name = "".join(char for char in name if char.isprintable())[-80:] or "the lyrics"
    given = language_tag(language) if language else None
    text, decoding_notes = read_text(data, name)
    rows, control_notes = rows_of(text, name)
    _refuse_too_many_words([row.text for row in rows], [row.number for row in rows], name, WRITTEN_PER_SUNG_WORD)
    if is_captions(rows):
        read = _timed(read_captions(rows, name), given, name)
    elif is_lrc(rows):
        read = _timed(read_lrc(rows, name), given, name)
    else:
        read = _untimed(rows, given, name)
    notes = [*decoding_notes, *control_notes, *read.notes]
    if not read.lines:
        notes.append("the lyrics have no words, so the song is taken as an instrumental")
    elif given is None:
        notes.append(f"the language was taken to be '{read.language}' from the words")
    return read.model_copy(update={"notes": tuple(notes)})


def _untimed(rows: Sequence[Row], given: str | None, name: str) -> Lyrics:
    sheet = read_plain(rows, name)
    lines = tuple(
        LyricLine(text=row.text, part=row.part, stanza=row.stanza, words=words_of(row.text)) for row in sheet.rows
    )
    _refuse_too_many_words([line.text for line in lines], [row.number for row in sheet.rows], name)
    return Lyrics(
        title="",
        language=given or language_of([word for line in lines for word in line.words]),
        lines=lines,
        silent_parts=tuple(SilentPart(before_line=place, label=label) for place, label in sheet.silent),
        timed=Timed.NONE,
        notes=sheet.notes,
    )


def _timed(sheet: TimedSheet, given: str | None, name: str) -> Lyrics:
    placed = in_order(sheet)
    language = (
        given or _stated(sheet.language) or language_of([w for row in placed.rows for w in words_of(row.cue.text)])
    )
    lines, interpolated = [], 0
    following = [row.start_ms for row in placed.rows[1:]]
    for row, next_start in zip(placed.rows, [*following, None], strict=False):
        starts, missing = word_starts(row, next_start, language)
        interpolated += missing
        text = row.cue.text
        line = LyricLine(text=text, part=row.part, stanza=row.stanza, words=words_of(text))
        lines.append(line.model_copy(update={"start_ms": row.start_ms, "end_ms": row.end_ms, "word_starts_ms": starts}))
    _refuse_too_many_words([line.text for line in lines], [row.number for row in placed.rows], name)
    notes = list(placed.notes)
    if interpolated:
        notes.append(f"{interpolated} words without a time of their own share the time between their neighbours")
    complete = bool(lines) and all(line.word_starts_ms for line in lines)
    return Lyrics(
        title=sheet.title,
        language=language,
        lines=tuple(lines),
        silent_parts=tuple(SilentPart(before_line=place, label=label) for place, label in placed.silent),
        timed=(Timed.WORDS if complete else Timed.LINES) if lines else Timed.NONE,
        notes=tuple(notes),
    )


def _stated(tag: str) -> str:
    """The language that the file names, or nothing when that is no tag."""
    try:
        return language_tag(tag) if tag else ""
    except Invalid:
        return ""


def _refuse_too_many_words(texts: Sequence[str], numbers: Sequence[int], name: str, tolerance: int = 1) -> None:
    count = 0
    for text, number in zip(texts, numbers, strict=True):
        count += len(words_of(text))
        if count > MAX_WORDS * tolerance:
            raise Invalid(f"{name}, line {number}: over {MAX_WORDS:,} words; give the words of one song")
