"""Decisions as a file: what is written is read again, and what cannot be taken is said."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annals.judgement_file import judgement_lines, read_judgements, sorted_out
from annals.ledger import Ledger
from annals.model import Judgement, Refusal
from tests.cases import cases
from tests.small_world import report

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda words: words.strip())
MENTIONS = [f"m{n:016x}" for n in range(6)]
VALUES: dict[str, Any] = {"killed": 7, "title": "Rakete \u2028 in \u202eMosul", "date": {"start": "2021-05-03"}}


@st.composite
def files(draw: st.DrawFn) -> list[Judgement]:
    """Judgements with ids of their own; an undo may name one that is not among them."""
    made: list[Judgement] = []
    for number in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(["same", "different", "unsure", "override", "withdraw", "alias", "undo"]))
        first, second = draw(st.lists(st.sampled_from(MENTIONS), min_size=2, max_size=2, unique=True))
        field = draw(st.sampled_from(sorted(VALUES))) if kind == "override" else None
        made.append(
            Judgement(
                judgement_id=f"j{number:016x}",
                kind=kind,  # type: ignore[arg-type]
                subject=draw(st.sampled_from(["j0000000000000000", "jelsewhere"])) if kind == "undo" else first,
                other=second if kind in ("same", "different", "unsure") else None,
                field=field,
                value=json.dumps(VALUES[field]) if field else '{"name": "The Ninth"}' if kind == "alias" else None,
                by=draw(WORDS),
                at=draw(st.datetimes(timezones=st.timezones())).isoformat(),
                reason=draw(WORDS),
                seen=draw(st.none() | st.just(("c1", "c2"))),
            )
        )
    return made


def test_a_file_reads_back(tmp_path: Path) -> None:
    """Byte for byte, whatever is in it, and reading it again changes nothing."""
    empty = tmp_path / "empty.db"
    Ledger.open(empty).close()

    @given(files())
    @settings(cases(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
    def check(made: list[Judgement]) -> None:
        lines = list(judgement_lines(made))
        for number in range(2):
            path = tmp_path / f"{number}.db"
            path.write_bytes(empty.read_bytes())
            with Ledger.open(path, jobs=1) as ledger:
                told = ledger.import_judgements(lines if number else reversed(lines), derive=False)
                assert (len(told.added), told.already_there, told.refused) == (len(made), 0, ())
                assert list(ledger.export_judgements()) == lines
                again = ledger.import_judgements(lines)
                assert (again.added, again.already_there, again.refused) == ((), len(made), ())
                assert list(ledger.export_judgements()) == lines

    check()


TEXTS = [
    report("A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing four people, police said."),
    report("A bomb in Basra, Iraq, killed nine people on 9 August 2020, police said."),
]


def test_decisions_go_to_another_ledger_and_wait_for_its_reports(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ours.db", jobs=1) as ours:
        ours.add(TEXTS)
        first, second = (incident.incident_id for incident in ours.incidents())
        ours.same(first, second, by="ana", reason="one hand")
        ours.override(second, "killed", 5, by="ana", reason="the list")
        lines = list(ours.export_judgements())
        records = [msgspec.json.encode(incident) for incident in ours.incidents()]
    with Ledger.open(tmp_path / "theirs.db", jobs=1) as theirs:
        theirs.add(TEXTS[:1])
        told = theirs.import_judgements(lines)
        assert len(told.added) == 2
        assert len(told.waiting) >= 1, "the second report is not there"
        assert told.derived
        assert theirs.browse.log().total == 2
        theirs.add(TEXTS[1:])
        assert [msgspec.json.encode(incident) for incident in theirs.incidents()] == records
        assert all(entry.applied for entry in theirs.browse.log().entries)


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    lines = [line(subject="m1", other="m2")]
    with Ledger.open(tmp_path / "a.db", jobs=1) as ledger:
        told = ledger.import_judgements(lines, dry_run=True)
        assert (told.added, told.waiting, told.derived) == (("j1",), ("j1",), False)
        assert list(ledger.export_judgements()) == []


def line(**changes: Any) -> bytes:
    told = {
        "judgement_id": "j1",
        "kind": "same",
        "subject": "m1",
        "other": "m2",
        "by": "ana",
        "at": "2024-01-01T00:00:00+00:00",
        "reason": "one hand",
    }
    return json.dumps(told | changes).encode() + b"\n"


@pytest.mark.parametrize(
    ("given_line", "says"),
    [
        (b"{not json\n", "This is no JSON object"),
        (b"[1]\n", "This is no JSON object"),
        (b'"\xff"\n', "This is no JSON object"),
        (line(mood="good"), "mood: a judgement has no such key"),
        (line(kind="perhaps"), "perhaps"),
        (line(by=None), "This is no judgement"),
        (line(reason="  "), "reason: it is empty"),
        (line(by="a" * 201), "by: 201 characters are too many"),
        (line(other=None), "other: same is said of two tellings"),
        (line(other="m1"), "other: it is the same telling"),
        (line(kind="withdraw"), "other: withdraw is said of one"),
        (line(field="killed"), "field: same sets none"),
        (line(kind="override", other=None), "field: say which field is set"),
        (line(kind="override", other=None, field="mood", value="1"), "'mood' cannot be set"),
        (line(kind="override", other=None, field="killed"), "value: it is missing"),
        (line(kind="override", other=None, field="killed", value="seven"), "value: 'seven' is no JSON"),
        (line(kind="override", other=None, field="title", value=f'"{"a" * 20_000}"'), "value: it has 20002 bytes"),
        (line(at="last week"), "at: 'last week' is no moment"),
        (line(at="2024-01-01T00:00:00"), "has no zone"),
    ],
)
def test_a_line_that_is_no_decision_is_a_sentence_and_the_rest_goes_on(given_line: bytes, says: str) -> None:
    (_, refusal), (number, good) = read_judgements([given_line, b"\n", line(judgement_id="j2")], "theirs.jsonl")
    assert isinstance(refusal, Refusal)
    assert refusal.origin == "theirs.jsonl, line 1"
    assert says in refusal.reason
    assert number == 3
    assert isinstance(good, Judgement)


def test_another_decision_of_an_id_that_is_there_is_a_conflict() -> None:
    lines = [line(), line(), line(reason="two hands", by="bo")]
    new, there, (refusal,) = sorted_out(read_judgements(lines, "f"), {}, "f")
    assert (len(new), there) == (1, 1)
    assert "j1 is there already, which differs in by and reason; it was kept" in refusal.reason
    new, there, refused = sorted_out(read_judgements(lines, "f"), {"j1": new[0]}, "f")
    assert (new, there, len(refused)) == ([], 2, 1)


def test_a_mark_at_the_start_of_a_file_is_passed_over() -> None:
    ((_, judgement),) = read_judgements([b"\xef\xbb\xbf" + line()], "f")
    assert isinstance(judgement, Judgement)
