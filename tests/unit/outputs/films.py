"""A small film, English or Hebrew, for the tests of what lies beside it."""

from shared.domain.analysis import (
    AlignmentQuality,
    Analysis,
    Atmosphere,
    LineQuality,
    Moment,
    Part,
    Rhythm,
    Verdict,
    Word,
)
from shared.domain.deliverable import (
    Count,
    Effort,
    FilmFacts,
    FilmRecord,
    SceneRecord,
    ShotRecord,
    ShotTime,
    ShotVersion,
    StageTime,
)
from shared.domain.prompt import (
    Angle,
    Camera,
    ImagePrompt,
    MotionPrompt,
    Move,
    ShotSize,
    Subject,
    SubjectType,
)
from shared.domain.shotlist import (
    Bible,
    Character,
    FilmOutline,
    SceneDesign,
    SceneSpan,
    ShotPlan,
    Transition,
)
from shared.kernel.timecode import frame_at

FPS = 24
BEAT_MS = 600
ENGLISH = (
    ("Verse", "Little girl beside the window", "counting every quiet star"),
    ("Chorus", "Hold my hand until the morning", "I will find you where you are"),
    ("Bridge", "Paper boats across the ceiling", "9 boats, 2 moons"),
)
HEBREW = (
    ("בית", "ילדה קטנה ליד החלון", "סופרת כוכבים בשקט"),
    ("פזמון", "תני לי יד עד הבוקר", "אני איתך גם בחושך"),
    ("גשר", "סירת נייר על התקרה", "9 סירות ו-2 ירחים, OK?"),
)
SIZES = (ShotSize.WIDE, ShotSize.MEDIUM, ShotSize.CLOSE, ShotSize.INSERT)
MOVES = (Move.PUSH_IN, Move.STATIC, Move.TRUCK_LEFT, Move.CRANE_UP)


def film(language: str = "en", title: str = "Paper Boats", reason: str = "") -> FilmRecord:
    """Four scenes of 4.8 s, an intro without words and three of two lines; each line is one shot of 2.4 s."""
    told = HEBREW if language == "he" else ENGLISH
    analysis = _analysis(title, language, told)
    spans = tuple(_span(index, part) for index, part in enumerate(analysis.parts))
    shots = tuple(_shot(analysis, index, reason) for index in range(8))
    total = frame_at(analysis.duration_ms, FPS)
    bible = Bible(
        logline="A girl folds the night into boats and sails home."
        if language == "en"
        else "ילדה מקפלת את הלילה לסירות.",
        story="",
        characters=(Character(name="Maya", description="six, black hair hex #1A1A22"),),
        style="painted night",
        palette=("#0B1020", "#27406B", "#E8B04A"),
        motifs=("paper boat", "window"),
    )
    outline = FilmOutline(title=title, language=language, fps=FPS, total_frames=total, bible=bible, spans=spans)
    facts = FilmFacts(
        frames=total,
        duration_ms=analysis.duration_ms,
        max_pts_error_us=21,
        sound_offset_us=-83,
        sha256="f" * 64,
        bytes=31_457_280,
    )
    scenes = tuple(SceneRecord(span=span, design=_design(), version=2, approved_by="Noa") for span in spans)
    return FilmRecord(
        outline=outline,
        analysis=analysis,
        song="a" * 64,
        song_duration_ms=analysis.duration_ms,
        scenes=scenes,
        shots=shots,
        facts=facts,
    )


def effort() -> Effort:
    """What it took, with a count nobody has a word for."""
    return Effort(
        total_ms=58_320,
        stages=(
            StageTime(stage="ingest", ms=900),
            StageTime(stage="image_gen", ms=30_020),
            StageTime(stage="stitcher", ms=450),
        ),
        shots=tuple(ShotTime(shot_id=shot.plan.shot_id, ms=3_000 + shot.plan.index) for shot in film().shots),
        counts=(
            Count(name="messages", count=120),
            Count(name="store_writes", count=240),
            Count(name="provider_calls", count=32),
            Count(name="moons_seen", count=1),
        ),
    )


