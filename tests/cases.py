"""How many cases a property is tried on: so many in `make test`, all that the nightly profile asks for at night."""

from hypothesis import settings


def cases(usual: int) -> settings:
    """Settings for `usual` cases, or as many as the profile asks for where that is more than hypothesis' own default.

    The default of hypothesis is 100: what takes long may ask for fewer in `make test`.
    """
    asked = settings().max_examples
    return settings(deadline=None, max_examples=asked if asked > DEFAULT else usual)


DEFAULT = 100
