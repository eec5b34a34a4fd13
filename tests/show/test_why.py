import msgspec

from annals.show.why import compared_words, why_page
from tests.records import REPORTS, shelling


def page(field: str) -> str:
    rule = ["Rule: latest independent", "The latest figure of each origin counts."]
    return "\n".join(line.plain for line in why_page(shelling(), field, rule, REPORTS, None))


def test_it_gives_value_rule_support_dissent_and_what_was_replaced() -> None:
    text = page("wounded")

    order = [
        "Wounded: ≥5, best 6",
        "Rule: latest independent",
        "The latest figure of each origin counts.",
        "Supports the value (1 claim)",
        "It is the value of the record.",
        "Dissents from it, and is kept (1 claim)",
        "It says 5, the record says at least 6.",
        "Superseded or taken back (1 claim)",
        "A later figure of the same outlet replaced it.",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_claims_of_other_fields_stay_away() -> None:
    assert "Nobody was killed" not in page("wounded")


def test_silence_is_explained_with_where_to_look() -> None:
    text = page("missing")

    assert "silence is no claim" in text
    assert "wounded" in text


def test_sets_of_rules_are_compared_where_they_differ() -> None:
    record = shelling()
    other = msgspec.structs.replace(record, wounded=msgspec.structs.replace(record.wounded, best=5))
    assert compared_words({"conservative": other, "representative": record}, "wounded") == (
        "By set of rules: conservative ≥5, best 5; representative ≥5, best 6."
    )
    assert compared_words({"conservative": record, "representative": record}, "wounded") == ""
