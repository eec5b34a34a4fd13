"""The sentences with which an input is refused."""

from annals.model import Refusal

TYPES = ".txt, .html, .htm, .json and .jsonl"
"""The extensions that are read, for people."""

_SHOWN = 60


def shown(value: object) -> str:
    """A value as it stands in a sentence: quoted, and cut short.

    >>> shown("x" * 100)[-5:]
    'xx...'
    """
    words = repr(value)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 3] + "..."


def megabytes(size: int) -> str:
    """A size in bytes, for people.

    >>> megabytes(200_000_000), megabytes(1200)
    ('200 MB', '1200 bytes')
    """
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size} bytes"  # noqa: PLR2004


def empty(origin: str) -> Refusal:
    """Nothing to read."""
    return Refusal(
        origin=origin, reason="It holds no words, only white space or nothing at all; give it a text or leave it out."
    )


def too_large(origin: str, size: int | None, limit: int, *, advice: str) -> Refusal:
    """Larger than the limit; `size` None where the end was not reached."""
    what = f"It is {megabytes(size)}" if size is not None else "It"
    verb = "and so" if size is not None else "is"
    return Refusal(origin=origin, reason=f"{what} {verb} larger than the limit of {megabytes(limit)}; {advice}")


def unreadable(origin: str, error: OSError) -> Refusal:
    """The system does not let us read it."""
    why = error.strerror or type(error).__name__
    return Refusal(origin=origin, reason=f"It cannot be read ({why}); check its permissions and try again.")


def of_type(origin: str, kind: str) -> Refusal:
    """A file of a kind that is not read."""
    return Refusal(
        origin=origin,
        reason=f"It is {kind}, not text; save its text as .txt or its page as .html and give that instead.",
    )