def _analysis(title: str, language: str, told: tuple[tuple[str, str, str], ...]) -> Analysis:
    duration = 8 * 4 * BEAT_MS
    moments = [_moment(0, "", None, 0, 2400, ()), _moment(0, "", None, 2400, 4800, ())]
    lines = []
    for row, (_, *pair) in enumerate(told):
        for which, text in enumerate(pair):
            line = row * 2 + which
            start = 4800 + line * 2400
            words = _words(text, line, start)
            half = len(words) // 2
            moments.append(
                _moment(
                    row + 1, " ".join(w.text for w in words[:half]), line, start, words[half].start_ms, words[:half]
                )
            )
            moments.append(
                _moment(
                    row + 1,
                    " ".join(w.text for w in words[half:]),
                    line,
                    words[half].start_ms,
                    start + 2400,
                    words[half:],
                )
            )
            sure = 0.31 if line == 3 else 0.9 - line / 50
            lines.append(
                LineQuality(
                    line=line, text=text, start_ms=start, end_ms=start + 2400, confidence=sure, words_per_second=2.1
                )
            )
    labels = ("Intro", *(label for label, _, _ in told))
    parts = tuple(
        Part(
            label=label,
            start_ms=index * 4800,
            end_ms=(index + 1) * 4800,
            from_lyrics=index > 0,
            rhythm=_rhythm(8.0),
            atmosphere=_atmosphere(index / 4),
        )
        for index, label in enumerate(labels)
    )
    return Analysis(
        title=title,
        language=language,
        duration_ms=duration,
        tempo_bpm=100.0,
        tempo_changes=(),
        beats_ms=tuple(range(0, duration, BEAT_MS)),
        downbeats_ms=tuple(range(0, duration, 4 * BEAT_MS)),
        beats_per_bar=4,
        key="A minor",
        parts=parts,
        moments=tuple(moment.model_copy(update={"id": f"M{n:03d}"}) for n, moment in enumerate(moments)),
        alignment=AlignmentQuality(
            verdict=Verdict.DOUBTFUL,
            summary="5 of 6 lines are sure, line 4 is not",
            confidence=0.74,
            lines=tuple(lines),
            gaps_ms=((1200, 2300),),
            zero_length_words=0,
            edited_words=1,
        ),
    )


def _words(text: str, line: int, start: int) -> tuple[Word, ...]:
    spoken = text.split()
    step = 2400 // len(spoken)
    return tuple(
        Word(text=word, line=line, start_ms=start + n * step, end_ms=start + n * step + step - 20, confidence=0.87)
        for n, word in enumerate(spoken)
    )


def _moment(part: int, text: str, line: int | None, start: int, end: int, words: tuple[Word, ...]) -> Moment:
    return Moment(
        id="",
        text=text,
        part=part,
        line=line,
        start_ms=start,
        end_ms=end,
        words=words,
        rhythm=_rhythm((end - start) / BEAT_MS),
        atmosphere=_atmosphere((start % 7000) / 7000),
    )


def _rhythm(beats: float) -> Rhythm:
    return Rhythm(syllables_per_second=3.3333333333333335, beats=beats, accent=0.1 + 0.2, bar_position=0.0)


def _atmosphere(energy: float) -> Atmosphere:
    return Atmosphere(energy=energy, brightness=0.4, tension=energy / 2, valence=0.55, words=("tender", "restless"))


def _span(index: int, part: Part) -> SceneSpan:
    return SceneSpan(
        scene_id=f"SC{index + 1:02d}",
        index=index,
        title=part.label,
        start_frame=frame_at(part.start_ms, FPS),
        end_frame=frame_at(part.end_ms, FPS),
        start_ms=part.start_ms,
        end_ms=part.end_ms,
        first_moment=0,
        last_moment=1,
        seed=1_234_567_890 + index,
    )


def _design() -> SceneDesign:
    return SceneDesign(
        slugline="INT. BEDROOM - NIGHT",
        synopsis="Maya counts the stars and folds her list into a boat.",
        location="a small bedroom with a window and a bed",
        time_of_day="night",
        weather="clear",
        outfit="yellow pyjamas hex #E8B04A",
        props=("paper boat",),
        palette=("#0B1020", "#27406B", "#E8B04A"),
        light="moonlight from the window, soft",
    )


def _shot(analysis: Analysis, index: int, reason: str) -> ShotRecord:
    start, end = index * 2400, (index + 1) * 2400
    moments = [moment for moment in analysis.moments if moment.start_ms < end and moment.end_ms > start]
    size, move = SIZES[index % 4], MOVES[index % 4]
    shot_id = f"SC{index // 2 + 1:02d}-SH{index % 2 + 1:02d}"
    subject = Subject(
        type=SubjectType.PERSON, description="Maya", pose="sitting on the bed", position="center midground facing left"
    )
    camera = Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=35)
    plan = ShotPlan(
        shot_id=shot_id,
        scene_id=shot_id[:4],
        index=index % 2,
        start_frame=frame_at(start, FPS),
        end_frame=frame_at(end, FPS),
        start_ms=start,
        end_ms=end,
        words=" ".join(moment.text for moment in moments if moment.text),
        moments=tuple(moment.id for moment in moments),
        size=size,
        angle=Angle.EYE_LEVEL,
        lens_mm=35,
        move=move,
        transition=Transition.CUT if index % 2 else Transition.DISSOLVE,
        reason=reason or "the words name the window, so the window is what she sees",
        prompt=ImagePrompt(
            scene="a bedroom, hex #0B1020", subjects=(subject,), style="painted", lighting="moon", camera=camera
        ),
        motion=MotionPrompt(start_state="sitting", action="breathes", move=move, amount=0.4),
    )
    versions = tuple(
        ShotVersion(
            version_id=f"v{n}",
            tag=f"[{shot_id}]_[v{n}]_[draft-1]",
            seed=1_234_567_890 + index // 2,
            image_model="draft-1",
            clip_model="parallax-1",
            start_image=f"{index}{n}" * 32,
            clip=f"{n}{index}" * 32,
        )
        for n in (1, 2)
    )
    return ShotRecord(plan=plan, version_id="v2", versions=versions)
