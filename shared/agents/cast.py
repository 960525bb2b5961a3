"""Who plays in the film: the protagonist and, when the words speak of somebody, up to three others."""

from collections.abc import Sequence

from shared.agents.story import hair_in, name_in, years_in
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
LENGTHS = {"she": ("long", "shoulder-length", "braided", "wavy"), "he": ("short", "short curly", "short wavy")}
BUILDS = ("slender build", "sturdy build", "tall build")
COMPANY = ("mother", "father", "grandmother", "grandfather", "sister", "brother", "friend", "beloved")


def protagonist_for(told: Sequence[str], sung: Sequence[str], story: str, chance: Chance) -> Character:
    """The person the film is about: as the story says, else as the words say, else a woman or a man by chance."""
    kind = next((who for who in (*told, *sung) if who in (*YOUNG, "child", "woman", "man")), "")
    kind = kind or chance.pick(("woman", "man"), "protagonist")
    if kind == "child":
        kind = chance.pick(YOUNG, "protagonist")
    years = years_in(story)
    if years is not None and years < 18 and kind not in YOUNG:
        kind = "girl" if kind == "woman" else "boy"
    if years is not None and years >= 18 and kind in YOUNG:
        kind = "woman" if kind == "girl" else "man"
    name = name_in(story) or f"the {kind}"
    return Character(name=name, description=_looks(kind, (years, hair_in(story)), (chance, "protagonist")))


def companions_for(hero: Character, spoken_of: Sequence[str], chance: Chance) -> tuple[Character, ...]:
    """The others the words speak of, three at most, in the order they are spoken of; nobody when they speak of nobody.

    A 'you' without a name is the beloved; beside a child it is the family that is named, else the mother.
    """
    child = is_child(f"{hero.name}, {hero.description}")
    named = [who for who in dict.fromkeys(spoken_of) if who in COMPANY and not (child and who == "beloved")][:3]
    if any(who in ("companion", "beloved") for who in spoken_of):
        if child and not named:
            named = ["mother"]
        elif not child and "beloved" not in named:
            named = [*named[:2], "beloved"]
    return tuple(
        Character(
            name=f"the {who}",
            description=_looks(_kind_of(who, hero, child), (None, ""), (chance, who), hero.description),
        )
        for who in named
    )


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


def _looks(kind: str, told: tuple[int | None, str], source: tuple[Chance, str], unlike: str = "") -> str:
    """Age, build, hair, skin: the age and hair colour as told, the rest by chance, and no hair like somebody else's."""
    (years, hair), (chance, role) = told, source
    low, high = AGES[kind]
    age = years if years is not None else low + int(chance.number(role, "age") * (high - low + 1))
    she = kind in ("girl", "woman", "mother", "grandmother")
    lengths = [length for length in LENGTHS["she" if she else "he"] if f"{length} " not in unlike]
    shades = [(shade, code) for shade, code in HAIR if code not in unlike]
    shade, code = ("silver", "#BDBCC2") if kind.startswith("grand") else chance.pick(shades, role, "hair")
    shade, code = ("", hair) if hair else (shade, code)
    length = "pinned up" if kind == "mother" else chance.pick(lengths, role, "length")
    locks = " ".join(f"{length} {shade} hair hex {code}".split())
    noun = f"Young {kind}" if kind in YOUNG else "woman" if she else "man"
    body = f"{TERMS[0]}, {TERMS[-1]}" if kind in YOUNG else chance.pick(BUILDS, role)
    return f"{noun}, {age} years old, {body}, {locks}, skin hex {chance.pick(SKIN, role, 'skin')}"
