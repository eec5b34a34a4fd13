"""What the report itself says of which nodes are one event: answers and what they answer, entries, "another raid"."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annals.extract.answered import answered_pairs, called_again, first_told
from annals.extract.clauses import told_of_then
from annals.extract.fitting import BROAD
from annals.extract.page import Page
from annals.extract.series import set_off
from annals.extract.stretches import Stretch
from annals.extract.tie_cues import names_answer
from annals.extract.tie_members import Member, member_of
from annals.extract.ties import asserted_pairs, looking_back
from annals.extract.trained.nodes import ALONE, Node
from annals.extract.when import agree, far, older, recent
from annals.model.geo import km_between
from annals.reference.candidate import Candidate

APART = 40.0
"""Against two nodes being one event where the report says that they are two."""
UNLIKE = -4.0
"""The most that their wording then says for it."""
TOLD_ON = 1.5
"""For two nodes of one stretch, and against those that go on with a stretch telling the event before it."""

AGAIN = 3.0
"""For two nodes of which the later calls the earlier again as what was answered ("a response to the raid")."""

_LEAD = re.compile(
    r"\W*(?:(?:meanwhile|elsewhere|also|separately),?\s+)?(?:in|at|near)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}", re.IGNORECASE
)
_COMMA = re.compile(r"[^,.;:]{0,30},|\s+(?!(?:and|or|where|when|while|as|after|before|to|for|with|of|province)\b)[a-z]")
_AFTERMATH = re.compile(
    r"\b(?:hospitals?|clinics?|doctors?|medics|treated|morgue|mortuary|buried|funerals?|mourn\w*|condemn\w*|protest\w*)\b",
    re.IGNORECASE,
)
_NEAR_KM = 10.0
_QUOTE_MARKS = 2
_VAST = frozenset({"country", "sea"})
Matrix = NDArray[np.float64]


def part_nodes(
    nodes: Sequence[Node],
    page: Page,
    stretches: Sequence[Stretch],
    links: Matrix,
    against: Matrix,
    *,
    published: str | None,
) -> None:
    """Set apart, in place, the nodes that the report tells as several events, and lean together those it tells as one.

    `links` are log-odds of two nodes telling one event, `against` what speaks against it; both (nodes, nodes). What a
    stretch says goes for those only that neither an answer nor a place has set apart before.
    """
    _by_words(nodes, page, links, against)
    _by_times(nodes, published, links, against)
    _by_places(nodes, page, links, against)
    _by_stretches(nodes, stretches, links, against)
    _by_period(nodes, links, against)


def _by_words(nodes: Sequence[Node], page: Page, links: Matrix, against: Matrix) -> None:
    """Set apart what the report says to have answered, or come after, one another, and join what it calls again."""
    members = _members(nodes, page)
    for later, earlier in asserted_pairs(members, page.sentences, page.text):
        _part(later.telling, earlier.telling, links, against)
    apart = [*first_told(members, page.sentences, page.text), *set_off(members, page.sentences, page.text)]
    for new, before in apart:
        for told in before:
            _part(new.telling, told.telling, links, against)
    for again, meant, others in called_again(members, page.sentences, page.text):
        for one, other in ((again.telling, meant.telling), (meant.telling, again.telling)):
            links[one, other] += AGAIN
        for unlike in others:
            if against[again.telling, unlike.telling] <= 0:
                against[again.telling, unlike.telling] = against[unlike.telling, again.telling] = AGAIN


def tied(nodes: Sequence[Node], page: Page) -> frozenset[int]:
    """The nodes of which the report says that they answered another, or were answered."""
    members = _members(nodes, page)
    pairs = answered_pairs(members, page.sentences, page.text)
    pairs += looking_back(members, page.sentences, page.text)
    return frozenset(member.telling for pair in pairs for member in pair)


def in_passing(nodes: Sequence[Node], page: Page) -> frozenset[int]:
    """The nodes told only as what was answered: "in retaliation for the killing of a guard"."""
    pairs = answered_pairs(_members(nodes, page), page.sentences, page.text)
    return frozenset(answered.telling for _, answered in pairs)


def _members(nodes: Sequence[Node], page: Page) -> list[Member]:
    return [member_of(node.candidate, n, page.text) for n, node in enumerate(nodes) if _happened(node)]


def _by_places(nodes: Sequence[Node], page: Page, links: Matrix, against: Matrix) -> None:
    """Set apart what is told to have done harm elsewhere or at another time than what stands before it.

    That is a sentence that opens with a place of its own ("In Gardez, gunmen shot dead five"), and what happened "in
    2011, when a bomb killed 32".
    """
    for later, node in enumerate(nodes):
        if not node.candidate.harmful:
            continue
        then = node.candidate.clause.opener == "when" and told_of_then(node.candidate.clause, page.text)
        name = opening_place(node, page.text) if not then else None
        for earlier, other in enumerate(nodes[:later]):
            if then or (
                name is not None
                and other.candidate.harmful
                and other.sentence != node.sentence
                and (_other_place(node, other) or (opening_place(other, page.text) or name) != name)
            ):
                _part(later, earlier, links, against)


def _by_times(nodes: Sequence[Node], published: str | None, links: Matrix, against: Matrix) -> None:
    """Set apart what a sentence recalls that opens with an older time ("In April 1993") from all told before it.

    In a report of news of the last days, that is: a feature may come to its event's date late.
    """
    for later in recalled(nodes, published):
        node = nodes[later]
        for earlier, other in enumerate(nodes[:later]):
            if other.sentence != node.sentence and agree(other.when, node.when, published) is not True:
                _part(later, earlier, links, against)


def recalled(nodes: Sequence[Node], published: str | None) -> frozenset[int]:
    """The nodes of asides: told in a sentence that opens with an older time, in a report of news of the last days."""
    if not any(recent(node.when, published) for node in nodes):
        return frozenset()
    return frozenset(
        n
        for n, node in enumerate(nodes)
        if (node.candidate.harmful or node.candidate.sure) and _opens_older(node, published)
    )


def _opens_older(node: Node, published: str | None) -> bool:
    """Whether its sentence opens with its time, and that is long before the news."""
    sentence = node.candidate.clause.sentence
    return any(t.start - sentence.start <= _QUOTE_MARKS for t in node.candidate.times) and (
        node.when.back or older(node.when, published) or far(node.when, published)
    )


def opening_place(node: Node, text: str) -> str | None:
    """The name of the place with which a sentence opens that tells harm done there; None where it opens otherwise."""
    sentence = node.candidate.clause.sentence
    if sentence.title or _AFTERMATH.search(text, sentence.start, sentence.end):
        return None
    for place in sentence.places[:2]:
        if _LEAD.fullmatch(text, sentence.start, place.start) and _COMMA.match(text, place.end):
            return place.words
    return None


def _other_place(node: Node, other: Node) -> bool:
    """Whether both name a place, not the same one, and neither lies in the other by name, region or distance."""
    mine, theirs = ([p for p in n.points if p.precision not in _VAST] for n in (node, other))
    if not mine or not theirs or node.candidate.where is None or other.candidate.where is None:
        return False
    names = node.candidate.where.quote.exact, other.candidate.where.quote.exact
    if names[0] in names[1] or names[1] in names[0]:
        return False
    return not any(_may_hold(a, b) for a in mine for b in theirs)


def _may_hold(one: Candidate, other: Candidate) -> bool:
    """Whether two places are one or near, or one is a region in which the other may lie."""
    if one.place_id == other.place_id or km_between(one.lat, one.lon, other.lat, other.lon) < _NEAR_KM:
        return True
    regions = {one.admin1, one.name} & {other.admin1, other.name} - {None}
    unknown = one.admin1 is None or other.admin1 is None
    return BROAD & {one.precision, other.precision} != set() and bool(regions or unknown)


def _by_period(nodes: Sequence[Node], links: Matrix, against: Matrix) -> None:
    """Set apart the tolls of a period or of other attacks from single events."""
    wider = [node.candidate.wider for node in nodes]
    for later in range(len(nodes)):
        for earlier in range(later):
            if wider[later] != wider[earlier]:
                _part(later, earlier, links, against)


def _by_stretches(nodes: Sequence[Node], stretches: Sequence[Stretch], links: Matrix, against: Matrix) -> None:
    """Set apart the nodes of different stretches, and put those of one stretch together."""
    homes = [next((n for n, s in enumerate(stretches) if s.holds(node.sentence)), ALONE) for node in nodes]
    for later, home in enumerate(homes):
        if home == ALONE:
            continue
        for earlier, other in enumerate(homes[:later]):
            if against[later, earlier] >= APART:
                continue
            if home == other:
                leaning = TOLD_ON if stretches[home].single else 0.0
            elif _set_apart(nodes[later], nodes[earlier], stretches[home], other):
                _part(later, earlier, links, against)
                continue
            else:
                leaning = 0.0 if stretches[home].entry else -TOLD_ON
            links[later, earlier] += leaning
            links[earlier, later] += leaning


def _part(one: int, other: int, links: Matrix, against: Matrix) -> None:
    against[one, other] = against[other, one] = APART
    # Nor does it speak against an event that another one, told to be another, is told in like words.
    links[one, other] = links[other, one] = min(UNLIKE, links[one, other], links[other, one])


def _set_apart(node: Node, earlier: Node, stretch: Stretch, told: int) -> bool:
    """Whether a node of a stretch cannot be an earlier one that stands in another stretch, `told`, or in none."""
    if stretch.entry:
        # "The attack", in an entry, may be that of the entry before.
        return told != ALONE and not node.candidate.recurs
    return node.sentence == stretch.first and not earlier.candidate.clause.sentence.title


def _happened(node: Node) -> bool:
    """Whether the rules take it for one event that happened, with a word for what was done."""
    candidate = node.candidate
    return candidate.realis == "actual" and not candidate.aggregate and not names_answer(candidate.trigger.exact)
