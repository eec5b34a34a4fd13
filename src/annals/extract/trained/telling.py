"""One event as the network and the rules together tell it."""

from collections.abc import Sequence

import msgspec
import numpy as np

from annals.extract.tellings import hedged, once
from annals.extract.trained.events import Event, Story
from annals.extract.trained.findings import findings_of
from annals.extract.trained.joining import Joint, words_at
from annals.extract.trained.labels import TYPES
from annals.extract.trained.spans import Span
from annals.extract.trained.words import Words
from annals.model import Finding, Quote, Telling

NOT_VIOLENT = tuple(TYPES.index(name) for name in ("accident", "self-harm"))
SURE = 0.5
"""A mention of which the network is less sure does not name the event."""
TYPED = 1.0
"""What a type of the rules is worth beside the network's log-odds."""
_COUNTS = frozenset({"killed", "wounded", "missing", "abducted", "fired", "hit", "intercepted"})


def telling_of(
    joint: Joint, events: Sequence[Event], rules: Sequence[Telling], story: Story, stances: list[Finding], words: Words
) -> Telling:
    """Put an event into the report's words."""
    own = [rules[n] for n in joint.tellings]
    if joint.event is None:
        return own[0]
    event = events[joint.event]
    found = [hedged(finding, words.text) for finding in findings_of(event, story, words) + stances]
    made = _alone(event, own, found, words)
    if not own:
        return made
    first = own[0]
    return msgspec.structs.replace(
        made,
        trigger=first.trigger,
        sentence=first.sentence,
        findings=tuple(once(_merged([f for t in own for f in t.findings], found))),
    )


def _alone(event: Event, own: Sequence[Telling], found: list[Finding], words: Words) -> Telling:
    main = _naming(event)
    sentence = words.sentence_at(main.start)
    start, end = (sentence.start, sentence.end) if sentence is not None else (main.start, main.end)
    odds = event.type_odds.copy()
    odds[list(NOT_VIOLENT)] = -np.inf
    for telling in own:
        if telling.sub_event_type in TYPES:
            odds[TYPES.index(telling.sub_event_type)] += TYPED
    return Telling(
        trigger=Quote.of(words.text, main.start, main.end),
        sentence=Quote.of(words.text, start, end),
        sub_event_type=TYPES[int(odds.argmax())],
        realis=event.realis,  # type: ignore[arg-type]
        prominence=event.prominence,  # type: ignore[arg-type]
        aggregate=event.aggregate,
        findings=tuple(once(found)),
    )


def _naming(event: Event) -> Span:
    """The mention that names the event: the first that the network is sure of."""
    return next((m for m in event.mentions if m.score >= SURE), event.mentions[0])


def _merged(rules: list[Finding], network: list[Finding]) -> list[Finding]:
    """The rules' findings, and those of the network's that tell of other words or of what the rules did not find."""
    fields = {f.field for f in rules}
    taken = [(f.field, *words_at(f)) for f in rules]
    added = []
    for finding in network:
        start, end = words_at(finding)
        if any(field == finding.field and a < end and start < b for field, a, b in taken):
            continue
        if finding.field in ("date", "place") and finding.field in fields:
            continue
        added.append(finding)
    return sorted(rules + added, key=lambda finding: finding.quote.start)
