from annals.reference.institutions import countries_of


def test_words_of_police_tell_the_country() -> None:
    assert countries_of("The county sheriff said the grand jury would meet.") == {"US": 2}
    assert countries_of("Residents of the barangay called the army.") == {"PH": 1}
    assert countries_of("The choir sang.") == {}
