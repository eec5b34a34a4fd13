"""A story becomes a reading: tellings with their findings, and what the report says of several events."""

from collections.abc import Sequence

import msgspec
import numpy as np

from annals.extract.page import Page
from annals.extract.responses import responses_of
from annals.extract.tallies import tallies_of
from annals.extract.ties import Member, ties_of
from annals.extract.trained.events import Event, Saying, Story
from annals.extract.trained.findings import voice
from annals.extract.trained.joining import counts, join
from annals.extract.trained.telling import NOT_VIOLENT, SURE, telling_of
from annals.extract.trained.words import Words
from annals.model import Finding, Quote, Reading, Report, Response, Stance, StatedTally, Telling, Tie


def reading_of(
    story: Story, rules: Reading, page: Page, report: Report, unread: Sequence[tuple[int, int]], reader: str
) -> Reading:
    """Put a story and the rules' reading into one; spans within [start, end) stretches of `unread` do not count."""
    words = Words(page)
    kept = [n for n, event in enumerate(story.events) if _tells(event, unread)]
    number = {old: new for new, old in enumerate(kept)}
    events = [story.events[n] for n in kept]
    stances = _stances(story, number, words)
    joints = [j for j in join(events, rules.tellings) if counts(j, events)]
    tellings = []
    homes: dict[int, int] = {}
    for place, joint in enumerate(joints):
        if joint.event is not None:
            homes[joint.event] = place
        said = stances.get(joint.event, []) if joint.event is not None else []
        tellings.append(telling_of(joint, events, rules.tellings, story, said, words))
    told = [(homes[n], event) for n, event in enumerate(events) if n in homes]
    by_sentence = _by_sentence(told, words)
    return Reading(
        report_id=report.report_id,
        reader=reader,
        tellings=tuple(tellings),
        responses=_responses(words, by_sentence, tellings, report.report_id),
        ties=_ties(told, tellings, words),
        tallies=_tallies(words, by_sentence, tellings, report.report_id),
    )


def _tells(event: Event, unread: Sequence[tuple[int, int]]) -> bool:
    mentions = [m for m in event.mentions if not any(a <= m.start < b for a, b in unread)]
    if not mentions or max(m.score for m in mentions) < SURE:
        return False
    odds = np.exp(event.type_odds - event.type_odds.max())
    return bool(odds[list(NOT_VIOLENT)].sum() < odds.sum() / 2)


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


def _by_sentence(told: Sequence[tuple[int, Event]], words: Words) -> dict[int, list[int]]:
    """The tellings told in each sentence, by its index."""
    found: dict[int, list[int]] = {}
    for number, event in told:
        for mention in event.mentions:
            sentence = words.sentence_at(mention.start)
            if sentence is not None and number not in found.setdefault(sentence.index, []):
                found[sentence.index].append(number)
    return found


def _single(numbers: Sequence[int], tellings: Sequence[Telling]) -> list[int]:
    return [n for n in numbers if tellings[n].realis == "actual" and not tellings[n].aggregate]


def _responses(
    words: Words, homes: dict[int, list[int]], tellings: Sequence[Telling], report_id: str
) -> tuple[Response, ...]:
    found: list[Response] = []
    current = next((n for n, t in enumerate(tellings) if t.realis == "actual"), None)
    for sentence in words.page.sentences:
        here = [n for n in homes.get(sentence.index, []) if tellings[n].realis == "actual"]
        current = here[0] if here else current
        found += responses_of(sentence, words.said()[sentence.index], report_id, words.text, current)
    return tuple(found)


def _ties(told: Sequence[tuple[int, Event]], tellings: Sequence[Telling], words: Words) -> tuple[Tie, ...]:
    members = []
    single = set(_single(range(len(tellings)), tellings))
    for number, event in told:
        if number not in single:
            continue
        for mention in event.mentions:
            sentence = words.sentence_at(mention.start)
            if sentence is not None:
                members.append(Member(sentence=sentence.index, start=mention.start, end=mention.end, telling=number))
    return tuple(ties_of(sorted(members, key=lambda m: m.start), words.page.sentences, words.text))


def _tallies(
    words: Words, homes: dict[int, list[int]], tellings: Sequence[Telling], report_id: str
) -> tuple[StatedTally, ...]:
    first = [n for n in _single(range(len(tellings)), tellings) if tellings[n].prominence == "reported"][:1]
    found: list[StatedTally] = []
    for sentence in words.page.sentences:
        named = _single(sorted(homes.get(sentence.index, [])), tellings)
        found += [
            msgspec.structs.replace(tally, tellings=tuple(named or first))
            for tally in tallies_of(sentence, report_id, words.text)
        ]
    return tuple(found)
