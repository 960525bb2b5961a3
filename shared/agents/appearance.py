"""How a story says that somebody looks: age, hair, face and clothes."""

import re
from dataclasses import dataclass

from shared.agents.persons import BREAKS, Text, is_hebrew, persons

YEARS = re.compile(
    r"\b(\d{1,2})[ -]years?[ -]old\b|\bage[d]?:? (\d{1,2})\b|(?:\bבת|\bבן) ה?-?(\d{1,2})(?!\d)|"
    r"\b(\d{1,2}) ?(?:ans|años|Jahre)\b"
    r"|(?<=[^\W\d]), ?(\d{1,2})(?=[,.;)]|$| and | with )|\((\d{1,2})\)|\b(\d{1,2})-jährig"
)
SPELT = re.compile(r"\b([a-z]+)(?:[ -]([a-z]+))?[ -]years?[ -]old\b|(?:\bבת|\bבן) ([א-ת]+)(?: ([א-ת]+))?")


@dataclass(frozen=True)
class Garment:
    """Something the story says somebody wears; the colour is empty when it tells none."""

    kind: str
    hex: str = ""


@dataclass(frozen=True)
class Told:
    """What the story says of one person; whatever is empty it leaves open."""

    name: str = ""
    label: str = ""
    """The noun that the story uses: 'fisherman', 'girl'."""
    kind: str = ""
    """'girl', 'woman', 'grandfather' ...; 'adult' or 'young' when the noun leaves the sex open."""
    sex: str = ""
    """'she' or 'he', as nouns, pronouns and names say."""
    wear: str = ""
    """What such a person usually wears."""
    years: int | None = None
    old: bool = False
    hair: str = ""
    """'#RRGGBB'."""
    locks: str = ""
    beard: str = ""
    """'beard' or 'grey beard'."""
    glasses: bool = False
    headwear: Garment | None = None
    garments: tuple[Garment, ...] = ()


def looks_in(text: Text, start: int, end: int) -> Told:
    """Age, hair, face and clothes told between two tokens."""
    part = Text(text.tokens[start:end])
    every = range(len(part.tokens))
    hair = [at for at in every if part.known("face", at) == "hair"]
    worn = [
        (kind, at)
        for at in every
        for table in ("wear", "headwear")
        if (kind := part.known(table, at)) and (_shade(part, at) or _dressed(part, at))
    ]
    beard = next((at for at in every if is_beard(part, at)), None)
    garments = {kind: Garment(kind, _hex(part, at)) for kind, at in reversed(worn) if part.known("wear", at)}
    heads = [Garment(kind, _hex(part, at)) for kind, at in worn if part.known("headwear", at)]
    locks = (lock for at in every if (lock := part.known("locks", at)) and _of_hair(part, at, lock))
    return Told(
        years=_years(" ".join(part.tokens).replace(" ,", ",")),
        hair=next((code for at in hair if (code := _hex(part, at))), ""),
        locks=next(locks, ""),
        beard="" if beard is None else f"{_shade(part, beard)} beard".strip(),
        glasses=any(part.known("face", at) == "glasses" for at in every),
        headwear=next(iter(heads), None),
        garments=tuple(reversed(garments.values())),
    )


def _of_hair(text: Text, at: int, lock: str) -> bool:
    return lock == "bald" or any(text.known("face", by) == "hair" for by in range(at - 2, at + 4))


def is_beard(text: Text, at: int) -> bool:
    """A beard; the Hebrew word for it is also the one for an old man."""
    if text.known("face", at) != "beard":
        return False
    return text.tokens[at] not in ("זקן", "הזקן") or bool(text.known("dressed", at - 1)) or bool(_shade(text, at))


def _dressed(text: Text, at: int) -> bool:
    near = [text.known("dressed", back) for back in range(at - 1, at - 5, -1)]
    return any(near) or text.tokens[at].startswith("ב")


def _hex(text: Text, at: int) -> str:
    return text.table.hexes.get(_shade(text, at), "")


def _shade(text: Text, at: int) -> str:
    """The English name of the colour beside a noun: before it, else after it; in Hebrew only after it."""
    ways = [range(at + 1, at + 4)] if is_hebrew(text.tokens[at]) else [range(at - 1, at - 4, -1), range(at + 1, at + 3)]
    for way in ways:
        for near in way:
            word = text.lower(near)
            if word in BREAKS or any(text.known(kind, near) for kind in ("stops", "wear", "headwear", "face")):
                break
            if shade := text.known("colours", near):
                return shade
    return ""


def _years(text: str) -> int | None:
    """The first age in figures, else the first in words; None when there is none."""
    found = YEARS.search(text.replace(" year old", "-year-old"))
    if found:
        return next(int(group) for group in found.groups() if group)
    spelt = SPELT.search(text.lower())
    return persons().number([group for group in spelt.groups() if group]) if spelt else None
