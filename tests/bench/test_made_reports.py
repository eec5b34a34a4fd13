import json
from itertools import pairwise
from pathlib import Path

from annals.collect import collect
from annals.model import Report
from bench import made_reports


def test_the_same_seed_gives_the_same_reports() -> None:
    assert list(made_reports.reports(20)) == list(made_reports.reports(20))
    assert list(made_reports.reports(20)) != list(made_reports.reports(20, seed=2))


def test_no_two_reports_are_alike_and_all_are_about_as_long_as_they_should_be() -> None:
    texts = [report["text"] for report in made_reports.reports(60)]
    lengths = [len(text.split()) for text in texts]

    assert len(set(texts)) == 60
    assert min(lengths) >= made_reports.WORDS
    assert max(lengths) < made_reports.WORDS + 60


def test_sentences_of_the_bundled_reports_name_other_towns() -> None:
    told = " ".join(report["text"] for report in made_reports.reports(40))

    assert made_reports.sample_sentences()
    assert "Zabarmari" not in told
    assert "{" not in told


def test_several_reports_tell_of_one_event() -> None:
    towns = {event.town for event in made_reports.events(40)}
    titles = [report["title"] for report in made_reports.reports(40)]
    together = sum(any(town in one and town in other for town in towns) for one, other in pairwise(titles))

    assert 10 < together < 39


def test_what_is_written_is_input_for_annals(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    made_reports.write(path, 3)
    found = [report for report in collect([path]) if isinstance(report, Report)]

    assert [report.given_id for report in found] == ["made-1", "made-2", "made-3"]
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["title"] == found[0].title
