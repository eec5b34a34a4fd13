import pytest

from annals.cli.progress import lines, progress


def test_without_a_terminal_there_is_a_line_every_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    tell = lines("Reading", lambda: now)
    for second in range(26):
        now = float(second)
        tell(second, f"reports/{second}.txt")

    assert capsys.readouterr().err.splitlines() == [
        "Reading: 10 done, latest reports/10.txt",
        "Reading: 20 done, latest reports/20.txt",
    ]


def test_short_work_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading") as tell:
        assert tell is not None
        tell(1, "a.txt")

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_quiet_tells_nothing() -> None:
    with progress("Reading", quiet=True) as tell:
        assert tell is None


def test_a_hostile_file_name_is_made_visible(capsys: pytest.CaptureFixture[str]) -> None:
    now = iter([0.0, 11.0, 11.0])
    lines("Reading", lambda: next(now))(1, "\x1b[2J.txt")

    assert "\x1b" not in capsys.readouterr().err
