"""Worlds that grow: reports with what was read in them, reprints among them, decisions, and the order they come in."""

from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st

from annals.model import Account, Judgement, Mention, Quote, Report, Stance
from annals.model.claim import AccountResponse, AccountTally, AccountTie
from annals.model.ids import content_id
from tests.collect.test_copies import OTHER, WIRE, make
from tests.mentions import (
    SHELLING,
    Said,
    day,
    days,
    judged,
    kind_of_event,
    mention,
    munition,
    nation,
    party,
    site,
    toll,
    undated,
    weapon,
)

_STANCES: tuple[Stance, ...] = ("blames", "denies", "claims")
_SAID: st.SearchStrategy[Said] = st.one_of(
    st.sampled_from(["2020-03-02", "2020-03-03", "2020-03-09"]).map(day),
    st.sampled_from([("2020-03-01", "2020-03-04"), (None, "2020-03-05")]).map(lambda ends: days(*ends)),
    st.sampled_from(["on Monday", "lately"]).map(undated),
    st.sampled_from([site("Camp Harrow", 10.0, 20.0), site("Fort Lind", 10.02, 20.02), nation("Arden", "XA")]),
    st.sampled_from(["rocket", "drone"]).map(weapon),
    st.integers(0, 6).map(lambda n: toll("killed", n)),
    st.integers(1, 3).map(lambda n: munition("fired", n)),
    st.sampled_from(_STANCES).map(lambda stance: party("The Brigade", stance, "a1")),
    st.sampled_from([SHELLING, "Peaceful protest"]).map(kind_of_event),
)
_DAYS = st.sampled_from(["2020-02-28", "2020-03-03", "2020-03-04T08:00", "2020-03-10"])
_PARAGRAPHS = st.lists(st.sampled_from([*WIRE, *OTHER]), min_size=1, max_size=6)


class Telling(NamedTuple):
    """A report and two ways in which readers read it."""

    report: Report
    readings: tuple[Account, Account]


class World(NamedTuple):
    """What there is to come."""

    tellings: list[Telling]
    judgements: list[Judgement]


@st.composite
def _readings(draw: st.DrawFn, report: Report) -> Account:
    """What might be read in a report: up to three mentions, a response, ties and stated counts."""
    starts = draw(st.lists(st.sampled_from([0, 100, 200]), unique=True, max_size=3))
    told = [_mention(report, start, draw(st.lists(_SAID, max_size=6)), draw) for start in sorted(starts)]
    names = [m.mention_id for m in told]
    quote = Quote(start=1, end=6, exact="third")
    ties = [
        AccountTie(relation=relation, source=source, target=target, report_id=report.report_id, quote=quote)
        for relation, source, target in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(["retaliation_for", "part_of", "follows"]),
                    st.sampled_from(names),
                    st.sampled_from(names),
                ),
                max_size=2,
            )
            if names
            else st.just([])
        )
        if source != target
    ]
    tallies = [
        AccountTally(
            report_id=report.report_id,
            quote=quote,
            words="third",
            what="attacks",
            low=low,
            high=low,
            country=country,
            weapons=weapons,
            start=start,
            end="2020-03-31",
            mentions=tuple(names[:some]),
        )
        for low, country, weapons, start, some in draw(
            st.lists(
                st.tuples(
                    st.integers(1, 4),
                    st.sampled_from([None, "XA", "XB"]),
                    st.sampled_from([(), ("rocket",)]),
                    st.sampled_from([None, "2020-03-03"]),
                    st.integers(0, 1),
                ),
                max_size=2,
            )
        )
    ]
    responses = [
        AccountResponse(category="condemned", report_id=report.report_id, quote=quote, mention_id=n) for n in names[:1]
    ]
    return Account(
        report_id=report.report_id,
        reader="test",
        mentions=tuple(told),
        ties=tuple(ties),
        tallies=tuple(tallies),
        responses=tuple(responses) if draw(st.booleans()) else (),
    )


def _mention(report: Report, start: int, said: list[Said], draw: st.DrawFn) -> Mention:
    more: dict[str, Any] = {}
    if draw(st.integers(0, 9)) == 0:
        more["realis"] = "threatened"
    if draw(st.integers(0, 4)) == 0:
        more["prominence"] = "recalled"
    made = mention("x", *said, start=start, **more)
    name = content_id("m", report.report_id, start)
    claims = tuple(
        msgspec.structs.replace(c, report_id=report.report_id, claim_id=content_id("c", name, n))
        for n, c in enumerate(made.claims)
    )
    return msgspec.structs.replace(made, mention_id=name, report_id=report.report_id, claims=claims)


@st.composite
def worlds(draw: st.DrawFn, most: int = 7) -> World:
    """Up to `most` reports, and up to six decisions on their mentions or on each other."""
    tellings = []
    for n in range(draw(st.integers(1, most))):
        report = make(*draw(_PARAGRAPHS), published=draw(_DAYS), publisher=str(n))
        tellings.append(Telling(report, (draw(_readings(report)), draw(_readings(report)))))
    mentions = [m for telling in tellings for reading in telling.readings for m in reading.mentions]
    made: list[Judgement] = []
    for at in range(1, draw(st.integers(0, 6)) + 1 if mentions else 1):
        kind = draw(st.sampled_from(["same", "same", "different", "unsure", "withdraw", "override", "undo"]))
        first, second = draw(st.sampled_from(mentions)), draw(st.sampled_from(mentions))
        if kind == "undo":
            if made:
                undone = draw(st.sampled_from(made)).judgement_id
                made.append(msgspec.structs.replace(judged("undo", first, at=at), subject=undone))
        elif kind == "override":
            made.append(judged("override", first, at=at, field="killed", value=str(draw(st.integers(0, 3)))))
        elif kind == "withdraw":
            made.append(judged("withdraw", first, at=at))
        elif first.mention_id != second.mention_id:
            left, right = sorted((first, second), key=lambda m: m.mention_id)
            made.append(judged(kind, left, right, at=at))
    return World(tellings, made)
