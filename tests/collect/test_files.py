import io
import os
from pathlib import Path

import pytest

from annals.collect import collect
from annals.errors import UsageError
from annals.model import Refusal, Report

STORY = "Two hurt in harbour blast\n\nTwo people were hurt on Friday.\n"


def origins(items: list[Report | Refusal], folder: Path) -> list[str]:
    return [os.path.relpath(item.origin or "", folder) for item in items]


def refusal(path: Path, *, limit: int = 1_000_000) -> Refusal:
    (only,) = collect([path], limit_bytes=limit)
    assert isinstance(only, Refusal)
    assert only.origin == str(path)
    return only


def test_a_text_file_is_one_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    (report,) = collect([path])
    assert isinstance(report, Report)
    assert (report.text, report.title, report.origin) == (STORY, "Two hurt in harbour blast", str(path))


def test_folders_are_read_by_name_with_all_below_them(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/b.jsonl", "c.json", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "Two people were hurt."}' if "json" in name else STORY)
    found = list(collect([tmp_path]))
    assert all(isinstance(item, Report) for item in found)
    assert origins(found, tmp_path) == ["a/b.jsonl:1", "a/z.TXT", "b.txt", "c.json"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert len(list(collect([tmp_path / "a.txt", tmp_path, str(tmp_path / "." / "a.txt")]))) == 1


def test_the_same_report_in_two_files_is_one_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    one, other = collect([tmp_path])
    assert isinstance(one, Report)
    assert isinstance(other, Report)
    assert one.report_id == other.report_id


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(STORY)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = list(collect([tmp_path]))
    assert origins(found, tmp_path) == ["a/x.txt", "self.txt"]
    assert isinstance(found[1], Refusal)


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(UsageError, match=r"none\.txt does not exist"):
        collect([tmp_path / "a.txt", tmp_path / "none.txt"])
    with pytest.raises(UsageError, match="empty"):
        collect([""])


def test_standard_input_is_json_lines() -> None:
    good, bad = collect(["-", "-"], stdin=io.BytesIO(b'{"text": "Two people were hurt."}\nno\n'))
    assert isinstance(good, Report)
    assert isinstance(bad, Refusal)
    assert (good.origin, bad.origin) == ("stdin:1", "stdin:2")


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"...\n---\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert "no words" in refusal(tmp_path / "a.txt").reason


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04abc", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"Words\x00\x01\x02", "a binary file"),
        (b"SQLite format 3\x00", "an SQLite database"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.html"])
def test_a_binary_file_is_refused_by_its_kind(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind in refusal(tmp_path / name).reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json"])
def test_a_file_of_200_mb_is_refused_without_being_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.touch()
    os.truncate(path, 200_000_000)  # sparse: takes no room
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    (only,) = collect([path])
    assert isinstance(only, Refusal)
    assert "200 MB" in only.reason
    assert "limit of 50 MB" in only.reason


def test_a_large_file_of_json_lines_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = b'{"text": "Two people were hurt."}\n'
    path.write_bytes(line * 10)
    found = list(collect([path], limit_bytes=len(line)))
    assert [type(item) for item in found] == [Report] * 10


def test_broken_utf_8_is_refused_with_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Two hurt at the caf\xe9.")
    reason = refusal(tmp_path / "a.txt").reason
    assert "byte 20 (0xe9)" in reason
    assert "save it as UTF-8" in reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_other_unicode_with_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode(encoding))
    (report,) = collect([tmp_path / "a.txt"])
    assert isinstance(report, Report)
    assert report.text == STORY


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def deny(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", deny)  # root may read everything, so no mode would do
    assert "Permission denied" in refusal(tmp_path / "a.txt").reason


def test_a_folder_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", deny)
    assert "Permission denied" in refusal(tmp_path).reason


@pytest.mark.parametrize(("name", "said"), [("a.docx", ".docx"), ("a", "without an extension"), ("a.gz", "unpack")])
def test_files_of_other_types_are_never_passed_over_in_silence(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_text(STORY)
    assert said in refusal(tmp_path / name).reason
    (in_folder,) = collect([tmp_path])
    assert isinstance(in_folder, Refusal)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "no files" in refusal(tmp_path).reason


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no regular file" in refusal(tmp_path / "a.txt").reason


def test_a_name_that_is_no_unicode_can_be_shown(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(STORY)
    except OSError:
        pytest.skip("this file system holds no such names")
    (report,) = collect([tmp_path])
    assert isinstance(report, Report)
    assert (report.origin or "").endswith("\ufffd.txt")
