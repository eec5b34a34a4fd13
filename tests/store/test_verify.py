from typing import Any

import msgspec
import pytest

from annals.model import Account, Incident, Quote, Region, Report
from annals.store.verify import Verification, verify
from tests.small_world import LineReader, derive, report

REPORT = report("Bomb in Zorn on 2021-05-03 killed 4.")
ACCOUNT = LineReader().read(REPORT)
(INCIDENT,) = derive([REPORT], [ACCOUNT], []).incidents


def check(
    report: Report = REPORT, account: Account = ACCOUNT, incident: Incident = INCIDENT, **rest: Any
) -> Verification:
    return verify(reports=[report], accounts=[account], incidents=[incident], **{"derived_matches": True, **rest})


def changed(value: Any, **fields: Any) -> Any:
    return msgspec.structs.replace(value, **fields)


def test_all_holds() -> None:
    assert check() == Verification(quotes=2 + 3 + 3, hashes=1, faults=(), derived_matches=True)
    assert check().holds


CLAIM = INCIDENT.claims[0]
MOVED = changed(CLAIM, quote=Quote(start=1, end=4, exact="Bom"))


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"report": changed(REPORT, text=REPORT.text.replace("4", "9"))}, "not the one that was hashed"),
        ({"report": changed(REPORT, raw_sha256="abc")}, "raw_sha256 'abc' is not 64 hex digits"),
        ({"report": changed(REPORT, regions=(Region(start=0, end=999, kind="title"),))}, "title region 0:999"),
        ({"account": changed(ACCOUNT, mentions=(changed(ACCOUNT.mentions[0], claims=()),))}, "is in no account"),
        ({"incident": changed(INCIDENT, claims=(MOVED, *INCIDENT.claims[1:]))}, "'Bom' does not stand at 1:4"),
        ({"incident": changed(INCIDENT, claims=(changed(CLAIM, report_id="r0"),))}, "report r0 is not in the ledger"),
        (
            {"account": changed(ACCOUNT, mentions=(changed(ACCOUNT.mentions[0], trigger=MOVED.quote),))},
            "trigger of mention",
        ),
        ({"derived_matches": False}, "are not those that the stored reports give"),
    ],
)
def test_a_fault_is_found_and_named(parts: dict[str, Any], fault: str) -> None:
    found = check(**parts)
    assert not found.holds
    assert any(fault in sentence for sentence in found.faults), found.faults
