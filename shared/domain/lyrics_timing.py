"""Puts the times that came with lyrics in order: sorted, inside the song, word by word; every repair is said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shared.domain.lyrics_marks import PartKind, part_kind, read_mark
from shared.domain.lyrics_timed import Cue, TimedSheet
from shared.domain.syllables import syllables, word_spans, words_of

MS_PER_SYLLABLE = 350
GUESSED_LINE_MS = 3_000


@dataclass(frozen=True)
class TimedRow:
    """A line to be sung from `start_ms`; `end_ms` is absent when the file does not say it."""

    cue: Cue
    start_ms: int
    end_ms: int | None
    part: str | None
    stanza: int

    @property
    def number(self) -> int:
        """The line of the file it stands in."""
        return self.cue.number


@dataclass(frozen=True)
class TimedRows:
    """The lines in the order of time, the marks without words by the number of lines before them, and every repair."""

    rows: tuple[TimedRow, ...]
    silent: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]


def in_order(sheet: TimedSheet) -> TimedRows:
    """Give every line a start that never decreases and an end not after the next start.

    Times below zero become zero, lines without a time share the stretch up to the next one, lines out of order are
    sorted, ends that lie before their start or inside the next line are corrected. Each is noted with its first line.
    """
    notes: list[str] = []
    cues = _with_guesses(_clamped(sheet.cues, notes), notes)
    rows, pauses, silent = _under_marks(cues)
    ordered = sorted(rows, key=lambda row: row.start_ms)
    if ordered != rows and len({row.number for row in rows}) == len(rows):
        wrong = next(after for before, after in pairwise(rows) if after.start_ms < before.start_ms)
        notes.append(f"the lines were sorted by time: line {wrong.number} begins before the line above it")
    ended = _with_ends(ordered, pauses, notes)
    return TimedRows(
        tuple(ended), tuple((sum(row.start_ms < at for row in ended), label) for at, label in silent), tuple(notes)
    )


def word_starts(row: TimedRow, next_start_ms: int | None, language: str) -> tuple[tuple[int, ...], int]:
    """When each word of the line starts, and how many of these had to be interpolated; empty without word stamps.

    A stamp counts for the word that follows it; words without one share the time between their neighbours by syllables.
    """
    spans = word_spans(row.cue.text)
    if not row.cue.stamps or not spans:
        return (), 0
    known = _stamped(row.cue, spans)
    if not any(start is not None for start in known):
        return (), 0
    known[0] = row.start_ms if known[0] is None else known[0]
    missing = sum(start is None for start in known)
    weights = [syllables(row.cue.text[start:end], language) for start, end in spans]
    limit = next((ms for ms in (row.end_ms, next_start_ms) if ms is not None), None)
    starts = _interpolated(known, weights, limit)
    kept, floor = [], row.start_ms
    for start in starts:
        floor = max(floor, start if limit is None else min(start, limit))
        kept.append(floor)
    return tuple(kept), missing


def _clamped(cues: Sequence[Cue], notes: list[str]) -> list[Cue]:
    early = [cue.number for cue in cues if cue.start_ms is not None and cue.start_ms < 0]
    if early:
        notes.append(f"times before the song's beginning became 0, first in line {early[0]}")
    return [
        cue
        if cue.start_ms is None
        else replace(
            cue,
            start_ms=max(0, cue.start_ms),
            end_ms=None if cue.end_ms is None else max(0, cue.end_ms),
            stamps=tuple((place, max(0, ms)) for place, ms in cue.stamps),
        )
        for cue in cues
    ]


def _with_guesses(cues: Sequence[Cue], notes: list[str]) -> list[Cue]:
    """Sung lines without a time share the stretch from the line above to the next time, by their syllables."""
    unsure = {
        cue.number for cue in cues if cue.start_ms is None and words_of(cue.text) and not read_mark(cue.text, False)
    }
    if not unsure:
        return list(cues)
    notes.append(f"lines without a time were placed between their neighbours, first line {min(unsure)}")
    done: list[Cue] = []
    held: list[Cue] = []
    for cue in (*cues, None):
        if cue is not None and cue.start_ms is None and cue.number in unsure:
            held.append(cue)
            continue
        if held and (cue is None or cue.start_ms is not None):
            done += _spread(done[-1] if done else None, held, cue.start_ms if cue else None)
            held = []
        if cue is not None:
            done.append(cue)
    return done


def _spread(above: Cue | None, held: Sequence[Cue], until: int | None) -> list[Cue]:
    share = [max(1, sum(syllables(word, "") for word in words_of(cue.text))) for cue in held]
    if above is not None and above.start_ms is not None:
        begin = above.start_ms
        share.insert(0, max(1, sum(syllables(word, "") for word in words_of(above.text))))
    else:
        begin = max(0, (until or 0) - GUESSED_LINE_MS * len(held))
        share.insert(0, 0)
    if until is None or until <= begin:
        until = begin + GUESSED_LINE_MS * len(share)
    total, passed, placed = sum(share), 0, []
    for cue, before in zip(held, share, strict=False):
        passed += before
        placed.append(replace(cue, start_ms=begin + (until - begin) * passed // total))
    return placed


def _under_marks(cues: Sequence[Cue]) -> tuple[list[TimedRow], list[int], list[tuple[int, str]]]:
    """Rows with the mark they stand under, the times at which the file says that a line is over, and silent marks."""
    rows: list[TimedRow] = []
    pauses: list[int] = []
    silent: list[tuple[int, str]] = []
    part, stanza = None, 0
    for cue in cues:
        mark = read_mark(cue.text, opens_stanza=False)
        if mark:
            stanza += 1
            if part_kind(mark.label) is PartKind.INSTRUMENTAL and cue.start_ms is not None:
                silent.append((cue.start_ms, mark.label))
            else:
                part = mark.label
            cue = replace(cue, text=mark.rest)
        if cue.start_ms is None:
            continue
        if words_of(cue.text):
            rows.append(TimedRow(cue, cue.start_ms, _own_end(cue), part, stanza))
        else:
            pauses.append(cue.start_ms)
            stanza += 1
    return rows, pauses, silent


def _own_end(cue: Cue) -> int | None:
    """The end that the cue says, or its last stamp when that stands after the last word."""
    if cue.end_ms is not None:
        return cue.end_ms
    last_word_end = word_spans(cue.text)[-1][1]
    trailing = [ms for place, ms in cue.stamps if place >= last_word_end]
    return trailing[-1] if trailing else None


def _with_ends(rows: Sequence[TimedRow], pauses: Sequence[int], notes: list[str]) -> list[TimedRow]:
    ended: list[TimedRow] = []
    said: dict[str, int] = {}
    over = sorted(pauses)
    for row, following in zip(rows, _later_starts(rows), strict=True):
        end = row.end_ms
        if end is not None and end <= row.start_ms:
            said.setdefault("ends before it begins, so its end was left out", row.number)
            end = None
        if end is None:
            place = bisect_right(over, row.start_ms)
            before = place < len(over) and (following is None or over[place] <= following)
            end = over[place] if before else None
        elif following is not None and end > following:
            said.setdefault("runs into the next one, so it was ended there", row.number)
            end = following
        ended.append(replace(row, end_ms=end))
    notes += [f"line {number} {what}" for what, number in said.items()]
    return ended


def _later_starts(rows: Sequence[TimedRow]) -> list[int | None]:
    """For each row when the first row that begins later than it begins."""
    later: list[int | None] = []
    following: int | None = None
    for at in range(len(rows) - 1, -1, -1):
        if at + 1 < len(rows) and rows[at + 1].start_ms > rows[at].start_ms:
            following = rows[at + 1].start_ms
        later.append(following)
    return later[::-1]


def _stamped(cue: Cue, spans: Sequence[tuple[int, int]]) -> list[int | None]:
    known: list[int | None] = []
    before = -1
    for start, end in spans:
        own = [ms for place, ms in cue.stamps if before <= place <= start]
        known.append(own[-1] if own else None)
        before = end
    return known


def _interpolated(known: Sequence[int | None], weights: Sequence[int], limit: int | None) -> list[int]:
    anchors = [(place, ms) for place, ms in enumerate(known) if ms is not None]
    last_place, last_ms = anchors[-1]
    tail = sum(weights[last_place:])
    anchors.append((len(known), max(last_ms, last_ms + tail * MS_PER_SYLLABLE if limit is None else limit)))
    starts: list[int] = []
    for (place, ms), (next_place, next_ms) in pairwise(anchors):
        total = sum(weights[place:next_place])
        passed = 0
        for at in range(place, next_place):
            starts.append(ms + (next_ms - ms) * passed // total)
            passed += weights[at]
    return starts
