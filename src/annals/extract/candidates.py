"""Candidates: each clause's one event, with what it says of type, time, place and harm."""

import re
from dataclasses import dataclass, field

from annals.english.phrases import Match
from annals.english.times import TimeExpression
from annals.extract.clauses import Clause
from annals.extract.doers import doers_of
from annals.extract.event_times import event_times, opens_sentence
from annals.extract.figures import figures_of
from annals.extract.lexicon import Trigger, table
from annals.extract.munitions import munitions_of
from annals.extract.page import Sentence, is_headline
from annals.extract.parties import kin
from annals.extract.people_lists import People
from annals.extract.period_tolls import is_wider, tells_others
from annals.extract.realis import realis_of
from annals.extract.tie_cues import names_answer
from annals.extract.trigger_use import tells_event
from annals.extract.whereabouts import Where, place_of
from annals.extract.words import Words
from annals.model import Finding, Quote, Realis

_CLOSE = 45
_CHARGED = re.compile(r"\b(?:accus\w+|suspect\w+)\b[^.;]{0,100}\bof\s+$", re.IGNORECASE)
_FEW = 3
_NONE = re.compile(r"(?:no|nobody|none|without|zero|neither)\b", re.IGNORECASE)
_WEEK = 7
# What may stand between a number and the events that it counts.
_COUNTING = re.compile(r"\s+(?:(?!(?:in|of|by|the|and|at|on|from|to|with|wounded|killed|injured)\b)[\w’'-]+\s+){0,4}")
_INDEFINITE = re.compile(r"\b(?:a|an|another|one)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'-]{3,}")
_DASHES = ("-", "\u2013", "\u2014")


@dataclass(kw_only=True)
class Candidate:
    """What one clause tells of one event."""

    clause: Clause
    trigger: Quote
    types: set[str]
    """ACLED sub-types that its words plainly name; empty where they are generic."""
    hints: set[str]
    """Sub-types that its words may mean ("raid", "kill")."""
    realis: Realis
    aggregate: bool
    another: bool
    definite: bool
    sure: bool
    """It names violence by itself, or shows it by a weapon, a harm or an armed doer."""
    plural: bool
    noun: bool
    loose: bool = False
    """An aggregate only because nothing tells it apart; after "the" it may speak of one event told before."""
    charged: bool = False
    """What somebody is accused of ("accused X of bombing its depots"), which need not be the event told."""
    worded: bool = True
    """A word for the event stands in the clause, not only one of harm ("nobody was hurt")."""
    named: bool = False
    """Its own word is one that names violence and nothing else."""
    headed: bool = False
    """A heading of its own stands above it, so that it is another entry than those before."""
    wider: bool = False
    """It tells the toll of a war or a period, or of several attacks elsewhere, which is no event's own."""
    introduces: bool = False
    """A noun with "a" or "an": news to the reader, rather than more on an event already told."""
    times: list[TimeExpression] = field(default_factory=list)
    where: Where | None = None
    findings: list[Finding] = field(default_factory=list)
    harmful: bool = False
    names: set[str] = field(default_factory=set)
    """Words of the names of persons killed."""
    arms: set[str] = field(default_factory=set)
    """Sub-types that its weapons stand for."""
    doers: set[str] = field(default_factory=set)
    """Ids of the known actors that the report itself names as doers."""
    also: list[Clause] = field(default_factory=list)
    """Clauses of mere consequence that it has taken in."""

    @property
    def recurs(self) -> bool:
        """Whether it is a noun with "the" or "that": mostly an event told before."""
        return self.definite and self.noun

    @property
    def at(self) -> int:
        """Where the event's word stands."""
        return self.trigger.start

    def add_times(self, times: list[TimeExpression]) -> None:
        """Take further times, each once."""
        self.times += [t for t in times if t not in self.times]


