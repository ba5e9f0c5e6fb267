"""Every command tells how it is used at once: nothing heavy is loaded for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.export.formats import FORMATS
from reportedly.export.tables import TABLES

MOST = 0.5  # seconds of CPU, as the clock depends on what else runs
HEAVY = ("sqlalchemy", "spacy", "numpy", "pandas", "jinja2", "lxml", "httpx", "starlette", "reportedly.store")
PROGRAM = "import resource, sys\nfrom reportedly.cli import main\ntry:\n main()\nfinally:\n" + (
    " used = resource.getrusage(resource.RUSAGE_SELF)\n"
    " print(used.ru_utime + used.ru_stime, file=sys.stderr)\n"
    " print(*sorted(sys.modules), file=sys.stderr)\n"
)


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_comes_at_once(command: str) -> None:
    words = [sys.executable, "-c", PROGRAM, *([command] if command else []), "--help"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    assert done.stdout.startswith("Usage: ")
    seconds, modules = done.stderr.splitlines()[-2:]
    assert float(seconds) < MOST
    assert not set(modules.split()) & set(HEAVY)


def test_a_shell_can_complete_commands_and_choices() -> None:
    program = [sys.executable, "-c", "from reportedly.cli import main; main(prog_name='reportedly')"]

    def completed(line: str) -> str:
        words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - (not line.endswith(" ")))}
        environment = {**os.environ, **words, "_REPORTEDLY_COMPLETE": "bash_complete"}
        return subprocess.run(program, capture_output=True, text=True, check=True, env=environment).stdout

    assert "plain,brief" in completed("reportedly br")
    assert "plain,parquet" in completed("reportedly export --format pa")


def test_the_formats_that_the_command_offers_are_those_that_there_are() -> None:
    module = sys.modules["reportedly.cli.export"]
    assert tuple(FORMATS) == module.FORMATS
    assert tuple(TABLES) == module.TABLES


def test_a_manual_page_is_made_of_the_help(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).parents[2] / "docs" / "manual.py", tmp_path], capture_output=True, check=True
    )
    assert not done.stderr
    page = (tmp_path / "reportedly.1").read_text()
    assert page.startswith(".TH REPORTEDLY 1")
    for name, command in main.commands.items():
        assert f"reportedly {name}".replace("-", "\\-") in page
        one = (tmp_path / f"reportedly-{name}.1").read_text()
        assert one.startswith(f'.TH "REPORTEDLY-{name.upper()}" 1')
        for option in command.params:
            assert all(name.replace("-", "\\-") in one for name in option.opts if name.startswith("--"))
