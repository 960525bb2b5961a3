"""Karaoke for lines with right-to-left words: letters in the order they stand on the screen, each lit at its own time.

Players part a line at every tag and set the parts from left to right, whatever their script (measured with libass
0.17.1), and fill a karaoke syllable from left to right (libass #221, #406). Such a line is therefore written as it is
seen: its letters from left to right on the screen, each held there by a direction override and lit by a colour change
at its own time. It must not wrap, so long lines are set smaller.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

LRO, RLE, POP = "\u202d", "\u202b", "\u202c"
LIT = "&H66D9FF&"
OPENING, CLOSING = "([<«{", ")]>»}"
MIRRORED = dict(zip(OPENING + CLOSING, CLOSING + OPENING, strict=True))


@dataclass(frozen=True)
class Glyphs:
    """What lights at once: a letter with its marks, a whole word, or what stands between words (`lit_ms` is absent)."""

    text: str
    rtl: bool
    lit_ms: int | None


def is_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((direction != "L" for direction in directions if direction in ("L", "R", "AL")), False)


def has_rtl(text: str) -> bool:
    """Whether any letter runs from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def glyphs_of(word: str, start_ms: int, end_ms: int) -> tuple[Glyphs, ...]:
    """A word by what lights at once: Hebrew by letters over the word's time, any other script whole."""
    if not any("\u05d0" <= char <= "\u05ea" for char in word):
        return (Glyphs(word, has_rtl(word), start_ms),)
    letters: list[str] = []
    for char in word:
        if letters and unicodedata.category(char) == "Mn":
            letters[-1] += char
        else:
            letters.append(char)
    step = (end_ms - start_ms) / len(letters)
    return tuple(Glyphs(letter, True, start_ms + round(step * at)) for at, letter in enumerate(letters))


def as_seen(glyphs: Sequence[Glyphs], base_rtl: bool) -> tuple[Glyphs, ...]:
    """From reading order to left-to-right on the screen.

    What lies between two words of one direction goes with them, else with the line; a bracket closes as it was opened.
    """
    sides = [one.rtl if one.lit_ms is not None else None for one in glyphs]
    directed: list[bool] = []
    opened: bool | None = None
    for at, side in enumerate(sides):
        before = next((one for one in reversed(sides[:at]) if one is not None), base_rtl)
        after = next((one for one in sides[at + 1 :] if one is not None), base_rtl)
        direction = side if side is not None else before if before == after else base_rtl
        if side is None and opened is not None and any(char in CLOSING for char in glyphs[at].text):
            direction, opened = opened, None
        if side is None and any(char in OPENING for char in glyphs[at].text):
            opened = direction
        directed.append(direction)
    paired = groupby(zip(directed, glyphs, strict=True), lambda pair: pair[0])
    runs = [(rtl, [one for _, one in run]) for rtl, run in paired]
    turned = [_turned(run) if rtl else run for rtl, run in runs]
    return tuple(one for run in (reversed(turned) if base_rtl else turned) for one in run)


def rtl_text(glyphs: Sequence[Glyphs], begin_ms: int, at_rest: str, inert: Callable[[str], str]) -> str:
    """The text of one event, to be shown from `begin_ms`: at rest by the tags `at_rest`, lit from its time on."""
    parts = []
    for one in glyphs:
        at = max(0, (one.lit_ms if one.lit_ms is not None else begin_ms) - begin_ms)
        lights = "" if one.lit_ms is None else f"\\t({at},{at + 1},\\1c{LIT})"
        hold = RLE if one.rtl and len(one.text.strip()) > 1 and not _is_letter(one.text) else LRO
        parts.append(f"{{\\r{at_rest}{lights}}}{hold}{inert(one.text)}{POP}")
    return "{\\q2}" + "".join(parts)


def _is_letter(text: str) -> bool:
    return all(unicodedata.category(char) == "Mn" for char in text[1:])


def _turned(run: Sequence[Glyphs]) -> list[Glyphs]:
    turned = []
    for one in reversed(run):
        text = "".join(MIRRORED.get(char, char) for char in reversed(one.text)) if one.lit_ms is None else one.text
        turned.append(Glyphs(text, one.rtl, one.lit_ms))
    return turned