def candidates_of(sentence: Sentence, words: Words) -> list[Candidate]:
    """The events of a sentence, clause by clause; a clause of mere consequence joins the clause of its cause."""
    text, clauses = words.text, words.clauses(sentence)
    places, people = words.places_in(sentence), words.people_in(sentence)
    found: list[Candidate] = []
    for before, clause in zip([clauses[0], *clauses], clauses, strict=False):
        made = _candidate(clause, places, text, headline=sentence.title)
        figures = figures_of(clause, people, text, headline=is_headline(sentence, text))
        munitions = munitions_of(clause, text)
        if made is None and (figures or any(f.field in ("fired", "hit", "intercepted") for f in munitions)):
            made = _from_harm(clause, figures[0].at if figures else munitions[0].quote.start, places, text)
        if made is not None and clause.link == "main":
            made.times = [t for t in sentence.times if opens_sentence(sentence, t, text)] + made.times
        if made is not None and clause.opener == ":" and not made.times and not found:
            # "On 30 July the ministry counted three drones: one was shot down".
            made.times = event_times(before, text, at=made.at, noun=False)
        if made is not None and clause.opener in _DASHES and not made.times and not found:
            # "On 4 May, nine people - two of them children - were killed in a raid".
            made.times = event_times(clauses[0], text, at=made.at, noun=False)
        if made is None:
            if found and clause.link in ("next", "cause", "after"):
                found[-1].add_times(event_times(clause, text, at=found[-1].at, noun=found[-1].noun))
            continue
        if _statistic(made):
            continue
        made.findings += [f.finding for f in figures] + munitions
        made.wider = is_wider(clause, text) or tells_others(sentence, text)
        made.aggregate = made.aggregate or made.wider
        made.harmful = any(f.counted and not _NONE.match(f.finding.words) for f in figures)
        if (
            made.plural
            and not made.aggregate
            and _unspecific(
                made, counted=bool(figures) or any(f.field in ("fired", "hit", "intercepted") for f in munitions)
            )
        ):
            made.aggregate = made.loose = True
        if figures or _armed(made, munitions) or any(f.field == "perpetrator" for f in made.findings):
            made.sure = True
        named = {
            word for f in figures if not f.counted and not f.finding.group for word in _NAME.findall(f.finding.words)
        }
        made.names = named | _victim_names(made, text)
        if found and clause.opener == "and" and not made.times:
            made.times = list(found[-1].times)
        if found and _consequence(found[-1], made, clause):
            _absorb(found[-1], made)
        else:
            found.append(made)
    return found


def _statistic(candidate: Candidate) -> bool:
    """Whether harm is told of a year or a month as a whole ("41 people were killed last year")."""
    return (
        not candidate.noun
        and not candidate.named
        and candidate.where is None
        and not candidate.doers
        and not any(candidate.clause.holds(w.start, w.end) for w in candidate.clause.sentence.weapons)
        and bool(candidate.times)
        and all(t.kind in ("year", "period", "season", "month") for t in candidate.times)
    )


