"""Who plays in the film: the protagonist and, when the words speak of somebody, up to three others."""

from collections.abc import Sequence

from shared.agents.appearance import Told
from shared.domain.portrayal import TERMS, is_child
from shared.domain.shotlist import Character
from shared.kernel.chance import Chance

YOUNG = ("girl", "boy")
AGES = {
    "girl": (7, 11),
    "boy": (7, 11),
    "woman": (26, 38),
    "man": (28, 42),
    "mother": (34, 42),
    "father": (36, 45),
    "grandmother": (68, 78),
    "grandfather": (68, 78),
}
HAIR = (
    ("black", "#221C1E"),
    ("dark brown", "#3B2618"),
    ("brown", "#5E3B22"),
    ("auburn", "#7E3B22"),
    ("fair", "#C79A5C"),
)
SKIN = ("#F0C8A4", "#E3B592", "#D9A98A", "#B98160", "#8A5A3F")
GREYING = 62
LENGTHS = {"she": ("long", "shoulder-length", "braided", "wavy"), "he": ("short", "short curly", "short wavy")}
BUILDS = ("slender build", "sturdy build", "tall build")
COMPANY = ("mother", "father", "grandmother", "grandfather", "sister", "brother", "friend", "beloved")


def protagonist_for(told: Told | None, sung: Sequence[str], chance: Chance) -> Character:
    """The person the film is about: as the story says, else as the words say, else a woman or a man by chance."""
    told = told or Told()
    kind = _told_kind(told, sung) or chance.pick(("woman", "man"), "protagonist")
    if kind in ("child", "young"):
        kind = chance.pick(YOUNG, "protagonist")
    return Character(name=_called(told, kind), description=_looks(kind, told, (chance, "protagonist")))


def _told_kind(told: Told, sung: Sequence[str]) -> str:
    """Whom a story's words mean, the words of the song for what it leaves open; a stated age decides who is a child."""
    of_sex = {"she": ("girl", "woman"), "he": ("boy", "man")}
    kind = told.kind if told.kind in AGES else ""
    if not kind and told.sex:
        open_to = of_sex[told.sex] if not told.kind else of_sex[told.sex][0 if told.kind == "young" else 1 :]
        kind = next((who for who in sung if who in open_to), open_to[-1])
        kind = of_sex[told.sex][0] if told.kind == "young" else kind
    kind = kind or next((who for who in sung if who in (*YOUNG, "child", "woman", "man")), "")
    if told.years is not None and kind in ("girl", "boy", "woman", "man"):
        kind = of_sex["she" if kind in ("girl", "woman") else "he"][told.years >= 18]
    return kind


def _called(told: Told, kind: str) -> str:
    return told.name or f"the {told.label or kind}"


def companions_for(
    hero: Character, told: Sequence[Told], spoken_of: Sequence[str], chance: Chance
) -> tuple[Character, ...]:
    """The others the story and the words speak of, three at most, in that order; nobody when they speak of nobody.

    A 'you' without a name is the beloved; beside a child it is the family that is named, else the mother.
    """
    child = is_child(f"{hero.name}, {hero.description}")
    others = {who.kind or who.name: who for who in told}
    named = [who for who in dict.fromkeys(spoken_of) if who in COMPANY and not (child and who == "beloved")]
    named = list(dict.fromkeys((*others, *named)))[:3]
    if any(who in ("companion", "beloved") for who in spoken_of):
        if child and not named:
            named = ["mother"]
        elif not child and "beloved" not in named and not others:
            named = [*named[:2], "beloved"]
    return tuple(_companion(hero, who, others.get(who, Told()), chance) for who in named)


def _companion(hero: Character, who: str, told: Told, chance: Chance) -> Character:
    child = is_child(f"{hero.name}, {hero.description}")
    kind = _told_kind(told, ()) if told.sex and who not in COMPANY else _kind_of(who, hero, child)
    kind = chance.pick(YOUNG, who) if told.kind == "young" and not told.sex else kind
    name = _called(told, kind) if told.name or who not in COMPANY else f"the {who}"
    return Character(name=name, description=_looks(kind, told, (chance, who), hero.description))


def _kind_of(who: str, hero: Character, child: bool) -> str:
    if who in AGES:
        return who
    she = _she(hero.description)
    if who in ("sister", "brother"):
        return {
            ("sister", True): "girl",
            ("sister", False): "woman",
            ("brother", True): "boy",
            ("brother", False): "man",
        }[who, child]
    if who == "friend":
        return ("girl" if she else "boy") if child else ("woman" if she else "man")
    return "man" if she else "woman"


def _she(description: str) -> bool:
    return any(word in description.lower().split(",")[0] for word in ("girl", "woman"))


def _looks(kind: str, told: Told, source: tuple[Chance, str], unlike: str = "") -> str:
    """Age, build, hair, skin, beard and glasses: as told, the rest by chance, and no hair like somebody else's."""
    chance, role = source
    low, high = AGES["grandmother"] if told.old and kind not in YOUNG else AGES[kind]
    age = told.years if told.years is not None else low + int(chance.number(role, "age") * (high - low + 1))
    she = kind in ("girl", "woman", "mother", "grandmother")
    lengths = [length for length in LENGTHS["she" if she else "he"] if f"{length} " not in unlike]
    shades = [(shade, code) for shade, code in HAIR if code not in unlike]
    shade, code = ("silver", "#BDBCC2") if age >= GREYING else chance.pick(shades, role, "hair")
    shade, code = ("", told.hair) if told.hair else (shade, code)
    length = told.locks or ("pinned up" if kind == "mother" else chance.pick(lengths, role, "length"))
    locks = " ".join(f"{length} {shade} hair hex {code}".split())
    noun = f"Young {kind}" if kind in YOUNG else "woman" if she else "man"
    body = f"{TERMS[0]}, {TERMS[-1]}" if kind in YOUNG else chance.pick(BUILDS, role)
    face = (*((told.beard,) if told.beard and not she and age >= 18 else ()), *(("glasses",) if told.glasses else ()))
    skin = f"skin hex {chance.pick(SKIN, role, 'skin')}"
    return ", ".join((noun, f"{age} years old", body, locks, skin, *face))
