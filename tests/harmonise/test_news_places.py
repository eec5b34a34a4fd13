"""Where news took place that names no place of its own."""

import pytest

from annals.harmonise.dating import Dating
from annals.harmonise.valuing import Valuer
from annals.model import Report
from annals.model.quote import Region
from annals.model.values import PlaceValue
from annals.reference.tables import References


@pytest.fixture(scope="module")
def references() -> References:
    return References.load()


def placed(references: References, text: str, dateline: str = "") -> tuple[PlaceValue, str] | None:
    regions = (Region(start=0, end=len(dateline), kind="dateline"),) if dateline else ()
    report = Report(report_id="r1", text=dateline + text, raw_sha256="", text_sha256="", regions=regions)
    found = Valuer(report, references, Dating(report)).news_place()
    return None if found is None else (found[0], report.text[found[1] : found[2]])


def test_the_first_place_that_something_is_said_to_be_in(references: References) -> None:
    found = placed(references, "Four masons died when the wall came down. People in Mopti, in central Mali, heard it.")
    assert found is not None
    value, words = found
    assert (words, value.country, value.precision) == ("Mopti", "ML", "near_town")
    assert value.radius_m is not None
    assert value.radius_m >= 25_000


def test_a_dateline_places_a_local_report(references: References) -> None:
    found = placed(references, "Four masons died. The Iraqi army closed the road.", dateline="KIRKUK - ")
    assert found is not None
    assert (found[0].name, found[0].country, found[1]) == ("Kirkuk", "IQ", "KIRKUK")


def test_a_capital_or_a_foreign_dateline_places_nothing_but_the_country(references: References) -> None:
    capital = placed(references, "Four masons died. Iraq closed the road.", dateline="BAGHDAD - ")
    assert capital is not None
    assert (capital[0].country, capital[0].precision, capital[0].lat) == ("IQ", "country", None)
    foreign = placed(references, "Four masons died. Ethiopia closed the road. Ethiopia mourns.", dateline="MOMBASA - ")
    assert foreign is not None
    assert (foreign[0].country, foreign[0].precision) == ("ET", "country")


def test_two_countries_told_alike_place_nothing(references: References) -> None:
    assert placed(references, "Jets were lost. Chad blamed Sudan, and Sudan blamed Chad.") is None


def test_a_local_dateline_says_where_in_the_region(references: References) -> None:
    text = "BAY MINETTE, Ala. - A boy was shot on the Alabama River. Alabama police said so."
    regions = (Region(start=0, end=len("BAY MINETTE, Ala. - "), kind="dateline"),)
    report = Report(report_id="r1", text=text, raw_sha256="", text_sha256="", regions=regions)
    region = PlaceValue(name="Alabama", kind="region", admin1="Alabama", country="US", precision="adm1")
    found = Valuer(report, references, Dating(report)).news_place([region])
    assert found is not None
    assert (found[0].name, found[0].precision) == ("Bay Minette", "near_town")
    other = PlaceValue(name="Ohio", kind="region", admin1="Ohio", country="US", precision="adm1")
    assert Valuer(report, references, Dating(report)).news_place([other]) is None


def test_a_dateline_abroad_does_not_for_the_reporter_sits_in_the_regions_capital(references: References) -> None:
    text = "QUETTA, Pakistan - Five miners were shot in southern Balochistan."
    regions = (Region(start=0, end=len("QUETTA, Pakistan - "), kind="dateline"),)
    report = Report(report_id="r1", text=text, raw_sha256="", text_sha256="", regions=regions)
    region = PlaceValue(name="Balochistan", kind="region", admin1="Balochistan", country="PK", precision="adm1")
    assert Valuer(report, references, Dating(report)).news_place([region]) is None
