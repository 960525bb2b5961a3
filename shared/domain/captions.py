"""The words of a song as files for players: SRT, WebVTT, LRC, and ASS karaoke, which fills Hebrew from the right."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from shared.domain.analysis import Analysis, Word
from shared.domain.karaoke_rtl import Glyphs, as_seen, glyphs_of, has_rtl, is_rtl, rtl_text
from shared.domain.syllables import word_spans

LEAD_MS, TRAIL_MS, LEAST_MS = 500, 300, 500
UNSEEN = "\u2060"
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNLIT = "&HFFFFFF&"
LETTER_WIDTH = 0.6


@dataclass(frozen=True)
class SungLine:
    """A line with its words: `pieces` holds what is written before each word and, last, what follows the final one."""

    words: tuple[Word, ...]
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it was written."""
        return _joined(self, lambda word: word.text, str)

    @property
    def start_ms(self) -> int:
        """When its first word is sung."""
        return self.words[0].start_ms

    @property
    def end_ms(self) -> int:
        """When its last word is over."""
        return max(word.end_ms for word in self.words)


def sung_lines(analysis: Analysis) -> tuple[SungLine, ...]:
    """The lines in the order they are sung, with the punctuation of the lyrics and without direction controls."""
    words = [word for moment in analysis.moments for word in moment.words]
    written = {line.line: line.text for line in analysis.alignment.lines}
    return tuple(
        _sung_line(tuple(group), written.get(line, "")) for line, group in groupby(words, lambda word: word.line)
    )


def srt(analysis: Analysis) -> str:
    """One cue per line, at least half a second long where the next line leaves room; empty without words."""
    lines = sung_lines(analysis)
    cues = [
        f"{number}\n{_clock(line.start_ms, ',')} --> {_clock(end, ',')}\n{_inert(line.text)}\n"
        for number, (line, end) in enumerate(zip(lines, _ends(lines), strict=True), 1)
    ]
    return "\n".join(cues)


