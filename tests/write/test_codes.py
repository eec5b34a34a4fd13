"""Codes of ACLED, UCDP GED and GTD for what a record knows."""

from typing import get_args

import msgspec
import pytest

from annals.model import Actor, DateValue, PlaceValue
from annals.model.claim import Speaker
from annals.model.incident import Group, IncidentWeapon, RuledClaim
from annals.model.quote import Quote
from annals.model.values import ActorValue, DatePrecision, PlacePrecision
from annals.write.codes import (
    ACLED_GEO,
    ACLED_TIME,
    GTD_SPECIFICITY,
    UCDP_DATE,
    UCDP_WHERE,
    gtd_claimmode,
    gtd_compclaim,
    gtd_day,
)
from annals.write.columns import row
from tests.records import shelling


def dated(start: str | None, end: str | None, precision: DatePrecision, edtf: str | None = None) -> DateValue:
    return DateValue(edtf=edtf, start=start, end=end, precision=precision, basis="stated")


def test_every_precision_but_unknown_has_a_code() -> None:
    for table in (ACLED_TIME, UCDP_DATE):
        assert set(table) == set(get_args(DatePrecision)) - {"unknown"}
    for table in (ACLED_GEO, UCDP_WHERE, GTD_SPECIFICITY):
        assert set(table) == set(get_args(PlacePrecision)) - {"unknown"}


@pytest.mark.parametrize(
    ("date", "code"),
    [
        (dated("2020-03-02", "2020-03-02", "day"), (2020, 3, 2)),
        (dated("2020-03-02", "2020-03-04", "few_days"), (2020, 3, 2)),
        (dated("2020-03-01", "2020-03-31", "month"), (2020, 3, 0)),
        (dated("2020-01-01", "2020-12-31", "year"), (2020, 0, 0)),
        (dated(None, None, "unknown", "XXXX-03-02"), (None, 3, 2)),
        (dated(None, None, "unknown"), (None, 0, 0)),
        (dated("2020-03-30", "2020-04-02", "few_days"), (2020, 0, 0)),
    ],
)
def test_gtd_days_are_zero_where_not_known(date: DateValue, code: tuple[int | None, int, int]) -> None:
    assert gtd_day(msgspec.structs.replace(shelling(), date=date)) == code


def test_a_row_has_the_codes_of_its_record() -> None:
    made = msgspec.structs.replace(
        shelling(),
        date=dated("2020-03-02", "2020-03-02", "day"),
        place=PlaceValue(name="Oxley", country="XA", lat=1.0, lon=1.0, precision="near_town"),
        actors=(
            Actor(name="Dawn Front", role="perpetrator", status="blamed"),
            Actor(actor_id="taliban", name="Taliban", role="perpetrator", status="suspected"),
            Actor(actor_id="state:FJ:police", name="Fijian police", role="responder", status="named"),
        ),
        weapons=(IncidentWeapon(kind="drone"), IncidentWeapon(kind="rifle"), IncidentWeapon(name="a club")),
        sub_event_type="Attack",
    )
    killed = msgspec.structs.replace(made.killed, groups=(Group(population="civilians", low=2, high=2),))
    told = row(msgspec.structs.replace(made, killed=killed))
    assert {name: told[name] for name in told if name.startswith(("acled", "ucdp", "gtd", "plover", "civilian"))} == {
        "civilian_targeting": "yes",
        "civilians_killed_low": 2,
        "civilians_killed_high": 2,
        "acled_time_precision": 1,
        "acled_geo_precision": 2,
        "ucdp_date_prec": 1,
        "ucdp_where_prec": 2,
        "acled_inter": "2",
        "gtd_weaptype": "6; 5",
        "plover_mode": "drone; firearms",
        "gtd_iyear": 2020,
        "gtd_imonth": 3,
        "gtd_iday": 2,
        "gtd_specificity": 1,
        "gtd_vicinity": 1,
        "gtd_claimed": -9,
        "gtd_claimmode": None,
        "gtd_compclaim": None,
        "gtd_guncertain": 1,
    }
    assert told["killed_rule"] == made.killed.rule


@pytest.mark.parametrize(
    ("speaker", "words", "mode"),
    [
        ("A caller", "claimed the raid", 2),
        ("Dawn Front", "claimed the raid in a video", 6),
        ("Dawn Front's Telegram channel", "claimed the raid", 7),
        ("Dawn Front", "claimed the raid in a letter", 1),
        ("Dawn Front", "claimed the raid", 10),
    ],
)
def test_the_mode_of_a_claim_is_read_from_its_words(speaker: str, words: str, mode: int) -> None:
    claim = RuledClaim(
        claim_id="c1",
        field="perpetrator",
        value=ActorValue(name="Dawn Front"),
        words="Dawn Front",
        report_id="r1",
        quote=Quote(start=0, end=len(words), exact=words),
        speaker=Speaker(name=speaker),
        hedge=None,
        reason="It tells a claim.",
        stance="claims",
        state="supports",
    )
    front = Actor(name="Dawn Front", role="perpetrator", status="claimed")
    made = msgspec.structs.replace(shelling(), actors=(front,), claims=(claim,))
    assert gtd_claimmode(made) == mode
    assert gtd_compclaim(made) == 0


@pytest.mark.parametrize(
    ("ids", "competing"),
    [(("taliban", "jnim"), 1), (("state:FJ", "state:FJ:military"), 0), ((), None)],
)
def test_two_that_claim_it_compete_unless_one_is_the_other_s_arm(ids: tuple[str, ...], competing: int | None) -> None:
    actors = tuple(Actor(actor_id=one, name=one, role="perpetrator", status="claimed") for one in ids)
    made = msgspec.structs.replace(shelling(), actors=actors, claims=())
    assert gtd_compclaim(made) == competing
