"""Which mentions end in one cluster."""

from annals.link import link
from annals.model import Judgement, Mention
from annals.model.cluster import Cluster
from tests.mentions import (
    Said,
    account,
    day,
    days,
    judged,
    mention,
    munition,
    nation,
    region,
    site,
    target,
    together,
    toll,
    undated,
    weapon,
)

CAMP = site("Camp Harrow", 10.0, 20.0)


def linked(
    *mentions: Mention,
    origins: dict[str, str] | None = None,
    judgements: tuple[Judgement, ...] = (),
    published: dict[str, str | None] | None = None,
    story: tuple[str, ...] = (),
) -> list[Cluster]:
    by_report: dict[str, list[Mention]] = {}
    for m in mentions:
        by_report.setdefault(m.report_id, []).append(m)
    accounts = [account(*told, story=dict.fromkeys(story, 2)) for told in by_report.values()]
    return link(accounts, origins=origins or {}, judgements=judgements, published=published or {})


def test_two_reports_of_one_day_and_site_are_one_event() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5))
    b = mention("b", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 6))
    assert together(linked(a, b), a, b)


def test_attacks_days_apart_on_one_base_stay_apart() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), munition("fired", 4), toll("wounded", 5))
    b = mention("b", day("2020-03-05"), CAMP, weapon("rocket"), munition("fired", 4), toll("wounded", 5))
    assert not together(linked(a, b), a, b)


def test_an_undated_report_joins_by_place_weekday_figures_and_target() -> None:
    guard = target("barracks of the Palace Guard")
    a = mention("a", undated("on Monday"), CAMP, guard, weapon("rocket"), munition("fired", 4), toll("wounded", 5))
    b = mention("b", undated("Monday"), CAMP, guard, weapon("rocket"), munition("fired", 4), toll("wounded", 6))
    c = mention(
        "c", undated("two days earlier"), CAMP, guard, weapon("rocket"), munition("fired", 4), toll("wounded", 5)
    )
    assert together(linked(a, b, c), a, b, c)


def test_undated_attacks_on_one_base_with_other_weekdays_stay_apart() -> None:
    a = mention("a", undated("on Monday"), CAMP, weapon("rocket"), munition("fired", 4))
    b = mention("b", undated("on Wednesday"), CAMP, weapon("rocket"), munition("fired", 4))
    assert not together(linked(a, b), a, b)


def test_undated_attacks_on_one_base_with_other_numbers_stay_apart() -> None:
    a = mention("a", undated("this week"), CAMP, weapon("rocket"), munition("fired", 4), toll("killed", 3))
    b = mention("b", undated("this week"), CAMP, weapon("rocket"), munition("fired", 24), toll("killed", 0))
    assert not together(linked(a, b), a, b)


def test_an_undated_mention_of_a_place_alone_joins_nothing() -> None:
    a = mention("a", undated("recently"), CAMP, weapon("rocket"))
    b = mention("b", day("2020-03-02"), CAMP, weapon("rocket"))
    assert not together(linked(a, b), a, b)


def test_one_day_in_two_countries_is_two_events() -> None:
    a = mention("a", day("2020-03-02"), nation("Arden", "XA"), weapon("rocket"), toll("killed", 17))
    b = mention("b", day("2020-03-02"), nation("Boria", "XB"), weapon("rocket"), toll("killed", 17))
    assert not together(linked(a, b), a, b)


def test_two_mentions_of_one_report_never_meet_even_through_a_third() -> None:
    first = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), start=0)
    second = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), start=500)
    other = mention("b", day("2020-03-02"), CAMP, weapon("rocket"))
    clusters = linked(first, second, other)
    assert not together(clusters, first, second)
    assert together(clusters, first, other) != together(clusters, second, other)


def test_a_vague_mention_does_not_glue_two_dated_events() -> None:
    early = [mention(f"a{n}", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5)) for n in range(3)]
    late = [mention(f"b{n}", day("2020-03-09"), CAMP, weapon("rocket"), toll("wounded", 5)) for n in range(3)]
    vague = mention("v", undated("lately"), CAMP, weapon("rocket"), toll("wounded", 5))
    clusters = linked(*early, *late, vague)
    assert together(clusters, *early)
    assert together(clusters, *late)
    assert not together(clusters, early[0], late[0])


