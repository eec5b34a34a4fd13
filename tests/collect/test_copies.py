import random

from hypothesis import given
from hypothesis import strategies as st

from annals.collect import report_of
from annals.collect.copies import originals
from annals.model import Report
from tests.cases import cases

WIRE = [
    "A shell fired from the northern hills hit the harbour of the old town on Friday and hurt two dockers.",
    "The blast tore a hole in the roof of a warehouse where grain was stored, and set fire to a parked lorry.",
    "The port was closed for several hours while soldiers searched the slopes for those who had fired it.",
    "The governor blamed rebels who have held four villages above the town since the spring.",
    "A spokesman for the rebels denied that its fighters had fired at the port and called for an inquiry.",
]
OTHER = [
    "Two harbour workers were wounded when artillery fire struck Port Example at the end of the week.",
    "Witnesses spoke of one explosion, shortly before noon, and of smoke above the granary for most of the day.",
    "Troops later went up into the villages, but it was not known whether anybody had been arrested there.",
]
STATEMENT = (
    "“We condemn in the strongest possible terms this attack on a civilian port, which feeds a million people, "
    "and we call on all who hold weapons in the hills to lay them down at once and to return to the talks that they "
    "left in March without giving any reason to the mediators or to their own people,” the ministry said."
)


def make(*paragraphs: str, title: str | None = None, published: str | None = None, publisher: str = "A") -> Report:
    text = "\n\n".join(paragraphs)
    return report_of(text=text, raw=b"", title=title, published=published, publisher=publisher)


def test_a_reprint_under_another_headline_with_other_furniture_and_small_changes() -> None:
    wire = make(
        "KANO, March 5 (Agency) - " + WIRE[0], *WIRE[1:], published="2021-03-05", title="Shell hurts two in port"
    )
    changed = [
        WIRE[0].replace("two dockers", "2 dockers"),
        *WIRE[1:3],
        WIRE[3].replace("since the spring", "for months"),
    ]
    reprint = make(
        "Dockers hurt\n\nFrom staff and agencies", "KANO - " + changed[0], *changed[1:], "Follow us on X",
        published="2021-03-06", publisher="B",
    )  # fmt: skip
    assert originals([reprint, wire]) == {reprint.report_id: wire.report_id}


def test_a_brief_cut_from_a_story_is_a_copy_even_of_a_later_one() -> None:
    story = make(*WIRE, published="2021-03-06")
    brief = make(*WIRE[:3], published="2021-03-05", publisher="B")
    assert originals([story, brief]) == {story.report_id: brief.report_id}  # the earliest is the original
    assert originals([make(*WIRE, published="2021-03-04"), brief]).keys() == {brief.report_id}


def test_a_round_up_of_two_briefs_makes_neither_a_copy_of_the_other() -> None:
    one = make(*WIRE, published="2021-03-05")
    two = make(*OTHER, published="2021-03-05", publisher="B")
    both = make(*WIRE, *OTHER, published="2021-03-07", publisher="C")
    found = originals([one, two, both])
    assert found == {one.report_id: both.report_id, two.report_id: both.report_id}


def test_two_writers_on_one_event_are_no_copies() -> None:
    assert originals([make(*WIRE), make(*OTHER, publisher="B")]) == {}


def test_quoting_one_long_statement_makes_no_copies() -> None:
    one = make(WIRE[0], STATEMENT)
    two = make(OTHER[0], STATEMENT, publisher="B")
    assert originals([one, two]) == {}


def test_one_template_filled_in_for_two_days_is_no_copy() -> None:
    form = "In coordination with the government, the command carried out an air strike near Town on {}. " + " ".join(
        WIRE[1:4]
    )
    one, two = (
        make(form.format("March 2"), published="2021-03-03"),
        make(form.format("March 5"), published="2021-03-06"),
    )
    assert originals([one, two]) == {}


def test_the_same_words_weeks_apart_are_a_copy_only_under_the_same_headline() -> None:
    notice = make(*WIRE, title="Shell hurts two in port", published="2021-03-05")
    again = make(*WIRE, title="Shell hurts two in port: archive", published="2021-06-05")
    unlike = make(*WIRE, title="Council votes on fishing quotas", published="2021-09-05")
    assert originals([notice, again, unlike]) == {again.report_id: notice.report_id}


def test_one_sentence_printed_twice_is_a_copy_and_two_like_sentences_are_not() -> None:
    line = "Two dockers were hurt by a shell on Friday."
    one, two = make(line), make(line, publisher="B")
    three = make("Three dockers were hurt by a shell on Friday.", publisher="C")
    first, second = sorted([one.report_id, two.report_id])
    assert originals([one, two, three]) == {second: first}


def test_the_original_is_the_earliest_then_the_longest_then_by_id() -> None:
    later = make(*WIRE, "The mayor came.", published="2021-03-06T09:00:00Z")
    early = make(*WIRE, published="2021-03-06T10:00:00+03:00", publisher="B")
    undated = make(*WIRE, "The mayor came. So did the bishop.", publisher="C")
    month = make(*WIRE, published="2021-03", publisher="D")
    found = originals([undated, later, month, early])
    assert set(found.values()) == {early.report_id}
    assert originals([undated, later]) == {undated.report_id: later.report_id}
    assert originals([make(*WIRE), undated]) == {make(*WIRE).report_id: undated.report_id}


def test_a_story_that_hundreds_reprint_is_one_origin() -> None:
    reprints = [make(*WIRE, f"Printed by the example number {n}.", publisher=str(n)) for n in range(200)]
    assert len(set(originals(reprints).values())) == 1
    assert len(originals(reprints)) == 199


def test_hostile_texts_end() -> None:
    for text in ("\u201c" * 200_000, '"a ' * 50_000, "jan 1" * 40_000, "a " * 100_000):
        assert originals([make(text), make(*WIRE)]) == {}


def test_no_words_and_no_reports() -> None:
    assert originals([]) == {}
    assert originals([make(""), make("", publisher="B"), make("word")]) == {}


@given(
    chosen=st.lists(
        st.tuples(
            st.lists(st.sampled_from(WIRE + OTHER + [STATEMENT]), min_size=1, max_size=6),
            st.sampled_from(
                [None, "2021-03", "2021-03-05", "2021-03-06T09:00", "2021-03-06T09:00:00+05:00", "2021-04-01"]
            ),
        ),
        max_size=10,
    ),
    seed=st.integers(0, 1000),
)
@cases(60)
def test_the_answer_is_a_function_of_the_set(chosen: list[tuple[list[str], str | None]], seed: int) -> None:
    reports = [make(*paragraphs, published=published) for paragraphs, published in chosen]
    found = originals(reports)
    shuffled = [*reports, *reports[:2]]
    random.Random(seed).shuffle(shuffled)
    assert originals(shuffled) == found
    assert not found.keys() & set(found.values())
    assert found.keys() | set(found.values()) <= {report.report_id for report in reports}
