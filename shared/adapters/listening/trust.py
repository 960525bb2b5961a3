"""How far word times can be trusted: agreement of independent tries, and whether the song speaks for them at all."""

from dataclasses import dataclass

import numpy as np

from shared.adapters.listening.cues import Syllables
from shared.adapters.listening.placing import Row
from shared.domain.analysis import Heard

_CEILING = 0.7
_USUAL_S, _BAND = 0.41, 0.5  # seconds of singing per syllable; 0.25 to 0.68 is nothing strange


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
    """0..0.7 per word: how closely the tries agree, less where nobody sings, no syllable begins, or the text is much
    too long or too short for the singing.

    Never more than 0.7: who hears rhythm but no words cannot tell these words from others of the same length.
    """
    spread = np.abs(signs.tries_s - np.median(signs.tries_s, axis=0)).mean(axis=0)
    agreement = np.exp(-spread / 0.35)
    return np.asarray(_CEILING * agreement * _fit(signs, heard, beginnings))


def _fit(signs: Signs, heard: Heard, beginnings: Syllables) -> float:
    """0..1 for the whole placing."""
    vocals = np.array(heard.curves.vocals)
    at = (np.arange(len(vocals)) + 0.5) * heard.curves.hop_ms
    index = np.searchsorted(signs.starts_ms, at, side="right") - 1
    inside = (index >= 0) & (at < signs.ends_ms[index.clip(0)])
    if not inside.any():
        return 0.0
    covered = float(vocals[inside].mean())
    away = float(vocals[~inside].mean()) if (~inside).any() else 0.0
    sung = np.clip((covered - 0.3) / 0.4, 0, 1) * np.clip((covered - away) / 0.4, 0, 1)
    struck = float(beginnings.near(signs.starts_ms / 1000, 0.04).mean())
    begun = 0.4 + 0.6 * np.clip((struck - 0.9) / 0.6, 0, 1)
    strange = max(0.0, abs(np.log(max(signs.syllable_s, 1e-3) / _USUAL_S)) - _BAND)
    return float(sung * begun * np.exp(-0.5 * (strange / 0.25) ** 2))