def _candidate(clause: Clause, places: list[Where], text: str, *, headline: bool) -> Candidate | None:
    triggers = [
        m
        for m in clause.sentence.triggers
        if clause.holds(m.start, m.end) and tells_event(clause, m, text, headline=headline)
    ]
    if not triggers:
        return None
    if clause.opener == "since":
        # "Since the fighting began" gives a period, not an event.
        return None
    main = max(triggers, key=lambda m: (m.payload.sure, *_plainly(m, text), m.payload.noun, -m.start))
    realis: Realis = realis_of(clause, main, text, headline=headline)
    if realis != "actual":
        # The clause happened where another of its verbs did, unless that verb is generic.
        for other in triggers:
            if (
                other.payload.sure
                and not other.payload.noun
                and realis_of(clause, other, text, headline=headline) == "actual"
                and other.start < main.start
            ):
                main, realis = other, "actual"
                break
    lead = text[max(clause.start, main.start - 60) : main.start]
    plural = main.payload.noun and main.payload.form == "plural"
    made = Candidate(
        clause=clause,
        trigger=Quote.of(text, main.start, main.end),
        types={m.payload.type for m in triggers if m.payload.type and m.payload.sure},
        hints={m.payload.type for m in triggers if m.payload.type and not m.payload.sure},
        realis=realis,
        aggregate=_aggregate(clause, main, text, plural=plural),
        charged=bool(_CHARGED.search(text[clause.start : main.start])) and text[main.start : main.end].endswith("ing"),
        another=any(True for _ in table().another.find(clause.sentence.words[max(0, main.first - 5) : main.first])),
        definite=bool(re.search(r"\b(?:the|this|that|its|their|latest|[A-Z]\w+day[’']s)\s+(?:[\w-]+\s+){0,2}$", lead)),
        sure=main.payload.sure,
        plural=plural,
        noun=main.payload.noun,
        named=main.payload.sure,
        introduces=main.payload.noun and bool(_INDEFINITE.search(lead)),
        where=place_of(clause, places, main.start),
    )
    made.findings += doers_of(clause, main.start, main.end, text)
    made.doers = _doers(made)
    made.add_times(event_times(clause, text, at=made.at, noun=made.noun))
    return made


def _plainly(match: Match[Trigger], text: str) -> tuple[bool, bool]:
    """Whether a word tells a deed at all, which "retaliation for" does not, and of a known type."""
    return not names_answer(text[match.start : match.end]), bool(match.payload.type)


def _doers(candidate: Candidate) -> set[str]:
    """Ids of the known actors, or of the states for their arms and names, in the words for the doers."""
    sentence = candidate.clause.sentence
    stretches = [f.quote for f in candidate.findings if f.field == "perpetrator"]
    words = [f.words for f in candidate.findings if f.field == "perpetrator"]
    named = {kin(a.entry.actor_id) for a in sentence.actors if any(a.words in w for w in words)}
    lands = {
        f"state:{p.country}"
        for p in sentence.places
        if p.kind == "country"
        and any(q.start <= p.start < q.end for q in stretches)
        and any(p.words in w for w in words)
    }
    return named | lands


def _aggregate(clause: Clause, main: Match[Trigger], text: str, *, plural: bool) -> bool:
    if not main.payload.noun or not plural:
        return False
    sentence = clause.sentence
    before = sentence.words[max(0, main.first - 7) : main.first]
    if any(True for _ in table().series.find(before)):
        return True
    counted = [
        n
        for n in sentence.numbers
        if n.end <= main.start and n.start >= clause.start and _COUNTING.fullmatch(text, n.end, main.start)
    ]
    if any((n.low or 0) > (_FEW if _on_one_day(clause) else 1) or n.kind == "vague" for n in counted):
        return True
    return any(t.kind == "window" or _long(t) for t in sentence.times if clause.holds(t.start, t.end))


def _long(time: TimeExpression) -> bool:
    """Whether the time is a stretch of many days ("between 1 and 25 January")."""
    return any(p.day is not None and p.day_to is not None and p.day_to - p.day > _WEEK for p in time.parts)


def _on_one_day(clause: Clause) -> bool:
    """Whether the clause names a day: then "two bombings on Tuesday" is one attack of two blasts."""
    return any(t.kind in ("date", "weekday", "dayword") and clause.holds(t.start, t.end) for t in clause.sentence.times)


def _armed(candidate: Candidate, munitions: list[Finding]) -> bool:
    """Whether a counted munition, or a weapon close by, shows that the event's word is meant of violence."""
    return any(
        f.field != "weapon"
        or abs(f.quote.start - candidate.trigger.end) <= _CLOSE
        or abs(candidate.at - f.quote.end) <= _CLOSE
        for f in munitions
    )


