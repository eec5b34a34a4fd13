"""What the lexicons and the rule reader say of each word, given to the network beside the words.

The network learns from few examples what the lexicons know from many words, and corrects the rules where it has learnt
better. A hint is a name in HINTS; each piece of the text has those that hold at its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annals.extract.lexicon import table
from annals.extract.page import Page, Sentence
from annals.extract.trained.labels import REALIS, TYPES
from annals.extract.trained.pieces import Pieces
from annals.model import Finding, Reading

Stretch = tuple[int, int, str]
"""Start and exclusive end in code points, and a hint that holds between them."""

_KINDS = TYPES[:17]
_FIELDS = (
    "date place weapon killed wounded missing abducted fired hit intercepted target damage perpetrator event_type"
).split()
_STANCES = "claims denies blames suspects praises declines retracts".split()
HINTS: tuple[str, ...] = (
    *(f"trigger:{kind}" for kind in ("", *_KINDS)),
    *("trigger:sure", "trigger:noun"),
    *(f"harm:{field}" for field in "killed wounded missing abducted casualties".split()),
    *(f"harm:{role}" for role in "active suffered states nouns tolls shot none both".split()),
    *(f"form:{form}" for form in "base s past participle ing singular plural".split()),
    *(f"stance:{stance}" for stance in _STANCES),
    *(f"number:{kind}" for kind in "cardinal ordinal vague none indefinite".split()),
    *("number:people", "number:part", "saying", "hedge", "noise", "title", "sentence", "unread", "target"),
    *(
        f"time:{kind}"
        for kind in "date weekday dayword holiday month season year period ago chain clock daypart window".split()
    ),
    *(f"weapon:{kind}" for kind in ("", *_KINDS)),
    *(f"place:{kind}" for kind in "place country demonym".split()),
    *(
        f"actor:{kind}"
        for kind in (
            "armed_group political_militia state_forces police coalition government cartel gang party intelligence "
            "private_military media monitor ngo igo"
        ).split()
    ),
    *(f"rules:{field}" for field in _FIELDS),
    *("rules:part", "rules:event", "rules:recalled", "rules:aggregate"),
    *(f"rules:{realis}" for realis in REALIS),
    *(f"rules:{stance}" for stance in (*_STANCES, "unclaimed")),
    *("rules:response", "rules:tally", "rules:tie"),
)
_NUMBER = {name: number for number, name in enumerate(HINTS)}
NOBODY = -1
"""The telling of a piece that the rules give to none."""


@dataclass(frozen=True, kw_only=True)
class Hints:
    """The hints of a text's pieces."""

    matrix: NDArray[np.uint8]
    """(pieces, HINTS), 0 or 1."""
    tellings: NDArray[np.int64]
    """(pieces,): the index of the telling that the rules give a piece to, NOBODY for none."""


def hints_of(page: Page, reading: Reading, pieces: Pieces, unread: Iterable[tuple[int, int]] = ()) -> Hints:
    """The hints of every piece."""
    count = len(pieces.ids)
    matrix = np.zeros((count, len(HINTS)), dtype=np.uint8)
    tellings = np.full(count, NOBODY, dtype=np.int64)
    starts, ends = np.array(pieces.starts, dtype=np.int64), np.array(pieces.ends, dtype=np.int64)
    stretches = [*_of_page(page), *((a, b, "unread") for a, b in unread)]
    stretches += [stretch for _, stretch in _of_reading(reading)]
    stretches += _beside(reading)
    for start, end, name in stretches:
        number = _NUMBER.get(name)
        if number is not None:
            matrix[np.searchsorted(ends, start, side="right") : np.searchsorted(starts, end), number] = 1
    for telling, (start, end, _) in _of_reading(reading):
        place = slice(int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end)))
        tellings[place] = np.where(tellings[place] == NOBODY, telling, tellings[place])
    return Hints(matrix=matrix, tellings=tellings)


def _of_page(page: Page) -> Iterator[Stretch]:
    lexicon = table()
    for sentence in page.sentences:
        yield sentence.start, sentence.start + 1, "sentence"
        if sentence.title:
            yield sentence.start, sentence.end, "title"
        yield from _of_words(sentence, page)
        for number in sentence.numbers:
            yield number.start, number.end, f"number:{number.kind}"
        for name, phrases in (("saying", lexicon.saying), ("hedge", lexicon.hedges), ("noise", lexicon.noise)):
            for match in phrases.find(sentence.words):
                yield match.start, match.end, name


def _of_words(sentence: Sentence, page: Page) -> Iterator[Stretch]:
    for trigger in sentence.triggers:
        yield trigger.start, trigger.end, f"trigger:{trigger.payload.type}"
        yield trigger.start, trigger.end, f"form:{trigger.payload.form}"
        if trigger.payload.sure:
            yield trigger.start, trigger.end, "trigger:sure"
        if trigger.payload.noun:
            yield trigger.start, trigger.end, "trigger:noun"
    for harm in sentence.harm:
        yield harm.start, harm.end, f"harm:{harm.payload.field}"
        yield harm.start, harm.end, f"harm:{harm.payload.role}"
        yield harm.start, harm.end, f"form:{harm.payload.form}"
    for stance in sentence.stances:
        yield stance.start, stance.end, f"stance:{stance.payload.stance}"
    for target in sentence.targets:
        yield target.start, target.end, "target"
    for time in sentence.times:
        yield time.start, time.end, f"time:{time.kind}"
    for weapon in sentence.weapons:
        yield weapon.start, weapon.end, f"weapon:{page.weapons.sub_event_type(weapon.kind) or ''}"
    for place in sentence.places:
        yield place.start, place.end, f"place:{place.kind}"
    for actor in sentence.actors:
        yield actor.start, actor.end, f"actor:{actor.entry.kind}"


def _of_reading(reading: Reading) -> Iterator[tuple[int, Stretch]]:
    for number, telling in enumerate(reading.tellings):
        start, end = telling.trigger.start, telling.trigger.end
        yield number, (start, end, "rules:event")
        yield number, (start, end, f"rules:{telling.realis}")
        if telling.prominence == "recalled":
            yield number, (start, end, "rules:recalled")
        if telling.aggregate:
            yield number, (start, end, "rules:aggregate")
        for finding in telling.findings:
            words = _words(finding)
            yield number, (*words, f"rules:{finding.field}")
            if finding.part:
                yield number, (*words, "rules:part")
            if finding.stance != "states":
                yield number, (*words, f"rules:{finding.stance}")


def _beside(reading: Reading) -> Iterator[Stretch]:
    """What the rules read beside the events: answers, counts and ties."""
    for name, said in (("response", reading.responses), ("tally", reading.tallies), ("tie", reading.ties)):
        for one in said:
            yield one.quote.start, one.quote.end, f"rules:{name}"


def _words(finding: Finding) -> tuple[int, int]:
    """Where a finding's words stand within its quote."""
    at = finding.quote.exact.find(finding.words) if finding.words else -1
    if at < 0:
        return finding.quote.start, finding.quote.end
    return finding.quote.start + at, finding.quote.start + at + len(finding.words)
