"""Errors as RFC 9457 problem documents and as pages: one sentence, and what to try."""

from http import HTTPStatus

import msgspec

from annals.errors import AnnalsError, LedgerError, LedgerLockedError, NotFoundError, UsageError


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A problem document (application/problem+json)."""

    type: str = "about:blank"
    title: str
    """The HTTP status in words."""
    status: int
    detail: str
    """One sentence: what is wrong and what to try."""


class Refused(AnnalsError):  # noqa: N818 - it is a refusal, whichever status it has
    """A request that is answered with a status other than 200."""

    def __init__(self, status: int, detail: str) -> None:
        """Keep the HTTP status beside the sentence."""
        super().__init__(detail)
        self.status = status


def problem_of(error: AnnalsError) -> Problem:
    """Return the problem that stands for an error of annals."""
    match error:
        case Refused():
            status = error.status
        case NotFoundError():
            status = 404
        case UsageError():
            status = 400
        case LedgerLockedError():
            status = 409
        case LedgerError():
            status = 503
        case _:
            status = 500
    return problem(status, str(error))


def problem(status: int, detail: str) -> Problem:
    """Return a problem with the usual title of its status.

    >>> problem(404, "There is no incident i0.").title
    'Not Found'
    """
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)
