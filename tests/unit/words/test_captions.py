"""Words as files for players; Hebrew fills from the right, and no word can carry an override."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.analysis import Analysis
from shared.domain.captions import karaoke_ass, lrc, srt, vtt
from shared.domain.lyrics import Timed, read_lyrics
from shared.domain.moments import analyse
from tests.unit.words.songs import SAMPLES, heard_truly, steady, sung, truth, words_truly

OURS = re.compile(r"\{\\kf?\d+\}|\{\\q2\}|\{\\r\\1c&HFFFFFF&(\\fs\d+)?(\\t\(\d+,\d+,\\1c&H66D9FF&\))?\}")
TAG = re.compile(r"\{\\(kf?)(\d+)\}([^{]*)")


def sample(song: str) -> Analysis:
    lyrics = read_lyrics((SAMPLES / f"{song}.txt").read_bytes(), f"{song}.txt")
    return analyse(heard_truly(song), lyrics, words_truly(song), truth(song)["title"])


def made_of(text: str, language: str = "en") -> Analysis:
    lyrics = read_lyrics(text.encode(), "a.txt", language)
    return analyse(steady(600), lyrics, sung(lyrics), "A song")


def events(ass: str) -> list[str]:
    return [line.split(",", 9)[9] for line in ass.splitlines() if line.startswith("Dialogue:")]


@pytest.mark.parametrize("song", ["en", "he"])
def test_srt_is_the_sample_file(song: str) -> None:
    assert srt(sample(song)).strip() == (SAMPLES / f"{song}.srt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("song", ["en", "he"])
def test_lrc_is_the_sample_file(song: str) -> None:
    written = lrc(sample(song)).splitlines()
    known = (SAMPLES / f"{song}.words.lrc").read_text(encoding="utf-8").splitlines()
    plain = [re.sub(r"<[\d:.]+>$", "", line) for line in written]
    assert plain == [re.sub(r"<[\d:.]+>$", "", line) for line in known]


@pytest.mark.parametrize("write", [lrc, vtt])
@pytest.mark.parametrize("song", ["en", "he"])
def test_what_is_written_reads_back_to_the_same_words_and_times(song: str, write: object) -> None:
    analysis = sample(song)
    text = lrc(analysis) if write is lrc else vtt(analysis)
    lyrics = read_lyrics(text.encode(), "again")
    known = truth(song)["words"]
    assert lyrics.timed is Timed.WORDS
    assert [word for line in lyrics.lines for word in line.words] == [word["text"] for word in known]
    starts = [at for line in lyrics.lines for at in line.word_starts_ms]
    assert all(abs(at - word["start_ms"]) <= 5 for at, word in zip(starts, known, strict=True))


def test_an_instrumental_has_empty_captions() -> None:
    analysis = made_of("")
    assert (srt(analysis), vtt(analysis), events(karaoke_ass(analysis, 1920, 1080, "en"))) == ("", "WEBVTT\n", [])


def test_punctuation_stays_where_the_person_put_it() -> None:
    analysis = made_of("“Hey”, don't go — please!\n(oh yeah)")
    assert srt(analysis).splitlines()[2::4] == ["“Hey”, don't go — please!", "(oh yeah)"]
    shown = [
        "".join(text for _, _, text in TAG.findall(event)) for event in events(karaoke_ass(analysis, 640, 360, "en"))
    ]
    assert shown == ["“Hey”, don't go — please!", "(oh yeah)"]


def test_karaoke_fills_each_word_while_it_is_sung_without_drift() -> None:
    for event, line in zip(events(karaoke_ass(sample("en"), 1920, 1080, "en")), truth("en")["lines"], strict=True):
        at = (line["start_ms"] - 500 + 5) // 10
        words = [word for word in truth("en")["words"] if word["line"] == line["i"]]
        begun = []
        for kind, length, _ in TAG.findall(event):
            if kind == "kf":
                begun.append((at, at + int(length)))
            at += int(length)
        assert begun == [((w["start_ms"] + 5) // 10, (w["end_ms"] + 5) // 10) for w in words]


def lit(event: str, begin_ms: int) -> list[tuple[int, str]]:
    """The parts of a right-to-left event that light up, from left to right on the screen, with their times."""
    parts = re.findall(r"\\t\((\d+),\d+,[^)]*\)\}[\u202d\u202b]([^\u202c]*)\u202c", event)
    return [(begin_ms + int(at), text) for at, text in parts]


def test_hebrew_lights_letter_by_letter_from_the_right() -> None:
    for event, line in zip(events(karaoke_ass(sample("he"), 1920, 1080, "he")), truth("he")["lines"], strict=True):
        letters = lit(event, line["start_ms"] - 500)
        assert "".join(text for _, text in reversed(letters)) == line["text"].replace(" ", "")
        times = [at for at, _ in reversed(letters)]
        assert times == sorted(times)
        starts = [word["start_ms"] for word in truth("he")["words"] if word["line"] == line["i"]]
        assert set(starts) <= set(times)
        assert "\\k" not in event


def test_vowel_points_light_with_their_letter() -> None:
    event = events(karaoke_ass(made_of("שָׁלוֹם", "he"), 1920, 1080, "he"))[0]
    assert [text for _, text in lit(event, 0)] == ["ם", "וֹ", "ל", "שָׁ"]


def test_a_mixed_line_stands_as_it_is_read_in_its_own_direction() -> None:
    def shown(text: str) -> str:
        event = events(karaoke_ass(made_of(text, "he"), 1920, 1080, "he"))[0]
        return re.sub(r"\{[^}]*\}|[\u202a-\u202e]", "", event)

    assert shown("שיר (for you) 5!") == "!5 (for you) ריש"
    assert shown("I sing שיר יפה now") == "I sing הפי ריש now"
    assert shown("(שלום)") == "(םולש)"
    assert shown("سلام عليكم") == "عليكم سلام"


def test_a_long_hebrew_line_is_set_smaller_instead_of_wrapped() -> None:
    short, long = (events(karaoke_ass(made_of("שלום " * n, "he"), 1920, 1080, "he"))[0] for n in (3, 30))
    assert "\\fs" not in short
    assert "\\fs18" in long
    assert long.startswith("{\\q2}")


HOSTILE = [
    "{\\pos(0,0)}hello {\\p1}m 0 0{\\p0}",
    "one\\Ntwo \\hthree",
    "\u202eevil\u202c \u2067text",
    "{",
    "\\{\\i1\\}la",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_can_carry_an_override(text: str) -> None:
    lines = f"la {text} la\nשיר {text} שיר"
    for event in events(karaoke_ass(made_of(lines), 1920, 1080, "en")):
        bare = OURS.sub("", event)
        assert not set(bare) & set("{}\u202e\u2067")
        assert not re.search(r"\\[A-Za-z0-9{}]", bare)


def test_a_title_cannot_add_lines() -> None:
    analysis = made_of("la").model_copy(update={"title": "a\n[Events]\nDialogue: x]\u2028y"})
    ass = karaoke_ass(analysis, 1920, 1080, "en")
    assert len(events(ass)) == 1
    assert sum(line == "[Events]" for line in ass.splitlines()) == 1
    assert lrc(analysis).splitlines()[0] == "[ti:a [Events) Dialogue: x) y]"


def test_no_word_becomes_a_tag_or_a_stamp() -> None:
    analysis = made_of("la <script>alert(1)</script> [00:01.00] --> 5 & la")
    assert "<script" not in vtt(analysis) + srt(analysis) + lrc(analysis)
    assert "&lt;<00:00:02.400>script&gt;" in vtt(analysis)
    assert "-->" not in vtt(analysis).splitlines()[3]
    assert lrc(analysis).count("[00:01.00]") == 0


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20), max_size=6))
@settings(deadline=None, max_examples=60)
def test_any_words_make_well_formed_files(lines: list[str]) -> None:
    analysis = made_of("\n".join(f"la {line}" for line in lines))
    sung_words = [word for moment in analysis.moments for word in moment.words]
    count = len({word.line for word in sung_words})
    ass = karaoke_ass(analysis, 1920, 1080, "he")
    assert len(events(ass)) == srt(analysis).count(" --> 00:") == vtt(analysis).count(" --> 00:") == count
    for event in events(ass):
        assert not set(OURS.sub("", event)) & set("{}")
    again = read_lyrics(lrc(analysis).encode(), "again.lrc", "en")
    assert len(again.lines) == count
