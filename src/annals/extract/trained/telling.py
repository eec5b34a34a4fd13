"""One event as the network and the rules together tell it."""

import re

import msgspec
import numpy as np

from annals.english.times import TimeExpression, find_times
from annals.extract.headings import heading_of
from annals.extract.responders import without_responders
from annals.extract.standing import settled
from annals.extract.tellings import VAGUE_TYPES, hedged, once
from annals.extract.trained.attributions import could_be_doer
from annals.extract.trained.events import Event, Story
from annals.extract.trained.findings import findings_of, words_at
from annals.extract.trained.harmed import may_be_harmed
from annals.extract.trained.labels import TYPES
from annals.extract.words import Words
from annals.model import Finding, Stance, Telling

NOT_VIOLENT = tuple(TYPES.index(name) for name in ("accident", "self-harm"))
TYPED, VAGUELY = 4.0, 1.0
"""What a type of the rules is worth beside the network's log-odds, and a vague one, which they give for want of any."""
VAGUELY_BY_GUN = 3.0
"""The latter where the doers are told as gunmen."""
OWN = 0.6
"""A day or place of the rules stays beside others of the network's from this probability on."""
_SENTENCE = 160
"""Counts that stand so near to each other, in code points, are one list."""
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|\w+teen|\w+ty)\b"
)
_GUNMEN = re.compile(r"\b(?:gunm[ae]n|shooters?|snipers?|riflem[ae]n|death squads?|hitm[ae]n)\b", re.IGNORECASE)
_DAYS = frozenset({"date", "weekday", "holiday"})
_STRETCHES = frozenset({"period", "month", "season", "year"})
_TOLL = re.compile(
    r"\b(?:tolls?|lives|(?:number|count|tally|total) of (?:the |those |people )?(?:dead|deaths|killed|wounded|injured|"
    r"injuries|missing|hostages|fatalities|bodies))\b",
    re.IGNORECASE,
)
"""Words that leave no doubt of what a number counts."""
_NAMED = re.compile(r"\b(?:an?|and)\s+\w", re.IGNORECASE)
"""In words of a count that say themselves whom they count: "a guard", "the captain and seven sailors"."""
_BESIDE = re.compile(r"\s*(?:[\w’'-]+\s+){0,4}")
_ASIDE = re.compile(r",\s[^,.;]{1,60},(?=\s)")
_PRONOUN = re.compile(r"s?he", re.IGNORECASE)
"""Who is counted elsewhere too is struck out once all is told."""
_BROKEN = re.compile(r"[,;:.()–—]|\b(?:in|of|by|from|at|who|which|that|and|or)\b", re.IGNORECASE)
HARMED = frozenset({"killed", "wounded", "missing", "abducted"})
_GUESSES: frozenset[Stance] = frozenset({"blames", "suspects"})
_COUNTS = frozenset({"killed", "wounded", "missing", "abducted", "fired", "hit", "intercepted"})


def telling_of(telling: Telling, event: Event | None, story: Story, stances: list[Finding], words: Words) -> Telling:
    """Add to what the rules read in an event's words what the network has found; None where it has none of them."""
    if event is None:
        return telling
    found = [hedged(finding, words.text) for finding in findings_of(event, story, words) + stances]
    found = without_responders(found, words.page)
    rules, beside = _own(_borne_out(list(telling.findings), event, story, words), found, event, words)
    return msgspec.structs.replace(
        telling,
        sub_event_type=_type_of(event, telling),
        prominence=event.prominence,
        findings=tuple(once(settled(_merged(rules, found, words, beside=beside), words.page))),
    )


