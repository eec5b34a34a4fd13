"""The person with whom a sentence opens, of whom the next one goes on to speak as "he" or "she"."""

import re

from annals.extract.page import Sentence

_OFFICE = (
    r"(?:[Pp]resident|[Pp]remier|[Mm]inister|[Gg]overnor|[Mm]ayor|[Cc]hief|[Cc]ommissioner|[Pp]rosecutor|[Ss]pokes(?:man|woman)|"
    r"[Cc]ommander|[Gg]eneral|[Cc]olonel|[Ss]heriff|[Ss]ecretary|[Aa]mbassador|[Ll]awmaker|[Cc]hairman|[Bb]ishop|[Oo]fficial|[Ee]lder)"
)
_FULL = r"[A-Z][\w’'.-]+(?:\s+(?:(?:al|el|bin|de|van|ould|ag)[ -])?[A-Z][\w’'.-]+){1,3}"
_OPENS = re.compile(
    rf"[“\"]?(?P<who>(?:(?:The|An?)\s+)?(?:[\w’'-]+\s+){{0,3}}?{_OFFICE}(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]+)?(?:,?\s+{_FULL})?)"
    r"(?=,?\s+[a-z])"
)


def person_opening(sentence: Sentence, text: str) -> str | None:
    """The holder of an office with whom a sentence opens: "The governor, Amara Sow, visited the wounded"."""
    found = _OPENS.match(text, sentence.start, sentence.end)
    return found["who"] if found is not None else None
