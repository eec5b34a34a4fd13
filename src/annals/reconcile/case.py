"""One incident's claims, laid out for ruling: who told what, when, and whose words they are."""

from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from annals.model.claim import Claim, Mention
from annals.model.days import ordinal
from annals.model.incident import ClaimState
from annals.model.report import Report
from annals.model.versions import following, next_versions, one_origin


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what weighing it needs to know."""

    position: int
    """Its place in the record's claims, from 0."""
    claim: Claim
    origin: str
    """report_id of the original where the report is a reprint, else of the report: one origin, one voice. Versions of
    one story by one outlet are of one origin too."""
    outlet: str | None
    """The publisher, folded; None where unknown."""
    published: str | None
    """ISO 8601 as given; None where unknown."""
    headline: bool = False
    """Whether it stands in the report's title, as far as the text holds the title."""
    later: tuple[str, ...] = ()
    """report_ids of the later versions of its report that the record has, the next first."""

    @property
    def day(self) -> int | None:
        """Publication day as an ordinal; None where unknown."""
        return ordinal(self.published)


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim stands in the record, and why, in one sentence."""

    state: ClaimState
    reason: str


Rulings = dict[int, Ruling]
"""Position of the claim -> ruling."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of one or more of the rule sets, for the record, `annals why` and the documentation."""

    name: str
    sentences: tuple[str, ...]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one incident, in the order of the record."""

    mentions: tuple[Mention, ...]
    """Sorted by when they were published (unknown last), report and place in the report: the first is the anchor."""
    heard: tuple[Heard, ...]
    origins: Mapping[str, str] = {}
    """Of each report, as `Heard.origin`."""
    newer: Mapping[str, str] = {}
    """report_id -> report_id of its next version, where the record has one."""

    def of(self, *fields: str) -> list[Heard]:
        """The claims of these fields, in the order of the record."""
        return [h for h in self.heard if h.claim.field in fields]

    def without(self, positions: Container[int]) -> "Case":
        """The case without the claims at these positions."""
        return msgspec.structs.replace(self, heard=tuple(h for h in self.heard if h.position not in positions))


def open_case(
    mentions: Sequence[Mention],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    later: Mapping[str, AbstractSet[str]] | None = None,
) -> Case:
    """Lay out the mentions of one cluster; their order does not matter. `later` as in `reconcile`."""
    published = {m.report_id: report.published if (report := reports.get(m.report_id)) else None for m in mentions}
    ordered = sorted(
        mentions,
        key=lambda m: (published[m.report_id] or "9999", m.report_id, m.trigger.start, m.mention_id),
    )
    newer = next_versions(published, later or {}, {name: day or "9999" for name, day in published.items()})
    origin_of = one_origin(published, origins, newer)
    claims = [
        claim
        for mention in ordered
        for claim in sorted(mention.claims, key=lambda c: (c.quote.start, c.quote.end, c.field, c.claim_id))
    ]
    heard = []
    for position, claim in enumerate(claims):
        report = reports.get(claim.report_id)
        publisher = report.publisher if report else None
        heard.append(
            Heard(
                position=position,
                claim=claim,
                origin=origin_of.get(claim.report_id, claim.report_id),
                outlet=publisher.casefold().strip() or None if publisher else None,
                published=report.published if report else None,
                headline=report is not None and _in_title(claim, report),
                later=following(claim.report_id, newer),
            )
        )
    return Case(mentions=tuple(ordered), heard=tuple(heard), origins=origin_of, newer=newer)


def _in_title(claim: Claim, report: Report) -> bool:
    title = (report.title or "").strip()
    return (
        bool(title)
        and report.text.lstrip().startswith(title)
        and claim.quote.end <= report.text.find(title) + len(title)
    )


def origins_of(heard: Sequence[Heard]) -> int:
    """How many independent origins tell these claims."""
    return len({h.origin for h in heard})


def origins_said(number: int) -> str:
    """The number of origins in words a sentence can hold.

    >>> origins_said(1), origins_said(3)
    ('1 origin', '3 origins')
    """
    return f"{number} origin{'' if number == 1 else 's'}"
