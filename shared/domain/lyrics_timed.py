"""Lyrics with times: LRC with line and word stamps, SRT, and WebVTT."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shared.domain.lyrics_text import MAX_LINES, Row
from shared.kernel.errors import Invalid

LONGEST_MS = 10 * 3_600_000
CLOCK = r"(-?)\s{0,3}(?:(\d{1,12}):)?(\d{1,12}):(\d{1,12})(?:[.,:](\d{1,3})\d*)?"
STAMP = re.compile(rf"\[\s?{CLOCK}\s?\]")
INNER = re.compile(rf"[<\[]\s?{CLOCK}\s?[>\]]")
ARROW = re.compile(rf"\s*{CLOCK}\s*-->\s*{CLOCK}(?:\s.*)?")
ID_TAG = re.compile(
    r"\s*\[\s*(ti|ar|al|la|lang|length|offset|by|au|lr|re|ve|tool|encoding|#)\s*:\s*(.*?)\s*\]\s*", re.IGNORECASE
)
MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|\{\\[^{}]{0,200}\}")


@dataclass(frozen=True)
class Cue:
    """Words with the times that came with them; `stamps` are (place in the text, ms) in the order written.

    Absent `start_ms`: the line carried no time. Absent `end_ms`: the file does not say when the line ends.
    """

    number: int
    text: str
    start_ms: int | None
    end_ms: int | None = None
    stamps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class TimedSheet:
    """What a timed file holds, in its own order, with its title and language where it names them."""

    cues: tuple[Cue, ...]
    title: str = ""
    language: str = ""
    length_ms: int | None = None


def is_lrc(rows: Sequence[Row]) -> bool:
    """Whether some line begins with a time stamp in square brackets."""
    return any(STAMP.match(row.text.lstrip()) for row in rows)


def is_captions(rows: Sequence[Row]) -> bool:
    """Whether the file is WebVTT by its first line, or SRT by an arrow between two times."""
    first = next((row.text.strip() for row in rows if row.text.strip()), "")
    return bool(re.match(r"WEBVTT(\s|$)", first)) or any(
        "-->" in row.text and ARROW.fullmatch(row.text) for row in rows
    )


def read_lrc(rows: Sequence[Row], name: str) -> TimedSheet:
    """Read LRC: several stamps per line, word stamps, offset, and the tags for title, language and length."""
    tags: dict[str, str] = {}
    cues: list[Cue] = []
    for row in rows:
        tag = ID_TAG.fullmatch(row.text) if len(row.text) < 300 else None
        if tag and not STAMP.match(row.text.lstrip()):
            tags.setdefault(tag[1].lower(), tag[2])
        elif row.text.strip():
            cues += _lrc_cues(row, name)
            if len(cues) > MAX_LINES:
                raise Invalid(f"{name}, line {row.number}: its stamps make over {MAX_LINES:,} lines; repeat less")
    offset = re.fullmatch(r"\s*([+-]?\d{1,9})\s*(?:ms)?\s*", tags.get("offset", "0"))
    if offset is None:
        raise Invalid(
            f"{name}: the offset {tags['offset'][:20]!r} is no number of milliseconds; write such as [offset:+250]"
        )
    length = re.fullmatch(CLOCK, tags.get("length", ""))
    return TimedSheet(
        tuple(_moved(cue, -int(offset[1])) for cue in cues),
        tags.get("ti", ""),
        tags.get("la", tags.get("lang", "")),
        _ms(length, 0, name, 0) if length else None,
    )


def read_captions(rows: Sequence[Row], name: str) -> TimedSheet:
    """Read SRT or WebVTT: one line per cue, its rows joined; styles, notes, settings and tags are left out."""
    starts = [place for place, row in enumerate(rows) if "-->" in row.text and ARROW.fullmatch(row.text)]
    arrows = [row.number for row in rows if "-->" in row.text and not ARROW.fullmatch(row.text)]
    if arrows:
        raise Invalid(
            f"{name}, line {arrows[0]}: the times around '-->' cannot be read; write 00:00:05,000 --> 00:00:08,500"
        )
    web = any(row.text.lstrip().startswith("WEBVTT") for row in rows[:2])
    cues = []
    for place, following in zip(starts, [*starts[1:], len(rows)], strict=False):
        found = ARROW.fullmatch(rows[place].text)
        if found is None:
            continue
        body = [row.text for row in rows[place + 1 : following]]
        body = _until_blank(body) if web else _without_counter(body, following < len(rows))
        number = rows[place].number
        text, stamps = _plain(" ".join(line.strip() for line in body if line.strip()), number, name, unescape=True)
        cues.append(Cue(number, text, _ms(found, 0, name, number), _ms(found, 5, name, number), stamps))
    return TimedSheet(tuple(cues))


def _lrc_cues(row: Row, name: str) -> list[Cue]:
    text, starts = row.text.lstrip(), []
    while found := STAMP.match(text):
        starts.append(_ms(found, 0, name, row.number))
        text = text[found.end() :].lstrip()
    plain, stamps = _plain(text, row.number, name)
    if not starts:
        return [Cue(row.number, plain, None, None, stamps)]
    own = min(starts, key=lambda start: abs(start - stamps[0][1])) if stamps else starts[0]
    return [
        Cue(row.number, plain, start, None, tuple((place, ms + start - own) for place, ms in stamps))
        for start in starts
    ]


def _plain(text: str, number: int, name: str, unescape: bool = False) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without stamps and markup, and where each stamp stood in it."""
    kept: list[str] = []
    stamps: list[tuple[int, int]] = []
    at = size = 0
    for found in (*INNER.finditer(text), None):
        piece = MARKUP.sub("", text[at : found.start() if found else len(text)])
        piece = html.unescape(piece) if unescape else piece
        kept.append(piece)
        size += len(piece)
        if found:
            stamps.append((size, _ms(found, 0, name, number)))
            at = found.end()
    plain = "".join(kept)
    lead = len(plain) - len(plain.lstrip())
    return plain.strip(), tuple((max(0, place - lead), ms) for place, ms in stamps)


def _ms(found: re.Match[str], first: int, name: str, number: int) -> int:
    """The time in a match of CLOCK whose groups begin after `first`; below zero when it is written so."""
    sign, hours, minutes, seconds, fraction = found.groups()[first : first + 5]
    ms = (int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)) * 1000 + int((fraction or "0").ljust(3, "0"))
    if ms > LONGEST_MS:
        raise Invalid(f"{name}, line {number}: the time {found[0].strip()[:40]} lies beyond ten hours; correct it")
    return -ms if sign else ms


def _moved(cue: Cue, by_ms: int) -> Cue:
    if cue.start_ms is None:
        return cue
    stamps = tuple((place, ms + by_ms) for place, ms in cue.stamps)
    return replace(cue, start_ms=cue.start_ms + by_ms, stamps=stamps)


def _until_blank(body: Sequence[str]) -> list[str]:
    kept = []
    for line in body:
        if not line.strip():
            break
        kept.append(line)
    return kept


def _without_counter(body: Sequence[str], more_follow: bool) -> list[str]:
    """The rows of an SRT cue without the next cue's number, which stands right above its times."""
    kept = list(body)
    while kept and not kept[-1].strip():
        kept.pop()
    if more_follow and kept and re.fullmatch(r"\s*\d{1,9}\s*", kept[-1]):
        kept.pop()
    return kept
