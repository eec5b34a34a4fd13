"""One step: some reports and all judgements that wait are taken in.

    reprints (collect.placing) -> clusters and doubts (link.regrouping) -> records -> ties -> stated counts

Each part looks at what the one before changed, and at what depends on that.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from annals.collect.placing import placed
from annals.collect.updates import later_versions
from annals.growing.neighbourhood import Neighbourhood
from annals.growing.recounting import Recounting
from annals.link.profile import Profile, profiles_of
from annals.link.regrouping import Regrouped, regrouped
from annals.model import Incident, Judgement
from annals.model.derived import Changed, Home
from annals.model.rulings import Rulings
from annals.model.standing import standing
from annals.reconcile import draft, incident_id
from annals.reconcile.ties import links_of
from annals.store.growth import Growth

Members = tuple[str, ...]


def grow(ledger: Growth, report_ids: Sequence[str]) -> Changed:
    """Take in what waits: these reports, which were read, read anew or are no more, and all judgements.

    Args:
        ledger: in one transaction; what deriving left behind is brought up to date, what was derived is not.
        report_ids: the reports that wait, or some of them.

    Returns:
        How what is derived differs from before.
    """
    return _Step(ledger, report_ids).taken()


class _Step:
    def __init__(self, ledger: Growth, report_ids: Sequence[str]) -> None:
        self._ledger = ledger
        self._mentions = ledger.mentions(Profile)
        self._here = Neighbourhood(ledger, self._judgements[1])
        self._given = set(report_ids)

    def taken(self) -> Changed:
        copies = self._reprints()
        told_otherwise = self._given | copies.keys()
        found = self._clusters(told_otherwise)
        self._here.expect(told_otherwise)
        groups = self._to_record(found, told_otherwise)
        drafts = self._drafts(groups)
        before = self._mentions.clusters_of([*(m for group in groups for m in group), *found.gone])
        old = {incident.incident_id: incident for incident in self._ledger.incidents(set(before.values()))}
        homes = [
            Home(mention_id=mention, own_id=incident_id(mention), incident_id=drafted.incident_id)
            for group, drafted in zip(groups, drafts, strict=True)
            for mention in group
        ]
        moved = [home for home in homes if before.get(home.mention_id) != home.incident_id]
        self._here.settle({home.mention_id: home.incident_id for home in homes}, found.gone)
        new = {drafted.incident_id: drafted for drafted in drafts}
        put = self._completed(old, new, told_otherwise)
        return Changed(
            removed=tuple(sorted(old.keys() - new.keys())),
            put=tuple(put[name] for name in sorted(put)),
            homes_removed=found.gone,
            homes=tuple(sorted(moved, key=lambda home: home.mention_id)),
            doubts_removed=found.doubts_gone,
            doubts=found.doubts,
            copies_removed=tuple(sorted(name for name, original in copies.items() if original is None)),
            copies={name: original for name, original in copies.items() if original is not None},
        )

    def _reprints(self) -> dict[str, str | None]:
        """The reports that are reprints of others than before."""
        new = self._ledger.copies.unknown(self._given)
        copies = placed(self._ledger.reports(new), self._ledger.copies)
        self._here.originals_changed(copies)
        return copies

    def _clusters(self, told_otherwise: Iterable[str]) -> Regrouped:
        """What becomes of clusters and doubts."""
        here = self._here
        here.expect(told_otherwise)
        profiles = {
            name: profiles_of(account, origin=here.origins.get(name, name), published=here.published(name))
            if (account := here.account(name)) is not None
            else []
            for name in sorted(told_otherwise)
        }
        applied, judgements = self._judgements
        return regrouped(profiles, Rulings(applied), Rulings(judgements), self._mentions)

    @cached_property
    def _judgements(self) -> tuple[list[Judgement], list[Judgement]]:
        """Those that the incidents know, and all."""
        judgements, applied = self._ledger.judgements(), self._ledger.applied()
        return [judgement for judgement in judgements if judgement.judgement_id in applied], judgements

    def _to_record(self, found: Regrouped, told_otherwise: Iterable[str]) -> list[Members]:
        """The clusters whose records are to be made anew: others than before, told otherwise, or decided on."""
        applied, judgements = (standing(some) for some in self._judgements)
        decided = {
            name for judgement in set(applied) ^ set(judgements) for name in (judgement.subject, judgement.other)
        }
        told = (m.mention_id for name in told_otherwise for m in self._here.mentions_of(name))
        moved = {mention for cluster in found.clusters for mention in cluster}
        rest = ({*told, *decided} - {None}) - moved - set(found.gone)
        clusters = set(self._mentions.clusters_of(sorted(name for name in rest if name)).values())
        return sorted({*found.clusters, *self._mentions.members_of(sorted(clusters)).values()})

    def _drafts(self, groups: Sequence[Members]) -> list[Incident]:
        """The records of clusters, without links and tallies."""
        here = self._here
        reports_of = self._mentions.reports_of(m for group in groups for m in group)
        here.expect(set(reports_of.values()))
        decided: dict[str, dict[str, Judgement]] = {}
        for judgement in standing(self._judgements[1]):
            for name in (judgement.subject, judgement.other):
                decided.setdefault(name or "", {})[judgement.judgement_id] = judgement
        drafts = []
        for group in groups:
            names = sorted({reports_of[mention] for mention in group})
            said = {m.mention_id: m for name in names for m in here.mentions_of(name)}
            judgements = {name: j for mention in group for name, j in decided.get(mention, {}).items()}
            drafts.append(
                draft(
                    [said[mention] for mention in group],
                    [account for name in names if (account := here.account(name)) is not None],
                    here.reports,
                    here.origins,
                    list(judgements.values()),
                    self._ledger.rules(),
                    later_versions([names], here.reports),
                )
            )
        return drafts

    def _completed(
        self, old: Mapping[str, Incident], new: Mapping[str, Incident], told_otherwise: Iterable[str]
    ) -> dict[str, Incident]:
        """All records that are not as before, with links and tallies."""
        here = self._here
        near = {report.report_id for incident in (*old.values(), *new.values()) for report in incident.reports}
        near |= set(told_otherwise)
        here.expect(near)
        accounts = {name: here.account(name) or here.nothing(name) for name in sorted(near)}
        incident_of = here.incident_of(accounts.values())
        recounting = Recounting(self._ledger.counts)
        recounting.incidents_changed((old.get(name), new.get(name)) for name in sorted({*old, *new}))
        recounting.accounts_changed(accounts, incident_of)
        carriers = recounting.stored()
        tying = {incident_of[tie.source] for a in accounts.values() for tie in a.ties if tie.source in incident_of}
        beside = {i.incident_id: i for i in self._ledger.incidents((carriers | tying) - new.keys() - old.keys())}
        records = {**beside, **new}
        here.expect({report.report_id for incident in records.values() for report in incident.reports})
        put = {}
        for name, incident in records.items():
            complete = self._tied(incident) if name in new or name in tying else incident
            if name in new or name in carriers:
                complete = msgspec.structs.replace(complete, tallies=recounting.carried_by(incident))
            if complete != old.get(name, beside.get(name)):
                put[name] = complete
        return put

    def _tied(self, incident: Incident) -> Incident:
        """The record with its links."""
        here = self._here
        names = sorted({report.report_id for report in incident.reports})
        accounts = [account for name in names if (account := here.account(name)) is not None]
        links = links_of(accounts, here.incident_of(accounts)).get(incident.incident_id, ())
        return msgspec.structs.replace(incident, links=links)