def test_what_did_not_happen_and_what_is_several_events_makes_no_cluster() -> None:
    planned = mention("a", day("2020-03-02"), CAMP, realis="planned")
    several = mention("b", day("2020-03-02"), CAMP, aggregate=True)
    recalled = mention("c", day("2020-03-02"), CAMP, prominence="recalled")
    assert [c.mention_ids for c in linked(planned, several, recalled)] == [(recalled.mention_id,)]


def test_reprints_meet_sentence_by_sentence() -> None:
    hit = "A shell hit the ferry pier at noon."
    raid = "Hours later gunmen raided the customs yard."
    a1, a2 = mention("a", toll("killed", 2), text=hit), mention("a", toll("killed", 3), start=90, text=raid)
    b1, b2 = mention("b", toll("killed", 2), text=hit), mention("b", toll("killed", 3), start=70, text=raid)
    clusters = linked(a1, a2, b1, b2, origins={b1.report_id: a1.report_id})
    assert together(clusters, a1, b1)
    assert together(clusters, a2, b2)
    assert len(clusters) == 2


def test_a_person_can_join_what_the_rules_keep_apart() -> None:
    a = mention("a", day("2020-03-02"), CAMP)
    b = mention("a", day("2021-08-02"), site("Elsewhere", -30.0, 100.0, country="XB"), start=90)
    assert together(linked(a, b, judgements=(judged("same", a, b),)), a, b)


def test_a_person_can_part_what_the_rules_join() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5))
    b = mention("b", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5))
    assert together(linked(a, b), a, b)
    assert not together(linked(a, b, judgements=(judged("different", a, b),)), a, b)


def test_the_later_of_two_judgements_wins_and_an_undone_one_does_not_count() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5))
    b = mention("b", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5))
    apart = judged("different", a, b, at=1)
    same = judged("same", a, b, at=2)
    undo = Judgement(
        judgement_id="j9", kind="undo", subject=apart.judgement_id, by="ana", at="2020-01-03T00:00:00Z", reason="slip"
    )
    assert together(linked(a, b, judgements=(same, apart)), a, b)
    assert not together(linked(a, b, judgements=(judged("different", a, b, at=3), same)), a, b)
    assert together(linked(a, b, judgements=(apart, undo)), a, b)


def test_a_cluster_says_why() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"))
    b = mention("b", day("2020-03-02"), CAMP, weapon("rocket"))
    judgement = judged("same", a, b)
    (why,) = linked(a, b)[0].why
    assert {e.name: e.reason for e in why.evidence}["date"] == "same day"
    assert why.probability > 0.5
    assert why.judged_by is None
    (why,) = linked(a, b, judgements=(judgement,))[0].why
    assert (why.verdict, why.judged_by) == ("same", judgement.judgement_id)


STORY = ("velmont", "orsa", "tamas", "kordan", "halden", "bresk")


def news_week(start: str, end: str) -> Said:
    return days(start, end, basis="publication")


def test_news_that_tells_no_day_joins_a_dated_report_of_the_same_names_and_toll() -> None:
    a = mention("a", day("2020-03-02"), region("North"), weapon("rocket"), toll("killed", 4))
    b = mention("b", news_week("2020-02-27", "2020-03-04"), weapon("rocket"), toll("killed", 4))
    published: dict[str, str | None] = {a.report_id: "2020-03-03", b.report_id: "2020-03-04"}
    assert together(linked(a, b, published=published, story=STORY), a, b)
    assert not together(linked(a, b, published=published), a, b)


def test_reports_of_one_war_do_not_join_strikes_of_two_days() -> None:
    a = mention("a", day("2020-03-02"), CAMP, weapon("rocket"), toll("killed", 4))
    b = mention("b", day("2020-03-04"), CAMP, weapon("rocket"), toll("killed", 4))
    assert not together(linked(a, b, story=STORY), a, b)


