import json
from pathlib import Path

from annals.ledger import Ledger
from tests.cli.conftest import Run
from tests.cli.test_judge import ids, told  # noqa: F401 - the ledger that these commands are tried on


def test_decisions_go_to_a_file_and_back(run: Run, told: Path, tmp_path: Path) -> None:  # noqa: F811
    run("same", *ids(told), "--reason", "one hand", "--by", "ana")
    file = tmp_path / "judgements.jsonl"
    assert "Wrote 1 decision to" in run("judgements", "export", "-o", file).stderr
    assert run("judgements", "export").stdout.encode() == file.read_bytes()
    read = run("judgements", "import", file)
    assert (read.exit_code, read.stdout) == (0, "1 decision read: 0 new, 1 there already, 0 refused.\n")


def test_what_cannot_be_taken_is_named_and_the_rest_is_taken(run: Run, told: Path, tmp_path: Path) -> None:  # noqa: F811
    good = {
        "judgement_id": "j1",
        "kind": "withdraw",
        "subject": "m0",
        "by": "ana",
        "at": "2024-01-01T00:00:00+00:00",
        "reason": "a drill",
    }
    lines = [json.dumps(good), json.dumps(good | {"reason": "a hoax"}), "nonsense"]
    file = tmp_path / "theirs.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    tried = json.loads(run("judgements", "import", file, "--dry-run", "--json").stdout)
    assert (tried["added"], tried["waiting"], len(tried["refused"]), tried["derived"]) == (["j1"], ["j1"], 2, False)
    result = run("judgements", "import", "-", "--later", input=file.read_bytes())
    assert result.exit_code == 3
    assert "3 decisions read: 1 new, 0 there already, 2 refused." in result.stdout
    assert "1 of the new ones names what no report of this ledger tells: j1. It takes effect when" in result.stdout
    assert "stdin, line 2: Another judgement j1 is there already, which differs in reason" in result.stderr
    assert "stdin, line 3: This is no JSON object" in result.stderr
    with Ledger.open(told, create=False) as ledger:
        assert ledger.status().judgements == 1


def test_a_file_that_is_not_there_is_a_sentence(run: Run, told: Path) -> None:  # noqa: F811
    result = run("judgements", "import", "nowhere.jsonl")
    assert (result.exit_code, "nowhere.jsonl: there is no such file" in result.stderr) == (2, True)