def _borne_out(rules: list[Finding], event: Event, story: Story, words: Words) -> list[Finding]:
    """The rules' findings without the counts that the network takes for something else.

    That is a number which it knows for no toll, and a person without a number ("a local") where it has found other
    words for the same count and none there. Counted people right beside their word of harm are kept whatever it says.
    """
    told = {role for role, _ in event.parts}
    kept = []
    for finding in rules:
        if finding.field in _COUNTS:
            start, end = words_at(finding)
            spans = [s for s in story.figures if s.start < end and start < s.end]
            if (
                _TOLL.search(finding.quote.exact)
                or _PRONOUN.fullmatch(finding.words)
                or _told_outright(finding, start, end, words)
            ):
                kept.append(finding)
                continue
            if all(s.label == "other" for s in spans) and (
                spans or (finding.field in told and not _FIGURE.search(finding.words))
            ):
                continue
        kept.append(finding)
    return kept


def _own(rules: list[Finding], network: list[Finding], event: Event, words: Words) -> tuple[list[Finding], bool]:
    """The rules' findings without the days and places that the network knows for none of the event's.

    That is where it knows others. The nearest in a clause is often that of something else; the network has the whole
    report before it. What a heading says holds for its entry whatever the network says. Where no map has any of the
    network's places those of the rules stay beside them; whether it is so comes second.
    """
    surer = {field for field in ("date", "place") if any(f.field == field for f in network)}
    unmapped = "place" in surer and not any(f.field == "place" and _pinned(f, words) for f in network)
    own = [span for span, likely in event.likely.items() if likely >= OWN]
    borne = [
        f
        for f in rules
        if f.field not in surer
        or any(s.start < f.quote.end and f.quote.start < s.end for s in own)
        or _heads(f.quote.start, words)
    ]
    if unmapped and not any(f.field == "place" for f in borne):
        return [f for f in rules if f in borne or f.field == "place"], True
    return borne, False


def _pinned(place: Finding, words: Words) -> bool:
    """Whether the gazetteer has the place, and it is more than a country."""
    start, end = place.quote.start, place.quote.end
    return any(match.kind == "place" for where in words.places(start, end) for match in where.matches)


def _heads(offset: int, words: Words) -> bool:
    sentence = words.sentence_at(offset)
    return sentence is not None and heading_of(sentence, words.text) is not None


def _told_outright(finding: Finding, start: int, end: int, words: Words) -> bool:
    """Whether nothing but the noun and an auxiliary parts a count of people from its word of harm."""
    counted = ("cardinal", "vague", "indefinite")
    sentence = words.sentence_at(start)
    if finding.field not in HARMED or sentence is None:
        return False
    if not any(n.kind in counted for n in words.numbers(start, end)):
        return False
    cues = [
        cue
        for cue in sentence.harm
        if cue.payload.field == finding.field and finding.quote.start <= cue.start and cue.end <= finding.quote.end
    ]
    if not cues:
        # A frame around the people says so, and no one word.
        return True
    behind = max([end, *(p.end for p in words.people(start, end))])
    bare = behind == end and _NAMED.search(finding.words) is None
    aside = _ASIDE.match(words.text, behind, sentence.end)
    behind = aside.end() if aside is not None else behind
    gaps = [words.text[behind : cue.start] if cue.start >= behind else words.text[cue.end : start] for cue in cues]
    if bare:
        # "11 wounded", but "wounded 11" and "11 were wounded" may be of anything.
        return any(cue.start > end and gap == " " for cue, gap in zip(cues, gaps, strict=True))
    return any(_BESIDE.fullmatch(gap) and not _BROKEN.search(gap) for gap in gaps)


def _type_of(event: Event, telling: Telling) -> str:
    """The likeliest type, by the network's log-odds and what the rules say; ACLED's "Other" for a shot by accident."""
    if int(event.type_odds.argmax()) in NOT_VIOLENT:
        return "Other"
    odds = event.type_odds.copy()
    odds[list(NOT_VIOLENT)] = -np.inf
    if telling.sub_event_type in TYPES:
        vague = VAGUELY_BY_GUN if _by_gunmen(telling) else VAGUELY
        odds[TYPES.index(telling.sub_event_type)] += vague if telling.sub_event_type in VAGUE_TYPES else TYPED
    return TYPES[int(odds.argmax())]


