"""Which of several days a mention is compared by."""

import msgspec

from annals.collect import report_of
from annals.extract.readers import reader
from annals.harmonise import harmonise
from annals.link.profile import profiles_of
from annals.reference.tables import References


def test_a_mention_is_compared_by_the_day_told_with_its_hour_not_by_the_earliest() -> None:
    references = References.load()
    text = (
        "Mortar fire killed nine people in Sarajevo at noon on Saturday.\n\n"
        "A shell hit the market. Nine died there, a doctor said."
    )
    report = report_of(text=text, raw=text.encode(), published="1994-02-06")
    account = harmonise(report, reader("rules", references).read(report), references)
    mention = account.mentions[0]
    day = next(claim for claim in mention.claims if claim.field == "date")
    before = msgspec.structs.replace(
        day,
        claim_id="c0",
        words="Friday",
        value=msgspec.structs.replace(day.value, edtf="1994-02-04", start="1994-02-04", end="1994-02-04"),  # type: ignore[type-var]
    )
    both = msgspec.structs.replace(mention, claims=(*mention.claims, before))
    told = msgspec.structs.replace(account, mentions=(both,))
    assert [p.shown_days for p in profiles_of(told, origin=report.report_id, published="1994-02-06")] == ["1994-02-05"]