def vtt(analysis: Analysis) -> str:
    """One cue per line with a time stamp before each later word, for players that light up words."""
    lines = sung_lines(analysis)
    cues = [
        f"{_clock(line.start_ms, '.')} --> {_clock(end, '.')}\n{_vtt_text(line, end)}\n"
        for line, end in zip(lines, _ends(lines), strict=True)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def lrc(analysis: Analysis) -> str:
    """Enhanced LRC: each line with its time, each word with its own, and the end of the last one."""
    head = [f"[ti:{_tag(analysis.title)}]", f"[la:{analysis.language}]", f"[length:{_lrc_clock(analysis.duration_ms)}]"]
    body = [
        f"[{_lrc_clock(line.start_ms)}]"
        + _joined(line, lambda word: f"<{_lrc_clock(word.start_ms)}>{_inert(word.text)}", _inert)
        + f"<{_lrc_clock(line.end_ms)}>"
        for line in sung_lines(analysis)
    ]
    return "\n".join([*head, *body]) + "\n"


def karaoke_ass(analysis: Analysis, width: int, height: int, language: str) -> str:
    """ASS with every word filled while it is sung, in the direction of its script.

    Words from left to right get one smooth fill each (kf). A line with right-to-left words is written as it is seen and
    lit letter by letter in reading order, from the right; see `karaoke_rtl` for why karaoke tags cannot do that. Text
    cannot carry overrides: braces become parentheses and a backslash is parted from what follows.
    """
    size = max(12, height // 15)
    lines = sung_lines(analysis)
    room = (size, width * 7 // 8)
    events = []
    for place, line in enumerate(lines):
        begin = max(line.start_ms - LEAD_MS, lines[place - 1].end_ms if place else 0, 0)
        begin = min(begin, line.start_ms)
        following = lines[place + 1].start_ms if place + 1 < len(lines) else analysis.duration_ms
        end = max(line.end_ms, min(line.end_ms + TRAIL_MS, following))
        events.append(
            f"Dialogue: 0,{_ass_clock(begin)},{_ass_clock(end)},Sung,,0,0,0,,{_event_text(line, begin, room)}"
        )
    head = [
        "[Script Info]",
        f"Title: {_ass_inert(_tag(analysis.title))}",
        "ScriptType: v4.00+",
        f"Language: {_tag(language)}",
        f"PlayResX: {width}",
        f"PlayResY: {height}",
        "WrapStyle: 0",
        "ScaledBorderAndShadow: yes",
        "",
        "[V4+ Styles]",
        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
        "MarginL, MarginR, MarginV, Encoding",
        f"Style: Sung,Noto Sans Hebrew,{size},&H0066D9FF,&H00FFFFFF,&H96000000,&H96000000,-1,0,0,0,100,100,0,0,1,"
        f"{max(1, size // 16)},0,2,{width // 16},{width // 16},{height // 14},1",
        "",
        "[Events]",
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text",
    ]
    return "\n".join([*head, *events]) + "\n"


def _sung_line(words: tuple[Word, ...], written: str) -> SungLine:
    """The words with what the lyrics write between them, where the lyrics hold exactly these words."""
    spans = word_spans(written)
    if tuple(written[start:end] for start, end in spans) != tuple(word.text for word in words):
        return SungLine(words, ("", *(" " for _ in words[1:]), ""))
    borders = [0, *(border for span in spans for border in span), len(written)]
    between = [written[borders[at] : borders[at + 1]] for at in range(0, len(borders), 2)]
    return SungLine(words, tuple(BIDI_CONTROLS.sub("", piece) for piece in between))


def _ends(lines: Sequence[SungLine]) -> list[int]:
    """When each caption leaves: with its last word, or half a second after it came if the next line has not begun."""
    following = [line.start_ms for line in lines[1:]]
    ends = []
    for line, after in zip(lines, [*following, None], strict=False):
        least = line.start_ms + LEAST_MS
        ends.append(max(line.end_ms, line.start_ms + 1, least if after is None else min(least, after)))
    return ends


def _joined(line: SungLine, of_word: Callable[[Word], str], of_piece: Callable[[str], str]) -> str:
    parts = [of_piece(piece) + of_word(word) for piece, word in zip(line.pieces, line.words, strict=False)]
    return "".join(parts) + of_piece(line.pieces[-1])


def _vtt_text(line: SungLine, end_ms: int) -> str:
    passed = line.start_ms
    text = []
    for piece, word in zip(line.pieces, line.words, strict=False):
        stamp = ""
        if passed < word.start_ms < end_ms:
            passed = word.start_ms
            stamp = f"<{_clock(passed, '.')}>"
        text.append(html.escape(piece, quote=False) + stamp + html.escape(word.text, quote=False))
    return "".join(text) + html.escape(line.pieces[-1], quote=False)


def _event_text(line: SungLine, begin_ms: int, room: tuple[int, int]) -> str:
    """The line as its script needs it; `room` is the letters' size and the width a line may take, in pixels."""
    if not has_rtl(line.text):
        return _filled(line, begin_ms)
    glyphs: list[Glyphs] = []
    for piece, word in zip(line.pieces, line.words, strict=False):
        glyphs += [Glyphs(piece, False, None)] if piece else []
        glyphs += glyphs_of(word.text, word.start_ms, word.end_ms)
    glyphs += [Glyphs(line.pieces[-1], False, None)] if line.pieces[-1] else []
    size = min(room[0], int(room[1] / (LETTER_WIDTH * len(line.text))))
    smaller = f"\\fs{size}" if size < room[0] else ""
    return rtl_text(as_seen(glyphs, is_rtl(line.text)), begin_ms, f"\\1c{UNLIT}{smaller}", _ass_inert)


def _filled(line: SungLine, begin_ms: int) -> str:
    """The line as timed syllables; the sum of their lengths never drifts from the times, to the centisecond."""
    timed: list[tuple[int, str, str]] = [(begin_ms, "k", line.pieces[0])]
    for word, piece in zip(line.words, line.pieces[1:], strict=True):
        start = max(word.start_ms, timed[-1][0])
        end = max(start, word.end_ms)
        timed += [(start, "kf", word.text), (end, "k", piece)]
    centis = [(at + 5) // 10 for at, _, _ in timed]
    lengths = [after - at for at, after in zip(centis, [*centis[1:], centis[-1]], strict=True)]
    return "".join(
        f"{{\\{kind}{length}}}{_ass_inert(text)}"
        for length, (_, kind, text) in zip(lengths, timed, strict=True)
        if length or text
    )


def _inert(text: str) -> str:
    """Text that no player takes for a tag or a time stamp; it looks the same."""
    return re.sub(r"(?<=[<{\[])(?=[A-Za-z0-9/\\\-])", UNSEEN, text)


def _ass_inert(text: str) -> str:
    bare = BIDI_CONTROLS.sub("", text)
    return bare.replace("{", "(").replace("}", ")").replace("\\", f"\\{UNSEEN}")


def _tag(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).replace("]", ")").split())


def _clock(ms: int, point: str) -> str:
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}{point}{ms % 1000:03d}"


def _lrc_clock(ms: int) -> str:
    centis = (ms + 5) // 10
    return f"{centis // 6000:02d}:{centis // 100 % 60:02d}.{centis % 100:02d}"


def _ass_clock(ms: int) -> str:
    centis = (ms + 5) // 10
    return f"{centis // 360_000}:{centis // 6000 % 60:02d}:{centis // 100 % 60:02d}.{centis % 100:02d}"
