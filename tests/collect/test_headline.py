import pytest

from annals.collect.headline import find_headline, locate_title

BODY = "Two people were hurt on Friday when a shell hit the harbour of the old town, the police said."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("", "Two hurt as shell hits harbour"),
        ("", "Who fired on the harbour?"),
        ("", "HARBOUR HIT: TWO HURT"),
        ("• fr\nLIVE NOW\n\n", "‘Out of Nowhere’: Port Fears More Shells"),
        ("FOR IMMEDIATE RELEASE\n\n", "Statement on the Shelling of the Harbour"),
        ("Smoke rises over the quay. Photo Credit: Jane Roe\n\n", "Two hurt as shell hits harbour"),
        ("UPDATED 19:30\n\n", "Two hurt as shell hits harbour"),
        ("3 May 2021\n\n", "Two hurt as shell hits harbour"),
        ("By Jane Roe\n\n", "Two hurt as shell hits harbour"),
        ("× ", "Two hurt as shell hits harbour"),
        ("Jane Roe\n\n", "Two hurt as shell hits harbour"),
        ("Skip to main content\n|\nShare\n", "Two hurt as shell hits harbour"),
    ],
)
def test_the_first_line_that_reads_as_a_headline(above: str, headline: str) -> None:
    text = f"{above}{headline}\n\n{BODY}"
    found = find_headline(text)
    assert found is not None
    assert found.words == headline
    assert text[found.start : found.end] == headline


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Two hurt as shell hits harbour",  # nothing follows: it is the report itself
        f"{BODY}\n\n{BODY}",
        f"LIMA: {BODY}\n\nNobody was killed.",
        # broken to a width
        "Two people were hurt on Friday when a shell hit\nthe harbour of the old town, police said.\nThe port shut.",
        (
            "Police in the old town said on Friday that the shells which had hit the harbour of\nPort Example on "
            "Thursday and again in the night had been fired from the Northern\nHills, where rebels are."
        ),
        f"A crane at the quay of the old harbour\nA crane at the quay of the old harbourReuters\n\n{BODY}",
        f"Smoke rises over the quay. Image Credit: Example Agency\n\n{BODY}",
        f"0:39 Shell hits harbour of the old town\n\n{BODY}",
        f"Shell hits harbour Posted: Friday, March 5, 2021 1:55 PM\n\n{BODY}",
        "Among the wounded were:\n\na docker, a sailor.",
        f"KANO, Nigeria (AP) — {BODY}",
    ],
)
def test_a_story_may_begin_without_one(text: str) -> None:
    assert find_headline(text) is None


def test_a_headline_broken_over_two_lines_is_one() -> None:
    found = find_headline(f"Two hurt as shell hits\nharbour of the old town\n\n{BODY}")
    assert found is not None
    assert found.words == "Two hurt as shell hits harbour of the old town"


@pytest.mark.parametrize(
    ("text", "title", "marked"),
    [
        (f"Two hurt in harbour\n\n{BODY}", "Two Hurt in Harbour", "Two hurt in harbour"),
        (f"Two hurt\n  in harbour\n{BODY}", "Two hurt in harbour", "Two hurt\n  in harbour"),
        (f"• en\nTwo hurt in harbour\n{BODY}", "Two hurt in harbour", "Two hurt in harbour"),
        (f"Two hurt in harbour\n{BODY}", "Two hurt in harbour | The Example", "Two hurt in harbour"),
        (
            f"Shells hit the old harbour again {BODY}",
            "Shells hit the old harbour again",
            "Shells hit the old harbour again",
        ),
        (f"It’s over in port\n{BODY}", "It's over in port", "It’s over in port"),
        (f"Lima: {BODY}", "Lima", None),
        (f"Two hurt in harbour towns\n{BODY}", "Two hurt in harbour", None),
        (BODY, "Two hurt in harbour", None),
        (BODY, "", None),
    ],
)
def test_where_a_given_title_stands(text: str, title: str, marked: str | None) -> None:
    place = locate_title(text, title)
    assert (text[slice(*place)] if place else None) == marked
