"""Lyrics without times: parts under their marks, stanzas, and repeats written out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.domain.lyrics_marks import PartKind, part_kind, read_mark, read_repeat, repeat_alone
from shared.domain.lyrics_text import MAX_LINES, Row
from shared.domain.syllables import words_of
from shared.kernel.errors import Invalid

MAX_TIMES = 32
REFERRING = (PartKind.CHORUS, PartKind.PRE_CHORUS)


@dataclass(frozen=True)
class SungRow:
    """A line to be sung, under its mark and in its stanza."""

    number: int
    text: str
    part: str | None
    stanza: int


@dataclass(frozen=True)
class Sheet:
    """The lines in the order they are sung, the marks without words by the lines before them, and what was assumed."""

    rows: tuple[SungRow, ...]
    silent: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]


@dataclass
class _Section:
    label: str | None
    number: int
    times: int = 1
    stanzas: list[list[Row]] = field(default_factory=lambda: [[]])

    @property
    def sung(self) -> list[list[Row]]:
        """Its stanzas that have words."""
        return [stanza for stanza in self.stanzas if stanza]


def read_plain(rows: Sequence[Row], name: str) -> Sheet:
    """Read marks, stanzas and repeats. A mark that names an earlier part and has no words brings that part again."""
    sections = _sections(rows, name)
    notes: list[str] = []
    sung: list[SungRow] = []
    silent: list[tuple[int, str]] = []
    stanza = 0
    for place, section in enumerate(sections):
        stanzas = section.sung or _referred(section, sections[:place])
        if not stanzas and section.label:
            silent.append((len(sung), section.label))
            if part_kind(section.label) in REFERRING:
                notes.append(
                    f"line {section.number}: no words for {section.label!r} came before, so it stays without words"
                )
        for lines in stanzas * section.times:
            sung += [SungRow(row.number, row.text, section.label, stanza) for row in lines]
            stanza += 1
            _cap(len(sung), section.number, name)
    if len(sung) > sum(len(stanza) for section in sections for stanza in section.sung):
        notes.append("repeats were written out: every chorus and every x2 is sung in full")
    return Sheet(tuple(sung), tuple(silent), tuple(notes))


def _sections(rows: Sequence[Row], name: str) -> list[_Section]:
    sections = [_Section(None, 0)]
    for row in rows:
        text, section = row.text.strip(), sections[-1]
        again = repeat_alone(text)
        if again:
            _repeat_above(section, _bounded(again, row, name))
            continue
        if not text or not words_of(text):
            section.stanzas.append([])
            continue
        mark = read_mark(text, opens_stanza=not section.stanzas[-1])
        if mark:
            section = _Section(mark.label, row.number, _bounded(mark.times, row, name))
            sections.append(section)
            text = mark.rest
        if text and words_of(text):
            line, times = read_repeat(text)
            if not words_of(line):
                line, times = text, 1
            section.stanzas[-1] += [Row(number=row.number, text=line)] * _bounded(times, row, name)
            _cap(len(section.stanzas[-1]), row.number, name)
    return sections


def _repeat_above(section: _Section, times: int) -> None:
    """Alone under its mark a repeat is the part's; below words it is the stanza's."""
    if section.sung:
        section.stanzas += [section.sung[-1]] * (times - 1)
        section.stanzas.append([])
    else:
        section.times = times


def _referred(section: _Section, earlier: Sequence[_Section]) -> list[list[Row]]:
    """The words of the latest earlier part of the same name, or for a chorus of the same kind."""
    if section.label is None:
        return []
    label, kind = section.label.casefold(), part_kind(section.label)
    told = [one for one in reversed(earlier) if one.label and one.sung]
    same = [one for one in told if one.label and one.label.casefold() == label]
    alike = [one for one in told if kind in REFERRING and one.label and part_kind(one.label) == kind]
    return next((one.sung for one in (*same, *alike)), [])


def _bounded(times: int, row: Row, name: str) -> int:
    if times > MAX_TIMES:
        raise Invalid(
            f"{name}, line {row.number}: sung {times} times (at most {MAX_TIMES}); write out what is really sung"
        )
    return times


def _cap(count: int, number: int, name: str) -> None:
    if count > MAX_LINES:
        raise Invalid(f"{name}, line {number}: with its repeats the song has over {MAX_LINES:,} lines; repeat less")
