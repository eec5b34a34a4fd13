from annals.web.matrix import Matrix, matrix
from annals.web.origins import origins, sources
from tests.web.worlds import record, told, wounded

REPORTS = (
    told("r1", published="2019-12-12"),
    told("r2", published="2019-12-10"),
    told("r3", published="2019-12-11", copy_of="r2"),
    told("r4", published=None),
)
CLAIMS = (
    wounded("c1", "r1", 6, 6, words="six"),
    wounded("c2", "r2", 5, 5, state="dissents"),
    wounded("c3", "r3", 5, 5, state="dissents"),
    wounded("c4", "r3", 2, 2, state="set_aside", words="two", part=True),
)


def laid_out(page: int = 1, size: int = 12) -> Matrix:
    incident = record(REPORTS, CLAIMS)
    known = sources(incident, {})
    return matrix(incident, known, origins(known), page=page, size=size)


def test_columns_are_origins_the_earliest_first_and_reprints_are_folded() -> None:
    columns = laid_out().columns
    assert [column.key for column in columns] == ["r2", "r1", "r4"]
    assert [source.report.report_id for source in columns[0].reprints] == ["r3"]
    assert columns[2].first.when == "undated"


def test_versions_of_one_story_stand_in_one_column() -> None:
    reports = (told("r1", superseded_by="r2"), told("r2", published="2019-12-11"), told("r3", copy_of="r2"), told("r4"))
    columns = origins(sources(record(reports, ()), {}))
    assert [(c.key, [s.report.report_id for s in c.reprints]) for c in columns] == [("r1", ["r3", "r2"]), ("r4", [])]


def test_a_reprint_that_repeats_is_folded_and_one_that_adds_is_kept() -> None:
    row = laid_out().rows[0]
    cell = row.cells[0]
    assert [t.claim.claim_id for t in cell.live] == ["c2"]
    assert [(source.number, claim.claim_id) for source, claim in cell.live[0].repeated] == [(3, "c3")]
    assert [t.claim.claim_id for t in cell.rest] == ["c4"]
    assert cell.rest[0].part


def test_a_row_counts_origins_not_claims() -> None:
    row = laid_out().rows[0]
    assert (row.field, row.value, row.disputed) == ("wounded", "4\u20136, best 5", True)
    assert (row.supporting, row.dissenting) == (1, 1)
    assert row.cells[2].live == row.cells[2].rest == ()


def test_what_nobody_tells_is_said_once() -> None:
    assert laid_out().silent == ("killed", "missing", "abducted")


def test_many_origins_have_pages() -> None:
    second = laid_out(page=2, size=2)
    assert (second.page, second.pages, second.origins) == (2, 2, 3)
    assert [column.key for column in second.columns] == ["r4"]
    assert laid_out(page=99, size=2).page == 2


def test_an_original_that_the_record_does_not_list() -> None:
    incident = record((told("r3", copy_of="gone"),), (CLAIMS[2],))
    known = sources(incident, {})
    column = origins(known)[0]
    assert (column.key, column.first.report.report_id) == ("gone", "r3")
    assert matrix(incident, known, [column], page=1, size=5).rows[0].cells[0].live[0].claim.claim_id == "c3"
