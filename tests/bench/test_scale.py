import re
from pathlib import Path

import pytest

from annals.ledger import Ledger
from annals.link.profile import Profile, profiles_of
from bench import adding, made_mentions, scale
from bench.page import renewed


def test_what_was_measured_again_takes_the_place_of_what_was_and_the_rest_stays() -> None:
    page = "# Speed\n\nmade by hand\n\n## Linking 10 mentions\n\nold\n\n## Browsing 5 incidents\n\nkept\n"
    assert renewed(page, "## Linking 20 mentions\n\nnew\n") == page.replace("10", "20").replace("old", "new")
    assert renewed(page, "\n## More\n\nadded\n") == page + "\n## More\n\nadded\n"
    assert renewed(page, "# Speed\n\nagain\n") == page.replace("made by hand", "again")


def test_made_mentions_are_the_same_for_a_seed_and_told_as_often_as_real_ones() -> None:
    made = list(made_mentions.accounts(2000))
    assert made == list(made_mentions.accounts(2000))
    assert made != list(made_mentions.accounts(2000, seed=2))
    profiles: list[Profile] = []
    event = {}
    for account, published, name in made:
        profiles += profiles_of(account, origin=account.report_id, published=published)
        event[account.mentions[0].mention_id] = name
    shape = made_mentions.shape(profiles, event)
    assert shape["reports an incident"] == pytest.approx(1.6, abs=0.1)
    assert shape["incidents with one report"] == pytest.approx(0.63, abs=0.05)
    assert shape["pairs of one incident: same day"] > shape["pairs of one incident: days far apart"] > 0.05
    assert shape["pairs of two incidents: stories alike to 11 % or more"] < 0.01


def test_linking_made_mentions_finds_most_of_what_belongs_together() -> None:
    found = scale.measured(1000)
    assert found.mentions >= 1000
    assert found.largest <= 7
    assert found.precision > 0.95
    assert found.recall > 0.5
    assert found.peak_mib > 10


def test_sizes_are_measured_in_processes_of_their_own_and_set_side_by_side() -> None:
    page = scale.section((40, 80), {"made": {"reports an incident": 1.6}}, lambda _: None)
    assert re.search(r"From 4\d to 8\d mentions the time grows", page)
    assert "| reports an incident | 1.60 |" in page


def test_reports_are_added_one_by_one_to_what_was_derived_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "ADDED", 5)
    fresh, _ = adding.make(tmp_path / "a.db", 40)
    took, worked, there = adding.added(tmp_path / "a.db", fresh)
    assert len(took) == len(worked) == len(fresh) == 5
    with Ledger.open(tmp_path / "a.db", create=False) as ledger:
        status = ledger.status()
        assert not status.stale
        assert status.incidents >= there > 20
        assert {report.report_id for report, _ in fresh} <= {report.report_id for report in ledger.reports()}
