"""The sessions that the pages show, run: `python docs/sessions.py` writes outputs that have changed into the pages.

A `console` block holds `$ command` lines, each with its output beneath; a `python` block holds `>>>` lines. All blocks
of one page run in one folder that holds `examples/`. `...` in an output stands for anything; an output that still
fits is left as it is.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FORGIVING = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CHECKER = doctest.OutputChecker()
SECONDS = re.compile(r"\bin \d+\.\d+ s\b")  # no two runs take the same
WIDTH = "100"
LONGEST = 180  # seconds that one command may take


@dataclass(frozen=True, slots=True)
class Step:
    """One command or statement as a page shows it, with the output that the page claims."""

    source: str
    command: str
    output: str


def console_steps(session: str) -> list[Step]:
    """The commands of a console block; one that ends in a backslash goes on in the next line."""
    first, *parts = re.split(r"^(?=\$ )", session, flags=re.MULTILINE)
    if first.strip():
        raise ValueError(f"a console block begins with $, not with {first!r}")
    steps = []
    for part in parts:
        shown = re.match(r"\$ (?:.*\\\n)*.*\n", part)
        source = shown[0] if shown else part
        command = re.sub(r"\\\n\s*", "", source[2:]).strip()
        steps.append(Step(source, command, part[len(source) :]))
    return steps


def python_steps(session: str) -> list[Step]:
    """The statements of a Python block."""
    examples = doctest.DocTestParser().get_examples(session)
    lines = session.splitlines(keepends=True)
    steps = []
    for example in examples:
        end = example.lineno + example.source.count("\n")
        steps.append(Step("".join(lines[example.lineno : end]), example.source, example.want))
    return steps


def run_command(command: str, folder: Path) -> str:
    """What a command prints, on either stream."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S602 - the commands are our own pages'
        command,
        shell=True,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LONGEST,
        check=False,
    )
    return done.stdout


def run_statement(source: str, names: dict[str, object]) -> str:
    """What a statement prints at the prompt; it is run with `names` and may add to them."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "<page>", "single"), names)  # noqa: S102 - the statements are our own pages'
    return printed.getvalue()


def blocks(page: str) -> list[tuple[str, str]]:
    """Kind and content of each block of a page that can be run."""
    return [(found[1], found[2]) for found in BLOCK.finditer(page)]


def told(page: str, folder: Path) -> Iterator[tuple[Step, str]]:
    """Each step of a page with what it prints in truth."""
    names: dict[str, object] = {}
    for kind, session in blocks(page):
        if kind == "console":
            for step in console_steps(session):
                yield step, run_command(step.command, folder)
        else:
            for step in python_steps(session):
                yield step, run_statement(step.command, names)


def fits(step: Step, printed: str) -> bool:
    """Whether the page's output is what was printed, white space and `...` apart."""
    return CHECKER.check_output(step.output, printed, FORGIVING)


@contextlib.contextmanager
def folder_with_examples() -> Iterator[Path]:
    """A passing folder, the working one meanwhile, in which the pages' paths lead to the examples."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(HOUSE / "examples")
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def pages() -> list[Path]:
    """Every page with something to run."""
    found = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")])
    return [page for page in found if blocks(page.read_text(encoding="utf8"))]


def rewrite(page: Path) -> int:
    """Write what is printed now into a page; how many outputs had changed."""
    text = page.read_text(encoding="utf8")
    changed = 0
    with folder_with_examples() as folder:
        at = 0
        for step, printed in told(text, folder):
            at = text.index(step.source + step.output, at)
            output = step.output
            if not fits(step, printed):
                changed += 1
                printed = SECONDS.sub("in ... s", printed)
                output = "\n".join(line.rstrip() for line in printed.splitlines()) + "\n" * bool(printed)
                output += "\n" * step.output.endswith("\n\n")
            text = text[:at] + step.source + output + text[at + len(step.source + step.output) :]
            at += len(step.source + output)
    page.write_text(text, encoding="utf8")
    return changed


if __name__ == "__main__":
    for page in pages():
        sys.stdout.write(f"{page.relative_to(HOUSE)}: {rewrite(page)} outputs had changed\n")
