"""Nodes become a reading: which of them tell one event, which events count, and what each tells."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from annals.extract.aftermath import with_own_days
from annals.extract.drafts import Draft
from annals.extract.harm_figures import together
from annals.extract.mishaps import accidental, by_itself, rehearsed
from annals.extract.page import Page
from annals.extract.rules import Notes, RuleReader
from annals.extract.shared_tolls import own_tolls
from annals.extract.stretches import Stretch
from annals.extract.trained.attributions import stances_heard
from annals.extract.trained.clusters import clusters_of
from annals.extract.trained.counting import Surroundings, group_features, surroundings_of
from annals.extract.trained.counts_heard import counts_heard
from annals.extract.trained.events import Floats, Heard, first_of, story_of
from annals.extract.trained.findings import words_at
from annals.extract.trained.labels import AGGREGATE, REALIS
from annals.extract.trained.nodes import Node, nodes_of
from annals.extract.trained.parting import in_passing, opening_place, recalled, tied
from annals.extract.trained.telling import HARMED, NOT_VIOLENT, telling_of
from annals.extract.trained.voiced import voiced
from annals.extract.trained.weighing import scored, shipped
from annals.extract.weapon_words import specific
from annals.extract.words import Words
from annals.model import Finding, Reading, Report, Telling, Tie
from annals.model.reading import Realis
from annals.reference.gazetteer import Gazetteer

COUNTS = 1.6
"""Log-odds of being an incident from which a group of nodes is one."""
LEADS = -0.5
"""The same for the likeliest of a report that has no other, where the network takes it for one of violence."""
PLAINLY = -2.0
"""The same where the rules alone take it for that, and nothing in it is of sport, film, courts or the weather."""
MISHAP = 0.5
"""From this probability on a group is an accident, and no incident unless somebody was shot in it."""
SURE = 0.5
"""What does not count is kept as planned, denied or told of several only where the network is so sure of a mention."""
LEDE = 1
"""The last sentence of a report's opening, its title being the first, 0."""
LISTED = 0.5
"""For a group that begins in a stretch of its own, such as the entry of a list, or opens with its place, being one."""
OF_ENTRY = -1.0
"""The same for the likeliest of an entry that has none, in a list of which most entries have one."""
PLACED = 1.4
"""For a group that tells harm done, with a day or month and a spot of its own: an incident, if a recalled one."""
PLACED_IN_PART = 0.5
"""The same with a day or month or a spot alone."""
AHEAD = 1.0
"""Against a group that the words themselves call a threat, a plan or a case ("had warned of an attack in Kano")."""
_AHEAD = frozenset({"threatened", "planned", "hypothetical"})
TIED = 1.0
"""For a group of which the report says that it answered another event, or was answered."""
FOLDS = -1.25
"""A fragment that is no incident of its own goes to the incident with which it has these log-odds, if to any."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A report as rules and network have read it, node by node, before anything is decided."""

    page: Page
    notes: Notes
    words: Words
    heard: Heard
    same: Floats
    nodes: list[Node]

    @property
    def labels(self) -> list[str]:
        """Of the network's figures, in their order."""
        return [span.label for span in self.heard.layers.get("figure", [])]

    @property
    def around(self) -> Surroundings:
        """What of the report as a whole bears on all its events."""
        odds = self.heard.answers.document["violent"]
        return surroundings_of(self.page, self.nodes, self.labels, violent=self.notes.violent, told=float(odds.max()))


def asked_of(
    page: Page,
    notes: Notes,
    drafts: Sequence[Draft],
    heard: Heard,
    gazetteer: Gazetteer,
    unread: Sequence[tuple[int, int]],
) -> Asked:
    """Put both together."""
    words = notes.words
    notes.counted = counts_heard(page, notes.counted, heard.layers.get("tally", []))
    nodes = nodes_of(notes, drafts, heard, words, gazetteer, unread)
    return Asked(page=page, notes=notes, words=words, heard=heard, same=heard.same, nodes=nodes)


@dataclass(kw_only=True)
class _Group:
    """Some nodes that tell one event."""

    nodes: list[int]
    realis: Realis = "actual"
    aggregate: bool = False


