"""The report of a finished film: one page that needs nothing else, for whoever made it and whoever must trust it."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from services.stitcher.labels import labels, page_language
from services.stitcher.strip import grade, strip
from shared.domain.analysis import Moment
from shared.domain.deliverable import DELIVERABLES, REPORT, Effort, FilmRecord, reads_from_right
from shared.domain.prompt import ImagePrompt
from shared.kernel.timecode import clock_of
from shared.ports.media import Peaks

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def report(film: FilmRecord, effort: Effort, pictures: Mapping[str, bytes], peaks: Peaks) -> str:
    """The page as HTML, in Hebrew for a Hebrew film and in English for any other.

    `pictures` has a small JPEG for each shot id, `peaks` is the waveform of the song. The page loads nothing from
    anywhere, runs no script, and shows every text as text.
    """
    language = page_language(film.outline.language)
    known = labels(language)
    return _PAGES.get_template("report.html").render(
        film=film,
        effort=effort,
        say=known,
        name=lambda key: known.get(key, key.replace("_", " ")),
        language=language,
        direction="rtl" if reads_from_right(language) else "ltr",
        strip=strip(film, peaks),
        pictures={shot_id: f"data:image/jpeg;base64,{b64encode(jpeg).decode()}" for shot_id, jpeg in pictures.items()},
        lines=sorted(film.analysis.alignment.lines, key=lambda line: (line.confidence, line.line)),
        took={shot.shot_id: shot.ms for shot in effort.shots},
        beside=tuple(name for name in DELIVERABLES if name != REPORT),
    )


def _colours(palette: Sequence[str]) -> tuple[str, ...]:
    """Only what is a colour: nothing else may enter a style."""
    return tuple(colour for colour in palette if _COLOUR.fullmatch(colour))


def _of_part(moments: Sequence[Moment], part: int) -> tuple[Moment, ...]:
    return tuple(moment for moment in moments if moment.part == part)


def _share(value: float) -> str:
    return f"{100 * min(1.0, max(0.0, value)):.1f}%"


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.1f}"


def _pretty(prompt: ImagePrompt) -> str:
    return json.dumps(prompt.model_dump(mode="json"), ensure_ascii=False, indent=2)


def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("services.stitcher"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(
        clock=clock_of,
        colours=_colours,
        grade=grade,
        of_part=_of_part,
        pretty=_pretty,
        seconds=_seconds,
        share=_share,
        size=_size,
    )
    return pages


_PAGES = _pages()
