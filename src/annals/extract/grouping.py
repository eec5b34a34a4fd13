"""Which clauses of a report tell one event: candidates become drafts of tellings."""

from dataclasses import dataclass, field

from annals.extract.candidates import Candidate
from annals.extract.when import When, agree, older, when_of
from annals.extract.whereabouts import Where
from annals.model.geo import km_between
from annals.reference.candidate import Candidate as PlaceCandidate
from annals.reference.event_families import compatible_types
from annals.reference.gazetteer import Gazetteer

_NEAR_KM = 60.0
_TRIED = 4
_JOIN = 1.0
_BROAD = frozenset({"country", "adm1", "sea", "adm2"})


@dataclass(kw_only=True)
class Draft:
    """One event as gathered so far from the clauses of a report."""

    members: list[Candidate] = field(default_factory=list)
    when: When = field(default_factory=When)
    wheres: list[Where] = field(default_factory=list)
    points: list[tuple[PlaceCandidate, ...]] = field(default_factory=list)
    types: set[str] = field(default_factory=set)

    @property
    def last(self) -> Candidate:
        """The clause that told it last."""
        return self.members[-1]

    @property
    def aggregate(self) -> bool:
        """Several events told as one."""
        return self.members[0].aggregate

    @property
    def realis(self) -> str:
        """That of its first clause."""
        return self.members[0].realis


def group(candidates: list[Candidate], gazetteer: Gazetteer, published: str | None) -> list[Draft]:
    """Gather candidates, in the report's order, into drafts: each joins the draft that it fits best, or opens one."""
    drafts: list[Draft] = []
    for candidate in candidates:
        points = _points(candidate.where, gazetteer)
        when = when_of(candidate.times)
        if candidate.loose and candidate.definite and not any(draft.aggregate for draft in drafts):
            candidate.aggregate = False
        ranked = [
            (score, n)
            for n, draft in enumerate(drafts)
            if (score := _fit(draft, candidate, when, points, drafts, published)) is not None
        ]
        best = max(ranked, default=(0.0, -1))
        thin = _thin(candidate, when, points)
        joins = best[0] >= _JOIN or (bool(ranked) and thin and best[0] > 0)
        if (
            not joins
            and thin
            and not candidate.harmful
            and not candidate.aggregate
            and (drafts or not candidate.worded)
        ):
            continue
        draft = drafts[best[1]] if joins else Draft()
        if not draft.members:
            drafts.append(draft)
        _join(draft, candidate, when, points)
    return drafts


def _thin(candidate: Candidate, when: When, points: tuple[PlaceCandidate, ...]) -> bool:
    """Whether a clause brings neither day nor spot nor a new event: then it tells more of an old one."""
    spot = any(p.precision not in _BROAD for p in points[:1])
    if (candidate.charged and not candidate.harmful) or (candidate.doers and candidate.harmful):
        return False
    return not (spot or when.said or when.chain or candidate.another or (candidate.introduces and candidate.harmful))


def _join(draft: Draft, candidate: Candidate, when: When, points: tuple[PlaceCandidate, ...]) -> None:
    draft.members.append(candidate)
    draft.types |= candidate.types
    if candidate.where is not None:
        draft.wheres.append(candidate.where)
        if points:
            draft.points.append(points)
    old = draft.when
    draft.when = When(
        weekday=old.weekday if old.weekday is not None else when.weekday,
        month=old.month if old.month is not None else when.month,
        day=old.day if old.day is not None else when.day if old.month in (None, when.month) else None,
        year=old.year if old.year is not None else when.year,
        offset=old.offset if old.offset is not None else when.offset,
        back=old.back or when.back,
        ago=old.ago or when.ago,
        chain=old.chain or (None if when.moments else when.chain),
    )


