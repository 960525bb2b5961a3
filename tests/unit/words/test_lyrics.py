"""Lyrics are read in every form people have them, and what was assumed is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.lyrics import Lyrics, Timed, read_lyrics
from shared.domain.lyrics_marks import PartKind, part_kind
from shared.domain.syllables import words_of
from shared.kernel.errors import Invalid
from tests.unit.words.songs import SAMPLES, truth


def read(text: str, language: str | None = None) -> Lyrics:
    return read_lyrics(text.encode(), "song.txt", language)


def texts(lyrics: Lyrics) -> list[str]:
    return [line.text for line in lyrics.lines]


@pytest.mark.parametrize("song", ["en", "he"])
@pytest.mark.parametrize("form", ["txt", "lrc", "words.lrc", "srt"])
def test_every_form_of_a_sample_holds_the_same_words(song: str, form: str) -> None:
    lyrics = read_lyrics((SAMPLES / f"{song}.{form}").read_bytes(), f"{song}.{form}")
    known = truth(song)
    assert [word for line in lyrics.lines for word in line.words] == [word["text"] for word in known["words"]]
    assert lyrics.language == song
    assert lyrics.timed == {"txt": Timed.NONE, "words.lrc": Timed.WORDS}.get(form, Timed.LINES)


@pytest.mark.parametrize("song", ["en", "he"])
def test_times_that_came_with_the_lyrics_are_kept(song: str) -> None:
    known = truth(song)
    cues = read_lyrics((SAMPLES / f"{song}.srt").read_bytes(), "a.srt").lines
    assert [(line.start_ms, line.end_ms) for line in cues] == [
        (one["start_ms"], one["end_ms"]) for one in known["lines"]
    ]
    lines = read_lyrics((SAMPLES / f"{song}.words.lrc").read_bytes(), "a.lrc").lines
    starts = [at for line in lines for at in line.word_starts_ms]
    assert all(abs(at - one["start_ms"]) <= 5 for at, one in zip(starts, known["words"], strict=True))
    assert all(abs((line.end_ms or 0) - one["end_ms"]) <= 5 for line, one in zip(lines, known["lines"], strict=True))


def test_marks_stay_as_written_and_blank_lines_divide_stanzas() -> None:
    lyrics = read("[Verse 1: Anna]\none two\n\nthree four\n[בית]\nfive six\nChorus:\nseven\n\nפזמון\neight\n")
    assert [(line.part, line.stanza) for line in lyrics.lines] == [
        ("Verse 1: Anna", 0),
        ("Verse 1: Anna", 1),
        ("בית", 2),
        ("Chorus", 3),
        ("פזמון", 4),
    ]


def test_an_everyday_word_alone_on_a_line_is_sung_and_not_a_mark() -> None:
    lyrics = read("בית\nאני חוזר\n\nSolo\nI walk\n\n(in the end)\nבית 2\nשם")
    assert texts(lyrics) == ["בית", "אני חוזר", "Solo", "I walk", "(in the end)", "שם"]


def test_repeats_are_written_out() -> None:
    assert (
        texts(read("la la (x2)\nla lo ×3\nbis repetita (bis)\n"))
        == ["la la"] * 2 + ["la lo"] * 3 + ["bis repetita"] * 2
    )
    assert texts(read("[Chorus]\na b\nc d\n(x2)\n\nlast")) == ["a b", "c d", "a b", "c d", "last"]
    assert texts(read("[Chorus x2]\na b")) == ["a b", "a b"]


def test_a_chorus_named_again_without_words_is_sung_again() -> None:
    lyrics = read("[Verse]\none\n[Chorus]\nsing\ndance\n[Verse 2]\ntwo\n(Chorus)\n[Bridge]\nthree\n\nChorus\n")
    assert texts(lyrics) == ["one", "sing", "dance", "two", "sing", "dance", "three", "sing", "dance"]
    assert [line.part for line in lyrics.lines][-1] == "Chorus"
    assert "repeats were written out: every chorus and every x2 is sung in full" in lyrics.notes


def test_a_part_without_words_is_remembered_at_its_place() -> None:
    lyrics = read("[Intro]\n[Verse]\none two\n[Guitar Solo]\n[Chorus]\nthree\n[Outro]")
    assert [(part.before_line, part.label) for part in lyrics.silent_parts] == [
        (0, "Intro"),
        (1, "Guitar Solo"),
        (2, "Outro"),
    ]


def test_backing_vocals_are_words_of_their_line() -> None:
    assert read("hold my hand (hold my hand)").lines[0].words == ("hold", "my", "hand", "hold", "my", "hand")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Intro", PartKind.INTRO), ("Verse 2: Anna", PartKind.VERSE), ("Pre-Chorus", PartKind.PRE_CHORUS),
        ("Final Chorus", PartKind.CHORUS), ("REFRAIN", PartKind.CHORUS), ("Middle 8", PartKind.BRIDGE),
        ("Guitar Solo", PartKind.INSTRUMENTAL), ("Outro - fade", PartKind.OUTRO), ("Laughter", PartKind.OTHER),
        ("פזמון", PartKind.CHORUS), ("בית ב'", PartKind.VERSE), ("קדם-פזמון", PartKind.PRE_CHORUS),
        ("גשר", PartKind.BRIDGE),
        ("מעבר נגינה", PartKind.INSTRUMENTAL), ("פתיחה", PartKind.INTRO), ("סיום", PartKind.OUTRO),
        ("Couplet 1", PartKind.VERSE), ("Pré-refrain", PartKind.PRE_CHORUS), ("Pont", PartKind.BRIDGE),
        ("Estribillo", PartKind.CHORUS), ("Estrofa II", PartKind.VERSE), ("Puente", PartKind.BRIDGE),
        ("Strophe 3", PartKind.VERSE), ("Brücke", PartKind.BRIDGE), ("Zwischenspiel", PartKind.INSTRUMENTAL),
    ],
)  # fmt: skip
def test_a_label_tells_what_the_part_is_in_five_languages(label: str, kind: PartKind) -> None:
    assert part_kind(label) is kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("תני לי יד oh baby", "he"), ("You and me in the night", "en"), ("Je t'aime et tu es là", "fr"),
        ("Yo te quiero en la noche", "es"), ("Ich bin nicht allein und du", "de"), ("Я люблю тебя", "ru"),
        ("la la la", "en"),
        ("愛している", "ja"), ("我爱你", "zh"), ("123 456", "und"),
    ],
)  # fmt: skip
def test_the_language_is_told_from_script_and_common_words(text: str, language: str) -> None:
    assert read(text).language == language


def test_a_given_language_wins_and_nonsense_is_refused() -> None:
    assert read("hello", "HE").language == "he"
    with pytest.raises(Invalid, match="language tag"):
        read("hello", "../etc")


def test_lrc_offset_several_stamps_and_pauses_are_understood() -> None:
    text = "[ti:A Song]\n[offset:+500]\n[la:en]\n[01:00.500][00:10.50]sing it\n[00:12]\n[01:02:03.25]far"
    lyrics = read(text)
    assert [(line.text, line.start_ms, line.end_ms) for line in lyrics.lines] == [
        ("sing it", 10_000, 11_500),
        ("sing it", 60_000, None),
        ("far", 3_722_750, None),
    ]
    assert (lyrics.title, lyrics.language) == ("A Song", "en")


def test_word_stamps_share_out_words_that_have_none() -> None:
    line = read("[00:10.00]<00:10.00>hold my <00:12.00>hand<00:13.00>").lines[0]
    assert (line.word_starts_ms, line.end_ms) == ((10_000, 11_000, 12_000), 13_000)


def test_stamps_inside_a_word_do_not_divide_it() -> None:
    line = read("[00:10.00]<00:10.00>win<00:10.50>dow <00:11.00>light<00:12.00>").lines[0]
    assert (line.words, line.word_starts_ms) == (("window", "light"), (10_000, 11_000))


def test_marks_in_timed_lyrics_name_parts() -> None:
    lyrics = read("[Verse]\n[00:01.00]one\n[00:02.00][Chorus]\n[00:02.50]two")
    assert [(line.text, line.part) for line in lyrics.lines] == [("one", "Verse"), ("two", "Chorus")]


def test_a_cue_of_several_rows_is_one_line_without_tags() -> None:
    text = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE hush\n\nid 1\n00:01.000 --> 00:03.000 align:start\n"
    lyrics = read(text + "<v Anna><c.loud>Hold &amp; keep\nmy <b>hand</b>\n")
    assert texts(lyrics) == ["Hold & keep my hand"]
    assert (lyrics.lines[0].start_ms, lyrics.lines[0].end_ms) == (1_000, 3_000)


def test_disorder_in_times_is_repaired_and_said() -> None:
    lyrics = read("[00:20.00]second\n[00:10.00]first\nbetween\n[-00:05.00]early")
    assert texts(lyrics) == ["early", "first", "between", "second"]
    assert [line.start_ms for line in lyrics.lines] == sorted(line.start_ms or 0 for line in lyrics.lines)
    assert any("sorted" in note for note in lyrics.notes)
    assert any("without a time" in note for note in lyrics.notes)
    assert any("became 0" in note for note in lyrics.notes)


def test_overlapping_and_backward_cues_are_repaired_and_said() -> None:
    cues = "1\n00:00:01,000 --> 00:00:05,000\none\n\n2\n00:00:04,000 --> 00:00:03,000\ntwo\n"
    lyrics = read(cues)
    assert [(line.start_ms, line.end_ms) for line in lyrics.lines] == [(1_000, 4_000), (4_000, None)]
    assert sum("line" in note for note in lyrics.notes) == 2


def test_old_hebrew_and_western_files_are_read_and_it_is_said() -> None:
    hebrew = read_lyrics("תני לי יד עד הבוקר\nאני איתך".encode("cp1255"), "a.txt")
    western = read_lyrics("Élan d'été, où es-tu ma chérie".encode("cp1252"), "b.txt")
    assert texts(hebrew) == ["תני לי יד עד הבוקר", "אני איתך"]
    assert texts(western) == ["Élan d'été, où es-tu ma chérie"]
    assert "Windows-1255" in hebrew.notes[0]
    assert "Windows-1252" in western.notes[0]


def test_no_words_make_an_instrumental() -> None:
    for text in ("", "   \n\t\n", "[Intro]\n[Solo]", "♪ ♪ ♪\n***", "[00:10.00]\n[00:20.00]♪"):
        lyrics = read(text)
        assert lyrics.lines == ()
        assert lyrics.timed is Timed.NONE
        assert "instrumental" in lyrics.notes[-1]


WORDS = st.text("abcdefghij אבגדה'éñ", min_size=1, max_size=30).filter(lambda text: words_of(text) and "x" not in text)


@given(st.lists(WORDS, max_size=20))
def test_words_survive_reading_in_their_order(lines: list[str]) -> None:
    lyrics = read("\n".join(lines))
    assert [word for line in lyrics.lines for word in line.words] == [word for line in lines for word in words_of(line)]


@given(st.lists(st.tuples(st.integers(0, 3_599_000), WORDS), max_size=15))
def test_timed_lines_come_in_the_order_of_time_with_all_their_words(lines: list[tuple[int, str]]) -> None:
    stamped = "".join(f"[{ms // 60000:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}]{text}\n" for ms, text in lines)
    lyrics = read(stamped)
    ordered = sorted(lines, key=lambda line: line[0])
    assert [line.start_ms for line in lyrics.lines] == [ms for ms, _ in ordered]
    assert [w for line in lyrics.lines for w in line.words] == [w for _, text in ordered for w in words_of(text)]
