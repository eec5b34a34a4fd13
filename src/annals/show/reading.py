"""What one report says: its events, each claim with its words and their place in the text."""

from collections.abc import Mapping

from rich.text import Text

from annals.model import Account, Claim, Mention, Report
from annals.show.claims import said_by
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.page import labelled, paragraph, text
from annals.show.table import counted
from annals.show.values import published_words, range_words, value_words

_COLUMN = 17


def reading_page(report: Report, account: Account, width: int | None) -> list[Text]:
    """Return the events, responses, ties and stated counts that a reader found in a report."""
    lines = _head(report, account, width)
    numbers = {mention.mention_id: number for number, mention in enumerate(account.mentions, start=1)}
    for mention in account.mentions:
        lines += [text(), *_mention(mention, numbers[mention.mention_id], report, width)]
    return lines + _rest(account, report, numbers, width)


def _head(report: Report, account: Account, width: int | None) -> list[Text]:
    outlet = printable(report.publisher or "unnamed source")
    where = printable(report.origin or report.url or "")
    found = ", ".join(
        counted(len(things), name)
        for name, things in (
            ("event", account.mentions),
            ("response", account.responses),
            ("tie", account.ties),
            ("stated count", account.tallies),
        )
    )
    lines = [
        *paragraph(text((printable(report.title or "(no title)"), "bold")), width),
        *paragraph(text(f"{outlet}, {published_words(report.published)}{f' · {where}' if where else ''}"), width),
        *paragraph(text(f"{printable(account.reader)} found {found}."), width),
    ]
    if account.note:
        lines += paragraph(text((f"Note: {printable(account.note)}", "yellow")), width)
    return lines


def _mention(mention: Mention, number: int, report: Report, width: int | None) -> list[Text]:
    notes = [mention.realis, mention.prominence, *(["several events told as one"] if mention.aggregate else [])]
    head = text((mention.sub_event_type or "type unknown", "bold"), f"  ({', '.join(notes)})")
    lines = labelled((f"{number}.", "bold"), head, width, indent=0, column=4)
    lines += paragraph(quote_in_sentence(report, mention.trigger), width, indent=4)
    if not mention.claims:
        lines += paragraph(text(("no claims", "dim")), width, indent=4)
    for claim in mention.claims:
        lines += _claim(claim, mention, report, width)
    return lines


def _claim(claim: Claim, mention: Mention, report: Report, width: int | None) -> list[Text]:
    said = text((value_words(claim.value), "bold"))
    if claim.words and printable(claim.words) != said.plain:
        said.append(f"  “{printable(claim.words)}”")
    if claim.hedge:
        said.append(f", hedged: “{printable(claim.hedge)}”")
    by = said_by(claim).rstrip(", ")
    said.append(f", {by}" if by else "", style="cyan")
    said.append(f"  {claim.quote.start}:{claim.quote.end}", style="dim")
    lines = labelled(claim.field.replace("_", " "), said, width, indent=4, column=_COLUMN)
    if claim.quote == mention.trigger:
        return lines  # its sentence stands at the head of the event
    return lines + paragraph(quote_in_sentence(report, claim.quote), width, indent=_COLUMN)


def _rest(account: Account, report: Report, numbers: Mapping[str, int], width: int | None) -> list[Text]:
    lines: list[Text] = []
    for response in account.responses:
        who = printable(response.actor or "somebody not named")
        whom = f" to {printable(response.recipient)}" if response.recipient else ""
        event = numbers.get(response.mention_id) if response.mention_id else None
        to = f", on event {event}" if event else ""
        body = text((printable(response.category), "bold"), f"  {who}{whom}{to} ({response.realis})")
        lines += [text(), *labelled(("response", "bold"), body, width, indent=0, column=_COLUMN)]
        lines += paragraph(quote_in_sentence(report, response.quote), width, indent=_COLUMN)
    for tie in account.ties:
        source, target = numbers.get(tie.source, "?"), numbers.get(tie.target, "?")
        body = text(f"event {source} ", (tie.relation.replace("_", " "), "bold"), f" event {target}")
        lines += [text(), *labelled(("tie", "bold"), body, width, indent=0, column=_COLUMN)]
        lines += paragraph(quote_in_sentence(report, tie.quote), width, indent=_COLUMN)
    for tally in account.tallies:
        body = text((f"{range_words(tally.low, tally.high)} {printable(tally.what)}", "bold"))
        if tally.start or tally.end:
            body.append(f", {printable(tally.start or 'open')} to {printable(tally.end or 'open')}")
        lines += [text(), *labelled(("stated count", "bold"), body, width, indent=0, column=_COLUMN)]
        lines += paragraph(quote_in_sentence(report, tally.quote), width, indent=_COLUMN)
    return lines