def _by_gunmen(telling: Telling) -> bool:
    """Whether those who did it are told as shooting, so that no bomb told before it gives the type."""
    return any(f.field == "perpetrator" and _GUNMEN.search(f.words) for f in telling.findings)


def _merged(rules: list[Finding], network: list[Finding], words: Words, *, beside: bool) -> list[Finding]:
    """The rules' findings, and those of the network's that tell of other words or of what the rules did not find.

    `beside`: its places too, though the rules have some.
    """
    fields: set[str] = {f.field for f in rules}
    taken = [(f.field, *words_at(f)) for f in rules]
    added: list[Finding] = []
    for finding in network:
        start, end = words_at(finding)
        if any(field == finding.field and a < end and start < b for field, a, b in taken):
            continue
        if finding.field == "place" and "place" in fields and not beside:
            continue
        if finding.field == "date" and "date" in fields and not _names_day(finding, rules, words):
            continue
        if finding.field in HARMED and any(f in HARMED and a < end and start < b for f, a, b in taken):
            # One number counts one thing: the rules have it as that of another harm.
            continue
        if finding.field in HARMED and any(f.field in HARMED and _same(f, start, end) for f in added):
            continue
        if finding.field == "perpetrator" and not _news(finding, rules, words):
            continue
        if not may_be_harmed(finding, start, end, words):
            continue
        if finding.field in fields & _COUNTS and (finding.part or not _FIGURE.search(finding.words)):
            continue
        added.append(finding)
    return sorted(rules + _one_list(added, fields), key=lambda finding: finding.quote.start)


def _same(finding: Finding, start: int, end: int) -> bool:
    return words_at(finding) == (start, end) and not finding.part


def _names_day(finding: Finding, rules: list[Finding], words: Words) -> bool:
    """Whether a date of the network's names a day where the rules have only longer stretches ("over the weekend").

    Where that is a month or longer, the day stands in the same sentence: elsewhere it is that of another event.
    """
    dates = [rule for rule in rules if rule.field == "date"]
    own = {_kind(time) for rule in dates for time in find_times(rule.words)}
    told = {time.kind for time in find_times(finding.words)}
    home = words.sentence_at(finding.quote.start)
    near = any(words.sentence_at(rule.quote.start) is home for rule in dates)
    return bool(_DAYS & told) and own <= _STRETCHES and (near or own <= {"period"})


def _kind(time: TimeExpression) -> str:
    """The kind of a time; a night, which is of two days, is a stretch."""
    return "period" if time.words.lower() == "overnight" else time.kind


def _news(finding: Finding, rules: list[Finding], words: Words) -> bool:
    """Whether an attribution adds to the rules': a party for a stance, or a doer where they have none."""
    if finding.stance == "states":
        return not any(f.field == "perpetrator" and f.words for f in rules) and could_be_doer(finding, words)
    likes = _GUESSES if finding.stance in _GUESSES else {finding.stance}
    return not any(f.stance in likes and _one_party(f, finding) for f in rules)


def _one_party(one: Finding, other: Finding) -> bool:
    """Whether two attributions are of one party, as far as their words tell."""
    (a, b), (c, d) = words_at(one), words_at(other)
    told, again = (f.anchor or f.words for f in (one, other))
    return (a < d and c < b) or not told or not again or told.lower() in again.lower() or again.lower() in told.lower()


def _one_list(findings: list[Finding], known: set[str]) -> list[Finding]:
    """Of counts told only in parts, those of the place that tells most: the others mostly tell them again."""
    found = [f for f in findings if f.field not in _COUNTS or f.field in known]
    for field in sorted(_COUNTS - known):
        counts = [f for f in findings if f.field == field]
        if counts and all(f.part for f in counts):
            best = max(counts, key=lambda f: (sum(_near(f, other) for other in counts), -f.quote.start))
            counts = [f for f in counts if _near(f, best)]
        found += counts
    return found


def _near(one: Finding, other: Finding) -> bool:
    return abs(one.quote.start - other.quote.start) <= _SENTENCE
