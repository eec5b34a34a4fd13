import msgspec
import pytest

from annals.errors import UsageError
from annals.model import Actor, DateValue, Incident, IncidentWeapon
from annals.store.filter import Filter
from tests.small_world import LineReader, derive, report

TEXT = report("Bomb in Zorn on 2021-05-03 killed 4. Bomb in Zorn on 2021-05-03 killed 5.")
INCIDENT = msgspec.structs.replace(
    derive([TEXT], [LineReader().read(TEXT)], []).incidents[0],
    actors=(Actor(actor_id="northern_front", name="Northern Front", role="perpetrator", status="blamed"),),
    weapons=(IncidentWeapon(kind="roadside_bomb", name="EFP-2"),),
)


def dated(start: str | None, end: str | None) -> Incident:
    return msgspec.structs.replace(INCIDENT, date=DateValue(start=start, end=end))


@pytest.mark.parametrize(
    "where",
    [
        {},
        {"event_type": "explosions/remote VIOLENCE"},
        {"sub_event_type": "Remote explosive/landmine/IED"},
        {"country": "zz"},
        {"place": "ZOR"},
        {"actor": "northern_front"},
        {"actor": "northern f"},
        {"weapon": "roadside_bomb"},
        {"weapon": "efp"},
        {"text": "bomb,  zorn"},
        {"text": "killed 5"},
        {"min_reports": 1},
        {"disagreement": "killed"},
        {"disagreement": "any"},
        {"country": "ZZ", "since": "2021", "until": "2021-05"},
    ],
)
def test_picks(where: dict[str, str]) -> None:
    assert Filter(**where).picks(INCIDENT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "where",
    [
        {"event_type": "Battles"},
        {"sub_event_type": "Grenade"},
        {"country": "ZW"},
        {"actor": "southern"},
        {"weapon": "rocket"},
        {"text": "killed 55"},
        {"min_reports": 2},
        {"disagreement": "wounded"},
        {"country": "ZZ", "since": "2022"},
    ],
)
def test_leaves_out(where: dict[str, str]) -> None:
    assert not Filter(**where).picks(INCIDENT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "until", "start", "end", "picked"),
    [
        ("2021-05-03", "2021-05-03", "2021-05-03", "2021-05-03", True),
        ("2021-05-04", None, "2021-05-03", "2021-05-03", False),
        (None, "2021-05-02", "2021-05-03", "2021-05-03", False),
        ("2021", "2021", "2021-12-31", "2021-12-31", True),
        ("2021", "2021", "2022-01-01", "2022-01-01", False),
        ("2021-06", None, "2021-05-31", "2021-05-31", False),
        (None, "2021-06", "2021-06-30", "2021-07-04", True),
        ("2021-05-10", "2021-05-11", "2021-05-01", "2021-05-31", True),
        ("2021-05-10", None, "2021-05-01", None, True),
        (None, "2021-04-30", "2021-05-01", None, False),
        (None, "2021-04-30", None, "2021-05-01", True),
        ("2021-05-02", None, None, "2021-05-01", False),
        ("1900", None, None, None, False),
        (None, "2100", None, None, False),
    ],
)
def test_an_incident_is_in_a_period_where_it_may_have_happened_in_it(
    since: str | None, until: str | None, start: str | None, end: str | None, picked: bool
) -> None:
    assert Filter(since=since, until=until).picks(dated(start, end)) is picked


@pytest.mark.parametrize("day", ["yesterday", "2021-5-3", "2021-13", "2021-05-32", "2021-05-03T00:00", "", "٢٠٢١"])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(UsageError, match=r"since: .* is not a day, month or year"):
        Filter(since=day)
