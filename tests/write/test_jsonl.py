from io import StringIO

import msgspec

from annals.model import Incident
from annals.write import write_jsonl
from tests.records import shelling, silent


def written(*incidents: Incident) -> str:
    out = StringIO(newline="")
    write_jsonl(incidents, out)
    return out.getvalue()


def test_each_line_reads_back_as_the_record() -> None:
    records = [shelling(), silent()]

    lines = written(*records).splitlines()

    assert [msgspec.json.decode(line, type=Incident) for line in lines] == records


def test_line_ends_and_order_are_as_given() -> None:
    text = written(silent(), shelling())

    assert "\r" not in text
    assert text.count("\n") == 2
    assert text.index(silent().incident_id) < text.index("i0123456789abcdef")


def test_every_key_is_there_in_the_order_of_the_model() -> None:
    keys = list(msgspec.json.decode(written(silent())))

    assert keys == [field.name for field in msgspec.structs.fields(Incident)]


def test_line_separators_in_a_report_do_not_break_the_line() -> None:
    text = written(shelling(title="one\u2028two\nthree\u0085four"))

    assert text.count("\n") == 1
    assert msgspec.json.decode(text, type=Incident).title == "one\u2028two\nthree\u0085four"


def test_no_records_give_nothing() -> None:
    assert written() == ""
