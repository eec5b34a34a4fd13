import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Figure, Incident, IncidentWeapon, PlaceValue, Span
from annals.write import write_csv
from annals.write.columns import COLUMNS, total
from annals.write.csv_table import cell
from tests.records import shelling, silent


def rows(*incidents: Incident) -> list[dict[str, str]]:
    out = StringIO(newline="")
    write_csv(incidents, out)
    return list(csv.DictReader(StringIO(out.getvalue(), newline=""), strict=True))


def test_a_record_becomes_flat_columns() -> None:
    (row,) = rows(shelling())

    assert row["incident_id"] == "i0123456789abcdef"
    assert (row["date_start"], row["date_end"], row["date_precision"]) == ("2021-05-03", "2021-05-03", "day")
    assert (row["lat"], row["lon"], row["country"]) == ("43.5", "-16.25", "HR")
    assert (row["wounded_low"], row["wounded_best"], row["wounded_high"]) == ("5", "6", "")
    assert (row["fired_low"], row["fired_best"], row["fired_high"]) == ("4", "4", "4")
    assert (row["perpetrators"], row["perpetrator_status"]) == ("Northern Front", "denied")
    assert row["disagreements"] == "wounded; perpetrator"
    assert (row["reports"], row["origins"]) == ("3", "2")


def test_unknown_not_reported_and_zero_stay_apart() -> None:
    (row,) = rows(shelling(missing=Figure(), abducted=Figure(state="unknown")))

    assert (row["killed_best"], row["killed_state"]) == ("0", "reported")
    assert (row["missing_best"], row["missing_state"]) == ("", "not_reported")
    assert (row["abducted_best"], row["abducted_state"]) == ("", "unknown")


def test_lines_end_in_crlf_and_commas_and_quotes_and_line_ends_survive() -> None:
    title = 'Shells, "heavy" ones,\nfell'
    out = StringIO(newline="")
    write_csv([shelling(title=title)], out)

    assert out.getvalue().endswith("\r\n")
    assert rows(shelling(title=title))[0]["title"] == title


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "  =", "\uff1d"])
def test_text_that_would_be_a_formula_is_held_back(start: str) -> None:
    place = PlaceValue(name=f'{start}HYPERLINK("http://x")')

    (row,) = rows(shelling(place=place))

    assert row["place_name"] == f"'{place.name}"


def test_negative_numbers_are_not_taken_for_formulas() -> None:
    assert cell(-16.25) == -16.25


@given(st.text())
def test_no_text_starts_a_formula_or_breaks_the_table(text: str) -> None:
    (row,) = rows(silent(title=text))

    assert not row["title"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row["title"].removeprefix("'") == text.replace("\0", "\ufffd").removeprefix("'")
    assert set(row) == {column.name for column in COLUMNS}


def test_no_records_give_the_header_alone() -> None:
    out = StringIO(newline="")
    write_csv([], out)

    assert out.getvalue() == ",".join(column.name for column in COLUMNS) + "\r\n"


def test_munitions_of_several_weapons_are_summed_honestly() -> None:
    weapons = (
        IncidentWeapon(kind="rocket", fired=Span(low=10, best=12, high=None)),
        IncidentWeapon(kind="mortar", fired=Span(low=3, best=3, high=3)),
        IncidentWeapon(kind="firearm"),
    )

    (row,) = rows(shelling(weapons=weapons))

    assert (row["fired_low"], row["fired_best"], row["fired_high"]) == ("13", "15", "")
    assert (row["hit_low"], row["hit_best"], row["hit_high"]) == ("", "", "")


def test_nothing_told_sums_to_nothing() -> None:
    assert total([Span(), Span()]) == Span()
