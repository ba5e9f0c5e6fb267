"""Pages that the code itself tells: `python docs/reference.py` writes them anew (`PAGES`)."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
from mcp_types import Tool
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

from reportedly.cli import main as program
from reportedly.cli.exits import MEANINGS
from reportedly.export.formats import FORMATS
from reportedly.export.requests import KINDS
from reportedly.export.tables import TABLES
from reportedly.mcp.server import server
from reportedly.model.filters import SAYS, choices_of
from reportedly.store.schema import METADATA, SCHEMA_VERSION

DOCS = Path(__file__).resolve().parent

COMPLETION = """
## Tab completion
The shell completes commands, options and paths after one line in its start file:

| shell | file | line |
|---|---|---|
| bash | `~/.bashrc` | `eval "$(_REPORTEDLY_COMPLETE=bash_source reportedly)"` |
| zsh | `~/.zshrc` | `eval "$(_REPORTEDLY_COMPLETE=zsh_source reportedly)"` |
| fish | `~/.config/fish/completions/reportedly.fish` | `_REPORTEDLY_COMPLETE=fish_source reportedly \\| source` |

## Manual pages
`make manual` writes `build/man/reportedly.1` and a page for each command, from the same help.
"""


def commands_page() -> str:
    """Every command with its help, what its exit code says, and how a shell completes it."""
    lines = ["# Commands", "Written from the program's own help by `docs/reference.py`.", ""]
    context = click.Context(program, info_name="reportedly", terminal_width=100, **program.context_settings)
    lines += ["```text", program.get_help(context).rstrip(), "```", ""]
    for name, command in sorted(program.commands.items()):
        inner = click.Context(command, context, info_name=name, terminal_width=100)
        lines += [f"## reportedly {name}", "```text", command.get_help(inner).rstrip(), "```", ""]
    lines += ["## Exit codes", "| code | says |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in MEANINGS.items()]
    return "\n".join(lines) + "\n" + COMPLETION


def tables_page() -> str:
    """Every table of the file with its columns."""
    lines = [
        "# The record as tables",
        f"One SQLite file, or one schema of a PostgreSQL database; format {SCHEMA_VERSION}. Any program for either "
        "reads it. Written from the code by `docs/reference.py`. Columns that people filter by are columns; nested "
        "parts are JSON. `start` and `stop` are code points into the capture's text, half-open. `statement_words`, "
        "`point_words` and `capture_words` are full-text indexes over `text`: in the file FTS5, whose `rowid` is "
        "the row's `position`; in PostgreSQL a table of `position` and `words` (tsvector), for the text search "
        "configuration `words`. The types are SQLite's; PostgreSQL's are the same by name, with BIGINT for INTEGER "
        "and BYTEA for BLOB.",
        "",
    ]
    for table in METADATA.tables.values():
        lines += _table(table)
    return "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield inspect.cleandoc(table.comment or "")
    yield ""
    yield "| column | type | |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type.compile(sqlite.dialect())} | {column.comment or ''} |"
    yield ""


def assistants_page() -> str:
    """How an assistant is let in, and every tool with what it takes and gives."""
    told = (DOCS / "mcp.txt").read_text(encoding="utf8").rstrip()
    tools = asyncio.run(server("any.db").list_tools())
    return "\n".join([told, "", *(line for tool in tools for line in _tool(tool))])


def _tool(tool: Tool) -> Iterator[str]:
    yield f"### {tool.name}"
    yield inspect.cleandoc(tool.description or "")
    yield ""
    yield "| takes | | |"
    yield "|---|---|---|"
    needed = tool.input_schema.get("required", [])
    for name, schema in tool.input_schema["properties"].items():
        yield f"| `{name}` | {_kind(schema)}{', needed' if name in needed else ''} | {schema.get('description', '')} |"
    given = ", ".join(f"`{name}`" for name in (tool.output_schema or {})["properties"])
    yield ""
    yield f"Gives {given}."
    yield ""


def _kind(schema: dict[str, Any]) -> str:
    """A schema's type in a word or two."""
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "enum" in schema:
        return "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    return "day" if schema.get("format") == "date" else str(schema.get("type", "text"))


EXPORTS = (
    "# Exports\n`reportedly export RECORD --format F -o FILE` writes a record, or some of it, for other programs. "
    "Written from the code by `docs/reference.py`. Each format keeps on whose word a thing stands and how sure the "
    "words are; none says what is true.\n\nAn export is made one row after the other, so that a large record needs no "
    "large memory (`json`, the whole record, apart). The same record gives the same rows in the same order. Text of "
    "captures is never run: what a spreadsheet would take for a formula has an apostrophe before it.\n\nParquet and "
    "XLSX need a package more: `pip install 'reportedly[parquet]'`, `pip install 'reportedly[xlsx]'`.\n"
)


def exports_page() -> str:
    """Every format, the filters and the columns of every table."""
    lines = [EXPORTS, "## Formats", "| format | is | made of |", "|---|---|---|"]
    lines += [f"| `{each.name}` | {each.means} | {each.made_of} |" for each in FORMATS.values()]
    lines += ["", "## Filters", "The same names ask in the app\u2019s addresses (`?standing=contested&kind=figure`). "
              "Values of one are alternatives, several narrow one another.", ""]  # fmt: skip
    for name, kind in KINDS.items():
        lines += [f"Of {name}:", "", "| filter | asks | values |", "|---|---|---|"]
        choices = choices_of(kind)
        lines += [f"| `--{each.name}` | {SAYS[each.name]} | {', '.join(choices[each.name])} |" for each in fields(kind)]
        lines.append("")
    for table in TABLES.values():
        lines += [f"## Table {table.name}", table.means, "", "| column | type | holds |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.kind} | {column.means} |" for column in table.columns]
        lines.append("")
    return "\n".join(lines)


PAGES = {
    "commands.md": commands_page,
    "tables.md": tables_page,
    "exports.md": exports_page,
    "mcp.md": assistants_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf8")
