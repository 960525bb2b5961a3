"""What a song is made of: what the listener heard, and the words placed in it. Times are ms from the first sample."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value without surprises."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TempoChange(Value):
    """From here on the song runs at this tempo."""

    at_ms: int
    bpm: float


class Section(Value):
    """A stretch of sound that belongs together; equal labels sound alike."""

    start_ms: int
    end_ms: int
    label: str = Field(description="A letter given by repetition: A, B, C ...")


class Curves(Value):
    """What the sound does over time, one number per hop, each 0..1 over the song."""

    hop_ms: int
    energy: tuple[float, ...] = Field(description="Loudness: RMS in dB mapped from the song's 5th to 99th percentile.")
    brightness: tuple[float, ...] = Field(description="Spectral centroid on a log axis, 200 Hz = 0, 6 kHz = 1.")
    onsets: tuple[float, ...] = Field(description="Onset strength, 1 = the song's 99th percentile.")
    vocals: tuple[float, ...] = Field(description="Likelihood that somebody sings.")


class Heard(Value):
    """What a listener takes from the sound alone, without knowing the words."""

    duration_ms: int
    tempo_bpm: float
    tempo_changes: tuple[TempoChange, ...]
    beats_ms: tuple[int, ...]
    downbeats_ms: tuple[int, ...]
    beats_per_bar: int
    key: str = Field(description="Such as 'A minor'; empty when the sound has none.")
    sections: tuple[Section, ...] = Field(description="Gapless from 0 to duration_ms.")
    curves: Curves


class LyricLine(Value):
    """One line as the person gave it, with the times she gave, if any."""

    text: str
    part: str | None = Field(default=None, description="The [Section] mark above it, absent when the lyrics have none.")
    stanza: int = 0
    words: tuple[str, ...]
    start_ms: int | None = Field(default=None, description="Present when the lyrics came timed (LRC, SRT, VTT).")
    end_ms: int | None = Field(
        default=None, description="Absent when the lyrics do not say when the line is over (LRC)."
    )
    word_starts_ms: tuple[int, ...] = Field(default=(), description="One per word when the lyrics time each word.")


class Word(Value):
    """A word and when it is sung."""

    text: str
    line: int
    start_ms: int
    end_ms: int
    confidence: float = Field(description="0..1; 1 for times that a person gave.")
    edited: str | None = Field(default=None, description="Why a person moved it; absent when nobody did.")


class Rhythm(Value):
    """How words move."""

    syllables_per_second: float
    beats: float = Field(description="Length in beats of the grid.")
    accent: float = Field(description="0..1, mean onset strength at word starts.")
    bar_position: float = Field(description="Where in the bar it starts: 0 = downbeat, below 1.")


class Atmosphere(Value):
    """How it feels, as numbers 0..1."""

    energy: float
    brightness: float
    tension: float = Field(
        description="0.5 onset density + 0.3 energy rise + 0.2 (minor key or dark brightness) + 0.2 words."
    )
    valence: float = Field(description="0 = sad, 1 = joyful: from the words, the key and the brightness.")
    words: tuple[str, ...] = Field(description="Two or three words for it, such as 'tender', 'restless'.")


class Moment(Value):
    """Two or three sung words, or one or two bars without words."""

    id: str
    text: str = Field(description="Empty for an instrumental moment.")
    part: int
    line: int | None
    start_ms: int
    end_ms: int
    words: tuple[Word, ...]
    rhythm: Rhythm
    atmosphere: Atmosphere


class Part(Value):
    """A verse, a chorus: gapless over the song."""

    label: str
    start_ms: int
    end_ms: int
    from_lyrics: bool = Field(description="The label was written by the person.")
    rhythm: Rhythm
    atmosphere: Atmosphere


class Verdict(StrEnum):
    """How far the word times can be trusted."""

    GIVEN = "given"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"
    NO_WORDS = "no_words"


class LineQuality(Value):
    """One line of the alignment report."""

    line: int
    text: str
    start_ms: int
    end_ms: int
    confidence: float
    words_per_second: float


class AlignmentQuality(Value):
    """How good the word times are, in numbers and in one sentence."""

    verdict: Verdict
    summary: str
    confidence: float
    lines: tuple[LineQuality, ...]
    gaps_ms: tuple[tuple[int, int], ...] = Field(description="Singing was heard here but no word was placed.")
    zero_length_words: int
    edited_words: int


class Analysis(Value):
    """Everything known about a song: the structured table that the film is cut to."""

    version: str = "analysis/1"
    title: str
    language: str
    duration_ms: int
    tempo_bpm: float
    tempo_changes: tuple[TempoChange, ...]
    beats_ms: tuple[int, ...]
    downbeats_ms: tuple[int, ...]
    beats_per_bar: int
    key: str
    parts: tuple[Part, ...]
    moments: tuple[Moment, ...]
    alignment: AlignmentQuality
