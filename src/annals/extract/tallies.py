"""Counts of events that a report states: "the ninth in five weeks", "dozens of attacks since October"."""

import re

from annals.extract.page import Sentence
from annals.model import Quote, StatedTally

_EVENTS = (
    r"attacks?|strikes?|bombings?|shootings?|killings?|murders?|homicides?|raids?|incidents?|assaults?|kidnappings?|abductions?|ambushes|ambush|explosions?|blasts?|air ?strikes?|massacres?|clashes|"
    r"stabbings?|volleys?|barrages?|hijackings?|assassinations?|attempts?|ships? (?:attacked|hit|struck)|vessels? (?:attacked|hit|struck)|episodes?"
)
_ORDINAL_TAIL = re.compile(
    rf"\s+(?:(?:such|known|reported|similar|major|deadly|fatal|mass|suspected|successful|separate|[\w-]+)\s+){{0,5}}?(?:{_EVENTS}|of its (?:kind|type)|such|time|on\b|in\b|since\b)",
    re.IGNORECASE,
)
_COUNT_TAIL = re.compile(rf"\s+(?:of\s+)?(?:(?:[\w’'-]+)\s+){{0,5}}?(?:{_EVENTS})\b", re.IGNORECASE)
_WINDOWED = re.compile(
    r"\b(?:since|in (?:the )?(?:past|last|less|under|as many|recent|\w+ (?:days|weeks|months|years))|this (?:year|month|week)|so far|over (?:the )?(?:past|last)|within|in (?:a|\w+) (?:day|week|month|year)s?|to date|during)\b",
    re.IGNORECASE,
)
_REACH = 160


def tallies_of(sentence: Sentence, report_id: str, text: str) -> list[StatedTally]:
    """The stated counts of a sentence. An ordinal counts events up to this one; a cardinal needs a period with it."""
    found: list[StatedTally] = []
    windows = [t for t in sentence.times if t.kind == "window"]
    for number in sentence.numbers:
        after = text[number.end : min(sentence.end, number.end + _REACH)]
        ordinal = number.kind == "ordinal"
        tail = (_ORDINAL_TAIL if ordinal else _COUNT_TAIL).match(after)
        if tail is None or number.kind in ("none", "indefinite"):
            continue
        window = next((w for w in windows if w.start >= number.end), windows[0] if windows else None)
        stated = (
            window is not None
            or bool(_WINDOWED.search(after))
            or bool(_WINDOWED.search(text, max(sentence.start, number.start - _REACH), number.start))
        )
        if not stated and not (
            ordinal
            and re.match(
                r"\s+(?:such|(?:[\w-]+\s+){0,4}(?:attack|strike|bombing|shooting|raid|killing|kidnapping)\b)", after
            )
        ):
            continue
        if (number.low or 0) < 2 and number.kind != "vague":  # noqa: PLR2004 -- "the first attack" counts nothing
            continue
        end = max(number.end + tail.end(), window.end if window is not None and window.start >= number.end else 0)
        end = min(end, sentence.end)
        found.append(
            StatedTally(
                report_id=report_id,
                quote=Quote.of(text, number.start, end),
                words=text[number.start : number.end],
                what=text[number.end : end].strip(" ,"),
                window=window.words if window is not None else None,
            )
        )
    return found