def reading_of(asked: Asked, report: Report, rules: RuleReader, *, reader: str, accidents: bool = False) -> Reading:
    """Decide, and let rules and network tell each event together.

    Accidents in which nobody was shot are no incidents unless asked for.
    """
    groups, passed_over, stretches = _grouped(asked, report.published, accidents=accidents)
    nodes = asked.nodes
    asked.notes.candidates = [node.candidate for node in nodes]
    told = rules.told(asked.page, report, asked.notes, [_draft([nodes[i] for i in g.nodes], g) for g in groups])
    mentions = [sorted(m for i in group.nodes for m in nodes[i].mentions) for group in groups]
    homes = [n for n, some in enumerate(mentions) if some]
    closed = in_passing(nodes, asked.page)
    asides = recalled(nodes, report.published)
    within = [
        _of_entry(
            _open_to(nodes, groups[n].nodes, closed, asides, len(asked.page.text)),
            [nodes[i].sentence for i in groups[n].nodes],
            stretches,
            asked.page,
        )
        for n in homes
    ]
    # What is told of an event that is passed over belongs to no other one.
    strays = [some for group in passed_over if (some := sorted(m for i in group for m in nodes[i].mentions))]
    heard = story_of(
        asked.heard, [*(mentions[n] for n in homes), *strays], [*within, *([(0, len(asked.page.text))] for _ in strays)]
    )
    story = first_of(heard, len(homes))
    events = dict(zip(homes, story.events, strict=True))
    stances = _where_rules_lack_it(stances_heard(story, homes, asked.words), told.tellings)
    tellings = tuple(
        telling_of(telling, events.get(n), story, stances.get(n, []), asked.words)
        for n, telling in enumerate(told.tellings)
    )
    tellings = _each_once(tellings, told.tellings)
    tellings = tuple(with_own_days(t, asked.page.text, report.published) for t in tellings)
    reading = msgspec.structs.replace(told, reader=reader, tellings=tellings, ties=tuple(_ties(told.ties, tellings)))
    text = asked.page.text
    return together(own_tolls(specific(reading, asked.page.weapons), text), text)


