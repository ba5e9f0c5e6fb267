"""`reportedly changes` tells what is new, in words and as data."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly.cli import main
from reportedly.cli.exits import FINE, REFUSED

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_changes_between_two_records_and_since_a_day(tmp_path: Path) -> None:
    captures = sorted(FERRY.iterdir())
    before, after = tmp_path / "before.db", tmp_path / "after.db"
    run("build", *captures[:2], "-o", before)
    run("build", *captures[:3], "-o", after)
    done = run("changes", after, "--since", before, "--json")
    assert done.exit_code == FINE, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert set(rows[0]) == {"point", "question", "kind", "what", "answer"}
    assert run("changes", after, "--since", after).stdout == ""
    assert run("changes", after, "--since", "2200-01-01").stdout == ""
    assert run("changes", after, "--since", "1900-01-01").stdout != ""
    assert run("changes", after, "--since", tmp_path / "none.db").exit_code == REFUSED
