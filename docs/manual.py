"""Manual pages, made of the program's own help: `python docs/manual.py FOLDER` writes one for it and one a command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reportedly import __version__
from reportedly.cli import main as program
from reportedly.cli.exits import MEANINGS


def whole_page() -> str:
    """The page of the program: what it is, its commands, its exit codes."""
    lines = [
        _head("REPORTEDLY"), ".SH NAME", "reportedly \\- who said what, when, on whose word", ".SH SYNOPSIS",
        "reportedly COMMAND [OPTIONS] \\&...", ".SH DESCRIPTION", _roff(program.help or ""), ".SH COMMANDS",
    ]  # fmt: skip
    for name, command in sorted(program.commands.items()):
        lines += [".TP", f".B {_roff(f'reportedly {name}')}", _roff(command.get_short_help_str(200))]
    lines += [".SH OPTIONS", *_options(program), *_exits()]
    return "\n".join(lines) + "\n"


def command_page(name: str, command: click.Command) -> str:
    """The page of one command."""
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [
        _head(f'"REPORTEDLY-{name.upper()}"'),
        ".SH NAME", f"{_roff(f'reportedly-{name}')} \\- {_roff(_first(command))}",
        ".SH SYNOPSIS", _roff(f"reportedly {name} {usage}"), ".SH DESCRIPTION",
    ]  # fmt: skip
    for paragraph in (command.help or "").split("\n\n"):
        lines += [".PP", _roff(" ".join(paragraph.split()))]
    lines += [".SH OPTIONS", *_options(command), *_exits(), ".SH SEE ALSO", "reportedly(1)"]
    return "\n".join(lines) + "\n"


def _head(title: str) -> str:
    return f'.TH {title} 1 "" "reportedly {__version__}" "reportedly"'


def _first(command: click.Command) -> str:
    return (command.help or "").split("\n\n")[0].replace("\n", " ").rstrip(".")


def _options(command: click.Command) -> Iterator[str]:
    context = click.Context(command)
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record is not None:
            yield from (".TP", f".B {_roff(record[0])}", _roff(record[1]))


def _exits() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning in MEANINGS.items():
        yield from (".TP", f".B {code}", _roff(meaning))


def _roff(text: str) -> str:
    """Text that roff takes for text."""
    plain = text.replace("\b", "").replace("\\", "\\e").replace("-", "\\-").strip()
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/man")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reportedly.1").write_text(whole_page(), encoding="utf8")
    for name, command in program.commands.items():
        (folder / f"reportedly-{name}.1").write_text(command_page(name, command), encoding="utf8")
