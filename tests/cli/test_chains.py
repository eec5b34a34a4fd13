import json

import msgspec
import pytest

from annals.model import Link, Quote
from tests.cli.conftest import MakeLedger, Run
from tests.records import FIRST, shelling, silent

SAID = "Four mortar shells struck the grain port of Velmar on Monday night."
START = FIRST.text.index(SAID)
ANSWERED = shelling(
    links=(
        Link(
            relation="retaliation_for",
            to=silent().incident_id,
            asserted_by=FIRST.report_id,
            quote=Quote(start=START, end=START + len(SAID), exact=SAID),
        ),
    )
)


@pytest.mark.parametrize("asked", [(), ("i0123",), ("--weapon", "mortar"), (silent().incident_id,)])
def test_a_chain_is_its_steps_and_the_sentences(run: Run, make_ledger: MakeLedger, asked: tuple[str, ...]) -> None:
    result = run("chains", *asked, "--ledger", make_ledger([ANSWERED, silent()]))
    assert result.exit_code == 0
    heading, first, relation, source, sentence, second = [line.strip() for line in result.stdout.splitlines()]
    assert heading == "2 incidents, 3 May 2021"
    assert first.startswith("1  3 May 2021")
    assert relation == "in retaliation for 2"
    assert source == "in The Harbour Post, 4 May 2021"
    assert sentence == f"«{SAID}»"
    assert second.startswith("2  date unknown")
    assert "1 chain of answers." in result.stderr


def test_json_is_one_object(run: Run, make_ledger: MakeLedger) -> None:
    told = json.loads(run("chains", "--json", "--ledger", make_ledger([ANSWERED, silent()])).stdout)
    assert (told["schema_version"], told["count"]) == ("1", 1)
    (chain,) = told["chains"]
    assert [row["incident_id"] for row in chain["incidents"]] == [ANSWERED.incident_id, silent().incident_id]
    assert msgspec.convert(chain["ties"][0]["link"], Link) == ANSWERED.links[0]


@pytest.mark.parametrize(
    ("asked", "hint"),
    [((), "no report in this ledger"), (("i0123",), "No report says"), (("--country", "HR"), "Drop a filter")],
)
def test_an_empty_answer_says_why(run: Run, make_ledger: MakeLedger, asked: tuple[str, ...], hint: str) -> None:
    result = run("chains", *asked, "--ledger", make_ledger([shelling(), silent()]))
    assert (result.exit_code, result.stdout) == (0, "")
    assert hint in result.stderr


def test_an_id_and_a_filter_are_one_too_many(run: Run, make_ledger: MakeLedger) -> None:
    assert run("chains", "i0123", "--country", "HR", "--ledger", make_ledger([ANSWERED])).exit_code == 2
