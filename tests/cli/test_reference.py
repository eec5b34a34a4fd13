import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest

ROOT = Path(__file__).parents[2]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cli_reference", ROOT / "tools" / "cli_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load()
COMMANDS: list[tuple[str, click.Command]] = TOOL.commands()


def test_the_reference_is_what_the_commands_say() -> None:
    published = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert published == TOOL.reference(), "run python tools/cli_reference.py"


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_every_command_and_option_is_documented(path: str, command: click.Command) -> None:
    assert command.help, path
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path} {parameter.name}"
        else:
            name = (parameter.metavar or parameter.human_readable_name).removesuffix("...").strip("[]")
            assert name.upper() in (command.help or "").upper(), f"{path} {name}"


def test_every_json_option_is_described() -> None:
    for path, command in COMMANDS:
        if any("--json" in parameter.opts for parameter in command.params):
            assert f"| `{path.removeprefix('annals ')}` |" in TOOL.HEAD, path
