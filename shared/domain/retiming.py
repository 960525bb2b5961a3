"""Word times that a person set: applied after every analysis, so that they outlive it."""

from collections.abc import Sequence
from itertools import pairwise

from pydantic import Field

from shared.domain.analysis import Value, Word
from shared.kernel.errors import Invalid


class Retiming(Value):
    """One word's time as a person heard it."""

    line: int = Field(description="Index of the line in the lyrics, from 0.")
    word: int = Field(description="Index of the word in its line, from 0.")
    start_ms: int
    end_ms: int
    reason: str = Field(description="Why it was moved; kept with the word.")
    by: str = Field(description="Who moved it.")


def apply(words: Sequence[Word], retimings: Sequence[Retiming], duration_ms: int) -> tuple[Word, ...]:
    """The words with the person's times, confidence 1 and the reason; a later retiming of the same word wins.

    Words that nobody moved give way just enough to keep the order: those before a moved word are over when it starts,
    those after it start when it is over. Raises Invalid for a word that is not there, a time outside the song, an end
    before its start, an empty reason, and moved words that contradict each other. Applying the same again changes
    nothing.
    """
    places = _places(words)
    chosen: dict[int, Retiming] = {}
    for edit in retimings:
        chosen[_checked(edit, places, duration_ms)] = edit
    _refuse_contradictions(words, chosen)
    timed = [_set(word, chosen[at]) if at in chosen else word for at, word in enumerate(words)]
    return tuple(_given_way(timed, chosen))


def _set(word: Word, edit: Retiming) -> Word:
    times = {"start_ms": edit.start_ms, "end_ms": edit.end_ms}
    return word.model_copy(update={**times, "confidence": 1.0, "edited": edit.reason})


def _places(words: Sequence[Word]) -> dict[tuple[int, int], int]:
    places: dict[tuple[int, int], int] = {}
    counts: dict[int, int] = {}
    for at, word in enumerate(words):
        counts[word.line] = counts.get(word.line, -1) + 1
        places[word.line, counts[word.line]] = at
    return places


def _checked(edit: Retiming, places: dict[tuple[int, int], int], duration_ms: int) -> int:
    which = f"word {edit.word + 1} of line {edit.line + 1}"
    if (edit.line, edit.word) not in places:
        raise Invalid(f"there is no {which} in the lyrics; choose a word that is sung")
    if edit.end_ms < edit.start_ms:
        raise Invalid(f"{which} would end at {edit.end_ms} ms, before it starts at {edit.start_ms} ms; swap the times")
    if edit.start_ms < 0 or edit.end_ms > duration_ms:
        raise Invalid(
            f"{which} would be sung from {edit.start_ms} to {edit.end_ms} ms, outside the song of {duration_ms} ms; "
            "choose times inside it"
        )
    if not edit.reason.strip():
        raise Invalid(f"{which} was moved without a reason; say why")
    return places[edit.line, edit.word]


def _refuse_contradictions(words: Sequence[Word], chosen: dict[int, Retiming]) -> None:
    order = sorted(chosen)
    for before, after in pairwise(order):
        if chosen[after].start_ms < chosen[before].start_ms:
            raise Invalid(
                f"{words[after].text!r} (line {chosen[after].line + 1}) would be sung before {words[before].text!r} "
                f"(line {chosen[before].line + 1}), which comes first in the lyrics; move one of them"
            )


def _given_way(timed: Sequence[Word], chosen: dict[int, Retiming]) -> list[Word]:
    """Every other word held between the end of the moved words before it and the start of the next one after it."""
    ceilings: list[int | None] = []
    ceiling: int | None = None
    for at in range(len(timed) - 1, -1, -1):
        ceiling = timed[at].start_ms if at in chosen else ceiling
        ceilings.append(ceiling)
    ceilings.reverse()
    words, ended = [], 0
    for at, word in enumerate(timed):
        if at in chosen:
            ended = max(ended, word.end_ms)
            words.append(word)
            continue
        limit = ceilings[at]
        start = max(word.start_ms, ended) if limit is None else min(max(word.start_ms, ended), limit)
        end = max(start, word.end_ms) if limit is None else min(max(start, word.end_ms), limit)
        words.append(word.model_copy(update={"start_ms": start, "end_ms": end}))
    return words
