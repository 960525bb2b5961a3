"""What words feel like: a lexicon of valence and tension, modest in English and Hebrew, small in fr, es and de."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mood:
    """Valence -1 (sad) to 1 (joyful), tension -1 (at rest) to 1 (about to break), and how many words said so."""

    valence: float
    tension: float
    words: int = 0


GROUPS: tuple[tuple[float, float, str], ...] = (
    (0.9, 0.1,
     "joy happy laugh smile dance celebrate glad cheer sing party wonderful "
     "שמחה שמח שמחים מאושר אושר צחוק צוחק צוחקת חיוך מחייך מחייכת רוקד רוקדת ריקוד לרקוד שרה לשיר חגיגה "
     "joie heureux rire sourire danse chante feliz alegria risa sonrisa baila canta freude lachen tanz singen"),
    (0.7, -0.3,
     "love kiss dear darling sweet heart beloved baby hug gentle tender beautiful lovely angel honey "
     "אהבה אוהב אוהבת אוהבים אהוב אהובה נשיקה חיבוק מתוק מתוקה לב יפה יפים רוך רך עדין יקר יקרה נשמה מלאך "
     "amour aime baiser coeur belle amor quiero beso corazon linda liebe herz kuss schon"),
    (0.6, -0.2,
     "sun light star shine bright morning spring flower rainbow gold sky dawn summer bloom sparkle glow moon "
     "שמש אור כוכב כוכבים אורות זורח זורחת בוקר אביב פרח פרחים קשת זהב שמים שמיים שחר קיץ ירח "
     "soleil lumiere etoile matin fleur sol luz estrella manana flor sonne licht stern morgen blume"),
    (0.6, 0.1,
     "hope dream free fly rise wings believe faith wish promise trust new born alive "
     "תקווה חלום חלומות חולם חולמת חופש חופשי עף עפה לעוף כנפיים אמונה מאמין מאמינה חדש חדשה חי חיים נולד "
     "espoir reve libre esperanza sueno volar hoffnung traum frei"),
    (0.5, -0.6,
     "home safe rest sleep peace quiet calm warm breathe soft lullaby haven still silence mother hand together "
     "בית הביתה שלום שקט שקטה שלווה רוגע חום חם חמה ישן ישנה לישון נשימה שיר ערש אמא יד יחד ביחד מנוחה "
     "maison paix calme casa paz tranquilo mano heim ruhe still hand"),
    (0.4, 0.6,
     "run fire wild power strong fight win jump drive fast thunder rock roar race burn "
     "אש רץ רצה לרוץ כוח חזק חזקה נלחם ננצח מנצח ניצחון לקפוץ מהר רעם סוער בוער בוערת להבה "
     "feu force cours fuego fuerza corre feuer kraft lauf"),
    (-0.3, 0.3,
     "miss wait far gone leave goodbye away lost search wander ghost yesterday remember memory regret if "
     "געגוע געגועים מתגעגע מתגעגעת מחכה חיכיתי רחוק רחוקה הלך הלכה עזב עזבה אבד אבוד אבודה מחפש מחפשת אתמול זוכר "
     "loin perdu attends adieu lejos perdido espero adios weit verloren warten"),
    (-0.8, 0.1,
     "sad cry tear sorrow grief weep mourn hurt pain ache broken break sick sigh blue misery "
     "עצוב עצובה עצב בוכה בכי דמעה דמעות כאב כואב כואבת שבור שבורה צער נשבר נשברת יגון אומלל "
     "triste pleure larme douleur llora lagrima dolor traurig weinen trane schmerz"),
    (-0.6, 0.2,
     "alone lonely empty cold grey gray nobody none hollow numb winter rain ashes "
     "לבד בודד בודדה בדידות ריק ריקה קר קרה קור אפור אפורה חורף גשם אפר "
     "seul vide froid pluie solo soledad vacio frio lluvia allein einsam leer kalt regen"),
    (-0.5, 0.6,
     "dark night shadow fear afraid scared storm danger nightmare monster trap chain fall drown deep "
     "חושך אפל אפלה לילה צל צללים פחד פוחד פוחדת מפחד מפחדת סערה סכנה סיוט מפלצת נופל נופלת טובע טובעת תהום "
     "nuit ombre peur tempete noche sombra miedo tormenta nacht schatten angst sturm"),
    (-0.8, 0.8,
     "hate war kill blood rage scream anger angry gun knife lie liar enemy bomb battle cruel "
     "שנאה שונא מלחמה הורג דם זעם צעקה צועק צורחת צורח כועס כעס רובה סכין שקר שקרן אויב פצצה קרב אכזר "
     "haine guerre sang cri odio guerra sangre grito hass krieg blut schrei"),
    (-0.8, 0.4,
     "die death dead grave end goodbye never suffer hell devil curse poison wound scar "
     "מוות מת מתה למות קבר סוף סבל גיהינום שטן קללה רעל פצע צלקת חורבן "
     "mort enfer muerte infierno tod holle"),
)  # fmt: skip
NEGATIONS = re.compile(
    "not|no|never|without|cannot|(ca|do|wo|ai|is|does|did|was)nt|nothing|לא|אין|בלי|אל|מעולם"
    "|pas|jamais|sans|sin|nunca|nicht|keine?|nie|ohne"
)
LEXICON = {word: (valence, tension) for valence, tension, words in GROUPS for word in words.split()}
SUFFIXES = ("", "s", "es", "ed", "d", "ing", "in", "ly", "er", "y", "ies", "ful", "less", "n", "e", "en", "ness")
PREFIXES = re.compile("^(?:ו?כש|ו?מה|ו?שה|ו?ב|ו?ל|ו?כ|ו?מ|ו?ש|ו?ה|ו)")
FLIP = -0.6
APOSTROPHES = ("'", "’")


def mood_of(words: Sequence[str]) -> Mood:
    """The mean feeling of the words that the lexicon knows, held back when few do; a negation turns the next two.

    valence = sum of valences / (known words + 0.5), tension likewise: one known word gives two thirds of its own value.
    """
    valence = tension = 0.0
    known, negated = 0, 0
    for word in words:
        bare = _bare(word)
        if NEGATIONS.fullmatch(bare) or (bare.endswith("nt") and word[-2:-1] in APOSTROPHES):
            negated = 2
            continue
        entry = _entry(bare)
        if entry:
            sign = FLIP if negated else 1.0
            valence, tension, known = valence + sign * entry[0], tension + sign * entry[1], known + 1
        negated = max(0, negated - 1)
    return Mood(valence / (known + 0.5), tension / (known + 0.5), known)


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char.isalnum())


def _entry(word: str) -> tuple[float, float] | None:
    """The word itself, without a common ending, or without Hebrew prefixes."""
    if word in LEXICON:
        return LEXICON[word]
    if word[:1] >= "\u05d0" and word[:1] <= "\u05ea":
        return LEXICON.get(PREFIXES.sub("", word)) if len(word) > 3 else None
    for suffix in SUFFIXES[1:]:
        stem = word.removesuffix(suffix)
        if len(stem) < 3 or stem == word:
            continue
        doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        for candidate in (stem, f"{stem}e", doubled, f"{stem}y"):
            if suffix == "less" and candidate in LEXICON:
                return (FLIP * LEXICON[candidate][0], abs(LEXICON[candidate][1]))
            if candidate in LEXICON:
                return LEXICON[candidate]
    return None