def test_no_report_tells_what_comes_after_it() -> None:
    a = mention("a", day("2020-03-20"), CAMP, weapon("rocket"), toll("killed", 14))
    b = mention("b", undated("earlier"), CAMP, weapon("rocket"), toll("killed", 14))
    before: dict[str, str | None] = {b.report_id: "2020-03-02"}
    after: dict[str, str | None] = {b.report_id: "2020-03-21"}
    assert not together(linked(a, b, published=before, story=STORY), a, b)
    assert together(linked(a, b, published=after, story=STORY), a, b)


def test_a_day_without_year_joins_the_interval_that_holds_it_and_no_other() -> None:
    a = mention("a", undated("on 3 March", "XXXX-03-03"), CAMP, weapon("rocket"))
    b = mention("b", days("2020-03-02", "2020-03-05"), CAMP, weapon("rocket"))
    c = mention("c", days("2020-03-12", "2020-03-15"), CAMP, weapon("rocket"))
    clusters = linked(a, b, c)
    assert together(clusters, a, b)
    assert not together(clusters, a, c)


def test_two_events_that_a_reprint_tells_in_one_sentence_stay_two() -> None:
    line = "The raid came a day after the bombing of the market."
    raid = [mention(name, CAMP, toll("killed", 2), text=line, word="raid") for name in ("a", "b")]
    bombing = [mention(name, toll("killed", 9), text=line, start=90, word="bombing") for name in ("a", "b")]
    clusters = linked(*raid, *bombing, origins={raid[1].report_id: raid[0].report_id})
    assert together(clusters, *raid)
    assert together(clusters, *bombing)
    assert len(clusters) == 2


def test_a_second_strike_an_hour_later_stays_a_second_strike() -> None:
    def told(name: str, first: int, second: int) -> tuple[Mention, Mention]:
        strike = mention(name, day("2020-03-02"), CAMP, weapon("air_strike"), toll("killed", first))
        again = "Rescuers had come to the depot gate when the second bomb fell."
        return strike, mention(name, day("2020-03-02"), CAMP, toll("killed", second), start=200, text=again)

    (a1, a2), (b1, b2), (c1, c2) = told("a", 12, 4), told("b", 12, 4), told("c", 13, 4)
    clusters = linked(a1, a2, b1, b2, c1, c2)
    assert together(clusters, a1, b1, c1)
    assert together(clusters, a2, b2, c2)
    assert len(clusters) == 2


def test_an_anniversary_joins_the_day_it_recalls_and_not_this_years_attack() -> None:
    then = mention("a", day("2019-03-02"), CAMP, weapon("rocket"), toll("killed", 9))
    now = mention("b", day("2020-03-02"), CAMP, weapon("rocket"), toll("killed", 9))
    piece = mention("c", day("2019-03-02"), CAMP, weapon("rocket"), toll("killed", 9), prominence="recalled")
    published: dict[str, str | None] = {
        then.report_id: "2019-03-03",
        now.report_id: "2020-03-02",
        piece.report_id: "2020-03-02",
    }
    clusters = linked(then, now, piece, published=published, story=STORY)
    assert together(clusters, then, piece)
    assert not together(clusters, now, piece)
    assert not together(clusters, then, now)


def test_each_of_the_ten_incidents_of_a_round_up_joins_its_own_report() -> None:
    towns = [site(f"Post {chr(65 + n)}lm", 10.0 + n * 0.4, 20.0) for n in range(5)]
    told = [(day(f"2020-03-{2 + n % 7:02}"), towns[n % 5], toll("wounded", 2 + n)) for n in range(10)]
    single = [mention(f"r{n}", *said, weapon("rocket")) for n, said in enumerate(told)]
    weekly = [mention("weekly", *said, weapon("rocket"), start=100 * n) for n, said in enumerate(told)]
    clusters = linked(*single, *weekly)
    assert all(together(clusters, one, item) for one, item in zip(single, weekly, strict=True))
    assert len(clusters) == 10
