"""What happened, from small records made by hand: an incident is its mentions, and what it says of the killed."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Corroboration, CountValue, Figure, Incident, Quote, Review, RuledClaim, Speaker
from annals.model.change import Happened
from annals.store.happening import State, happened
from tests.web.worlds import record, told


def incident(
    name: str, *mentions: str, killed: int = 1, status: str = "unreviewed"
) -> tuple[Incident, tuple[str, ...]]:
    """An incident of these mentions; mention "a3" is quoted from place 3 of report a, and so is "a3x"."""
    claims = tuple(
        RuledClaim(
            claim_id=f"c{mention}",
            field="killed",
            value=CountValue(low=killed, high=killed),
            words="one",
            report_id=mention[0],
            quote=Quote(start=int(mention[1]), end=int(mention[1]) + 3, exact="one"),
            speaker=Speaker(),
            hedge=None,
            stance="states",
            state="supports",
            reason="For the test.",
        )
        for mention in mentions
    )
    made = record(tuple(told(report) for report in sorted({m[0] for m in mentions})), claims)
    figure = Figure(low=killed, best=killed, high=killed, state="reported", rule="representative")
    attested = Corroboration(reports=len(mentions), origins=1, grade="single source", grade_reason="For the test.")
    changed = {
        "corroboration": attested,
        "incident_id": name,
        "title": f"Attack {name}",
        "killed": figure,
        "review": Review(status=status),
    }
    return msgspec.structs.replace(made, **changed), mentions


def state(*incidents: tuple[Incident, tuple[str, ...]]) -> State:
    return State(
        bodies={made.incident_id: msgspec.json.encode(made) for made, _ in incidents},
        homes={mention: made.incident_id for made, mentions in incidents for mention in mentions},
    )


def short(found: list[Happened]) -> list[tuple[str, ...]]:
    return [(entry.kind, entry.incident_id, *entry.became, *entry.of) for entry in found]


def test_the_first_incidents_are_created() -> None:
    assert short(happened(state(), state(incident("i1", "a1"), incident("i2", "b1")))) == [
        ("created", "i1"),
        ("created", "i2"),
    ]


def test_what_stays_as_it_was_is_not_told() -> None:
    same = state(incident("i1", "a1"))
    assert happened(same, same) == []


def test_an_update_names_the_fields_that_differ() -> None:
    (entry,) = happened(state(incident("i1", "a1")), state(incident("i1", "a1", "b1", killed=2)))
    assert (entry.kind, entry.incident_id) == ("updated", "i1")
    assert entry.fields == ("killed", "corroboration", "claims", "reports")


def test_two_that_become_one_are_merged_and_the_one_that_stays_is_updated() -> None:
    before = state(incident("i1", "a1"), incident("i2", "b1"))
    assert short(happened(before, state(incident("i1", "a1", "b1")))) == [("merged", "i2", "i1"), ("updated", "i1")]


def test_two_that_become_a_third_are_both_merged() -> None:
    before = state(incident("i1", "a1"), incident("i2", "b1"))
    assert short(happened(before, state(incident("i3", "a1", "b1", "c1")))) == [
        ("created", "i3", "i1", "i2"),
        ("merged", "i1", "i3"),
        ("merged", "i2", "i3"),
    ]


def test_an_earlier_report_that_gives_the_incident_its_id_renames_it() -> None:
    assert short(happened(state(incident("i1", "a1")), state(incident("i0", "a1", "b1")))) == [("renamed", "i1", "i0")]


def test_a_split_names_all_parts_whether_one_keeps_the_id_or_none_does() -> None:
    before = state(incident("i1", "a1", "b1"))
    assert short(happened(before, state(incident("i1", "a1"), incident("i2", "b1")))) == [
        ("created", "i2", "i1"),
        ("split", "i1", "i1", "i2"),
    ]
    assert short(happened(before, state(incident("i2", "a1"), incident("i3", "b1")))) == [
        ("created", "i2", "i1"),
        ("created", "i3", "i1"),
        ("split", "i1", "i2", "i3"),
    ]


def test_what_no_report_tells_and_what_a_person_withdrew_are_withdrawn() -> None:
    one = state(incident("i1", "a1"))
    assert short(happened(one, state())) == [("withdrawn", "i1")]
    (entry,) = happened(one, state(incident("i1", "a1", status="withdrawn")))
    assert (entry.kind, entry.fields) == ("withdrawn", ("review",))
    again = happened(state(incident("i1", "a1", status="withdrawn")), state(incident("i1", "a1")))
    assert short(again) == [("updated", "i1")], "it was taken back"


def test_tellings_that_were_read_anew_are_followed_by_their_words() -> None:
    before = state(incident("i1", "a1", "b1"), incident("i2", "c1"), incident("i3", "d1"))
    after = state(incident("i5", "a1x", "b1x"), incident("i6", "c7"), incident("i7", "d1x", "e1"))
    assert short(happened(before, after)) == [
        ("created", "i6"),
        ("renamed", "i1", "i5"),
        ("renamed", "i3", "i7"),
        ("withdrawn", "i2"),
    ]


_mentions = [f"{report}{place}" for report in "abcd" for place in "12"]


@st.composite
def _partitions(draw: st.DrawFn) -> State:
    """Some of the mentions in some incidents, each named after the first of its mentions."""
    groups: dict[int, list[str]] = {}
    for mention in draw(st.lists(st.sampled_from(_mentions), unique=True)):
        groups.setdefault(draw(st.integers(0, 3)), []).append(mention)
    return state(
        *(incident(f"i{min(group)}", *sorted(group), killed=draw(st.integers(1, 2))) for group in groups.values())
    )


@given(_partitions(), _partitions())
def test_a_mirror_that_follows_the_feed_knows_every_incident(before: State, after: State) -> None:
    found = happened(before, after)
    mirror = set(before.bodies)
    for entry in found:
        if entry.kind == "created":
            assert entry.incident_id not in mirror
            mirror.add(entry.incident_id)
    for entry in found:
        if entry.kind in ("renamed", "merged", "withdrawn", "split") and entry.incident_id not in after.bodies:
            mirror.discard(entry.incident_id)
            mirror.update(entry.became)
    assert mirror == set(after.bodies)
    told_of = {entry.incident_id for entry in found} | {name for entry in found for name in entry.became}
    differing = {name for name in mirror if before.bodies.get(name) != after.bodies[name]}
    assert differing <= told_of
    assert len({(entry.kind, entry.incident_id) for entry in found}) == len(found)
    gone = {entry.incident_id for entry in found} - set(after.bodies)
    assert gone == set(before.bodies) - set(after.bodies), "each id that is no more is told of once"
