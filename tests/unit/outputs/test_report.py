"""The report: every shot with its words and why, nothing loaded, nothing executed, readable in the film's language."""

import re
from enum import StrEnum
from html.parser import HTMLParser

import pytest

from services.stitcher.labels import labels
from services.stitcher.report import report
from services.stitcher.strip import strip
from shared.domain.analysis import Verdict
from shared.domain.deliverable import FilmRecord
from shared.domain.prompt import Angle, Move, ShotSize
from shared.domain.shotlist import Transition
from shared.ports.media import Peaks
from tests.unit.outputs.films import effort, film

PEAKS = Peaks(bucket_ms=100, lows=tuple(-n for n in range(192)), highs=tuple(range(192)))
CHANNEL = (0.2126, 0.7152, 0.0722)


class Page(HTMLParser):
    """What a browser would make of a page: its tags with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.text += " " if tag == "td" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(record: FilmRecord) -> str:
    pictures = {shot.plan.shot_id: f"jpeg of {shot.plan.shot_id}".encode() for shot in record.shots}
    return report(record, effort(), pictures, PEAKS)


@pytest.mark.parametrize("language", ["en", "he"])
def test_every_shot_is_there_with_its_frame_words_reason_and_tag(language: str) -> None:
    record = film(language)
    page = Page(page_of(record))
    assert [attrs["id"] for tag, attrs in page.tags if tag == "article"] == [shot.plan.shot_id for shot in record.shots]
    assert sum(attrs.get("src", "").startswith("data:image/jpeg;base64,") for _, attrs in page.tags) == len(
        record.shots
    )
    for shot in record.shots:
        for said in (shot.plan.words, shot.plan.reason, shot.chosen.tag):
            assert said in page.text


def test_the_page_is_hebrew_and_from_the_right_for_a_hebrew_film() -> None:
    (_, attrs), *_ = [each for each in Page(page_of(film("he"))).tags if each[0] == "html"]
    assert (attrs["lang"], attrs["dir"]) == ("he", "rtl")
    (_, attrs), *_ = [each for each in Page(page_of(film("en"))).tags if each[0] == "html"]
    assert (attrs["lang"], attrs["dir"]) == ("en", "ltr")


def test_hostile_texts_stay_texts() -> None:
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&{{ 7 * 7 }}"
    record = film(title=hostile, reason=hostile)
    scene = record.scenes[0]
    design = scene.design.model_copy(
        update={"palette": ("red;background:url(http://x)", "#E8B04A"), "synopsis": hostile}
    )
    record = record.model_copy(
        update={"scenes": (scene.model_copy(update={"design": design, "approved_by": hostile}), *record.scenes[1:])}
    )
    text = page_of(record)
    page = Page(text)
    assert not [tag for tag, _ in page.tags if tag in ("script", "iframe", "object", "link")]
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert all(attrs["src"].startswith("data:image/jpeg;base64,") for tag, attrs in page.tags if tag == "img")
    assert "url(" not in text
    assert page.text.count(hostile) >= 10


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_page_loads_nothing_and_runs_nothing(language: str) -> None:
    text = page_of(film(language))
    tags = Page(text).tags
    loaded = [
        attrs[name] for _, attrs in tags for name in ("src", "srcset", "data", "action", "poster") if name in attrs
    ]
    assert all(address.startswith("data:") for address in loaded)
    assert not re.search(r"https?://|@import|url\(", text)
    policy = [attrs["content"] for _, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]


def test_doubtful_lines_come_first_and_are_flagged_in_words() -> None:
    text = page_of(film())
    table = text[text.index('id="alignment"') : text.index('id="moments"')]
    rows = re.findall(r'<tr class="(\w+)">.*?class="text" dir="auto">(.*?)</td>', table)
    assert rows[0] == ("check", "I will find you where you are")
    assert [grade for grade, _ in rows[1:]] == ["ok"] * 5
    assert "check this line" in table


def test_timings_and_counts_are_told_also_those_it_has_no_word_for() -> None:
    said = re.sub(r"\s+", " ", Page(page_of(film())).text)
    for told in ("58.3 s", "images 30.0 s", "provider calls 32 4.0", "moons seen 1 0.1", "21 µs", "-83 µs"):
        assert told in said, told


def test_a_shot_without_a_picture_is_still_there() -> None:
    assert 'id="SC04-SH02"' in report(film(), effort(), {}, PEAKS)


def test_the_same_film_gives_the_same_page() -> None:
    assert page_of(film("he")) == page_of(film("he"))


def test_everything_lies_on_the_strip_where_it_lies_in_the_film() -> None:
    drawn = strip(film(), PEAKS)
    assert [(block.left, block.width) for block in drawn.parts] == [(0, 25), (25, 25), (50, 25), (75, 25)]
    assert [(block.left, block.mark) for block in drawn.shots][-1] == (87.5, "SC04-SH02")
    assert drawn.downbeats.startswith("M0 0V100M2400 0V100")
    assert "M600 0" in drawn.beats
    assert drawn.wave.startswith("M0 50L100 50")


def test_a_long_song_has_a_small_waveform_that_keeps_its_loudest_moment() -> None:
    highs = [10] * 100_000
    highs[77_777] = 1000
    drawn = strip(film(), Peaks(bucket_ms=1, lows=tuple(-10 for _ in highs), highs=tuple(highs)))
    assert len(drawn.wave) < 30_000
    assert " 0L" in drawn.wave


def test_silence_has_a_strip() -> None:
    assert strip(film(), Peaks(bucket_ms=100, lows=(), highs=())).wave == ""


def test_both_languages_have_every_label() -> None:
    english, hebrew = labels("en"), labels("he-IL")
    assert english.keys() == hebrew.keys()
    assert all(re.search("[א-ת]", word) for word in hebrew.values())
    assert labels("fr") == english


@pytest.mark.parametrize("kind", [ShotSize, Angle, Move, Transition])
def test_every_word_of_the_camera_has_a_label(kind: type[StrEnum]) -> None:
    assert {str(each) for each in kind} <= labels("he").keys()


def test_every_verdict_has_a_label() -> None:
    assert {f"verdict_{verdict}" for verdict in Verdict} <= labels("he").keys()


def test_every_text_on_the_page_has_contrast_of_at_least_4_5() -> None:
    style = page_of(film())
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style[: style.index("@media print")]))
    for text in ("text", "muted", "faint", "accent", "ok", "warn", "bad"):
        for ground in ("page", "surface"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    pairs = re.findall(r"background-color: (#[0-9a-f]{6}); color: (#[0-9a-f]{6})", style)
    assert len(pairs) == 5
    assert all(contrast(*pair) >= 4.5 for pair in pairs)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip(CHANNEL, linear, strict=True))
