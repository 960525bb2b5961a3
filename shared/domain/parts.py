"""Where the parts of a song begin: the lyrics' own marks first, then the listener's sections; gapless over the song."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shared.domain.analysis import Heard
from shared.domain.grid import Grid
from shared.domain.lyrics import Lyrics

LONG_GAP_MS, LONG_GAP_BARS = 6_000, 3
LEAST_MARKED_GAP_BARS = 1.0
PICKUP_BARS = 1.25
LATE_DOWNBEAT_MS = 120


@dataclass(frozen=True)
class LineSpan:
    """When a line is sung: from its first word's start to its last word's end. Lines without placed words have none."""

    line: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class Stretch:
    """A part: from `start_ms` to the next one's; `lines` are those sung in it, in order, none in an instrumental."""

    label: str
    start_ms: int
    end_ms: int
    from_lyrics: bool
    lines: tuple[int, ...]


def stretches_of(heard: Heard, lyrics: Lyrics, spans: Sequence[LineSpan], grid: Grid) -> tuple[Stretch, ...]:
    """Divide the whole song, 0 to its end, without gap or overlap and without cutting a line.

    Consecutive lines with one mark are one part; without marks stanzas, and without stanzas the listener's sections
    divide. A part begins on the downbeat before its first word, at most 1.25 bars ahead and not inside the line before.
    A beginning or end without words from one bar on becomes Intro and Outro, a gap of three bars and six seconds an
    Instrumental, under the lyrics' own name for it where they have one. Without words the sections are Part A, Part B.
    """
    if not spans:
        return _by_sections(heard)
    runs = _runs(heard, lyrics, spans, grid)
    silent = {part.before_line: part.label for part in reversed(lyrics.silent_parts)}
    placed: list[Stretch] = []
    sung_until = 0
    for place, run in enumerate(runs):
        first = spans[run[0]]
        begin = _beginning(first.start_ms, sung_until if place else 0, grid)
        label, from_lyrics = _label(heard, lyrics, [spans[at] for at in run])
        own = next((silent[line] for line in range(*_between(spans, runs, place)) if line in silent), None)
        gap_from = 0 if place == 0 else _after(heard, grid, sung_until, begin)
        least = grid.bar_ms * (LEAST_MARKED_GAP_BARS if place == 0 or own else LONG_GAP_BARS)
        if begin - gap_from >= max(0.9 * least, 0 if place == 0 or own else LONG_GAP_MS):
            default = "Instrumental" if place else "Intro"
            placed.append(Stretch(own or default, gap_from, begin, own is not None, ()))
        elif place == 0:
            begin = 0
        placed.append(Stretch(label, begin, begin, from_lyrics, tuple(spans[at].line for at in run)))
        sung_until = max(sung_until, *(spans[at].end_ms for at in run))
    tail = _after(heard, grid, sung_until, heard.duration_ms)
    if heard.duration_ms - tail >= 0.9 * grid.bar_ms:
        own = next((part.label for part in lyrics.silent_parts if part.before_line > spans[-1].line), None)
        placed.append(Stretch(own or "Outro", tail, heard.duration_ms, own is not None, ()))
    return _gapless(placed, heard.duration_ms)


def _by_sections(heard: Heard) -> tuple[Stretch, ...]:
    placed = [
        Stretch(f"Part {section.label}", section.start_ms, section.end_ms, False, ()) for section in heard.sections
    ]
    return _gapless(placed or [Stretch("Part A", 0, heard.duration_ms, False, ())], heard.duration_ms)


def _runs(heard: Heard, lyrics: Lyrics, spans: Sequence[LineSpan], grid: Grid) -> list[list[int]]:
    """Indices of spans that belong to one part: same mark (or stanza, or section) and no long gap between."""
    marked = any(line.part is not None for line in lyrics.lines)
    stanzas = len({line.stanza for line in lyrics.lines}) > 1
    long_gap = max(LONG_GAP_MS, LONG_GAP_BARS * grid.bar_ms)
    silent = {part.before_line for part in lyrics.silent_parts}
    runs: list[list[int]] = []
    key_before: object = None
    ended = 0
    for at, span in enumerate(spans):
        line = lyrics.lines[span.line]
        key: object = line.part if marked else line.stanza if stanzas else _section_at(heard, span)
        named_gap = span.line in silent and span.start_ms - ended >= grid.bar_ms
        if not runs or key != key_before or span.start_ms - ended >= long_gap or named_gap:
            runs.append([])
        runs[-1].append(at)
        key_before, ended = key, max(ended, span.end_ms)
    return runs


def _label(heard: Heard, lyrics: Lyrics, spans: Sequence[LineSpan]) -> tuple[str, bool]:
    """The person's own mark, else the listener's letter for the sound in the middle of the part."""
    own = lyrics.lines[spans[0].line].part
    if own is not None:
        return own, True
    place = _section_at(heard, LineSpan(spans[0].line, spans[0].start_ms, spans[-1].end_ms))
    return f"Part {heard.sections[place].label}" if heard.sections else "Part A", False


def _section_at(heard: Heard, span: LineSpan) -> int:
    """The section that holds the middle of the span."""
    middle = (span.start_ms + span.end_ms) // 2
    return max(0, sum(section.start_ms <= middle for section in heard.sections) - 1)


def _between(spans: Sequence[LineSpan], runs: Sequence[Sequence[int]], place: int) -> tuple[int, int]:
    """The range of line numbers that a silent mark before this run can carry."""
    before = spans[runs[place - 1][-1]].line + 1 if place else 0
    return before, spans[runs[place][0]].line + 1


def _beginning(first_word_ms: int, sung_until: int, grid: Grid) -> int:
    """The downbeat that leads into the first word, or the word itself when none lies between the lines."""
    downbeat = grid.downbeat_before(first_word_ms + LATE_DOWNBEAT_MS)
    if downbeat is None or downbeat < sung_until - LATE_DOWNBEAT_MS:
        return first_word_ms
    if first_word_ms - downbeat > PICKUP_BARS * grid.bar_ms:
        return first_word_ms
    return min(downbeat, first_word_ms)


def _after(heard: Heard, grid: Grid, sung_until: int, limit: int) -> int:
    """Where wordless sound begins: a section's border within a bar after the last word, else the next downbeat."""
    reach = sung_until + 1.1 * grid.bar_ms
    borders = [
        section.start_ms for section in heard.sections if sung_until - LATE_DOWNBEAT_MS <= section.start_ms <= reach
    ]
    bars = [bar for bar in grid.downbeats_ms if sung_until - LATE_DOWNBEAT_MS <= bar <= reach]
    found = next((at for at in (*borders, *bars) if at < limit), sung_until)
    return min(max(found, sung_until), limit)


def _gapless(placed: Sequence[Stretch], duration_ms: int) -> tuple[Stretch, ...]:
    """Each part ends where the next begins; one without length gives its lines to the next."""
    starts = [0, *(min(one.start_ms, duration_ms) for one in placed[1:])]
    done: list[Stretch] = []
    held: tuple[int, ...] = ()
    for place, one in enumerate(placed):
        end = starts[place + 1] if place + 1 < len(placed) else duration_ms
        begin = done[-1].end_ms if done else 0
        if end <= begin and place + 1 < len(placed):
            held += one.lines
            continue
        if end <= begin and done:
            done[-1] = replace(done[-1], lines=done[-1].lines + held + one.lines)
            continue
        done.append(replace(one, start_ms=begin, end_ms=max(begin, end), lines=held + one.lines))
        held = ()
    return tuple(done)
