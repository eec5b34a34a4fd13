"""Drafts: events of a report as gathered so far from its clauses."""

from dataclasses import dataclass, field

from annals.extract.candidates import Candidate
from annals.extract.when import When
from annals.extract.whereabouts import Where
from annals.reference.candidate import Candidate as PlaceCandidate

Points = tuple[PlaceCandidate, ...]
"""The places that one name may mean, best first; empty where the clause names none."""


@dataclass(kw_only=True)
class Draft:
    """One event, with what its clauses say together."""

    members: list[Candidate] = field(default_factory=list)
    when: When = field(default_factory=When)
    wheres: list[Where] = field(default_factory=list)
    points: dict[str, Points] = field(default_factory=dict)
    """By the best place's id, so that a name told often is compared once."""
    types: set[str] = field(default_factory=set)
    arms: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)

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

    def take(self, candidate: Candidate, when: When, points: Points) -> None:
        """Add a clause."""
        self.members.append(candidate)
        self.types |= candidate.types
        self.arms |= candidate.arms
        self.names |= candidate.names
        self.doers |= candidate.doers
        if candidate.where is not None:
            self.wheres.append(candidate.where)
        if points:
            self.points.setdefault(points[0].place_id, points)
        old = self.when
        self.when = When(
            weekday=old.weekday if old.weekday is not None else when.weekday,
            month=old.month if old.month is not None else when.month,
            day=old.day if old.day is not None else when.day if old.month in (None, when.month) else None,
            year=old.year if old.year is not None else when.year,
            offset=old.offset if old.offset is not None else when.offset,
            back=old.back or when.back,
            ago=old.ago or when.ago,
            chain=old.chain or (None if when.moments else when.chain),
        )
