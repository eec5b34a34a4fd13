"""Towns told by their bare names as what was struck, and what stands beside a border."""

import pytest

from annals.collect import report_of
from annals.extract.page import lay_out
from annals.extract.whereabouts import places_of
from annals.reference.tables import References

from .test_whereabouts import places


@pytest.mark.parametrize(
    "text",
    [
        "Kassala rocked by explosion\n\nAt least nine people died.",
        "Kassala was shelled overnight, leaving two people dead.",
        "Kassala market bombing kills nine\n\nIt went off at noon.",
        "Kassala: gunmen kill a judge\n\nThey fled on foot.",
    ],
)
def test_a_town_that_was_struck_is_the_place(references: References, text: str) -> None:
    page = lay_out(report_of(text=text, raw=text.encode()), references)
    first = [where for sentence in page.sentences[:1] for where in places_of(sentence, page.text)]
    assert [(where.quote.exact.split()[0].rstrip(":"), where.located) for where in first] == [("Kassala", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi: we did not shell the town\n\nThe ministry spoke on Monday.",
        "Kassala police arrest two over bombing\n\nThe men were held on Monday.",
        "Kassala mourns a singer\n\nHe was ninety.",
    ],
)
def test_a_town_that_speaks_or_acts_is_none(references: References, text: str) -> None:
    page = lay_out(report_of(text=text, raw=text.encode()), references)
    assert not any(where.located for where in places_of(page.sentences[0], page.text))


def test_the_land_beyond_a_border_is_not_where_it_happened(references: References) -> None:
    assert places(references, "Raiders burned a hamlet near the border with Chad.") == []
    assert places(references, "A mine went off in a district bordering Laos.") == []
    assert places(references, "A car bomb killed six people in Somalia's capital.") == ["Somalia's capital"]
