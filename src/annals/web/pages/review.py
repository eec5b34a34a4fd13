"""The review queue: one thing at a time, the most valuable first, with the evidence for and against."""

from typing import Any

from annals.model import Incident, IncidentReport
from annals.store.browse.review_shapes import Doubt, Entry, QueueItem
from annals.web.charts.waterfall import waterfall
from annals.web.page import Ask, Page
from annals.web.pages.incident import texts_of
from annals.web.receipts import Receipt, receipt

_SENTENCES = 6
"""Reports of each side that are quoted."""
KINDS = ("decision", "pair", "disagreement", "name")


def review(ask: Ask) -> Page:
    """Show what comes next in the queue."""
    kind = ask.parameters.choice("kind", ("all", *KINDS), "all")
    browse = ask.site.ledger.browse
    size = ask.parameters.number("size", 1, 1, 100)
    found = browse.queue(
        None if kind == "all" else kind,  # type: ignore[arg-type]  # the choice is one of these
        size=size,
        cursor=ask.parameters.one("cursor"),
    )
    ended = ask.parameters.one("end") is not None
    item = found.items[0] if found.items and not ended else None
    return Page(
        template="review.html",
        title="Review",
        data=found,
        view={
            "queue": found,
            "kind": kind,
            "kinds": KINDS,
            "item": item,
            "waiting": sum(found.totals.values()),
            "done": ask.parameters.one("done"),
            "cursor": ask.parameters.one("cursor"),
            **_item_view(ask, item),
        },
    )


def pair(ask: Ask) -> Page:
    """Show one doubtful pair, judged or not."""
    doubt = ask.site.ledger.browse.doubt(ask.names["id"])
    return Page(
        template="pair.html",
        title=f"{doubt.left.title} or {doubt.right.title}",
        data=doubt,
        view={"done": ask.parameters.one("done"), **_pair_view(ask, doubt)},
    )


def _item_view(ask: Ask, item: QueueItem | None) -> dict[str, Any]:
    if item is None:
        return {}
    if item.decision is not None:
        return _decision_view(ask, item.decision)
    if item.pair is not None:
        return _pair_view(ask, item.pair)
    if item.disagreement is not None:
        record = ask.site.ledger.incident(item.disagreement.incident.incident_id)
        texts = texts_of(ask, record)
        claims = [c for c in record.claims if c.field == item.disagreement.field]
        return {
            "record": record,
            "claims": claims,
            "receipts": {c.claim_id: receipt(texts.get(c.report_id), c.quote) for c in claims},
        }
    return {}


def _decision_view(ask: Ask, entry: Entry) -> dict[str, Any]:
    ledger = ask.site.ledger
    names = dict.fromkeys(name for name in (entry.subject, entry.other) if name)
    records = [ledger.incident(name) for name in names]
    new = {claim.claim_id for claim in entry.new}
    told = {record.incident_id: [c for c in record.claims if c.claim_id in new] for record in records}
    texts = {name: text for record in records for name, text in texts_of(ask, record).items()}
    return {
        "records": records,
        "others": ledger.browse.decisions(entry.overruled_by),
        "told": told,
        "receipts": {c.claim_id: receipt(texts.get(c.report_id), c.quote) for some in told.values() for c in some},
    }


def _pair_view(ask: Ask, doubt: Doubt) -> dict[str, Any]:
    left = ask.site.ledger.incident(doubt.left.incident_id)
    right = left if doubt.joined else ask.site.ledger.incident(doubt.right.incident_id)
    return {
        "doubt": doubt,
        "left": left,
        "right": right,
        "left_said": _sentences(ask, left, doubt.left_mention),
        "right_said": _sentences(ask, right, doubt.right_mention),
        "chart": waterfall(doubt),
    }


def _sentences(ask: Ask, record: Incident, mention: str) -> list[tuple[IncidentReport, Receipt]]:
    """Return the sentences that tell the event, with the words that name it: the doubted telling's first."""
    texts = texts_of(ask, record)
    own = {claim.claim_id for claim in record.claims}
    found = []
    for told in record.reports:
        account = ask.site.ledger.account(told.report_id)
        tellings = [m for m in account.mentions if any(c.claim_id in own for c in m.claims)]
        tellings.sort(key=lambda m: m.mention_id != mention)
        found += [(m.mention_id != mention, told, receipt(texts.get(told.report_id), m.trigger)) for m in tellings[:1]]
        if len(found) >= _SENTENCES:
            break
    found.sort(key=lambda item: item[0])
    return [(told, said) for _, told, said in found]
