"""How children are portrayed. These rules hold in every project and for every model; nothing switches them off."""

import re

TERMS = ("Child physique", "Loose fit", "Heavy fabric", "Mid-calf", "Mouth CLOSED")
_YOUNG = re.compile(
    r"\b(child|children|kid|toddler|baby|infant|teen\w*|adolescent|(?:school)?(?:girl|boy))\b|ילד|נער",
    re.IGNORECASE,
)
_BOY = re.compile(r"\b(boy|schoolboy|son|brother)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b", re.IGNORECASE)
_IMMODEST = re.compile(
    r"\b(naked|nude|bare\w*|topless|shirtless|underwear|lingerie|bikini|swimsuit|tight\w*|skin-tight|sheer|see-through|"
    r"transparent|mini ?skirt|short skirt|crop top|cleavage|low-cut|strapless|sexy|sensual|seductive|make-?up|lipstick|"
    r"kissing)\b",
    re.IGNORECASE,
)


def is_child(text: str) -> bool:
    """The words describe somebody under 18; a stated age decides, else the words do."""
    years = _YEARS.search(text)
    return int(years.group(1)) < 18 if years else _YOUNG.search(text) is not None


def mandatory_terms(text: str) -> tuple[str, ...]:
    """What a child's description must say: 'Young girl' or 'Young boy' first, then physique, clothes, closed mouth."""
    return (
        "Young boy" if _BOY.search(text) and not re.search(r"\bgirl\b", text, re.IGNORECASE) else "Young girl",
        *TERMS,
    )


def missing_terms(text: str) -> tuple[str, ...]:
    """The mandatory terms that a child's description lacks; letters count as they are written."""
    return tuple(term for term in mandatory_terms(text) if term not in text)


def immodest(text: str) -> tuple[str, ...]:
    """Words that have no place in a child's portrayal."""
    return tuple(found.group(0) for found in _IMMODEST.finditer(text))
