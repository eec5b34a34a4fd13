from annals.harmonise.people_words import people_words


def test_every_population_has_its_plurals() -> None:
    nouns = people_words().nouns

    assert nouns["soldiers",].population == nouns["soldier",].population == "soldiers"
    assert (nouns["children",].low, nouns["children",].high) == (2, None)
    assert (nouns["couple",].low, nouns["couple",].high) == (2, 2)


def test_the_longest_phrase_and_the_last_noun_of_a_run_win() -> None:
    words = people_words()

    phrase = words.head(["two", "security", "guards"])
    run = words.head(["a", "student", "activist", "and", "a", "nun"])

    assert phrase is not None
    assert phrase[0].population == "guards"
    assert run is not None
    assert run[0].population == "protesters"
    assert words.head(["the", "bridge"]) is None
