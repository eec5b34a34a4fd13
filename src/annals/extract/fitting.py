"""How well a clause fits an event of the report: what forbids it, and what speaks for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from annals.extract.candidates import Candidate
from annals.extract.drafts import Draft, Points
from annals.extract.when import When, agree, older
from annals.model.geo import km_between
from annals.reference.event_families import compatible_types

JOIN = 1.0
"""A clause joins a draft that it fits with at least this."""

BROAD = frozenset({"country", "adm1", "sea", "adm2"})
"""Precisions of places too wide to tell events apart."""

_NEAR_KM = 60.0
_LEDE_SENTENCES = 3

_SAME_DAY = 2.0
_SAME_SPOT = 2.0
_SAME_TYPE = 0.7
_OTHER_ARMS = -1.0
_SAME_NAMES = 2.0
_OTHER_NAMES = -1.0
_OTHER_DOERS = -3.5
_TOLD_LAST = 1.1
_TOLD_LAST_BUT_ANCHORED = 0.6
_TOLD_LAST_BUT_INTRODUCED = 0.4
_OPEN = 0.3
_NEXT_PARAGRAPH = 0.5
_SAME_PARAGRAPH = 0.5
_DEFINITE = 0.6
_MAIN = 0.5
_MAIN_AGAIN = 0.6
_LEDE = 0.8
_LONG_AGO = -0.8


@dataclass(frozen=True, kw_only=True)
class Context:
    """Where a candidate stands in the report: its day and places, and which of the drafts are told last and first."""

    when: When
    points: Points
    published: str | None
    recent: Draft | None
    main: Draft | None

    @property
    def spot(self) -> bool:
        """Whether the clause names a place exact enough to tell events apart."""
        return any(p.precision not in BROAD for p in self.points[:1])

    @property
    def anchored(self) -> bool:
        """Whether the clause brings a day or a spot of its own."""
        return self.when.said or bool(self.when.chain) or self.spot


def context_of(candidate: Candidate, when: When, points: Points, published: str | None, drafts: list[Draft]) -> Context:
    """Place a candidate among the drafts of its kind."""
    alike = [d for d in drafts if d.aggregate == candidate.aggregate and d.realis == candidate.realis]
    # What is told in passing ("in retaliation for the killing of X") does not become the subject.
    subjects = [d for d in alike if d.last.clause.link != "other" or len(d.members) > 1] or alike
    recent = max(subjects, key=lambda d: d.last.at, default=None)
    return Context(when=when, points=points, published=published, recent=recent, main=alike[0] if alike else None)


def fit(draft: Draft, candidate: Candidate, context: Context) -> float | None:
    """How well a candidate fits a draft; None where the two cannot be one event."""
    if not _alike(draft, candidate):
        return None
    day = agree(draft.when, context.when, context.published)
    spot = same_spot(list(draft.points.values()), context.points)
    if day is False or spot is False or _apart(draft, candidate, context, day=bool(day), spot=bool(spot)):
        return None
    score = _SAME_DAY * bool(day) + _SAME_SPOT * bool(spot) + _SAME_TYPE * bool(draft.types & candidate.types)
    return score + _contents(draft, candidate) + _position(draft, candidate, context)


def _alike(draft: Draft, candidate: Candidate) -> bool:
    if candidate.headed or draft.aggregate != candidate.aggregate or draft.realis != candidate.realis:
        return False
    return not (draft.types and candidate.types and not compatible_types(draft.types, candidate.types))


def _apart(draft: Draft, candidate: Candidate, context: Context, *, day: bool, spot: bool) -> bool:
    """Whether the wording says that the clause is about another event than the draft's."""
    when, recent = context.when, draft is context.recent
    now_older = when.back or older(when, context.published)
    if now_older and not (draft.when.back or older(draft.when, context.published)):
        return True
    if candidate.charged and not (day or spot or candidate.harmful):
        return True
    if recent and when.chain and when.chain != draft.when.chain and not when.moments:
        return True
    same_sentence = _same_sentence(draft, candidate)
    if candidate.another and (recent or same_sentence) and not (day and spot):
        return True
    return same_sentence and candidate.clause.link in ("other", "main") and not (day or spot)


def _contents(draft: Draft, candidate: Candidate) -> float:
    """What weapons, names of the dead and doers say."""
    score = 0.0
    ours, theirs = draft.arms | draft.types, candidate.arms | candidate.types
    if ours and theirs and not compatible_types(ours, theirs):
        score += _OTHER_ARMS
    if candidate.names and draft.names:
        score += _SAME_NAMES if draft.names & candidate.names else _OTHER_NAMES
    if draft.doers and candidate.doers and not draft.doers & candidate.doers:
        score += _OTHER_DOERS
    return score


def _position(draft: Draft, candidate: Candidate, context: Context) -> float:
    """What the order of telling says: news goes on with what it told last, and comes back to its main event."""
    anchored, recent, main = context.anchored, draft is context.recent, draft is context.main
    near = candidate.clause.sentence.paragraph - draft.last.clause.sentence.paragraph
    score = 0.0
    if recent:
        score += _recency(candidate, anchored=anchored, continues=main or near == 0)
    elif not anchored:
        score += _OPEN
    if not anchored:
        score += _NEXT_PARAGRAPH * (near <= 1) + _SAME_PARAGRAPH * (near == 0)
    elif candidate.definite:
        score += _DEFINITE
    if main:
        score += _MAIN + _MAIN_AGAIN * (anchored and not candidate.introduces and not recent)
        opens = draft.members[0].clause.sentence
        score += _LEDE * ((opens.title or opens.index <= 1) and candidate.clause.sentence.index <= _LEDE_SENTENCES)
    if draft.when.back and not context.when.said and not _same_sentence(draft, candidate) and near > 0:
        score += _LONG_AGO
    return score


def _recency(candidate: Candidate, *, anchored: bool, continues: bool) -> float:
    """What it is worth that the draft was told last: much, unless the candidate brings its own day or place."""
    if not anchored:
        return _TOLD_LAST
    if candidate.introduces:
        return _TOLD_LAST_BUT_INTRODUCED
    return _TOLD_LAST if continues else _TOLD_LAST_BUT_ANCHORED


def _same_sentence(draft: Draft, candidate: Candidate) -> bool:
    return candidate.clause.sentence.index == draft.last.clause.sentence.index


def same_spot(known: Sequence[Points], points: Points) -> bool | None:
    """True where any reading of the two is near, False where none can be, None where one is broad or unknown."""
    if not known or not points:
        return None
    answers = [_pair(old, points) for old in known]
    if True in answers:
        return True
    return None if None in answers else False


def _pair(left: Points, right: Points) -> bool | None:
    if any(a.place_id == b.place_id for a in left for b in right):
        return True if left[0].precision not in BROAD else None
    if _other_regions(left, right):
        return False
    for a in left:
        for b in right:
            wide = a.precision in BROAD or b.precision in BROAD
            if wide and (a.country is None or b.country is None or a.country == b.country):
                return None
    narrow = [(a, b) for a in left for b in right if a.precision not in BROAD and b.precision not in BROAD]
    return any(km_between(a.lat, a.lon, b.lat, b.lon) <= _NEAR_KM for a, b in narrow)


def _other_regions(left: Points, right: Points) -> bool:
    """Whether all readings lie in regions of one country, and none of the left in one of the right."""
    known = [(p.country, p.admin1) for p in (*left, *right)]
    if any(country is None or region is None for country, region in known):
        return False
    return not {(p.country, p.admin1) for p in left} & {(p.country, p.admin1) for p in right}
