"""Lines fall into words, and words into syllables."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.syllables import syllables, word_spans, words_of


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            "little 2 girl 1 beside 2 window 2 every 2 quiet 2 star 1 morning 2 away 2 home 1 loved 1 wanted 2 apple 2",
        ),
        ("en", "don't 1 didn't 2 it's 1 runnin' 2 fire 1 beautiful 3 played 1 lonely 2 yesterday 3 wishes 2 table 2"),
        ("fr", "maison 2 étoile 2 chante 1 aujourd'hui 3 l'amour 2 lumière 2 oiseau 2 nuit 1 rêve 1"),
        ("es", "corazón 3 guitarra 3 cielo 2 noche 2 día 2 quiero 2 ciudad 2 poeta 3 viaje 2"),
        ("de", "Sehnsucht 2 Liebe 2 schöne 2 träume 2 Himmel 2"),
    ],
)
def test_syllables_follow_the_spelling_of_the_language(language: str, expected: str) -> None:
    pairs = expected.split()
    counted = {word: syllables(word, language) for word in pairs[::2]}
    assert counted == {word: int(count) for word, count in zip(pairs[::2], pairs[1::2], strict=True)}


def test_bare_hebrew_is_counted_by_its_usual_patterns() -> None:
    text = (
        "ילדה2 קטנה2 החלון3 סופרת3 כוכבים3 בשקט3 לי1 יד1 הבוקר3 אני2 איתך2 בחושך3 סירת2 "
        "נייר2 התקרה3 שטה2 וחוזרת4 הביתה3 אהבה3 שלום2 לילה2 יום1 רוח2 שמש2 עיניים3 אוהבת3 "
        "משפחה3 ילד2 שיר1 חלום2 תקווה2 היה2 הוא1 לא1 הולכת3 ציפור2 פתאום2 "
    )
    expected = text.split()
    wrong = {word[:-1]: syllables(word[:-1], "he") for word in expected if syllables(word[:-1], "he") != int(word[-1])}
    assert wrong == {}


def test_pointed_hebrew_is_counted_exactly_by_its_points() -> None:
    pointed = {"שָׁלוֹם": 2, "בְּרֵאשִׁית": 3, "סֻכָּה": 2, "רוּחַ": 2, "וְאַהֲבָה": 4, "חָכְמָה": 2, "יִשְׁמְרוּ": 3}
    assert {word: syllables(word, "he") for word in pointed} == pointed


def test_other_scripts_and_numbers_have_syllables_too() -> None:
    assert [syllables(w, "und") for w in ("любовь", "αγάπη", "사랑", "きょう", "愛")] == [2, 3, 2, 2, 1]
    assert [syllables(w, "en") for w in ("7", "21", "1999", "!!", "♪")] == [2, 3, 5, 1, 1]


@given(st.text(max_size=40), st.sampled_from(["en", "he", "fr", "es", "de", "xx", ""]))
def test_any_word_has_at_least_one_syllable(word: str, language: str) -> None:
    assert 1 <= syllables(word, language) <= 7 * len(word) + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Hello, world! — don't 'cause runnin' ‘quoted’ R&B re-do",
            "Hello world don't 'cause runnin' quoted R&B re-do",
        ),
        ('צה"ל ג\'ירפה בית־ספר וכו\' "שלום"', "צה\"ל ג'ירפה בית ספר וכו' שלום"),
        ("L'amour est là, aujourd'hui", "L'amour est là aujourd'hui"),
        ("私は歌う。きょう", "私 は 歌 う きょ う"),
        ("3.5 stars... (oh yeah) ♪ ❤️", "3.5 stars oh yeah"),
        ("שָׁלוֹם עֲלֵיכֶם", "שָׁלוֹם עֲלֵיכֶם"),
        ("…!? --- ♪♪", ""),
    ],
)
def test_words_keep_their_spelling_and_lose_the_punctuation_around_them(text: str, words: str) -> None:
    assert words_of(text) == tuple(words.split())


@given(st.text(max_size=80))
def test_words_stand_in_the_text_in_order_and_apart(text: str) -> None:
    spans = word_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(any(char.isalnum() for char in text[start:end]) for start, end in spans)
    letters = [char for char in text if char.isalnum()]
    assert [char for start, end in spans for char in text[start:end] if char.isalnum()] == letters
