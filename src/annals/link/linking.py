"""Accounts in, clusters of mentions out.

    blocks -> pairs -> odds -> edges -> components -> clusters

Each step is a function of its own neighbourhood: the odds of a pair follow from its two mentions, the clusters of a
component from its mentions, the odds between them and what people decided on them. So a new report changes no more than
the components that its pairs touch, and `linked` over all reports is what any number of such changes comes to.
"""

from collections.abc import Mapping, Sequence

import msgspec

from annals.link.crowd import Crowd
from annals.link.profile import Profile, profiles_of
from annals.link.stages import clustered, compared, doubted, hands
from annals.model.claim import Account
from annals.model.cluster import Cluster, PairEvidence
from annals.model.judgement import Judgement
from annals.model.rulings import Rulings
from annals.model.traces import Weighed


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Which mentions are held to be one event, and which pairs that is not sure of."""

    clusters: list[Cluster]
    """Sorted by their mention ids; every mention in exactly one."""
    doubts: list[PairEvidence]
    """See `doubts.doubtful`."""
    profiles: Sequence[Profile]
    """The mentions as they were compared, by id."""
    weighed: list[Weighed]
    """The pairs that may be one event, sorted."""


def link(
    accounts: Sequence[Account],
    *,
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    published: Mapping[str, str | None],
) -> list[Cluster]:
    """The clusters of `linked`."""
    return linked(accounts, origins=origins, judgements=judgements, published=published).clusters


def linked(
    accounts: Sequence[Account],
    *,
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    published: Mapping[str, str | None],
) -> Linked:
    """Group the mentions that tell of one event.

    Only mentions of what happened (realis `actual`) and of single events are grouped, be they reported or recalled.
    The result depends on the set of accounts and judgements alone, not on their order.

    Args:
        accounts: one for each report.
        origins: report_id of a reprint -> report_id of its original; a report that is missing is its own origin.
        judgements: what people decided; `same`, `different` and `undo` matter here, and always win.
        published: report_id -> publication date, ISO 8601; None or missing where unknown.
    """
    ordered = sorted(accounts, key=lambda account: account.report_id)
    crowd = Crowd(
        profile
        for account in ordered
        for profile in profiles_of(
            account,
            origin=origins.get(account.report_id, account.report_id),
            published=published.get(account.report_id),
        )
    )
    return gathered(crowd, Rulings(judgements))


def gathered(crowd: Crowd, rulings: Rulings, jobs: int | None = None) -> Linked:
    """Group mentions; see `linked`.

    Args:
        crowd: the mentions.
        rulings: what people decided.
        jobs: processes at once, which make no difference but to speed; None is one for each core where there are more
            than `SERIAL` mentions, else 1.
    """
    with hands(len(crowd), jobs) as do:
        weighed = compared(crowd, do)
        clusters = clustered(crowd, weighed, rulings, do)
        doubts = doubted(crowd, clusters, weighed, rulings, do)
    return Linked(clusters=clusters, doubts=doubts, profiles=crowd, weighed=weighed)
