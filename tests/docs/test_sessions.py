"""What the pages show is what happens: every console and Python block is run, its output compared.

A `console` block holds `$ command` lines, each with the output beneath it; a `python` block with `>>>` is a doctest.
All blocks of one page run in one folder that holds `examples/`; `...` in an output stands for anything.
"""

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FORGIVING = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CHECKER = doctest.OutputChecker()


@dataclass(frozen=True)
class Step:
    command: str
    output: str


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in BLOCK.finditer(page.read_text(encoding="utf8"))]


def steps(session: str) -> list[Step]:
    parts = re.split(r"^\$ ", session, flags=re.MULTILINE)
    assert not parts[0].strip(), f"a console block begins with $: {parts[0]!r}"
    found = []
    for part in parts[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = command[:-1] + more.strip()
        found.append(Step(command, output))
    return found


def run(step: Step, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONWARNINGS": "error"}
    done = subprocess.run(  # noqa: S602 - the commands are our own pages'
        step.command, shell=True, cwd=folder, env=environment, text=True, capture_output=True, timeout=120
    )
    given = done.stdout + done.stderr
    assert CHECKER.check_output(step.output, given, FORGIVING), f"$ {step.command}\n{given}\nand not\n{step.output}"


def run_python(name: str, source: str, names: dict[str, object]) -> None:
    test = doctest.DocTestParser().get_doctest(source, names, name, name, 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FORGIVING)
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(told)


PAGES = [page for page in sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")]) if blocks(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_page_shows_what_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(HOUSE / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for kind, content in blocks(page):
        if kind == "console":
            for step in steps(content):
                run(step, tmp_path)
        elif ">>>" in content:
            run_python(page.name, content, names)
        else:
            exec(compile(content, page.name, "exec"), names)  # noqa: S102


def test_a_wrong_output_is_seen(tmp_path: Path) -> None:
    run(Step("echo one two", "one ...\n"), tmp_path)
    with pytest.raises(AssertionError, match="two"):
        run(Step("echo two", "one\n"), tmp_path)
    with pytest.raises(AssertionError):
        run_python("page", ">>> 1 + 1\n3\n", {})


def test_a_command_may_go_on_over_lines() -> None:
    assert steps("$ echo one \\\n  two\none two\n$ true\n") == [Step("echo one two", "one two\n"), Step("true", "")]
