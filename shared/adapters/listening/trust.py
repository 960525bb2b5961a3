"""How far word times can be trusted: agreement of independent tries, and whether the song speaks for them at all."""

from dataclasses import dataclass

import numpy as np

from shared.adapters.listening.cues import Syllables
from shared.adapters.listening.placing import Row
from shared.domain.analysis import Heard

_CEILING = 0.9


@dataclass(frozen=True)
class Signs:
    """What is known about a placing."""

    tries_s: Row
    """(tries, words) starts in seconds."""
    starts_ms: Row
    ends_ms: Row
    syllable_s: float
    """Seconds of singing per syllable of the text."""


def trust(signs: Signs, heard: Heard, beginnings: Syllables) -> Row:
    """0..0.9 per word: how closely the tries agree, less where nobody sings, no syllable begins, or the text is
    much too long or too short for the singing."""
    spread = np.abs(signs.tries_s - np.median(signs.tries_s, axis=0)).mean(axis=0)
    agreement = np.exp(-spread / 0.35)
    return np.asarray(_CEILING * agreement * _fit(signs, heard, beginnings), np.float64)


def _fit(signs: Signs, heard: Heard, beginnings: Syllables) -> float:
    """0..1 for the whole placing."""
    vocals = np.array(heard.curves.vocals)
    at = (np.arange(len(vocals)) + 0.5) * heard.curves.hop_ms
    index = np.searchsorted(signs.starts_ms, at, side="right") - 1
    inside = (index >= 0) & (at < signs.ends_ms[index.clip(0)])
    if not inside.any():
        return 0.0
    covered = float(vocals[inside].mean())
    apart = covered - (float(vocals[~inside].mean()) if (~inside).any() else 0.0)
    struck = float(beginnings.near(signs.starts_ms / 1000, 0.04).mean())
    chance = float(np.mean([beginnings.near(signs.starts_ms / 1000 + s, 0.04).mean() for s in (-0.13, 0.11, 0.17)]))
    sung = np.clip((covered - 0.3) / 0.4, 0, 1) * np.clip(apart / 0.4, 0, 1)
    begun = np.clip((struck / max(chance, 1e-3) - 0.9) / 0.8, 0, 1)
    pace = np.exp(-0.5 * (max(0.0, abs(np.log(max(signs.syllable_s, 1e-3) / 0.3)) - 0.5) / 0.35) ** 2)
    return float(sung * (0.4 + 0.6 * begun) * pace)
