"""What happened to incidents, told by comparing some of a ledger's records before and after: a pure function."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from annals.model import Incident
from annals.model.change import KINDS, ChangeKind, Happened

_records = msgspec.json.Decoder(Incident)
_keys = msgspec.json.Decoder(dict[str, msgspec.Raw])
_Words = set[tuple[str, int]]
_WITHDRAWN = "withdrawn"


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Some incidents of a ledger at one moment."""

    bodies: Mapping[str, bytes]
    """incident_id -> its record as JSON."""
    homes: Mapping[str, str]
    """mention_id -> incident_id, for all mentions of these incidents."""


def happened(before: State, after: State) -> list[Happened]:
    """What became of the incidents `before`, and which of those `after` are new.

    Both states must hold every incident that differs between them; what is the same in both says nothing.

    An incident's tellings are followed by their mentions. Where a report was read anew, so that none of the mentions is
    there any more, they are followed by their words: to the incident that quotes most of the same places.
    """
    went, came = _flows(before, after)
    by_words = _by_words(before, after, [name for name in before.bodies if not went[name]])
    for old, new in by_words.items():
        went[old].add(new)
        came[new].add(old)
    found = [
        *(entry for old in before.bodies if (entry := _of_old(old, before, after, went[old], came))),
        *(_of_new(new, after, came[new]) for new in after.bodies if _is_new(new, before, went, came[new])),
    ]
    return sorted(found, key=lambda entry: (KINDS.index(entry.kind), entry.incident_id))


_Flow = Mapping[str, set[str]]


def _flows(before: State, after: State) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """Incident before -> where its mentions are after, and the other way round."""
    went: defaultdict[str, set[str]] = defaultdict(set)
    came: defaultdict[str, set[str]] = defaultdict(set)
    for mention, old in before.homes.items():
        new = after.homes.get(mention)
        if new is not None:
            went[old].add(new)
            came[new].add(old)
    return went, came


def _is_new(name: str, before: State, went: _Flow, came: set[str]) -> bool:
    """Whether the incident is to be told as created: no other incident goes on under its name."""
    if name in before.bodies:
        return False
    return not any(came == {old} and went[old] == {name} for old in came)


def _of_new(name: str, after: State, came: set[str]) -> Happened:
    return _entry("created", name, _records.decode(after.bodies[name]), of=came)


def _of_old(name: str, before: State, after: State, went: set[str], came: _Flow) -> Happened | None:
    """What became of an incident; None where nothing did."""
    old, new = before.bodies[name], after.bodies.get(name)
    if new is not None:
        if old == new and went <= {name}:
            return None
        record, fields = _records.decode(new), _differing(old, new)
        if went - {name}:
            return _entry("split", name, record, became=went | {name}, fields=fields)
        gone = record.review.status == _WITHDRAWN != _records.decode(old).review.status
        return _entry("withdrawn" if gone else "updated", name, record, fields=fields)
    record = _records.decode(old)
    if not went:
        return _entry("withdrawn", name, record)
    if len(went) > 1:
        return _entry("split", name, record, became=went)
    (other,) = went
    if other in before.bodies or came[other] != {name}:
        return _entry("merged", name, record, became=went)
    return _entry("renamed", name, record, became=went, fields=_differing(old, after.bodies[other]))


def _entry(
    kind: ChangeKind,
    incident_id: str,
    record: Incident,
    *,
    became: Iterable[str] = (),
    of: Iterable[str] = (),
    fields: tuple[str, ...] = (),
) -> Happened:
    return Happened(
        kind=kind,
        incident_id=incident_id,
        became=tuple(sorted(became)),
        of=tuple(sorted(of)),
        title=record.title,
        date=record.date.edtf or record.date.start,
        fields=fields,
    )


def _differing(old: bytes, new: bytes) -> tuple[str, ...]:
    before, after = _keys.decode(old), _keys.decode(new)
    return tuple(name for name in after if bytes(before.get(name, b"")) != bytes(after[name]))


def _by_words(before: State, after: State, lost: Iterable[str]) -> dict[str, str]:
    """For incidents none of whose mentions is left: the one that quotes most of the same places, if any does."""
    sought = {name: _words(before.bodies[name]) for name in lost if name not in after.bodies}
    if not any(sought.values()):
        return {}
    holders: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name, body in after.bodies.items():
        if before.bodies.get(name) != body:
            for place in _words(body):
                holders[place].append(name)
    found = {}
    for name, words in sought.items():
        shared = Counter(holder for place in words for holder in holders.get(place, ()))
        if shared:
            found[name] = min(shared, key=lambda holder: (-shared[holder], holder in before.bodies, holder))
    return found


def _words(body: bytes) -> _Words:
    """Where in which report its claims are quoted from."""
    return set(_places(_records.decode(body)))


def _places(record: Incident) -> Iterator[tuple[str, int]]:
    for claim in record.claims:
        yield claim.report_id, claim.quote.start
