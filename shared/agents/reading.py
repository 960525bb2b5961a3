"""What the words of a scene call up, placed in time: read by every role that draws from the lyrics."""

from dataclasses import dataclass

from shared.agents.lexicons import lexicon_of
from shared.domain.analysis import Word
from shared.domain.imagery import Idea, find
from shared.domain.shotlist import SceneContext


@dataclass(frozen=True)
class Sung:
    """A picture and the sung words that call it up."""

    start_ms: int
    end_ms: int
    line: int
    part: int
    cue: str
    idea: Idea


def sung_in(context: SceneContext) -> tuple[Sung, ...]:
    """Every call of the scene's words, in the order they are sung."""
    lines: dict[int, list[tuple[Word, int]]] = {}
    for moment in context.moments:
        for word in moment.words:
            lines.setdefault(word.line, []).append((word, moment.part))
    found: list[Sung] = []
    for line, words in lines.items():
        texts = [word.text for word, _ in words]
        for call in find(lexicon_of(" ".join(texts), context.outline.language), texts):
            first, part = words[call.first]
            last = words[call.last][0]
            found.append(Sung(first.start_ms, last.end_ms, line, part, call.cue, call.idea))
    return tuple(sorted(found, key=lambda sung: (sung.start_ms, sung.line, sung.cue)))


def lyrics_of(context: SceneContext) -> tuple[str, ...]:
    """The scene's lines as they are sung in it."""
    lines: dict[int, list[str]] = {}
    for moment in context.moments:
        for word in moment.words:
            lines.setdefault(word.line, []).append(word.text)
    return tuple(" ".join(words) for words in lines.values())
