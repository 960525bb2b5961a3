"""How far the word times can be trusted: numbers per line, and one plain sentence."""

from collections import Counter
from collections.abc import Sequence

from shared.domain.analysis import AlignmentQuality, Heard, LineQuality, Verdict, Word
from shared.domain.lyrics import Lyrics, Timed

TOO_FAST_WORDS_PER_SECOND = 7.0
GAP_MS = 4_000
SINGING = 0.5
BREATH_MS = 400
MARGIN_MS = 500
SURE, UNSURE = 0.6, 0.35
GOOD_LIMITS = (0.10, 0.05, 0.20)
BAD_LIMITS = (0.40, 0.25, 0.50)


def alignment_quality(heard: Heard, lyrics: Lyrics, words: Sequence[Word]) -> AlignmentQuality:
    """Judge the word times.

    A line is poor when its mean confidence is below 0.35, when it has over 7 words per second, or when half of its
    words have no length. GOOD: mean confidence from 0.6, at most 10 % poor lines, 5 % words without length, and 20 % of
    the heard singing without words. BAD: mean confidence below 0.35, or over 40 %, 25 %, 50 %. DOUBTFUL: between.
    GIVEN when the lyrics brought the times, NO_WORDS when there are none.
    """
    zero = sum(word.end_ms <= word.start_ms for word in words)
    gaps, unplaced = _gaps(heard, words)
    lines = _lines(lyrics, words)
    confidence = sum(word.confidence for word in words) / len(words) if words else 0.0
    flat = Counter(word.line for word in words if word.end_ms <= word.start_ms)
    sizes = Counter(word.line for word in words)
    poor = [one for one in lines if _is_poor(one, flat[one.line] / sizes[one.line])]
    verdict = _verdict(lyrics, words, confidence, (len(poor) / max(1, len(lines)), zero / max(1, len(words)), unplaced))
    return AlignmentQuality(
        verdict=verdict,
        summary=_summary(verdict, lines, poor, gaps),
        confidence=round(confidence, 3),
        lines=lines,
        gaps_ms=gaps,
        zero_length_words=zero,
        edited_words=sum(word.edited is not None for word in words),
    )


def _lines(lyrics: Lyrics, words: Sequence[Word]) -> tuple[LineQuality, ...]:
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    return tuple(
        LineQuality(
            line=line,
            text=lyrics.lines[line].text,
            start_ms=sung[0].start_ms,
            end_ms=max(word.end_ms for word in sung),
            confidence=round(sum(word.confidence for word in sung) / len(sung), 3),
            words_per_second=_pace(sung),
        )
        for line, sung in sorted(by_line.items())
    )


def _pace(sung: Sequence[Word]) -> float:
    """Words per second; a line without length is as fast as one of a millisecond."""
    length = max(word.end_ms for word in sung) - sung[0].start_ms
    return round(len(sung) * 1000 / max(1, length), 3)


def _is_poor(line: LineQuality, without_length: float) -> bool:
    return line.confidence < UNSURE or line.words_per_second > TOO_FAST_WORDS_PER_SECOND or without_length >= 0.5


def _gaps(heard: Heard, words: Sequence[Word]) -> tuple[tuple[tuple[int, int], ...], float]:
    """Stretches of singing from four seconds on that no word touches, and which share of all singing they are."""
    hop = max(1, heard.curves.hop_ms)
    covered = bytearray(len(heard.curves.vocals))
    for word in words:
        first, last = max(0, word.start_ms - MARGIN_MS) // hop, (word.end_ms + MARGIN_MS) // hop
        covered[first : last + 1] = b"\1" * len(covered[first : last + 1])
    bare: list[list[int]] = []
    singing = 0
    for at, likelihood in enumerate(heard.curves.vocals):
        if likelihood < SINGING:
            continue
        singing += 1
        if covered[at]:
            continue
        if bare and (at - bare[-1][1]) * hop <= BREATH_MS and not any(covered[bare[-1][1] : at]):
            bare[-1][1] = at + 1
        else:
            bare.append([at, at + 1])
    gaps = [(first * hop, min(last * hop, heard.duration_ms)) for first, last in bare if (last - first) * hop >= GAP_MS]
    return tuple(gaps), sum(last - first for first, last in gaps) / max(1, singing * hop)


def _verdict(lyrics: Lyrics, words: Sequence[Word], confidence: float, shares: tuple[float, float, float]) -> Verdict:
    if not words:
        return Verdict.NO_WORDS
    if lyrics.timed is not Timed.NONE:
        return Verdict.GIVEN
    if confidence < UNSURE or any(share > limit for share, limit in zip(shares, BAD_LIMITS, strict=True)):
        return Verdict.BAD
    sure = confidence >= SURE and all(share <= limit for share, limit in zip(shares, GOOD_LIMITS, strict=True))
    return Verdict.GOOD if sure else Verdict.DOUBTFUL


def _summary(
    verdict: Verdict, lines: Sequence[LineQuality], poor: Sequence[LineQuality], gaps: Sequence[tuple[int, int]]
) -> str:
    if verdict is Verdict.NO_WORDS:
        return "There are no words to place" + (", though singing was heard" if gaps else "") + "."
    opening = {
        Verdict.GIVEN: "The times came with the lyrics",
        Verdict.GOOD: f"All {len(lines)} lines were placed with good confidence",
        Verdict.DOUBTFUL: f"{len(lines) - len(poor)} of {len(lines)} lines were placed well, the rest needs a look",
        Verdict.BAD: f"The words could not be placed reliably: {len(poor)} of {len(lines)} lines are doubtful",
    }[verdict]
    checks = [f"line {one.line + 1}" for one in poor[:3]]
    checks += [f"the singing without words at {gaps[0][0] // 60000}:{gaps[0][0] // 1000 % 60:02d}"] if gaps else []
    if verdict is Verdict.GOOD and poor:
        opening = f"{len(lines) - len(poor)} of {len(lines)} lines were placed with good confidence"
    return opening + (f"; check {' and '.join(checks)}." if checks else ".")
