"""The labelled reports on who says who did it: large enough, sound, and read well."""

import pytest

from bench.voices import NOTE, Score, Told, cases, scores, section

STANCES = {"claims", "denies", "blames", "suspects", "praises", "declines", "retracts", "unclaimed"}


@pytest.fixture(scope="module")
def halves() -> dict[str, Score]:
    return scores()


def test_the_set_is_large_and_a_fifth_tells_nothing() -> None:
    rows = list(cases())
    assert sum(1 for row in rows if row["half"] == "held back") >= 50
    assert sum(1 for row in rows if row["half"] == "tuning") >= 50
    silent = [row for row in rows if all(label.get("optional") for label in row["attributions"])]
    assert len(silent) >= len(rows) / 5


def test_labels_are_stretches_of_their_texts() -> None:
    for row in cases():
        for label in row["attributions"]:
            assert label["stance"] in STANCES
            assert (label["party"] is None) == (label["stance"] == "unclaimed")
            for span in (label["party"], label["speaker"]):
                assert span is None or row["text"][slice(*span)].strip()


def test_the_first_reading_is_on_record() -> None:
    assert "held back P 80.4, R 45.1" in " ".join(NOTE.read_text("utf-8").split())


def test_the_halves_are_read_well(halves: dict[str, Score]) -> None:
    for half, least in (("tuning", 0.75), ("held back", 0.55)):
        _, _, f1, speaker = halves[half].figures()
        assert f1 >= least, half
        assert speaker >= 0.85, half


def test_a_wrong_party_and_a_wrong_speaker_are_told_apart() -> None:
    wanted = [Told(stance="blames", party="the Kivu militia", speaker="the governor")]
    score = Score()
    score.add("x", [Told(stance="suspects", party="Kivu militia", speaker="a farmer")], wanted)
    assert (score.right, score.found, score.missed, score.speaker_right) == (1, 1, 0, 0)
    score.add("y", [Told(stance="denies", party="Kivu militia", speaker="the governor")], wanted)
    assert (score.strange, score.missed) == (1, 1)


def test_the_page_lists_every_wrong_case(halves: dict[str, Score]) -> None:
    page = section()
    assert all(line in page for half in halves.values() for line in half.wrong)
