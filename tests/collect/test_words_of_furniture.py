"""Phrases of furniture begin a word."""

from annals.collect.lines import holds


def test_a_phrase_begins_a_word() -> None:
    assert holds("please turn off your adblock", ["adblock"])
    assert holds("adblock is on", ["adblock"])
    assert not holds("shot dead at a roadblock", ["adblock"])
    assert holds("a roadblock, and no adblocker", ["adblock"])
