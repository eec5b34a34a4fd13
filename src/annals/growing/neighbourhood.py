"""The reports around what is taken in, with what is known of them now, each fetched once."""

from collections.abc import Iterable, Mapping, Sequence

from annals.harmonise.aliases import renamed
from annals.model import Account, Judgement, Mention, Report
from annals.store.growth import Growth


class Neighbourhood:
    """Reports and accounts of a ledger, reprints and homes as they are after the step."""

    def __init__(self, ledger: Growth, judgements: Sequence[Judgement]) -> None:
        """Fetch nothing yet; names in accounts are read as `judgements` say."""
        self._ledger = ledger
        self._judgements = judgements
        self._accounts: dict[str, Account | None] = {}
        self._copies: dict[str, str | None] = {}
        self._homes: dict[str, str | None] = {}
        self.reports: dict[str, Report] = {}
        """Those that were expected, by id; one that the ledger lacks is left out."""
        self.origins: dict[str, str] = {}
        """report_id -> report_id of its original, for those that are reprints."""

    def originals_changed(self, copies: Mapping[str, str | None]) -> None:
        """Tell which reports are reprints of others than before; None where of none."""
        self._copies |= copies

    def expect(self, report_ids: Iterable[str]) -> None:
        """Fetch reports, accounts and originals at once."""
        missing = sorted(set(report_ids) - self._accounts.keys())
        if not missing:
            return
        self._accounts |= dict.fromkeys(missing)
        read = renamed(self._ledger.accounts(missing), self._judgements)
        self._accounts |= {account.report_id: account for account in read}
        self.reports |= {report.report_id: report for report in self._ledger.reports(missing)}
        known = {
            **self._ledger.copies.originals_of(missing),
            **{n: self._copies[n] for n in missing if n in self._copies},
        }
        self.origins |= {name: original for name, original in known.items() if original is not None}

    def account(self, report_id: str) -> Account | None:
        """What was read in an expected report; None where nothing is."""
        return self._accounts[report_id]

    def nothing(self, report_id: str) -> Account:
        """The account of a report that was not read."""
        return Account(report_id=report_id, reader="")

    def published(self, report_id: str) -> str | None:
        """When an expected report was published."""
        report = self.reports.get(report_id)
        return None if report is None else report.published

    def mentions_of(self, report_id: str) -> tuple[Mention, ...]:
        """The mentions of an expected report."""
        account = self.account(report_id)
        return () if account is None else account.mentions

    def settle(self, homes: Mapping[str, str], gone: Iterable[str]) -> None:
        """Tell in which incidents mentions are now, and which are in none any more."""
        self._homes |= homes
        self._homes |= dict.fromkeys(gone)

    def incident_of(self, accounts: Iterable[Account]) -> dict[str, str]:
        """mention_id -> incident_id now, for the mentions of accounts; those that are in none are left out."""
        names = {mention.mention_id for account in accounts for mention in account.mentions}
        missing = sorted(names - self._homes.keys())
        self._homes |= dict.fromkeys(missing)
        self._homes |= self._ledger.homes_of(missing)
        return {name: home for name in sorted(names) if (home := self._homes[name]) is not None}
