"""The local ear against songs whose truth is known."""

from typing import Any

import numpy as np
import pytest

from shared.adapters.listening.local import LocalListener
from shared.domain.analysis import Heard
from shared.ports.listening import Pcm
from tests.unit.listening.made_songs import RATE, Band, Sound, add, bias_ms, f_measure, pcm, sample, steady, voice

Heards = dict[str, tuple[Heard, dict[str, Any]]]


def noise(seconds: float) -> Sound:
    return np.random.Generator(np.random.PCG64(1)).standard_normal(int(seconds * RATE)) * 0.2


def ms(times: tuple[float, ...]) -> list[float]:
    return [t * 1000 for t in times]


def hear(sound: Sound) -> Heard:
    return LocalListener().hear(pcm(sound))


@pytest.fixture(scope="module")
def samples() -> Heards:
    found: Heards = {}
    for name in ("en", "he"):
        sound, truth = sample(name)
        found[name] = (LocalListener().hear(sound), truth)
    return found


@pytest.mark.parametrize("name", ["en", "he"])
def test_the_beats_of_a_sample_are_on_time_and_carry_over_the_intro_without_drums(samples: Heards, name: str) -> None:
    heard, truth = samples[name]
    assert f_measure(heard.beats_ms, truth["beats_ms"]) >= 0.97
    assert abs(bias_ms(heard.beats_ms, truth["beats_ms"])) <= 5
    assert heard.beats_ms[0] <= 10
    assert heard.tempo_bpm == pytest.approx(truth["bpm"], abs=0.1)


@pytest.mark.parametrize("name", ["en", "he"])
def test_the_bars_of_a_sample_begin_where_they_do(samples: Heards, name: str) -> None:
    heard, truth = samples[name]
    assert heard.beats_per_bar == 4
    assert f_measure(heard.downbeats_ms, truth["downbeats_ms"]) >= 0.95


@pytest.mark.parametrize("name", ["en", "he"])
def test_the_sections_of_a_sample_are_cut_at_the_layer_changes_and_the_chorus_returns(
    samples: Heards, name: str
) -> None:
    heard, truth = samples[name]
    found = [s.start_ms for s in heard.sections]
    assert found == pytest.approx([s["start_ms"] for s in truth["sections"]], abs=100)
    labels = dict(zip((s["i"] for s in truth["sections"]), (s.label for s in heard.sections), strict=True))
    assert labels[2] == labels[4] != labels[3]
    assert labels[0] == "A" != labels[1]


@pytest.mark.parametrize("name", ["en", "he"])
def test_singing_is_heard_where_the_words_sound(samples: Heards, name: str) -> None:
    heard, truth = samples[name]
    vocals = np.array(heard.curves.vocals)
    at = (np.arange(len(vocals)) + 0.5) * heard.curves.hop_ms
    sung = np.zeros(len(vocals), bool)
    for word in truth["words"]:
        sung |= (at >= word["sounding_start_ms"]) & (at <= word["sounding_end_ms"])
    assert float(((vocals > 0.5) == sung).mean()) >= 0.88


