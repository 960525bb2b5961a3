"""Clips are conformed as they arrive; on a person's word the approved ones become the film and what lies beside it."""

from functools import partial
from pathlib import Path

from services.stitcher.analysis_file import analysis_file
from services.stitcher.effort import effort_of
from services.stitcher.labels import labels
from services.stitcher.record import film_record
from services.stitcher.report import report
from services.stitcher.shot_table import shot_table
from shared.domain import deliverable as names
from shared.domain import render as renders
from shared.domain import shot as shots
from shared.domain.captions import karaoke_ass, srt
from shared.domain.deliverable import FILM, FilmRecord
from shared.domain.project import PROJECTS
from shared.domain.render import RENDERS, FinalRenderCompleted, FinalRenderFailed, FinalRenderRequested
from shared.domain.shot import SHOTS, ShotClipReady, ShotConformed, ShotFailed, ShotRendered
from shared.domain.song import SONG, SONGS
from shared.domain.timeline import StitchPlan
from shared.kernel.errors import MediaFault
from shared.kernel.streams import Change
from shared.kernel.timecode import clock_of
from shared.ports.media import Frame, Peaks, Segment, Stitched
from shared.ports.sheets import SheetRow
from shared.ports.studio import Studio
from shared.service import Service, Task

THUMBNAIL_WIDTH = 384


def conform_shot(task: Task) -> None:
    """Cut a clip to its shot's window, once, so that the stitch only copies."""
    shot_id = task.happened.subject
    project = task.studio.get(task.project_id, PROJECTS, task.project_id)
    version = task.studio.get(task.project_id, SHOTS, shot_id).current
    blobs, frame = task.studio.blobs, Frame(width=project.width, height=project.height, fps=project.fps)
    try:
        with blobs.file(version.clip) as clip, blobs.scratch() as scratch:
            task.studio.media.conform(clip, 0, version.plan.frames, frame, scratch / "segment.mp4")
            segment = blobs.keep(scratch / "segment.mp4")
    except MediaFault as error:
        rule = partial(shots.fail, reason=f"its clip could not be conformed: {error}")
    else:
        rule = partial(shots.conform, version_id=version.version_id, segment=segment)
    task.change(lambda change: change.decide(SHOTS, shot_id, rule))


def render_film(task: Task) -> None:
    """Put the film together, verify it, make what lies beside it, and publish all of it at once."""
    render_id = task.happened.subject
    plan = task.studio.get(task.project_id, RENDERS, render_id).plan
    assert plan is not None, "a render is requested with its plan"
    try:
        with task.studio.blobs.scratch() as scratch:
            stitched = _stitch(plan, task.studio, scratch / FILM)
            film = task.studio.blobs.keep(scratch / FILM)
        record = film_record(task.studio, task.project_id, plan, stitched)
        outputs = {FILM: film, **_beside(record, task)}
    except MediaFault as error:
        reason = str(error)
        task.change(lambda change: change.decide(RENDERS, render_id, lambda r: renders.fail(r, reason)))
        return
    done = FinalRenderCompleted(outputs=outputs, frames=stitched.frames, duration_ms=stitched.duration_ms)

    def work(change: Change) -> None:
        change.decide(RENDERS, render_id, lambda r: renders.complete(r, done))
        for cut in plan.cuts:
            change.decide(SHOTS, cut.shot_id, partial(shots.render, version_id=cut.shot_version, film=film))

    task.change(work)


def _stitch(plan: StitchPlan, studio: Studio, into: Path) -> Stitched:
    frame = Frame(width=plan.width, height=plan.height, fps=plan.fps)
    with studio.blobs.file(plan.song) as sound:
        segments = []
        for cut in plan.cuts:
            with studio.blobs.file(cut.clip) as path:
                segments.append(Segment(name=cut.shot_id, path=path, frames=cut.out_frame - cut.in_frame))
        return studio.media.stitch(tuple(segments), sound, frame, into)


def _beside(record: FilmRecord, task: Task) -> dict[str, str]:
    studio = task.studio
    song = studio.get(task.project_id, SONGS, SONG)
    peaks = Peaks.model_validate_json(studio.blobs.get(song.peaks))
    page = report(record, effort_of(studio.store.timeline(task.project_id)), _thumbnails(record, studio), peaks)
    outline = record.outline
    files: dict[str, bytes] = {
        names.INTERCHANGE: studio.interchange.write(record).encode(),
        names.CONTACT_SHEET: studio.sheets.contact_sheet(outline.title, outline.language, _rows(record, studio)),
        names.LYRICS: srt(record.analysis).encode(),
        names.KARAOKE: karaoke_ass(record.analysis, record.width, record.height, outline.language).encode(),
        names.REPORT: page.encode(),
        names.SHOTS: shot_table(record),
        names.ANALYSIS: analysis_file(record.analysis).encode(),
    }
    return {name: studio.blobs.put(content) for name, content in files.items()}


def _thumbnails(record: FilmRecord, studio: Studio) -> dict[str, bytes]:
    pictures = {}
    for shot in record.shots:
        with studio.blobs.file(shot.chosen.clip) as clip:
            pictures[shot.plan.shot_id] = studio.media.thumbnail(clip, 0, THUMBNAIL_WIDTH)
    return pictures


def _rows(record: FilmRecord, studio: Studio) -> list[SheetRow]:
    word = labels(record.outline.language)
    return [
        SheetRow(
            image=studio.blobs.get(shot.chosen.start_image),
            heading=f"{plan.shot_id.upper()}  {clock_of(plan.start_ms)}",
            words=plan.words,
            note=f"{word[plan.size]} · {word[plan.angle]} · {plan.lens_mm} {word['mm']} · {word[plan.move]}",
        )
        for shot in record.shots
        for plan in (shot.plan,)
    ]


SERVICE = Service(
    "stitcher",
    {ShotClipReady: conform_shot, FinalRenderRequested: render_film},
    emits=(ShotConformed, ShotFailed, ShotRendered, FinalRenderCompleted, FinalRenderFailed),
)