def _victim_names(candidate: Candidate, text: str) -> set[str]:
    """Names right behind "the killing of"."""
    behind = re.match(
        r"\s+of\s+((?:[A-Z][\w’'-]+(?:\s+|,\s+|\s+and\s+)?){1,6})",
        text[candidate.trigger.end : candidate.trigger.end + 80],
    )
    return set(_NAME.findall(behind.group(1))) if behind else set()


def _unspecific(candidate: Candidate, *, counted: bool) -> bool:
    """Whether a plural ("attacks") names no event of its own: no figure, no spot, no day with a doer or a place."""
    spot = candidate.where is not None and any(m.kind == "place" for m in candidate.where.matches)
    day = any(t.kind in ("date", "weekday", "dayword") for t in candidate.times)
    return not (counted or spot or (day and (bool(candidate.doers) or candidate.where is not None)))


def candidate_at(
    start: int, end: int, clause: Clause, places: list[Where], people: list[People], text: str
) -> Candidate:
    """The event that words at [start, end) of a clause tell, where no lexicon knows them; with what the clause adds."""
    made = _plain(start, end, clause, places, text)
    figures, munitions = (
        figures_of(clause, people, text, headline=is_headline(clause.sentence, text)),
        munitions_of(clause, text),
    )
    made.findings = doers_of(clause, start, end, text) + [f.finding for f in figures] + munitions
    made.harmful = any(f.counted and not _NONE.match(f.finding.words) for f in figures)
    made.doers = _doers(made)
    return made


def _from_harm(clause: Clause, at: int, places: list[Where], text: str) -> Candidate | None:
    """A clause that tells harm or munitions without a word for the event."""
    word = next((w for w in clause.sentence.words if w.start >= at), None)
    if word is None:
        return None
    made = _plain(word.start, word.end, clause, places, text)
    made.worded = False
    return made


def _plain(start: int, end: int, clause: Clause, places: list[Where], text: str) -> Candidate:
    """A candidate of which nothing is known but where it stands, its place and its times."""
    made = Candidate(
        clause=clause,
        trigger=Quote.of(text, start, end),
        types=set(),
        hints=set(),
        realis="actual",
        aggregate=False,
        another=False,
        definite=False,
        sure=False,
        plural=False,
        noun=False,
        where=place_of(clause, places, start),
    )
    made.add_times(event_times(clause, text, at=made.at, noun=made.noun))
    return made


def _consequence(before: Candidate, made: Candidate, clause: Clause) -> bool:
    """Whether two neighbouring clauses tell one event: the harm and its cause, or a mere continuation."""
    if before.realis != made.realis or before.aggregate != made.aggregate or made.another:
        return False
    if before.types and made.types and not before.types & made.types:
        return False
    if _elsewhere(before, made):
        return False
    if clause.link in ("cause", "after"):
        return not (before.times and made.times) and (before.harmful or not before.sure or not before.noun)
    return clause.link == "next" and not made.noun and not made.times


def _elsewhere(before: Candidate, made: Candidate) -> bool:
    """Whether both name a spot and the names have nothing in common."""
    spots = [
        {m.words.lower() for m in c.where.matches if m.kind == "place"} if c.where is not None else set()
        for c in (before, made)
    ]
    return bool(spots[0] and spots[1] and not spots[0] & spots[1])


def _absorb(into: Candidate, other: Candidate) -> None:
    into.also += [other.clause, *other.also]
    into.types |= other.types
    into.hints |= other.hints
    into.add_times(other.times)
    into.findings += other.findings
    into.where = into.where or other.where
    if other.where is not None and into.where is not None and not into.where.located and other.where.located:
        into.where = other.where
    into.sure = into.sure or other.sure
    into.named = into.named or other.named
    into.doers |= other.doers
    into.arms |= other.arms
    into.names |= other.names
    into.harmful = into.harmful or other.harmful
    into.definite = into.definite or other.definite
    if not into.noun and other.noun:
        into.trigger, into.noun, into.plural = other.trigger, True, other.plural