@pytest.mark.parametrize("name", ["en", "he"])
def test_a_sample_is_in_its_key_and_its_energy_follows_the_layers(samples: Heards, name: str) -> None:
    heard, truth = samples[name]
    assert heard.key in {"A minor", "C major"}
    energy = np.array(heard.curves.energy)
    means = [float(energy[s["start_ms"] // 50 : s["end_ms"] // 50].mean()) for s in truth["sections"]]
    assert means[0] < means[1] < means[2]
    assert means[5] < means[3] < means[4]


@pytest.mark.parametrize("bpm", [70, 100, 140])
def test_a_band_is_heard_at_its_tempo_and_not_twice_or_half(bpm: int) -> None:
    beats = steady(bpm, 30, 0.37)
    heard = hear(Band(beats, 30, drums_from=6).play())
    assert heard.tempo_bpm == pytest.approx(bpm, abs=0.2)
    assert f_measure(heard.beats_ms, ms(beats)) >= 0.97
    assert abs(bias_ms(heard.beats_ms, ms(beats))) <= 5
    assert f_measure(heard.downbeats_ms, ms(beats[::4])) >= 0.95
    assert len(heard.tempo_changes) == 1


def test_a_waltz_has_three_beats_to_the_bar() -> None:
    beats = steady(120, 30)
    heard = hear(Band(beats, 30, meter=3).play())
    assert heard.beats_per_bar == 3
    assert f_measure(heard.downbeats_ms, ms(beats[::3])) >= 0.95


def test_clicks_alone_give_a_grid_within_10_ms_and_no_key() -> None:
    beats = steady(100, 20, 0.5)
    sound = np.zeros(20 * RATE)
    for beat in beats:
        add(sound, beat, np.hanning(40) * 0.8)
    heard = hear(sound)
    assert f_measure(heard.beats_ms, ms(beats), 20) >= 0.97
    assert abs(bias_ms(heard.beats_ms, ms(beats))) <= 10
    assert heard.key == ""


def test_a_change_of_tempo_is_followed_and_reported() -> None:
    beats = tuple(float(t) for t in (*np.arange(0, 24, 0.6), *np.arange(24, 48, 0.5)))
    heard = hear(Band(beats, 48).play())
    assert f_measure(heard.beats_ms, ms(beats)) >= 0.93
    assert heard.tempo_changes[0].bpm == pytest.approx(100, abs=0.5)
    assert heard.tempo_changes[-1].bpm == pytest.approx(120, abs=0.5)
    assert abs(heard.tempo_changes[-1].at_ms - 24_000) <= 2_000


@pytest.mark.parametrize(
    "sound", [np.zeros(0), np.zeros(10 * RATE), noise(1), noise(20)], ids=["none", "silence", "1s", "noise"]
)
def test_without_a_pulse_there_are_no_beats_no_key_and_nobody_sings(sound: Sound) -> None:
    heard = hear(sound)
    assert (heard.beats_ms, heard.downbeats_ms, heard.tempo_bpm, heard.tempo_changes, heard.key) == ((), (), 0, (), "")
    assert max(heard.curves.vocals, default=0) < 0.1
    assert (heard.sections[0].start_ms, heard.sections[-1].end_ms) == (0, heard.duration_ms)


def test_a_song_that_stops_half_way_has_no_beats_in_the_silence() -> None:
    beats = steady(100, 40)
    sound = Band(beats, 40).play()
    sound[20 * RATE :] = 0
    heard = hear(sound)
    assert f_measure(heard.beats_ms, [b for b in ms(beats) if b < 20_000]) >= 0.95
    assert max(heard.curves.energy[410:]) == 0


def test_pads_and_drums_are_no_singing_and_a_voice_over_them_is() -> None:
    beats = steady(100, 30)
    band = Band(beats, 30).play()
    notes = [(t, t + 0.5, 220 * 2 ** (i % 5 / 12)) for i, t in enumerate(np.arange(10, 20, 0.6))]
    assert max(hear(band).curves.vocals) < 0.5
    vocals = np.array(hear(band + voice(notes, 30)).curves.vocals)
    assert vocals[200:400].mean() > 0.6 > 0.2 > vocals[:190].mean()


@pytest.mark.parametrize("gain", [0.02, 3.0])
def test_quiet_and_clipped_songs_have_the_same_beats(gain: float) -> None:
    beats = steady(100, 30)
    assert f_measure(hear(Band(beats, 30).play() * gain).beats_ms, ms(beats)) >= 0.95


def test_every_number_is_in_its_range_and_sections_leave_no_gap(samples: Heards) -> None:
    for heard, _ in samples.values():
        curves = heard.curves
        for curve in (curves.energy, curves.brightness, curves.onsets, curves.vocals):
            assert len(curve) == -(-heard.duration_ms // curves.hop_ms)
            assert min(curve) >= 0
            assert max(curve) <= 1
        assert all(a.end_ms == b.start_ms for a, b in zip(heard.sections, heard.sections[1:], strict=False))
        assert (heard.sections[0].start_ms, heard.sections[-1].end_ms) == (0, heard.duration_ms)
        assert list(heard.beats_ms) == sorted(set(heard.beats_ms))
        assert set(heard.downbeats_ms) <= set(heard.beats_ms)


def test_one_channel_and_another_rate_give_the_same_beats() -> None:
    beats = steady(100, 20)
    samples_16 = (np.repeat(Band(beats, 20).play(), 2) * 32767).astype("<i2")
    heard = LocalListener().hear(Pcm(samples_16.tobytes(), 2 * RATE, 1))
    assert f_measure(heard.beats_ms, ms(beats)) >= 0.95


def test_the_same_sound_gives_the_same_answer() -> None:
    sound = pcm(Band(steady(90, 12), 12).play())
    assert LocalListener().hear(sound) == LocalListener().hear(sound)
