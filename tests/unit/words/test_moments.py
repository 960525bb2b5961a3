"""A song becomes a table of parts and moments, each with its rhythm and atmosphere."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.analysis import Analysis, Moment, Part, Verdict, Word
from shared.domain.atmosphere import atmosphere_of, atmosphere_words
from shared.domain.lyrics import read_lyrics
from shared.domain.moments import analyse, phrases
from shared.domain.mood import Mood, mood_of
from tests.requirements import requirement
from tests.unit.words.songs import SAMPLES, heard_truly, steady, sung, truth, words_truly


def analysis_of(song: str) -> Analysis:
    lyrics = read_lyrics((SAMPLES / f"{song}.txt").read_bytes(), f"{song}.txt")
    return analyse(heard_truly(song), lyrics, words_truly(song), truth(song)["title"])


def line_of(*pauses_ms: int) -> tuple[Word, ...]:
    at, words = 0, []
    for number, pause in enumerate((*pauses_ms, 0)):
        words.append(Word(text=f"w{number}", line=0, start_ms=at, end_ms=at + 300, confidence=1))
        at += 300 + pause
    return tuple(words)


@pytest.mark.parametrize("song", ["en", "he"])
def test_the_parts_of_a_sample_are_where_they_truly_are(song: str) -> None:
    parts = analysis_of(song).parts
    known = truth(song)["sections"]
    assert [part.label.lower() for part in parts] == [section["label"] for section in known]
    assert [part.start_ms for part in parts] == [section["start_ms"] for section in known]
    assert [part.from_lyrics for part in parts] == [False, True, True, True, True, False]


@pytest.mark.parametrize("song", ["en", "he"])
def test_the_moments_of_a_sample_are_its_phrases(song: str) -> None:
    moments = [moment for moment in analysis_of(song).moments if moment.words]
    assert [moment.text for moment in moments] == [one["text"] for one in truth(song)["moments"]]
    parts = analysis_of(song).parts
    assert all(parts[one.part].start_ms <= one.start_ms and one.end_ms <= parts[one.part].end_ms for one in moments)


def test_a_line_divides_into_twos_and_threes_at_its_longest_pauses() -> None:
    assert [phrases(line_of(*[0] * (n - 1))) for n in range(1, 9)] == [
        (1,), (2,), (3,), (2, 2), (3, 2), (3, 3), (3, 2, 2), (3, 3, 2),
    ]  # fmt: skip
    assert phrases(line_of(0, 500, 0, 0)) == (2, 3)
    assert phrases(line_of(0, 100, 0, 0)) == (3, 2)
    assert phrases(line_of(0, 0, 0, 0), frozenset({2})) == (2, 3)
    assert phrases(line_of(0, 400, 0, 0, 400, 0)) == (2, 3, 2)
    assert phrases(()) == ()


def test_the_text_of_a_moment_is_written_as_the_person_wrote_it() -> None:
    lyrics = read_lyrics("Hey, don't go — I'm home!\nבית־ספר ישן".encode(), "a.txt")
    moments = analyse(steady(20), lyrics, sung(lyrics), "t").moments
    assert [one.text for one in moments if one.words] == ["Hey, don't go", "I'm home", "בית־ספר ישן"]


def test_without_words_the_sections_are_parts_and_bars_are_moments() -> None:
    analysis = analyse(steady(21), read_lyrics(b"", "a.txt"), (), "t")
    assert [(part.label, part.start_ms, part.end_ms) for part in analysis.parts] == [("Part A", 0, 21_000)]
    assert [one.start_ms for one in analysis.moments] == [0, 4_000, 8_000, 12_000, 16_000]
    assert analysis.alignment.verdict is Verdict.NO_WORDS


def test_a_sound_without_beats_still_becomes_moments() -> None:
    analysis = analyse(steady(9, bpm=0), read_lyrics(b"", "a.txt"), (), "t")
    assert [one.start_ms for one in analysis.moments] == [0, 4_000]
    assert {one.rhythm.beats for one in analysis.moments} == {0.0}


def test_a_long_gap_becomes_an_instrumental_under_the_persons_name_for_it() -> None:
    lyrics = read_lyrics(b"[Verse]\none two three\n[Guitar Solo]\n[Chorus]\nfour five six", "a.txt")
    first, second = sung(lyrics, from_ms=4_000)[:3], sung(lyrics, from_ms=18_400)[3:]
    parts = analyse(steady(30), lyrics, first + second, "t").parts
    assert [(part.label, part.start_ms, part.from_lyrics) for part in parts] == [
        ("Intro", 0, False),
        ("Verse", 4_000, True),
        ("Guitar Solo", 6_000, True),
        ("Chorus", 20_000, True),
        ("Outro", 22_000, False),
    ]


def test_a_pickup_begins_its_part_without_cutting_the_line_before() -> None:
    lyrics = read_lyrics(b"[Verse]\none two\n[Chorus]\nthree four", "a.txt")
    words = [(0, 2_000, 2_500), (0, 2_500, 3_900), (1, 3_950, 4_400), (1, 4_400, 5_000)]
    texts = ("one", "two", "three", "four")
    placed = tuple(
        Word(text=text, line=line, start_ms=start, end_ms=end, confidence=1)
        for text, (line, start, end) in zip(texts, words, strict=True)
    )
    parts = analyse(steady(10), lyrics, placed, "t").parts
    assert [part.start_ms for part in parts if part.from_lyrics] == [2_000, 3_950]


LINES = st.lists(st.integers(1, 9), min_size=0, max_size=12)


@requirement("S1.36")
@given(LINES, st.integers(0, 9_000), st.integers(0, 600), st.integers(0, 9_000), st.sampled_from([0, 60, 97, 180]))
@settings(deadline=None, max_examples=80)
def test_parts_and_moments_are_gapless_and_hold_every_word_once(
    sizes: list[int], first_ms: int, word_ms: int, pause_ms: int, bpm: int
) -> None:
    marks = ("[Verse]", "", "[Chorus]")
    text = "\n".join(f"{marks[at % 3]}\n" + " ".join(["la"] * size) for at, size in enumerate(sizes))
    lyrics = read_lyrics(text.encode(), "a.txt", "en")
    words = sung(lyrics, first_ms, word_ms, pause_ms)
    seconds = max([word.end_ms for word in words], default=5_000) // 1000 + 3
    analysis = analyse(steady(seconds, bpm), lyrics, words, "t")
    rows: tuple[tuple[Part | Moment, ...], ...] = (analysis.parts, analysis.moments)
    for row in rows:
        assert row[0].start_ms == 0
        assert row[-1].end_ms == seconds * 1000
        assert all(before.end_ms == after.start_ms for before, after in pairwise(row))
        assert all(one.start_ms < one.end_ms for one in row)
    assert [word for moment in analysis.moments for word in moment.words] == list(words)
    for moment in analysis.moments:
        assert len({word.line for word in moment.words}) <= 1
        assert len(moment.words) in (0, 1, 2, 3)
        assert len(moment.words) != 1 or sizes[moment.words[0].line] == 1
    assert analyse(steady(seconds, bpm), lyrics, words, "t") == analysis


def test_rhythm_measures_syllables_beats_accent_and_place_in_the_bar() -> None:
    lyrics = read_lyrics(b"window star", "a.txt", "en")
    words = sung(lyrics, from_ms=2_500, word_ms=500)
    rhythm = next(one.rhythm for one in analyse(steady(20), lyrics, words, "t").moments if one.words)
    assert (rhythm.syllables_per_second, rhythm.bar_position, rhythm.accent) == (3.0, 0.25, 0.3)


def test_atmosphere_hears_the_words_the_key_and_a_rising_sound() -> None:
    heard = steady(10)
    glad = atmosphere_of(heard, (0, 5_000), mood_of(("joy", "love", "sun")))
    sad = atmosphere_of(heard, (0, 5_000), mood_of(("cry", "alone", "dark")))
    assert glad.valence > 0.8 > 0.5 > sad.valence
    rising = heard.model_copy(
        update={"key": "A minor", "curves": heard.curves.model_copy(update={"energy": (0.2,) * 25 + (0.9,) * 75})}
    )
    assert atmosphere_of(rising, (0, 5_000), Mood(0, 0)).tension > atmosphere_of(heard, (0, 5_000), Mood(0, 0)).tension


def test_the_mood_of_words_knows_endings_prefixes_and_negation() -> None:
    assert mood_of(("dancing",)).valence > 0.5
    assert mood_of(("not", "happy")).valence < 0
    assert mood_of(("don't", "cry")).valence > 0
    assert mood_of(("והחושך",)).tension > 0.3
    assert mood_of(("לא", "עצוב")).valence > 0
    assert mood_of(("table", "chair")) == Mood(0, 0)


def test_every_atmosphere_has_two_or_three_words() -> None:
    levels = [level / 10 for level in range(11)]
    named = {
        atmosphere_words(energy, valence, tension) for energy in levels for valence in levels for tension in levels
    }
    assert {len(words) for words in named} == {2, 3}
    assert len(named) == 27


def quality(text: str, words: tuple[Word, ...], vocals: float = 0.0) -> Analysis:
    return analyse(steady(40, vocals=vocals), read_lyrics(text.encode(), "a.txt", "en"), words, "t")


def test_times_that_were_given_are_called_given() -> None:
    lyrics = read_lyrics((SAMPLES / "en.lrc").read_bytes(), "en.lrc")
    alignment = analyse(heard_truly("en"), lyrics, words_truly("en"), "t").alignment
    assert alignment.verdict is Verdict.GIVEN
    assert alignment.summary == "The times came with the lyrics."


def test_a_bad_alignment_is_said() -> None:
    text = "one two three\nfour five six"
    words = tuple(word.model_copy(update={"confidence": 0.1}) for word in sung(read_lyrics(text.encode(), "a")))
    assert quality(text, words).alignment.verdict is Verdict.BAD
    rushed = sung(read_lyrics(text.encode(), "a"), word_ms=100)
    alignment = quality(text, rushed).alignment
    assert alignment.verdict is Verdict.BAD
    assert [line.words_per_second for line in alignment.lines] == [10.0, 10.0]
    assert "line 1" in alignment.summary
    flat = sung(read_lyrics(text.encode(), "a"), word_ms=0)
    assert quality(text, flat).alignment.zero_length_words == 6


def test_singing_without_words_is_reported_as_a_gap() -> None:
    text = "one two three"
    alignment = quality(text, sung(read_lyrics(text.encode(), "a")), vocals=0.9).alignment
    assert alignment.gaps_ms == ((3_800, 40_000),)
    assert alignment.verdict is Verdict.BAD
    assert alignment.summary.endswith("check the singing without words at 0:03.")
