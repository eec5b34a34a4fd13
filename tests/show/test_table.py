import msgspec
import pytest
from rich.cells import cell_len

from annals.model import DateValue, Figure, IncidentWeapon, PlaceValue, RuledClaim
from annals.show.table import counted, incident_table, legend
from tests.records import FIRST, SECOND, claim, shelling, silent


def test_in_a_pipe_each_incident_is_one_whole_line() -> None:
    long = "a place with a name " * 20

    header, row = incident_table([shelling(place=PlaceValue(name=long))], None)

    assert header.plain.split("  ")[0] == "DATE"
    assert long in row.plain
    assert row.plain.endswith("i0123456789abcdef")


def test_a_row_has_all_that_a_list_promises() -> None:
    _, row = incident_table([shelling()], None)

    assert cells(row.plain) == [
        "3 May 2021",
        "Velmar, Croatia",
        "Shelling/artillery/missile attack",
        "mortar",
        "0",
        "≥5",
        "3/2",
        "wounded, perpetrator",
        "i0123456789abcdef",
    ]


def test_a_weekday_is_told_where_no_date_is_known_and_the_reports_agree_on_it() -> None:
    monday = claim(FIRST, "date", DateValue(), "on Monday night")
    vague = claim(SECOND, "date", DateValue(), "in a month")
    friday = msgspec.structs.replace(vague, words="last Friday")

    def shown(*claims: RuledClaim) -> str:
        return cells(incident_table([shelling(date=DateValue(), claims=claims)], None)[1].plain)[0]

    assert shown(monday, vague) == "a Monday"
    assert shown(monday, friday) == "date unknown"
    assert shown(vague) == "date unknown"


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("  ") if cell.strip()]


def test_zero_unknown_and_not_reported_look_different() -> None:
    none = Figure(low=0, best=0, high=0, state="reported")

    _, first, second = incident_table(
        [silent(killed=Figure(), wounded=Figure(state="unknown")), silent(killed=none, wounded=none)], None
    )

    assert cells(first.plain)[4:6] == ["–", "?"]
    assert cells(second.plain)[4:6] == ["0", "0"]
    for sign in ("– not reported", "? no number told", "0 none"):
        assert sign in legend([silent()])


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_on_a_terminal_everything_fits_and_nothing_is_cut(width: int) -> None:
    incident = shelling(
        place=PlaceValue(name="Hamad bin Khalifa Wholesale Market and Bus Station", country="IQ"),
        weapons=(IncidentWeapon(kind="suicide_vest"), IncidentWeapon(kind="roadside_bomb")),
        wounded=Figure(state="reported", low=1000, best=1200, high=1500),
    )

    lines = [line.plain for line in incident_table([incident], width)]

    assert max(cell_len(line) for line in lines) <= max(width, 72)
    told = " ".join(" ".join(line[:19].split() + line[19:].split()) for line in lines)
    for word in ("Khalifa", "Wholesale", "Station", "Iraq", "suicide", "roadside", "3/2", incident.incident_id):
        assert word in told, word


def test_where_there_is_room_a_terminal_gets_one_line_each() -> None:
    assert len(incident_table([shelling(), silent()], 200)) == 3


def test_wide_characters_keep_the_columns_straight() -> None:
    records = [shelling(place=PlaceValue(name="東京都千代田区")), silent()]

    _, first, second = (line.plain for line in incident_table(records, None))

    assert cell_len(first[: first.index("i0123")]) == cell_len(second[: second.index("i0000")])


def test_a_hostile_place_cannot_steer_the_terminal() -> None:
    for width in (80, None):
        lines = incident_table([shelling(place=PlaceValue(name="\x1b[2JVelmar\nx"))], width)
        assert not any("\x1b" in line.plain or "\n" in line.plain for line in lines)


def test_the_legend_explains_what_is_there() -> None:
    by = DateValue(start="2021-05-04", end="2021-05-04", precision="day", basis="publication")

    assert "publication" in legend([shelling(date=by)])
    assert "publication" not in legend([shelling()])


def test_numbers_have_separators_and_the_right_noun() -> None:
    assert counted(1200, "report") == "1,200 reports"
    assert counted(1, "hash", "hashes") == "1 hash"


def test_words_that_give_no_date_are_shown_where_there_is_room_for_them() -> None:
    said = claim(SECOND, "date", DateValue(), "in a month")

    lines = [line.plain for line in incident_table([silent(claims=(said,))], 80)]

    assert any("when: “in a month”" in line for line in lines)
