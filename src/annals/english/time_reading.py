"""How the words that a rule matched are read into a part of an expression of time."""

import re

from annals.english.time_calendar import CALENDAR_RULES
from annals.english.time_groups import Groups
from annals.english.time_parts import TimePart
from annals.english.time_steps import STEP_RULES
from annals.english.tokens import Tokens

_READERS = {**CALENDAR_RULES, **STEP_RULES}


def read_part(tokens: Tokens, kind: str, match: re.Match[str]) -> tuple[TimePart | None, bool]:
    """Read a rule's match; None where the words do not add up to a time.

    The second value is True for a part that is a time only where it joins another ("evening").
    """
    groups = Groups(tokens, match)
    reader = _READERS[kind]
    part = reader(groups)
    weak = kind == "daypart" and not groups.words("strict")
    return part, weak
