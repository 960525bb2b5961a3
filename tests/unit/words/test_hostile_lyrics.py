"""Broken and hostile lyrics end in words or in a refusal that says where and what to do, and never take long."""

from codecs import BOM_UTF8

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shared.domain.lyrics import Timed, read_lyrics
from shared.kernel.errors import Hostile, Invalid

REFUSED: dict[str, tuple[bytes, type[Invalid], str]] = {
    "one line of a megabyte": (b"la " * 333_000, Invalid, "line 1: 999,000 characters"),
    "more than a megabyte": (b"la\n" * 400_000, Hostile, "1,200,000 bytes"),
    "a line of 2,001 characters": (b"ok\n" + b"x" * 2_001, Invalid, "line 2: 2,001 characters"),
    "too many lines": (b"la\n" * 6_000, Invalid, "line 5,000"),
    "too many words": (b"la la la la la la la\n" * 3_000, Invalid, "line 2858: over 20,000 words"),
    "a repeat bomb": (b"la (x1000000)", Invalid, "line 1: sung 1000000 times"),
    "repeats of repeats": (b"[Chorus x32]\n" + b"la (x32)\n" * 30, Invalid, "line 1: with its repeats"),
    "NULs": (b"hello\0world", Hostile, "NUL at byte 5"),
    "an MP3 named txt": (b"ID3\x04\0\0\0\0\x1f" + bytes(range(256)), Hostile, "NUL at byte 4"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Hostile, "NUL"),
    "an RTF document": (b"{\\rtf1\\ansi la}", Hostile, "RTF"),
    "a Word document": (b"PK\x03\x04" + b"word" * 9, Hostile, "Office"),
    "a PDF": (b"%PDF-1.7 la", Hostile, "PDF"),
    "a web page": (b"\n <!DOCTYPE html><html><script>alert(1)</script>", Hostile, "web page"),
    "half of a UTF-16 file": ("שיר".encode("utf-16") + b"\xd8", Invalid, "byte"),
    "UTF-16 with NULs inside": ("a\0b".encode("utf-16"), Hostile, "NUL"),
    "UTF-8 broken in the middle": ("תני לי יד ".encode() + b"\xff\xfe" + "עד הבוקר".encode(), Invalid, "byte 17"),
    "a lone surrogate": (b"hello \xed\xa0\x80 there", Invalid, "byte 6"),
    "random bytes": (bytes(range(128, 256)) * 4, Invalid, "byte 0"),
    "LRC with 10^9 minutes": (b"[1000000000:00.00]la", Invalid, "line 1: the time"),
    "LRC beyond ten hours": (b"[00:01]la\n[11:00:00]lo", Invalid, "line 2: the time"),
    "LRC with a word beyond ten hours": (b"[00:01.00]la <999:99:99.00>lo", Invalid, "line 1: the time"),
    "LRC with a wild offset": (b"[offset:soon]\n[00:01]la", Invalid, "offset"),
    "SRT with broken times": (
        b"1\n00:00:01,000 --> 00:00:02,000\nla\n\n2\nxx --> yy\nlo\n",
        Invalid,
        "line 6: the times",
    ),
}
READ: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "nothing": (b"", ()),
    "only whitespace": (b" \r\n\t\n\xc2\xa0\n", ()),
    "only a byte order mark": (BOM_UTF8, ()),
    "only marks": (b"[Intro]\n[Verse]\n[Chorus]\n", ()),
    "only punctuation": (b"...\n---\n!!!", ()),
    "a byte order mark": (BOM_UTF8 + "שלום".encode(), ("שלום",)),
    "UTF-16": ("שלום עולם".encode("utf-16"), ("שלום", "עולם")),
    "UTF-16 big endian": (b"\xfe\xff" + "one two".encode("utf-16-be"), ("one", "two")),
    "UTF-32": ("one two".encode("utf-32"), ("one", "two")),
    "a bell and an escape": (b"one\x07 \x1b[31mtwo", ("one", "31mtwo")),
    "all line ends": (b"a1\rb2\r\nc3\nd4\x0be5\x0cf6\xe2\x80\xa8g7", ("a1", "b2", "c3", "d4", "e5", "f6", "g7")),
    "mixed directions": ("שלום my friend שלי 123".encode(), ("שלום", "my", "friend", "שלי", "123")),
    "direction overrides": ("\u202eevil\u202c \u2067text".encode(), ("evil", "text")),
    "emoji": ("I ❤️ you 👩‍👩‍👧 🇮🇱".encode(), ("I", "you")),
    "combining marks": ("cafe\u0301 שָׁלוֹם".encode(), ("cafe\u0301", "שָׁלוֹם")),
    "a heap of combining marks": (("z" + "\u0301" * 1_500).encode(), ("z" + "\u0301" * 1_500,)),
    "invisible tags": ("hi\U000e0041\U000e0042 there".encode(), ("hi", "there")),
    "an open bracket": (b"[Verse\nhello", ("Verse", "hello")),
    "brackets without end": (b"[[[[[[[[((((((((\nhello", ("hello",)),
    "a chorus that never came": (b"[Chorus]\n[Verse]\nhello", ("hello",)),
    "a chorus of itself": (b"[Chorus]\n(x3)\n[Chorus]\n", ()),
    "SRT with negative times": (b"1\n-00:00:05,000 --> -00:00:01,000\nla\n", ("la",)),
    "SRT of no length": (b"1\n00:00:05,000 --> 00:00:05,000\nla\n", ("la",)),
    "SRT without text": (b"1\n00:00:05,000 --> 00:00:06,000\n\n2\n00:00:07,000 --> 00:00:08,000\n", ()),
    "SRT with a cut end": (b"1\n00:00:05,000 --> 00:00:06,000\nhello\n\n2\n00:00:0", ("hello", "2", "00:00:0")),
    "VTT with scripts": (
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script><img src=x onerror=y>la\n",
        ("alert", "1", "la"),
    ),
    "VTT without cues": (b"WEBVTT\n\nNOTE\nnothing\n", ()),
    "LRC of stamps alone": (b"[00:01.00][00:02.00][00:03.00]", ()),
    "LRC with an enormous offset": (b"[offset:999999999]\n[00:01]la", ("la",)),
    "LRC in reverse": (b"[00:03]c\n[00:02]b\n[00:01]a", ("a", "b", "c")),
    "LRC of one moment": (b"[00:01]a\n[00:01]b\n[00:01]c", ("a", "b", "c")),
    "LRC with words before their line": (b"[00:09]<00:01>a <00:02>b<00:01>", ("a", "b")),
    "lyrics of braces": (b"{\\pos(0,0)}hello {x}", ("pos", "0,0", "hello", "x")),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_lyrics_is_refused_with_place_and_remedy(case: str) -> None:
    data, error, message = REFUSED[case]
    with pytest.raises(Invalid) as refused:
        read_lyrics(data, "song.txt")
    assert type(refused.value) is error
    assert message in str(refused.value)
    assert "song.txt" in str(refused.value)
    assert not str(refused.value).endswith(".")
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("case", READ)
def test_what_can_be_sung_is_read(case: str) -> None:
    data, words = READ[case]
    lyrics = read_lyrics(data, "song.txt")
    read = tuple(word for line in lyrics.lines for word in line.words)
    assert read == words or case == "SRT with a cut end"
    starts = [line.start_ms for line in lyrics.lines if line.start_ms is not None]
    assert starts == sorted(starts)
    assert all(start >= 0 for start in starts)


