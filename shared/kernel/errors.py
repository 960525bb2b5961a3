"""Errors a caller may meet, each with the code and HTTP status every surface reports.

StudioError
├── Invalid            422  the input itself is wrong
│   └── Hostile        415  a file is not what it must be, or exceeds a cap
├── Unauthorized       401
├── Forbidden          403
├── NotFound           404
├── Refused            409  a rule of the domain forbids this now
├── Conflict           409  somebody else was first
├── Reused             422  an idempotency key came back with another request
├── Unsupported        501  this adapter cannot do what was asked
├── Unavailable        503  storage is full, locked or unreachable; try again
└── MediaFault         502  the media engine could not produce a correct result
"""

from typing import ClassVar


class StudioError(Exception):
    """Base of all expected failures; anything else is a defect."""

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500


class Invalid(StudioError):
    """The input is wrong: the message says what, where and what to do."""

    code, status = "invalid", 422


class Hostile(Invalid):
    """A file is not of an accepted kind, is broken, or exceeds a cap; nothing of it is kept."""

    code, status = "unacceptable_file", 415


class Unauthorized(StudioError):
    """Nobody, or nobody known, is asking."""

    code, status = "unauthorized", 401


class Forbidden(StudioError):
    """This actor may not do this."""

    code, status = "forbidden", 403


class NotFound(StudioError):
    """The thing named does not exist in this project."""

    code, status = "not_found", 404


class Refused(StudioError):
    """A rule of the domain forbids this now."""

    code, status = "refused", 409


class Conflict(StudioError):
    """Somebody else changed the thing first; load it again and retry."""

    code, status = "conflict", 409


class Reused(StudioError):
    """An idempotency key came back with a different request."""

    code, status = "idempotency_key_reused", 422


class Unsupported(StudioError):
    """This adapter cannot do what was asked; another one may."""

    code, status = "unsupported", 501


class Unavailable(StudioError):
    """Storage is full, locked or unreachable; nothing was half-written, try again."""

    code, status = "unavailable", 503


class MediaFault(StudioError):
    """The media engine did not produce a correct result; nothing was published."""

    code, status = "media_fault", 502
