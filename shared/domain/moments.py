"""The structured table of a song: parts, moments of two or three words, and how each of them moves and feels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shared.domain.alignment_quality import alignment_quality
from shared.domain.analysis import Analysis, Heard, Moment, Part, Word
from shared.domain.atmosphere import atmosphere_of, rhythm_of
from shared.domain.grid import Grid, grid_of
from shared.domain.lyrics import Lyrics
from shared.domain.mood import Mood, mood_of
from shared.domain.parts import LineSpan, Stretch, stretches_of
from shared.domain.syllables import word_spans

BARS_PER_SILENT_MOMENT = 2
LEAST_SILENCE_BARS = 2
AUDIBLE_PAUSE_MS = 120
LONGEST_PAUSE_MS = 1_500
PHRASE_MARKS = ',.;:!?…—–()"“”«»،؛。、！？'
PHRASE_PAUSE_MS = 600
LINE_MOOD_SHARE = 0.6


@dataclass(frozen=True)
class _Table:
    """What all parts of the work look at."""

    heard: Heard
    lyrics: Lyrics
    grid: Grid
    words: dict[int, tuple[Word, ...]]
    moods: dict[int, Mood]


@dataclass(frozen=True)
class _Piece:
    """Words of one line that make a moment, or none; and where it begins."""

    start_ms: int
    line: int | None = None
    first: int = 0
    words: tuple[Word, ...] = ()


def analyse(heard: Heard, lyrics: Lyrics, words: tuple[Word, ...], title: str) -> Analysis:
    """Everything known about a song, from its sound, its lyrics and when the words are sung.

    Parts and moments each cover the song from 0 to its end without gap: a moment lasts until the next one begins, so
    that a cut fits every border. Every word is in exactly one moment, and moments never join two lines. The words come
    one per word of the lyrics, in their order, edited times included.
    """
    grid = grid_of(heard)
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    placed = {line: tuple(sung) for line, sung in sorted(by_line.items())}
    spans = [LineSpan(line, sung[0].start_ms, max(word.end_ms for word in sung)) for line, sung in placed.items()]
    moods = {line: mood_of([word.text for word in sung]) for line, sung in placed.items()}
    table = _Table(heard, lyrics, grid, placed, moods)
    stretches = stretches_of(heard, lyrics, spans, grid)
    return Analysis(
        title=title,
        language=lyrics.language,
        duration_ms=heard.duration_ms,
        tempo_bpm=heard.tempo_bpm,
        tempo_changes=heard.tempo_changes,
        beats_ms=heard.beats_ms,
        downbeats_ms=heard.downbeats_ms,
        beats_per_bar=heard.beats_per_bar,
        key=heard.key,
        parts=tuple(_part(table, stretch) for stretch in stretches),
        moments=_moments(table, stretches),
        alignment=alignment_quality(heard, lyrics, words),
    )


def phrases(words: Sequence[Word], breaks: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """How many words each moment of a line takes: 2 or 3, a single word alone; in as few moments as possible.

    Of the ways to divide it wins the one with the longest pauses at its borders; a pause below 120 ms does not count, a
    word index in `breaks` (where punctuation stands before that word) counts as 600 ms more; then threes come first.
    """
    count = len(words)
    if count < 2:
        return (count,) * count
    pauses = [0] + [_pause(before, after) for before, after in pairwise(words)]
    weights = [pause + (PHRASE_PAUSE_MS if at in breaks else 0) for at, pause in enumerate(pauses)] + [0]
    twos = -count % 3
    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for at in range(count):
        for used in range(twos + 1):
            here = best.pop((at, used), None)
            for size in (3, 2) if here else ():
                there = (at + size, used + (size == 2))
                if here is None or there[0] > count or there[1] > twos:
                    continue
                gained = (here[0] + weights[there[0]], (*here[1], size))
                if there not in best or gained > best[there]:
                    best[there] = gained
    return best[count, twos][1]


def _pause(before: Word, after: Word) -> int:
    pause = after.start_ms - before.end_ms
    return 0 if pause < AUDIBLE_PAUSE_MS else min(pause, LONGEST_PAUSE_MS)


def _part(table: _Table, stretch: Stretch) -> Part:
    words = [word for line in stretch.lines for word in table.words[line]]
    span = (stretch.start_ms, stretch.end_ms)
    return Part(
        label=stretch.label,
        start_ms=stretch.start_ms,
        end_ms=stretch.end_ms,
        from_lyrics=stretch.from_lyrics,
        rhythm=rhythm_of(words, span, table.heard, table.grid, table.lyrics.language),
        atmosphere=atmosphere_of(table.heard, span, mood_of([word.text for word in words])),
    )


def _moments(table: _Table, stretches: Sequence[Stretch]) -> tuple[Moment, ...]:
    pieces = [(part, piece) for part, stretch in enumerate(stretches) for piece in _pieces(table, stretch)]
    starts = _rising([piece.start_ms for _, piece in pieces], table.heard.duration_ms)
    ends = [*starts[1:], table.heard.duration_ms]
    return tuple(
        _moment(table, f"m{at + 1:04d}", part, piece, (starts[at], ends[at])) for at, (part, piece) in enumerate(pieces)
    )


def _pieces(table: _Table, stretch: Stretch) -> list[_Piece]:
    """The moments of a part; its first begins with it, and silence of two bars or more stands for itself."""
    pieces: list[_Piece] = []
    sung_until = stretch.start_ms
    for line in stretch.lines:
        words = table.words[line]
        silence = _silence(table.grid, sung_until, words[0].start_ms, bool(pieces))
        pieces += silence
        at = 0
        for size in phrases(words, _breaks(table, line)):
            begin = words[at].start_ms if pieces else stretch.start_ms
            pieces.append(_Piece(begin, line, at, words[at : at + size]))
            at += size
        sung_until = max(sung_until, *(word.end_ms for word in words))
    if not stretch.lines:
        return [_Piece(at) for at in _silent_starts(table.grid, stretch.start_ms, stretch.end_ms)]
    return pieces + _silence(table.grid, sung_until, stretch.end_ms, True)


def _silence(grid: Grid, start_ms: int, end_ms: int, after_words: bool) -> list[_Piece]:
    """Moments without words between two times, from the first bar after the words; none when it is short."""
    bars = grid.bar_starts(start_ms, end_ms)
    begin = next((bar for bar in bars if bar >= start_ms), start_ms) if after_words else start_ms
    if end_ms - begin < LEAST_SILENCE_BARS * grid.bar_ms * 0.95:
        return []
    return [_Piece(at) for at in _silent_starts(grid, begin, end_ms)]


def _silent_starts(grid: Grid, start_ms: int, end_ms: int) -> list[int]:
    """Every second bar from the start; a short rest at the end belongs to the moment before it."""
    starts = [start_ms, *grid.bar_starts(start_ms, end_ms)]
    kept = [at for at in starts if at == start_ms or end_ms - at >= 0.75 * grid.bar_ms]
    return kept[::BARS_PER_SILENT_MOMENT]


def _breaks(table: _Table, line: int) -> frozenset[int]:
    """The words of the line that have punctuation right before them."""
    text = table.lyrics.lines[line].text
    spans = word_spans(text)
    return frozenset(
        at
        for at, (before, after) in enumerate(pairwise(spans), 1)
        if any(char in PHRASE_MARKS for char in text[before[1] : after[0]])
    )


def _rising(starts: Sequence[int], duration_ms: int) -> list[int]:
    """Starts that rise by at least a millisecond within the song, the first at 0."""
    kept: list[int] = []
    for at, start in enumerate(starts):
        latest = duration_ms - (len(starts) - at)
        floor = kept[-1] + 1 if kept else 0
        kept.append(max(min(floor, duration_ms), min(start if kept else 0, latest)))
    return kept


def _moment(table: _Table, name: str, part: int, piece: _Piece, span: tuple[int, int]) -> Moment:
    words = piece.words
    return Moment(
        id=name,
        text=_text(table, piece) if piece.line is not None else "",
        part=part,
        line=piece.line,
        start_ms=span[0],
        end_ms=span[1],
        words=words,
        rhythm=rhythm_of(words, span, table.heard, table.grid, table.lyrics.language),
        atmosphere=atmosphere_of(table.heard, span, _mood(table, piece)),
    )


def _text(table: _Table, piece: _Piece) -> str:
    """The words as the line writes them, with what stands between them."""
    line = table.lyrics.lines[piece.line or 0]
    spans = word_spans(line.text)[piece.first : piece.first + len(piece.words)]
    written = tuple(line.text[start:end] for start, end in spans)
    sung = tuple(word.text for word in piece.words)
    return line.text[spans[0][0] : spans[-1][1]] if written == sung else " ".join(sung)


def _mood(table: _Table, piece: _Piece) -> Mood:
    """Of its own words; where the lexicon knows none of them, a share of the line's."""
    if piece.line is None:
        return Mood(0.0, 0.0)
    own = mood_of([word.text for word in piece.words])
    line = table.moods[piece.line]
    return own if own.words else Mood(line.valence * LINE_MOOD_SHARE, line.tension * LINE_MOOD_SHARE)
