"""The trained reader: the network finds events and what belongs to them, the lexicons read the words."""

from dataclasses import replace

from annals.extract.gate import may_tell_violence
from annals.extract.language import foreign
from annals.extract.page import UNREAD, Page, lay_out
from annals.extract.rules import RuleReader, notes_of
from annals.extract.trained.events import Answers, Story, hear, story_of
from annals.extract.trained.hints import Hints, hints_of
from annals.extract.trained.pieces import Pieces
from annals.extract.trained.reading import Asked, asked_of, reading_of
from annals.extract.trained.runtime import Network
from annals.model import Reading, Report
from annals.reference.tables import References


class TrainedReader:
    """Reads with the network that ships with annals."""

    def __init__(self, references: References, network: Network | None = None, *, accidents: bool = False) -> None:
        """Use these tables; `network` is the shipped one where none is given.

        Accidental shootings, crashes and suicides are no incidents and are left out unless `accidents` is true. Raises
        ModelError where a file of the network is missing or damaged.
        """
        self._accidents = accidents
        self._references = references
        self._rules = RuleReader(references)
        self._network = network if network is not None else Network()

    @property
    def name(self) -> str:
        """Name and version."""
        return f"trained {self._network.version} on {self._rules.name}"

    def read(self, report: Report) -> Reading:
        """Find the events of an English report; a report in another language gets a note and nothing else."""
        language = foreign(report)
        if language is not None:
            return Reading(report_id=report.report_id, reader=self.name, note=f"not read: language {language}")
        if not may_tell_violence(report.text):
            return Reading(report_id=report.report_id, reader=self.name)
        return reading_of(self.asked_nodes(report), report, self._rules, reader=self.name, accidents=self._accidents)

    def asked_nodes(self, report: Report) -> Asked:
        """What rules and network find in a report before it is put together."""
        page = lay_out(report, self._references)
        unread = _unread(report)
        notes = notes_of(page)
        drafts = self._rules.grouped(notes, report)
        told = self._rules.told(page, report, replace(notes), drafts)
        answers, pieces = self._answers(page, told, report, unread)
        heard = hear(answers, pieces, self._network.scorer)
        return asked_of(page, notes, drafts, heard, self._references.gazetteer, unread)

    @property
    def network(self) -> Network:
        """The network that it asks."""
        return self._network

    def given(self, report: Report) -> tuple[Pieces, Hints]:
        """What the network is given of a report."""
        page = lay_out(report, self._references)
        pieces = self._network.pieces(report.text)
        return pieces, hints_of(page, self._rules.read_page(page, report), pieces, _unread(report))

    def story(self, report: Report) -> Story:
        """What the network says of a report, put together, before the lexicons read it."""
        page = lay_out(report, self._references)
        return self._story(page, self._rules.read_page(page, report), report, _unread(report))

    def asked(self, report: Report) -> tuple[Answers, Pieces]:
        """The network's answers on a report, piece by piece."""
        page = lay_out(report, self._references)
        return self._answers(page, self._rules.read_page(page, report), report, _unread(report))

    def _story(self, page: Page, rules: Reading, report: Report, unread: list[tuple[int, int]]) -> Story:
        answers, pieces = self._answers(page, rules, report, unread)
        return story_of(hear(answers, pieces, self._network.scorer))

    def _answers(
        self, page: Page, rules: Reading, report: Report, unread: list[tuple[int, int]]
    ) -> tuple[Answers, Pieces]:
        pieces = self._network.pieces(report.text)
        return self._network.answers(pieces, hints_of(page, rules, pieces, unread)), pieces


def _unread(report: Report) -> list[tuple[int, int]]:
    return [(region.start, region.end) for region in report.regions if region.kind in UNREAD]
