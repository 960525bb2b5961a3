"""A person's word times win over every analysis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.analysis import Word
from shared.domain.retiming import Retiming, apply
from shared.kernel.errors import Invalid

SONG_MS = 10_000
WORDS = tuple(
    Word(text=f"w{at}", line=at // 3, start_ms=1_000 * at, end_ms=1_000 * at + 800, confidence=0.5) for at in range(9)
)


def move(line: int, word: int, start_ms: int, end_ms: int, reason: str = "late on the record") -> Retiming:
    return Retiming(line=line, word=word, start_ms=start_ms, end_ms=end_ms, reason=reason, by="Noa")


def times(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    return [(word.start_ms, word.end_ms) for word in words]


def test_a_moved_word_has_the_persons_times_and_reason() -> None:
    moved = apply(WORDS, [move(1, 1, 4_100, 4_700)], SONG_MS)
    assert moved[4] == Word(text="w4", line=1, start_ms=4_100, end_ms=4_700, confidence=1, edited="late on the record")
    assert moved[:4] + moved[5:] == WORDS[:4] + WORDS[5:]


def test_neighbours_give_way_just_enough() -> None:
    later = apply(WORDS, [move(1, 1, 4_100, 5_300)], SONG_MS)
    assert times(later)[3:7] == [(3_000, 3_800), (4_100, 5_300), (5_300, 5_800), (6_000, 6_800)]
    earlier = apply(WORDS, [move(1, 1, 2_500, 4_000)], SONG_MS)
    assert times(earlier)[1:6] == [(1_000, 1_800), (2_000, 2_500), (2_500, 2_500), (2_500, 4_000), (5_000, 5_800)]


def test_edits_survive_a_new_analysis() -> None:
    edits = [move(0, 0, 100, 500), move(2, 2, 9_000, 9_900)]
    again = tuple(word.model_copy(update={"start_ms": word.start_ms + 7, "confidence": 0.9}) for word in WORDS)
    for words in (WORDS, again):
        assert times(apply(words, edits, SONG_MS))[0] == (100, 500)
        assert times(apply(words, edits, SONG_MS))[8] == (9_000, 9_900)


def test_the_last_edit_of_a_word_wins_and_repeating_changes_nothing() -> None:
    edits = [move(1, 1, 4_100, 4_700), move(1, 1, 4_200, 4_600, "again")]
    moved = apply(WORDS, edits, SONG_MS)
    assert (moved[4].start_ms, moved[4].edited) == (4_200, "again")
    assert apply(moved, edits, SONG_MS) == moved


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (move(9, 0, 0, 10), "no word 1 of line 10"),
        (move(0, 3, 0, 10), "no word 4 of line 1"),
        (move(0, -1, 0, 10), "no word 0 of line 1"),
        (move(0, 0, 500, 400), "before it starts"),
        (move(0, 0, -1, 400), "outside the song"),
        (move(2, 2, 9_000, 10_001), "outside the song"),
        (move(0, 0, 0, 400, " "), "without a reason"),
    ],
)
def test_an_impossible_time_is_refused(edit: Retiming, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        apply(WORDS, [edit], SONG_MS)


def test_moved_words_must_keep_the_order_of_the_lyrics() -> None:
    with pytest.raises(Invalid, match="move one of them"):
        apply(WORDS, [move(0, 0, 5_000, 5_500), move(0, 1, 4_000, 4_500)], SONG_MS)


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, SONG_MS), st.integers(0, 3_000)), max_size=5
    )
)
def test_words_stay_in_order_and_inside_the_song(edits: list[tuple[int, int, int, int]]) -> None:
    retimings = [move(line, word, start, min(SONG_MS, start + length)) for line, word, start, length in edits]
    try:
        moved = apply(WORDS, retimings, SONG_MS)
    except Invalid:
        return
    assert [word.text for word in moved] == [word.text for word in WORDS]
    starts = [word.start_ms for word in moved]
    assert starts == sorted(starts)
    assert all(0 <= word.start_ms <= word.end_ms <= SONG_MS for word in moved)
    final = {(edit.line, edit.word): edit for edit in retimings}
    for (line, word), edit in final.items():
        assert times(moved)[line * 3 + word] == (edit.start_ms, edit.end_ms)
