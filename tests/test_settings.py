import pytest

from annals.errors import UsageError
from annals.settings import Settings, read_settings

EVERY = {"ANNALS_LEDGER": "env.db", "ANNALS_READER": "rules", "ANNALS_JOBS": "3"}


def test_what_is_not_told_has_a_default() -> None:
    assert read_settings(environ={}) == Settings(ledger="annals.db", reader="trained", jobs=None)
    assert read_settings(environ=dict.fromkeys(EVERY, "")) == Settings(), "empty is not told"


def test_the_environment_goes_before_the_default_and_an_argument_before_both() -> None:
    assert read_settings(environ=EVERY) == Settings(ledger="env.db", reader="rules", jobs=3)
    assert read_settings(ledger="arg.db", reader="trained", jobs=1, environ=EVERY) == Settings(ledger="arg.db", jobs=1)


def test_it_is_the_environment_of_the_process_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNALS_LEDGER", "process.db")
    assert read_settings().ledger == "process.db"


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_number_of_processes_that_is_none_is_refused_by_name(value: str) -> None:
    with pytest.raises(UsageError, match=f"ANNALS_JOBS: '{value}' is not a number of processes"):
        read_settings(environ={"ANNALS_JOBS": value})


def test_so_is_one_that_was_given() -> None:
    with pytest.raises(UsageError, match="--jobs: 0"):
        read_settings(jobs=0, environ=EVERY)