def _each_once(tellings: Sequence[Telling], told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings without the people counted in one that the rules have read in the words of another."""
    homes = {
        words_at(finding): n
        for n, telling in enumerate(told)
        for finding in telling.findings
        if finding.field in HARMED
    }
    return tuple(
        msgspec.structs.replace(
            telling,
            findings=tuple(f for f in telling.findings if f.field not in HARMED or homes.get(words_at(f), n) == n),
        )
        for n, telling in enumerate(tellings)
    )


def _sentence_of(nodes: Sequence[Node], group: _Group, closed: frozenset[int]) -> tuple[int, int] | None:
    """The bounds of the only sentence that tells an event in passing: what follows is not about it; None for others."""
    if len(group.nodes) != 1 or group.nodes[0] not in closed:
        return None
    sentence = nodes[group.nodes[0]].candidate.clause.sentence
    return sentence.start, sentence.end


def _open_to(
    nodes: Sequence[Node], group: Sequence[int], closed: frozenset[int], asides: frozenset[int], end: int
) -> list[tuple[int, int]]:
    """The stretches of a report in which more may be told of an event; `end` is that of the report.

    What an aside recalls belongs to no other event, and what was told before an aside not to what it recalls.
    """
    own = {nodes[i].sentence for i in group}
    first = nodes[group[0]].candidate.clause.sentence
    if len(group) == 1 and group[0] in closed:
        return [(first.start, first.end)]
    at = first.start if asides.issuperset(group) else 0
    found = []
    for aside in sorted(asides):
        sentence = nodes[aside].candidate.clause.sentence
        if sentence.index not in own and sentence.start >= at:
            found.append((at, sentence.start))
            at = sentence.end
    return [*found, (at, end)]


def _of_entry(
    open_to: list[tuple[int, int]], sentences: Sequence[int], stretches: Sequence[Stretch], page: Page
) -> list[tuple[int, int]]:
    """The same, within the entry of a list that alone tells the event: the next entry's place is none of its own."""
    entry = next((s for s in stretches if s.entry and all(s.holds(sentence) for sentence in sentences)), None)
    if entry is None:
        return open_to
    bounds = {s.index: (s.start, s.end) for s in page.sentences}
    first, last = bounds[entry.first][0], bounds[entry.last][1]
    return [(max(a, first), min(b, last)) for a, b in open_to if a < last and first < b]


def _where_rules_lack_it(heard: dict[int, list[Finding]], told: Sequence[Telling]) -> dict[int, list[Finding]]:
    """The network's stances by telling, without those that the rules have given to another telling."""
    given = [
        (n, finding.stance, *words_at(finding))
        for n, telling in enumerate(told)
        for finding in telling.findings
        if finding.field == "perpetrator" and finding.stance not in ("states", "unclaimed")
    ]
    return {
        home: [
            finding
            for finding in findings
            if not any(
                stance == finding.stance and start < words_at(finding)[1] and words_at(finding)[0] < end and n != home
                for n, stance, start, end in given
            )
        ]
        for home, findings in heard.items()
    }


def _grouped(
    asked: Asked, published: str | None, *, accidents: bool
) -> tuple[list[_Group], list[list[int]], list[Stretch]]:
    """The events of the report by their first node: those that count, and those known for no incidents.

    And the nodes of those that are passed over, though they have a day or place of their own, and the stretches.
    """
    nodes = asked.nodes
    if not nodes:
        return [], [], []
    weights = shipped()
    clusters = clusters_of(nodes, asked.page, asked.same, published, weights.same)
    groups, stretches = clusters.groups, clusters.stretches
    around = asked.around
    answers = tied(nodes, asked.page)
    accident, drill = accidental(asked.page), rehearsed(asked.page)
    counted: list[_Group] = []
    others: list[_Group] = []
    odds = []
    for group in groups:
        features = group_features(group, groups, nodes, clusters.links, around)
        if accidents:
            features["accident"] = 0.0
        told = [nodes[i] for i in group]
        mishap = features.get("accident", 0.0) > MISHAP and not features["accident, shot"]
        mishap |= accident and not accidents and not any(n.shot for n in told) and by_itself(n.candidate for n in told)
        first = nodes[group[0]]
        listed = any(s.holds(first.sentence) for s in stretches)
        listed |= first.candidate.harmful and opening_place(first, asked.page.text) is not None
        wider = all(nodes[i].candidate.wider for i in group)
        ahead = all(n.known and n.candidate.realis in _AHEAD and not n.candidate.harmful for n in told)
        asserted = not answers.isdisjoint(group)
        worth = scored(features, weights.counts) + LISTED * listed + TIED * asserted - AHEAD * ahead
        odds.append(-math.inf if mishap or wider or drill else worth)
    # A report that says who did a deed, or that nobody claimed it, tells of violence.
    spoken_of = bool(voiced(nodes, asked.notes.stances))
    if around.told < 0 and not around.violent and not spoken_of:
        # Neither rules nor network take the report for one of violence.
        odds = [-math.inf for _ in odds]
    leads = LEADS if around.told > 0 or spoken_of else PLAINLY if around.violent and not around.noise else math.inf
    kept = _kept(groups, odds, nodes, leads)
    kept |= set(_of_entries(groups, odds, kept, [s for s in stretches if s.entry], nodes))
    for n, group in enumerate(groups):
        if n in kept:
            counted.append(_Group(nodes=group))
        else:
            others.append(_known([nodes[i] for i in group], group))
    closed = in_passing(nodes, asked.page)
    told_on = [group for group in counted if _sentence_of(nodes, group, closed) is None]
    for other in others:
        _fold(other, told_on, clusters.links, clusters.against)
    found = [*counted, *(o for o in others if o.nodes and (o.realis != "actual" or o.aggregate))]
    apart = [
        other.nodes
        for other in others
        if other not in found
        and other.nodes
        and all(clusters.against[np.ix_(other.nodes, c.nodes)].sum() > 0 for c in counted)
    ]
    return sorted(found, key=lambda group: group.nodes[0]), apart, stretches


def _kept(groups: Sequence[list[int]], odds: Sequence[float], nodes: Sequence[Node], leads: float) -> set[int]:
    """Which groups are incidents: the likely ones, and where none of a report's opening is, the likeliest of it.

    `leads`: the log-odds that this one must have; a report that is plainly one of violence tells some in its opening.
    """
    kept = {n for n, worth in enumerate(odds) if worth + _by_harm([nodes[i] for i in groups[n]]) >= COUNTS}
    front = [n for n, group in enumerate(groups) if nodes[group[0]].sentence <= LEDE]
    for some in (front, range(len(groups))):
        best = max(some, key=lambda n: odds[n], default=None)
        if best is not None and not kept.intersection(some) and odds[best] >= leads:
            kept.add(best)
    return kept


def _by_harm(told: Sequence[Node]) -> float:
    """What harm told with a day or month, a spot, or both of its own says for an incident, if a recalled one."""
    if not any(n.candidate.harmful for n in told):
        return 0.0
    dated, spot = any(n.when.said or n.when.chain for n in told), any(n.spot for n in told)
    return PLACED if dated and spot else PLACED_IN_PART if dated or spot else 0.0


def _of_entries(
    groups: Sequence[list[int]],
    odds: Sequence[float],
    kept: set[int],
    entries: Sequence[Stretch],
    nodes: Sequence[Node],
) -> Iterator[int]:
    """The likeliest group of each entry that has none which counts: a list of incidents has one an entry."""
    homes = [next((k for k, s in enumerate(entries) if s.holds(nodes[group[0]].sentence)), None) for group in groups]
    having = {home for n, home in enumerate(homes) if n in kept and home is not None}
    if 2 * len(having) < len(entries):
        return
    for entry in range(len(entries)):
        if entry not in having:
            best, place = max(((odds[n], -n) for n, home in enumerate(homes) if home == entry), default=(-math.inf, 0))
            if best >= OF_ENTRY:
                yield -place


def _known(nodes: Sequence[Node], group: list[int]) -> _Group:
    """What a group that does not count is to the network: planned or denied, several events at once, or a fragment."""
    if all(node.candidate.wider for node in nodes):
        return _Group(nodes=group, aggregate=True)
    heeded = [node.heeded for node in nodes if node.heeded is not None]
    if not heeded or max(h.score for h in heeded) < SURE:
        return _Group(nodes=group)
    if sum(float(h.type[list(NOT_VIOLENT)].sum()) for h in heeded) >= len(heeded) / 2:
        return _Group(nodes=[])
    realis = REALIS[int(np.mean([h.realis for h in heeded], axis=0).argmax())]
    several = int(np.mean([h.aggregate for h in heeded], axis=0).argmax()) == AGGREGATE.index("several")
    return _Group(nodes=group, realis=realis, aggregate=several)  # type: ignore[arg-type]


def _fold(other: _Group, counted: Sequence[_Group], links: Matrix, against: Matrix) -> None:
    """Give a fragment to the incident that it is likeliest to tell more of, where it may be one with any."""
    if not other.nodes or other.realis != "actual" or other.aggregate:
        return
    likely = [
        (float(links[np.ix_(other.nodes, group.nodes)].mean()), -n)
        for n, group in enumerate(counted)
        if against[np.ix_(other.nodes, group.nodes)].sum() <= 0
    ]
    best, place = max(likely, default=(FOLDS - 1, 0))
    if best >= FOLDS:
        counted[-place].nodes = sorted([*counted[-place].nodes, *other.nodes])
        other.nodes = []


def _draft(nodes: Sequence[Node], group: _Group) -> Draft:
    draft = Draft()
    for node in nodes:
        node.candidate.realis, node.candidate.aggregate = group.realis, group.aggregate
        draft.take(node.candidate, node.when, node.points)
    return draft


def _ties(ties: Sequence[Tie], tellings: Sequence[Telling]) -> Iterator[Tie]:
    """The ties whose ends both happened, each by itself."""
    for tie in ties:
        if all(tellings[n].realis == "actual" and not tellings[n].aggregate for n in (tie.source, tie.target)):
            yield tie
