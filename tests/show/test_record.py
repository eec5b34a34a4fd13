import re

import msgspec
import pytest

from annals.model import Figure, Report
from annals.show.record import field_words, record_page
from tests.records import FIRST, REPORTS, REPRINT, SECOND, claim, shelling, silent


def page(width: int | None = None, **changes: object) -> str:
    return "\n".join(line.plain for line in record_page(shelling(**changes), REPORTS, width))


def section(name: str, text: str) -> str:
    """The lines from a heading to the next blank one."""
    return next(part for part in text.split("\n\n") if part.startswith(name))


def test_it_opens_with_what_the_record_is() -> None:
    head = page().split("\n\n")[0]

    assert head.splitlines()[:3] == [
        "i0123456789abcdef",
        "Shelling of the grain port of Velmar",
        "3 May 2021 · Velmar, Croatia · Shelling/artillery/missile attack",
    ]
    assert "Corroboration: fair. Two independent origins tell it." in head
    assert "The reports differ on: wounded, perpetrator." in head


def test_each_claim_shows_state_value_words_hedge_speaker_source_and_quote() -> None:
    wounded = section("WOUNDED", page())

    assert "≥5, best 6  (rule: latest independent; of whom 5 dock workers)" in wounded
    assert re.search(r"^  dissents +5 dock workers  “five”$", wounded, re.MULTILINE)
    assert "according to a harbour official (not named), in The Harbour Post, 4 May 2021 [1]" in wounded
    assert "The blasts «wounded five dock workers», a harbour official said" in wounded
    assert "dissents: It says 5, the record says at least 6." in wounded
    assert re.search(r"^  supports +≥6  “At least six”, hedged: “At least”$", wounded, re.MULTILINE)
    assert re.search(r"^  superseded +2  “two”$", wounded, re.MULTILINE)


def test_blame_and_denial_are_told_apart_in_words() -> None:
    parties = section("PERPETRATOR", page())

    assert "Northern Front (denied)" in parties
    assert "blamed by The police chief, in The Harbour Post" in parties
    assert "denied by The Northern Front, in Coast Radio" in parties


def test_silence_unknown_and_zero_are_three_things() -> None:
    text = page(missing=Figure(), abducted=Figure(state="unknown"))

    assert section("KILLED", text).startswith("KILLED        0  (rule")
    assert section("NOT REPORTED", text) == "NOT REPORTED  missing"
    assert section("ABDUCTED", text) == "ABDUCTED      ? told of, no number"


def test_what_a_reprint_repeats_is_folded_into_the_original() -> None:
    original = shelling()
    copied = claim(REPRINT, "killed", original.claims[6].value, "Nobody was killed", state="set_aside")

    text = page(claims=(*original.claims, copied))

    killed = section("KILLED", text)
    assert "reprinted by Inland Daily, 4 May 2021 [3]" in killed
    assert killed.count("«Nobody was killed»") == 1
    assert "(reprints [1])" in section("REPORTS", text)


def test_what_only_the_reprint_says_is_shown() -> None:
    original = shelling()
    added = claim(REPRINT, "damage", original.claims[12].value, "grain port", state="set_aside", reason="A copy.")

    assert "in Inland Daily, 4 May 2021 [3]" in section("DAMAGE", page(claims=(*original.claims, added)))


def test_responses_links_tallies_and_reports_have_their_quotes() -> None:
    text = page()

    assert "ACCUSE  The governor" in section("RESPONSES", text)
    assert "«The governor condemned the shelling»" in section("RESPONSES", text)
    assert "same campaign  i00000000000000aa" in section("LINKS", text)
    assert "the ledger has fewer (1 counted)" in section("TALLIES", text)
    assert "[2]  Coast Radio, 5 May 2021: Six hurt as shells fall on Velmar" in section("REPORTS", text)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_fits_the_terminal(width: int) -> None:
    lines = record_page(shelling(), REPORTS, width)

    assert max(line.cell_len for line in lines) <= width


def test_next_to_nothing_known_is_shown_as_that() -> None:
    text = "\n".join(line.plain for line in record_page(silent(), {}, 80))

    assert "date unknown · Croatia · type unknown" in text
    assert "NOT REPORTED  killed, missing, abducted" in text
    assert "«the port city of Velmar»" in text


def test_hostile_text_reaches_the_terminal_in_visible_form_alone() -> None:
    evil = "\x1b[2J\u202e[red]Velmar\x07"
    body = FIRST.text.replace("five dock workers", f"five dock workers{evil}")
    texts: dict[str, Report] = {FIRST.report_id: msgspec.structs.replace(FIRST, text=body)}
    record = shelling(title=evil)
    told = tuple(msgspec.structs.replace(r, publisher=evil, title=evil, url=evil) for r in record.reports)

    lines = record_page(msgspec.structs.replace(record, reports=told), texts, 80)

    assert all(line.plain.isprintable() for line in lines)
    assert "[red]Velmar" in "".join(line.plain for line in lines)


@pytest.mark.parametrize("field", ["intercepted", "damage", "weapon", "hit", "perpetrator", "date"])
def test_a_field_without_a_value_says_so(field: str) -> None:
    said, _ = field_words(silent(), field)

    assert said


def test_the_value_is_never_written_by_colour_alone() -> None:
    assert "dissents" in page()
    assert "set aside" in page(
        claims=(claim(FIRST, "killed", shelling().claims[6].value, "Nobody was killed", state="set_aside"),)
    )


def test_a_report_without_a_publisher_goes_by_its_file() -> None:
    record = silent()
    told = tuple(msgspec.structs.replace(r, publisher=None) for r in record.reports)
    stored = msgspec.structs.replace(SECOND, publisher=None, origin="reports/velmar.jsonl:2")

    lines = record_page(msgspec.structs.replace(record, reports=told), {SECOND.report_id: stored}, None)

    assert any("in velmar.jsonl:2, 5 May 2021 [1]" in line.plain for line in lines)