def _fit(
    draft: Draft,
    candidate: Candidate,
    when: When,
    points: tuple[PlaceCandidate, ...],
    drafts: list[Draft],
    published: str | None,
) -> float | None:
    """How well a candidate fits a draft; None where the two cannot be one event."""
    if candidate.headed or draft.aggregate != candidate.aggregate or draft.realis != candidate.realis:
        return None
    if draft.types and candidate.types and not compatible_types(draft.types, candidate.types):
        return None
    day = agree(draft.when, when, published)
    place = _place_agrees(draft.points, points)
    if day is False or place is False:
        return None
    if (when.back or older(when, published)) and not (draft.when.back or older(draft.when, published)):
        return None
    if candidate.charged and not (day or place or candidate.harmful):
        return None
    alike = [d for d in drafts if d.aggregate == candidate.aggregate and d.realis == candidate.realis]
    # What is told in passing ("in retaliation for the killing of X") does not become the subject.
    subjects = [d for d in alike if d.last.clause.link != "other" or len(d.members) > 1] or alike
    recent = max(subjects, key=lambda d: d.last.at) is draft
    main = next((d for d in alike), None) is draft
    if recent and when.chain and when.chain != draft.when.chain and not when.moments:
        return None
    near = candidate.clause.sentence.paragraph - draft.last.clause.sentence.paragraph
    same_sentence = candidate.clause.sentence.index == draft.last.clause.sentence.index
    if candidate.another and (recent or same_sentence) and not (day and place):
        return None
    if same_sentence and candidate.clause.link in ("other", "main") and not (day or place):
        return None
    score = (2.0 if day else 0.0) + (2.0 if place else 0.0)
    if draft.types & candidate.types:
        score += 0.7
    anchored = when.said or bool(when.chain) or any(p.precision not in _BROAD for p in points[:1])
    arms = {kind for member in draft.members for kind in member.arms} | draft.types
    theirs = candidate.arms | candidate.types
    if arms and theirs and not compatible_types(arms, theirs):
        score -= 1.0
    names = {name for member in draft.members for name in member.names}
    if candidate.names and names:
        score += 2.0 if names & candidate.names else -1.0
    if recent:
        score += _recency(candidate, anchored=anchored, continues=main or near == 0)
    elif not anchored:
        score += 0.3
    if not anchored and near <= 1:
        score += 0.5
    if anchored and candidate.definite:
        score += 0.6
    doers = {actor for member in draft.members for actor in member.doers}
    if doers and candidate.doers and not doers & candidate.doers:
        score -= 3.5
    if not anchored and near == 0:
        score += 0.5
    if main and anchored and not candidate.introduces and not recent:
        score += 0.6
    if main:
        score += 0.5
        if draft.members[0].clause.sentence.title or draft.members[0].clause.sentence.index <= 1:
            score += 0.8 if candidate.clause.sentence.index <= _LEDE else 0.0
    if draft.when.back and not when.said and not same_sentence and near > 0:
        score -= 0.8
    return score


_LEDE = 3


def _recency(candidate: Candidate, *, anchored: bool, continues: bool) -> float:
    """What it is worth that the draft was told last: much, unless the candidate brings its own day or place."""
    if not anchored:
        return 1.1
    if candidate.introduces:
        return 0.4
    return 1.1 if continues else 0.6


def _points(where: Where | None, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    if where is None or not where.matches:
        return ()
    return tuple(gazetteer.lookup(where.matches[0].words)[:_TRIED])


def _place_agrees(known: list[tuple[PlaceCandidate, ...]], points: tuple[PlaceCandidate, ...]) -> bool | None:
    """True where any reading of the two is near, False where none can be, None where one is broad or unknown."""
    if not known or not points:
        return None
    answers = [_pair(old, points) for old in known]
    if True in answers:
        return True
    return None if None in answers else False


def _pair(left: tuple[PlaceCandidate, ...], right: tuple[PlaceCandidate, ...]) -> bool | None:
    if any(a.place_id == b.place_id for a in left for b in right):
        return True if left[0].precision not in _BROAD else None
    broad = [(a, b) for a in left for b in right if a.precision in _BROAD or b.precision in _BROAD]
    for a, b in broad:
        if a.country is None or b.country is None or a.country == b.country:
            return None
    narrow = [(a, b) for a in left for b in right if a.precision not in _BROAD and b.precision not in _BROAD]
    return any(km_between(a.lat, a.lon, b.lat, b.lon) <= _NEAR_KM for a, b in narrow)
