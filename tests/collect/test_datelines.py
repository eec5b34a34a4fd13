import pytest

from annals.collect.datelines import dateline_end

REST = "Two people were hurt on Friday when a shell hit the harbour."


@pytest.mark.parametrize(
    "dateline",
    [
        "KANO - ",
        "KANO -- ",
        "KANO — ",
        "PORT EXAMPLE, Nigeria (AP) — ",
        "KANO, Nigeria, Jan 3 (Reuters) - ",
        "KANO/LAGOS, Jan. 3, 2015 (AFP) – ",
        "SAN JOSE, 3 JAN 90 (ACAN-EFE) -- ",
        "SAN JOSE, 3 JAN 90 (EXAMPLE) -- [TEXT] ",
        "(Reuters) - ",
        "January 3, 2015 - ",
        "KANO, Friday 3 January. ",
        "• KANO - ",
        "N'DJAMENA (Agency) - ",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_full_datelines_are_known_anywhere(dateline: str, first: bool) -> None:
    assert dateline_end(dateline + REST, first=first) == len(dateline)


@pytest.mark.parametrize(
    "dateline", ["Kano: ", "KANO: ", "KANO. ", "Kano - ", "New Port, Nigeria: ", "Port-au-Prince – "]
)
def test_bare_places_only_at_the_beginning(dateline: str) -> None:
    assert dateline_end(dateline + REST, first=True) == len(dateline)
    assert dateline_end("Police: " + REST, first=False) == 0


@pytest.mark.parametrize("heading", ["Mora, 3 April. ", "New Port, Jan 3: "])
def test_the_heading_of_a_later_entry_is_none(heading: str) -> None:
    assert dateline_end(heading + REST, first=True) == len(heading)
    assert dateline_end(heading + REST, first=False) == 0


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "Update: " + REST,
        "UPDATE: " + REST,
        "Police: " + REST,
        "U.S. Two soldiers of the guard were hurt in the harbour.",
        "The Front – which has held the port for years – said it had fired no shells.",
        "The dead man, 31 - a docker - was not named.",
        "Nobody was hurt: the shell fell into the sea.",
        "On Jan. 3, 31-year-old dockers were hired.",
        "KANO - ",
        "-",
        "",
    ],
)
def test_what_is_none(paragraph: str) -> None:
    assert dateline_end(paragraph, first=True) == 0
