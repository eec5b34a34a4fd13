"""How many cases a property is tried on: so many in `make test`, and all that the nightly profile asks for at night."""

from hypothesis import settings

_DEFAULT = 100
"""What hypothesis tries where no profile asks for more."""
_AT_MOST = 400


def cases(usual: int) -> settings:
    """Settings for `usual` cases; at night as many as the profile asks for, up to 400 times the usual.

    >>> cases(7).max_examples in (7, min(2800, settings().max_examples))
    True
    """
    asked = settings().max_examples
    return settings(deadline=None, max_examples=min(asked, _AT_MOST * usual) if asked > _DEFAULT else usual)
