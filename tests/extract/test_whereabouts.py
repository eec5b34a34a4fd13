from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.whereabouts import places_of
from annals.reference.tables import References


def places(references: References, text: str) -> list[str]:
    page = lay_out(report_of(text=text, raw=text.encode()), references)
    return [where.quote.exact for sentence in page.sentences for where in places_of(sentence, page.text)]


def test_where_the_hurt_were_brought_is_not_where_it_happened(references: References) -> None:
    assert places(references, "A man was shot in Laramie and flown to a hospital in Scottsbluff, Nebraska.") == [
        "Laramie"
    ]
    assert places(references, "Two were hurt in Basra and taken to Kuwait and to Amman in Jordan.") == ["Basra"]


def test_an_age_is_no_part_of_a_place(references: References) -> None:
    assert places(references, "A 27-year-old Adams County man died in Denver.") == ["Adams County", "Denver"]


def test_a_distance_may_be_in_words_or_nautical(references: References) -> None:
    told = places(
        references, "A ship was hit 67 nautical miles southwest of Hodeidah and a van ten miles east of Aden."
    )
    assert told == ["67 nautical miles southwest of Hodeidah", "ten miles east of Aden"]
