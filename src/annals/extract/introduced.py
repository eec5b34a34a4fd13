"""Names that a report introduces as an armed group's: "a group calling itself the Army of the Dawn"."""

import re
from collections.abc import Iterator

_KIND = (
    r"(?:group|outfit|organi[sz]ation|faction|cell|militia|movement|gang|cartel|brigade|front|wing|army|offshoot|splinter|"
    r"coalition|alliance)"
)
_WORD = r"(?:(?:al|el|ul|wal|as|ash|at)[- ])?[A-Z][\w’'-]*"
_SMALL = r"(?:of|for|the|and|in|de|del|la|los|al|el|wa)"
_NAME = rf"{_WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD}){{0,6}}"
_INTRODUCED = re.compile(
    rf"\b{_KIND}s?,?\s+(?:that\s+|which\s+|who\s+)?(?:(?:is|are|was)\s+)?"
    r"(?:calling itself|calls itself|call themselves|calling themselves|styling itself|that styled itself|called|named|"
    r"known as|known locally as|going by the name of|identifying itself as|identified as|dubbed)\s+"
    rf"[“\"‘']?(?:the\s+)?(?P<name>{_NAME})"
)
# "The militia Zaire", "the drug gang Los Tigres": of kinds that only armed groups are.
_BEHIND_KIND = re.compile(
    r"\b(?:gang|cartel|militia|(?:rebel|armed|militant|guerrilla|jihadist|jihadi|terrorist|terror|separatist|insurgent|Islamist|"
    r"extremist|paramilitary)\s+(?:group|movement|organi[sz]ation|faction|outfit))\s+"
    rf"(?P<name>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){_NAME})"
)


def introduced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the names of groups stand that `text[start:end]` introduces, in order.

    >>> text = "A little-known group calling itself the Army of the Dawn said so."
    >>> [text[a:b] for a, b in introduced(text, 0, len(text))]
    ['Army of the Dawn']
    """
    for found in _INTRODUCED.finditer(text, start, end):
        yield found.span("name")
    for found in _BEHIND_KIND.finditer(text, start, end):
        yield found.span("name")
