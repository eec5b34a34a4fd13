import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterable

import pytest

from annals.collect.jsonlines import read_json, read_lines
from annals.model import Refusal, Report

GOOD = b'{"text": "Two people were hurt.", "id": "g"}'


def read(*lines: bytes, limit: int = 1000) -> list[Report | Refusal]:
    return list(read_lines(io.BytesIO(b"\n".join(lines)), "in.jsonl", limit))


def refusals(items: Iterable[Report | Refusal]) -> list[Refusal]:
    return [item for item in items if isinstance(item, Refusal)]


def test_every_field_is_kept_as_given() -> None:
    line = json.dumps(
        {
            "text": "Two people were hurt.", "id": "7", "title": "Two hurt", "url": "https://example.org/7",
            "publisher": "The Example", "published": "2021-03-04T05:06:07+03:00", "language": "en", "colour": [1],
        }
    ).encode()  # fmt: skip
    (report,) = read(b"", line, b"  ")
    assert isinstance(report, Report)
    assert (report.text, report.title, report.publisher) == ("Two people were hurt.", "Two hurt", "The Example")
    assert (report.url, report.published, report.language) == (
        "https://example.org/7",
        "2021-03-04T05:06:07+03:00",
        "en",
    )
    assert (report.given_id, report.origin) == ("7", "in.jsonl:2")
    assert report.raw_sha256 == hashlib.sha256(line).hexdigest()


def test_null_and_blank_are_not_given_and_a_number_may_be_an_id() -> None:
    (report,) = read(b'{"text": "Two people were hurt.", "id": 12, "title": null, "published": "", "url": null}')
    assert isinstance(report, Report)
    assert (report.given_id, report.title, report.published, report.url) == ("12", None, None, None)


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        (b'{"title": "Two hurt"}', "text", "'title'"),
        (b'{"text": null}', "text", "missing"),
        (b'{"text": 5}', "text", "5 is a number"),
        (b'{"text": " .\\n"}', "text", "no words"),
        (b'{"text": "Words.", "title": ["a"]}', "title", "['a'] is a list"),
        (b'{"text": "Words.", "url": true}', "url", "True is true or false"),
        (b'{"text": "Words.", "id": true}', "id", "True"),
        (b'{"text": "Words.", "published": "9 March 2021"}', "published", "'9 March 2021'"),
        (b'{"text": "Words.", "published": "2021-02-30"}', "published", "leave it out"),
        (b'["text"]', None, "not an object"),
        (b"42", None, "42 is not an object"),
        (b'{"text": "Words."', None, "not JSON"),
        (b"plain words", None, "column 1"),
        (b'{"text": "caf\xe9"}', None, "byte 14 of the line (0xe9)"),
        (b"[" * 100_000, None, "nested too deeply"),
        (b'{"n": ' + b"9" * 5000 + b"}", None, "too long"),
    ],
)
def test_one_bad_line_is_refused_by_line_and_field_and_the_rest_is_read(
    line: bytes, field: str | None, said: str
) -> None:
    first, bad, last = read(GOOD, line, GOOD, limit=1_000_000)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, Refusal)
    assert (bad.origin, bad.field) == ("in.jsonl:2", field)
    assert said in bad.reason


def test_escapes_that_cannot_be_stored_become_the_replacement_character() -> None:
    (report,) = read(b'{"text": "half \\ud800 and \\u0000 NUL"}')
    assert isinstance(report, Report)
    assert report.text == "half \ufffd and \ufffd NUL"


def test_a_byte_order_mark_is_passed_over() -> None:
    assert isinstance(read(b"\xef\xbb\xbf" + GOOD)[0], Report)


def test_utf_16_is_refused_with_advice() -> None:
    (refusal,) = refusals(read('{"text": "Words."}'.encode("utf-16")))
    assert "save it as UTF-8" in refusal.reason


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_nothing_at_all_is_refused_once(content: bytes) -> None:
    (refusal,) = refusals(read(content))
    assert refusal.origin == "in.jsonl"


class Endless(io.RawIOBase):
    """One line of many megabytes, made as it is read, between two good ones."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left = size
        self.first, self.last = GOOD + b"\n", b"\n" + GOOD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        room = len(buffer)
        if self.first:
            piece, self.first = self.first[:room], self.first[room:]
        elif self.left:
            piece = b"x" * min(room, self.left)
            self.left -= len(piece)
        else:
            piece, self.last = self.last[:room], self.last[room:]
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_monstrous_line_is_refused_without_being_held() -> None:
    stream = io.BufferedReader(Endless(100_000_000))
    tracemalloc.start()
    first, monster, last = read_lines(stream, "in.jsonl", 100_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(monster, Refusal)
    assert "larger than the limit" in monster.reason
    assert last.origin == "in.jsonl:3"
    assert peak < 10_000_000


def test_a_line_just_at_the_limit_is_read() -> None:
    assert isinstance(read(GOOD, GOOD, limit=len(GOOD))[0], Report)


@pytest.mark.parametrize(
    ("content", "origins"),
    [
        (GOOD, ["a.json"]),
        (b"[" + GOOD + b",\n" + GOOD + b"]", ["a.json#1", "a.json#2"]),
        (GOOD + b"\n\n" + GOOD + b"\n", ["a.json:1", "a.json:3"]),
        (b'{\n "text":\n "Two people were hurt."\n}', ["a.json"]),
    ],
)
def test_a_json_file_is_an_object_a_list_or_lines(content: bytes, origins: list[str]) -> None:
    found = list(read_json(content, "a.json"))
    assert all(isinstance(item, Report) for item in found)
    assert [item.origin for item in found] == origins


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "no words"), (b"[]", "empty"), (b'{"text":\n  oops}', "line 2, column 3"), (b'"Words."', "not an object")],
)
def test_a_json_file_that_is_none_of_these(content: bytes, said: str) -> None:
    (refusal,) = refusals(read_json(content, "a.json"))
    assert said in refusal.reason


def test_one_bad_item_of_a_list_does_not_stop_the_others() -> None:
    first, bad, last = read_json(b"[" + GOOD + b', {"text": 1}, ' + GOOD + b"]", "a.json")
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, Refusal)
    assert (bad.origin, bad.field) == ("a.json#2", "text")
