from annals.model import Account, Claim, Mention
from annals.model.claim import AccountResponse, AccountTally, AccountTie
from annals.show.reading import reading_page
from tests.records import SECOND, quote, shelling


def account(**changes: object) -> Account:
    claims = tuple(
        Claim(
            claim_id=c.claim_id,
            field=c.field,
            value=c.value,
            words=c.words,
            report_id=c.report_id,
            quote=c.quote,
            speaker=c.speaker,
            hedge=c.hedge,
            stance=c.stance,
        )
        for c in shelling().claims
        if c.report_id == SECOND.report_id
    )
    told = {
        "report_id": SECOND.report_id,
        "trigger": quote(SECOND, "shells fell"),
        "sentence": quote(SECOND, "shells fell"),
        "sub_event_type": "Shelling/artillery/missile attack",
    }
    return Account(
        report_id=SECOND.report_id,
        reader="rules 1",
        mentions=(
            Mention(mention_id="m1", claims=claims, **told),  # type: ignore[arg-type]
            Mention(mention_id="m2", realis="historical", aggregate=True, prominence="recalled", **told),  # type: ignore[arg-type]
        ),
        responses=(
            AccountResponse(
                category="ACCUSE",
                actor="The governor",
                report_id=SECOND.report_id,
                quote=quote(SECOND, "The governor condemned"),
                mention_id="m1",
            ),
        ),
        ties=(
            AccountTie(
                relation="same_campaign",
                source="m1",
                target="m2",
                report_id=SECOND.report_id,
                quote=quote(SECOND, "the third such attack"),
            ),
        ),
        tallies=(
            AccountTally(
                report_id=SECOND.report_id,
                quote=quote(SECOND, "the third such attack"),
                words="third",
                low=3,
                high=3,
                what="such attack",
                start="2021-04-05",
            ),
        ),
    )


def page(told: Account) -> str:
    return "\n".join(line.plain for line in reading_page(SECOND, told, None))


def test_it_lists_events_with_claims_and_the_place_of_each_quote() -> None:
    text = page(account())

    assert "rules 1 found 2 events, 1 response, 1 tie, 1 stated count." in text
    assert "1.  Shelling/artillery/missile attack  (actual, reported)" in text
    assert "2.  Shelling/artillery/missile attack  (historical, recalled, several events told as one)" in text
    where = quote(SECOND, "At least six people were wounded")
    assert f"≥6  “At least six”, hedged: “At least”, according to the hospital  {where.start}:{where.end}" in text
    assert "«At least six people were wounded» when shells fell" in text
    assert "denied by The Northern Front" in text


def test_responses_ties_and_stated_counts_name_their_events() -> None:
    text = page(account())

    assert "ACCUSE  The governor, on event 1 (actual)" in text
    assert "event 1 same campaign event 2" in text
    assert "3 such attack, 2021-04-05 to open" in text


def test_a_report_that_was_not_read_says_why() -> None:
    text = page(Account(report_id=SECOND.report_id, reader="rules 1", note="not read: language ar"))

    assert "rules 1 found 0 events" in text
    assert "Note: not read: language ar" in text