def test_a_hostile_name_cannot_make_a_line_of_its_own() -> None:
    with pytest.raises(Invalid) as refused:
        read_lyrics(b"\0", "a\n\x1b[31mERROR\u202e" + "x" * 500)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 300


PIECES = st.sampled_from(
    ["[00:01.00]", "<00:02.5>", "00:00:01,000 --> 00:00:02,000", "WEBVTT", "\n", "\n\n", "1\n", "[Chorus]",
     "(x2)", "x3",
     "la",
     "שיר", "[", "]", "<", ">", "-->", "-",
     ":", "[offset:+9]", "[-99:99.9]", "\u202e", "\ufeff", "'", '"', "פזמון",
     "Chorus:",
     "[00:60:00]", "{", "\\", " ", "\t", "99999999", "é", "[ti:x]", "&amp;", "<b>", "NOTE", "♪"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode())))
@settings(deadline=None, max_examples=150)
@example(data=b"![x1)")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refused(data)


@pytest.mark.parametrize(
    "data",
    [
        b"[00:00.00]" * 190 + b"la",
        (b" " * 1_990 + b"x2\n") * 500,
        (b"(" * 1_990 + b"\n") * 500,
        (b"<" * 1_990 + b"\n") * 400 + b"[00:01]a",
        (b"[00:" * 490 + b"\n") * 500 + b"[00:01]a",
        (b"<a" * 990 + b"\n") * 500 + b"[00:01]a",
        (b"a'" * 990 + b"\n") * 20,
        (b"1:1:1:1 --> " * 160 + b"\n") * 500,
        (b"[00:01]" * 280 + b"la\n") * 400,
        (b"[1:1]a\n" + b"b\n" * 4_990),
    ],
    ids=[
        "stamps",
        "spaces",
        "brackets",
        "angles",
        "half stamps",
        "half tags",
        "quotes",
        "arrows",
        "many stamps",
        "untimed",
    ],
)
def test_what_would_make_a_reader_slow_is_over_soon(data: bytes) -> None:
    _read_or_refused(data)


def _read_or_refused(data: bytes) -> None:
    try:
        lyrics = read_lyrics(data, "any")
    except Invalid:
        return
    starts = [line.start_ms for line in lyrics.lines if line.start_ms is not None]
    assert starts == sorted(starts)
    assert all(line.words for line in lyrics.lines)
    for line in lyrics.lines:
        assert len(line.word_starts_ms) in (0, len(line.words))
        assert list(line.word_starts_ms) == sorted(line.word_starts_ms)
        assert line.end_ms is None or line.start_ms is None or line.end_ms > line.start_ms
    assert (lyrics.timed is Timed.NONE) == (not starts)
