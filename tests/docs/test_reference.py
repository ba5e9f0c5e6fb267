"""The pages that the code tells are as it tells them now, and tell all."""

from pathlib import Path

import click
import pytest

from docs import reference
from reportedly.cli import exits, main
from reportedly.store.schema import METADATA

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["commands.md", "exports.md", "tables.md", "mcp.md"])
def test_a_page_is_as_the_code_has_it(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf8")
    assert written == reference.PAGES[name](), "write it anew: python docs/reference.py"


def test_every_command_and_option_has_help_and_is_on_the_page() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf8")
    for name, command in main.commands.items():
        assert f"## reportedly {name}\n" in page
        assert command.help
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts}"
                assert option.opts[-1] in page


def test_every_exit_code_has_its_meaning_on_the_page() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf8")
    codes = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    assert codes == set(exits.MEANINGS)
    for code in codes:
        assert f"| {code} | {exits.MEANINGS[code]} |" in page


def test_every_table_and_column_is_on_the_page() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf8")
    for table in METADATA.tables.values():
        assert table.comment, table.name
        section = page.split(f"## {table.name}\n", 1)[1].split("\n## ", 1)[0]
        for column in table.columns:
            assert f"| `{column.name}` |" in section
