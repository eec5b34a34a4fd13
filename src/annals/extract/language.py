"""Whether a report is in English, which is the only language that the rules read."""

import re

from annals.model import Report

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    (
        "the of and to in a that was for on is with said were by at as it he from has had an have be his who "
        "their they been which after not but this are she its or will"
    ).split()
)
_SAMPLE = 400
_ENOUGH = 30
_SHARE = 0.12


def foreign(report: Report) -> str | None:
    """The language of a report that is not English, "unknown" where only that is plain; None for English.

    A stated language decides; without one, a text of some length with few of English's commonest words is foreign
    (they make up about a third of news English).
    """
    if report.language is not None and not re.match(r"en\b", report.language.lower().replace("_", "-")):
        return report.language
    words = [word.lower() for word in _WORD.findall(report.text[:6000])[:_SAMPLE]]
    if len(words) < _ENOUGH:
        return None
    share = sum(word in _COMMON for word in words) / len(words)
    return "unknown" if share < _SHARE else None
