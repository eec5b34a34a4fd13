"""A story becomes a reading: tellings with their findings, and what the report says of several events."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np

from annals.extract.harm_figures import together
from annals.extract.page import Page
from annals.extract.trained.events import Event, Saying, Story
from annals.extract.trained.findings import voice
from annals.extract.trained.joining import join
from annals.extract.trained.telling import NOT_VIOLENT, SURE, telling_of
from annals.extract.trained.words import Words
from annals.extract.weapon_words import specific
from annals.model import Finding, Quote, Reading, Response, Stance, Telling, Tie
from annals.reference.weapons import WeaponTable


def reading_of(
    story: Story,
    rules: Reading,
    page: Page,
    unread: Sequence[tuple[int, int]],
    *,
    weapons: WeaponTable,
    reader: str,
    accidents: bool,
) -> Reading:
    """Put a story and the rules' reading into one.

    Spans within [start, end) stretches of `unread` do not count, nor do accidents unless asked for.
    """
    words = Words(page)
    kept = [n for n, event in enumerate(story.events) if _tells(event, unread, accidents=accidents)]
    number = {old: new for new, old in enumerate(kept)}
    events = [story.events[n] for n in kept]
    stances = _stances(story, number, words)
    joints = join(events, rules.tellings)
    tellings = []
    homes: dict[int, int] = {}
    for place, joint in enumerate(joints):
        homes |= dict.fromkeys(joint.tellings, place)
        tellings.append(telling_of(joint, events, rules.tellings, story, stances.get(joint.event, []), words))
    reading = msgspec.structs.replace(
        rules,
        reader=reader,
        tellings=tuple(tellings),
        responses=tuple(_moved(response, homes) for response in rules.responses),
        ties=tuple(_ties(rules.ties, homes, tellings)),
        tallies=tuple(
            msgspec.structs.replace(t, tellings=tuple(sorted({homes[n] for n in t.tellings if n in homes})))
            for t in rules.tallies
        ),
    )
    return together(specific(reading, weapons), page.text)


def _moved(response: Response, homes: Mapping[int, int]) -> Response:
    telling = homes.get(response.telling) if response.telling is not None else None
    return msgspec.structs.replace(response, telling=telling)


def _ties(ties: Sequence[Tie], homes: Mapping[int, int], tellings: Sequence[Telling]) -> Iterator[Tie]:
    """The ties whose ends are both still told, each by itself."""
    for tie in ties:
        source, target = homes.get(tie.source), homes.get(tie.target)
        if source is None or target is None or source == target:
            continue
        if all(tellings[n].realis == "actual" and not tellings[n].aggregate for n in (source, target)):
            yield msgspec.structs.replace(tie, source=source, target=target)


def _tells(event: Event, unread: Sequence[tuple[int, int]], *, accidents: bool) -> bool:
    mentions = [m for m in event.mentions if not any(a <= m.start < b for a, b in unread)]
    if not mentions or max(m.score for m in mentions) < SURE:
        return False
    odds = np.exp(event.type_odds - event.type_odds.max())
    return accidents or bool(odds[list(NOT_VIOLENT)].sum() < odds.sum() / 2)


def _stances(story: Story, number: dict[int, int], words: Words) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for saying in story.sayings:
        if saying.cue.layer != "stance":
            continue
        for finding in _stance(saying, words):
            for event in saying.about:
                if event in number:
                    found.setdefault(number[event], []).append(finding)
    return found


def _stance(saying: Saying, words: Words) -> list[Finding]:
    text, cue = words.text, saying.cue
    stance: Stance = cue.label  # type: ignore[assignment]
    by = text[saying.by.start : saying.by.end] if saying.by is not None else None
    if stance == "unclaimed":
        quote = Quote.of(text, cue.start, cue.end)
        return [
            Finding(field="perpetrator", words="", quote=quote, stance=stance, speaker=by or voice(cue.start, words))
        ]
    parties = list(saying.party)
    if not parties and stance in ("claims", "denies", "praises", "declines", "retracts") and saying.by is not None:
        parties = [saying.by]
    made = []
    for party in parties:
        sentence = words.sentence_at(cue.start)
        near = sentence is not None and sentence.start <= party.start and party.end <= sentence.end
        low, high = (min(party.start, cue.start), max(party.end, cue.end)) if near else (party.start, party.end)
        made.append(
            Finding(
                field="perpetrator",
                words=text[party.start : party.end],
                quote=Quote.of(text, low, high),
                stance=stance,
                speaker=by or voice(cue.start, words),
            )
        )
    return made
