"""Names that people gave to actors: what becomes of claims, speakers and tallies, and what stays."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.aliases import renamed
from annals.model import Account, ActorValue, Claim, Judgement, Mention, Quote, Speaker
from annals.model.claim import AccountTally
from tests.cases import cases

STAR = ActorValue(actor_id="kataib-hezbollah", name="Kataib Hezbollah")
QUOTE = Quote(start=0, end=3, exact="one")


def judged(words: str, actor: ActorValue, *, at: int = 1, name: str = "j1") -> Judgement:
    return Judgement(
        judgement_id=name,
        kind="alias",
        subject=words,
        value=msgspec.json.encode(actor).decode(),
        by="ana",
        at=f"2024-01-0{at}T00:00:00+00:00",
        reason="its own statement",
    )


def account(words: str, value: ActorValue, *, speaker: str | None = None, what: str = "attacks") -> Account:
    claim = Claim(
        claim_id="c1",
        field="perpetrator",
        value=value,
        words=words,
        report_id="r1",
        quote=QUOTE,
        speaker=Speaker(name=speaker),
        stance="claims",
    )
    mention = Mention(
        mention_id="m1", report_id="r1", trigger=QUOTE, sentence=QUOTE, sub_event_type="Attack", claims=(claim,)
    )
    tally = AccountTally(report_id="r1", quote=QUOTE, words="ninth", what=what)
    return Account(report_id="r1", reader="test", mentions=(mention,), tallies=(tally,))


def claimed(told: Account) -> Claim:
    return told.mentions[0].claims[0]


def test_words_mean_whom_a_person_says_and_stay_as_they_are() -> None:
    told = account(
        "fighters of the Ninth Star Brigade",
        ActorValue(name="fighters of the Ninth Star Brigade"),
        speaker="a spokesman for the Ninth Star Brigade",
        what="the ninth attack by the Ninth Star Brigade",
    )
    (named,) = renamed([told], [judged("ninth star brigade", STAR)])
    assert claimed(named).value == STAR
    assert claimed(named).words == claimed(told).words
    assert claimed(named).claim_id == claimed(told).claim_id
    assert claimed(named).speaker.actor_id == "kataib-hezbollah"
    assert named.tallies[0].actors == ("Kataib Hezbollah",)


def test_a_party_that_the_table_lacks_can_have_two_names() -> None:
    told = account("the Star Men", ActorValue(name="Star Men"))
    (named,) = renamed([told], [judged("Star Men", ActorValue(name="Ninth Star Brigade"))])
    assert claimed(named).value == ActorValue(name="Ninth Star Brigade")


def test_a_known_actor_is_only_another_where_the_words_are_the_name_itself() -> None:
    known = ActorValue(actor_id="hezbollah", name="Hezbollah")
    decided = [judged("the Resistance", STAR)]
    (other,) = renamed([account("The Resistance", known)], decided)
    assert claimed(other).value == STAR
    (same,) = renamed([account("the resistance of Hezbollah", known)], decided)
    assert claimed(same).value == known


def test_the_later_judgement_wins_and_an_undo_gives_back_what_was() -> None:
    told = account("Star Men", ActorValue(name="Star Men"))
    first, second = judged("Star Men", STAR), judged("star men", ActorValue(name="Moon Men"), at=2, name="j2")
    undo = Judgement(judgement_id="j3", kind="undo", subject="j2", by="bo", at="2024-01-03T00:00:00+00:00", reason="no")
    assert claimed(renamed([told], [second, first])[0]).value == ActorValue(name="Moon Men")
    assert claimed(renamed([told], [undo, second, first])[0]).value == STAR
    assert renamed([told], []) == [told]


@given(st.text(max_size=40), st.text(max_size=80))
@cases(60)
def test_any_words_are_taken_and_other_parties_stay(name: str, words: str) -> None:
    told = account(words, ActorValue(name=words))
    (named,) = renamed([told], [judged(name, STAR)])
    assert claimed(named).value in (STAR, ActorValue(name=words))
    (undone,) = renamed([told], [])
    assert undone == told
