"""Every command does what its help says, and its exit code says what became of it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import reportedly
from reportedly.cli import main
from reportedly.cli.exits import FINE, INTERRUPTED, REFUSED, USAGE, WITH_PROBLEMS
from reportedly.model.errors import RecordFormatError
from reportedly.relate.copying import copies, crowds

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"
ROW = json.dumps({"id": "r1", "text": "Nine people were rescued after the ferry sank, the coastguard said on Monday."})


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_build_tells_in_one_screen_what_it_made(tmp_path: Path) -> None:
    done = run("build", FERRY, "-o", tmp_path / "ferry.db")
    assert done.exit_code == FINE, done.output
    assert "ferry.db: 8 captures, 8 of them new, in " in done.stdout
    assert "statements" in done.stdout
    assert len(done.stdout.splitlines()) <= 24
    assert done.stderr == ""  # no progress where nobody watches
    again = run("build", FERRY, "-o", tmp_path / "ferry.db")
    assert again.exit_code == FINE
    assert "8 captures, 0 of them new" in again.stdout


def test_build_reads_rows_from_standard_input(tmp_path: Path) -> None:
    done = run("build", "-", "-o", tmp_path / "r.db", stdin=ROW + "\n")
    assert done.exit_code == FINE, done.output
    assert [capture.row_id for capture in reportedly.open(tmp_path / "r.db").captures] == ["r1"]


def test_build_with_problems_says_which_and_how_many(tmp_path: Path) -> None:
    rows = [ROW, *["{broken"] * 7]
    done = run("build", "-", "-o", tmp_path / "r.db", stdin="\n".join(rows))
    assert done.exit_code == WITH_PROBLEMS
    lines = done.stderr.splitlines()
    assert lines[0].startswith("problem: -: broken row: row 2:")
    assert lines[-1] == "problem: and 2 more, all in the record"
    assert len(reportedly.open(tmp_path / "r.db").problems) == 7


def test_a_problem_that_leaves_nothing_out_is_told_and_changes_no_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (copies, crowds):
        monkeypatch.setattr(room, "CROWD", 2)
    done = run("build", FERRY, "-o", tmp_path / "ferry.db")
    assert done.exit_code == FINE
    assert "crowded passages" in done.stderr


def test_build_of_nothing_is_refused(tmp_path: Path) -> None:
    done = run("build", tmp_path / "missing", "-o", tmp_path / "r.db")
    assert done.exit_code == REFUSED
    problem, verdict = done.stderr.splitlines()
    assert problem.startswith("problem: ")
    assert verdict.startswith("reportedly: nothing could be read")
    assert not (tmp_path / "r.db").exists()


@pytest.mark.parametrize("command", ["show", "report", "export"])
def test_what_is_no_record_is_refused_in_one_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    for path in (tmp_path / "notes.txt", tmp_path / "missing.db", tmp_path):
        done = run(command, path)
        assert done.exit_code == REFUSED
        assert done.stdout == ""
        assert done.stderr.startswith(f"reportedly: {path}: ")
        assert len(done.stderr.splitlines()) == 1


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = run("--debug", "show", tmp_path / "missing.db")
    assert isinstance(done.exception, RecordFormatError)


@pytest.mark.parametrize("arguments", [["build"], ["build", "x"], ["show"], ["export", "r.db", "--to", "x"], ["brew"]])
def test_a_wrong_command_is_told_how(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.exit_code == USAGE
    assert done.stderr.startswith("Usage: ")


def test_export_writes_json_with_and_without_texts(ferry_file: Path, tmp_path: Path) -> None:
    whole = json.loads(run("export", ferry_file, "--to", "json").stdout)
    bare = json.loads(run("export", ferry_file, "--no-text").stdout)
    assert "text" in whole["captures"][0]
    assert "text" not in bare["captures"][0]
    done = run("export", ferry_file, "-o", tmp_path / "record.json")
    assert done.stdout == ""
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf8")) == whole
    assert [p.name for p in tmp_path.iterdir()] == ["record.json"]


def test_a_place_that_cannot_be_written_is_told(ferry_file: Path, tmp_path: Path) -> None:
    done = run("export", ferry_file, "-o", tmp_path / "no" / "record.json")
    assert done.exit_code == REFUSED
    assert "cannot be written" in done.stderr


def test_show_prints_the_points(ferry_file: Path) -> None:
    done = run("show", ferry_file)
    assert done.exit_code == FINE
    assert done.stdout.split()[:3] == ["Question", "Standing", "Answers"]
    assert len(done.stdout.splitlines()) > 3


def test_report_is_one_page(ferry_file: Path, tmp_path: Path) -> None:
    done = run("report", ferry_file, "-o", tmp_path / "report.html")
    assert done.exit_code == FINE
    page = (tmp_path / "report.html").read_text(encoding="utf8")
    assert page.lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_ctrl_c_is_told_and_leaves_the_record(
    ferry_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(ferry_file, tmp_path / "record.db"))
    before = reportedly.open(path)

    def interrupted(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportedly.run.build.relate", interrupted)
    done = run("build", "-", "-o", path, stdin=ROW)
    assert done.exit_code == INTERRUPTED
    assert done.stderr == "reportedly: stopped; the record is as it was\n"
    assert reportedly.open(path) == before


def test_version() -> None:
    assert run("--version").stdout == f"reportedly {reportedly.__version__}\n"
    verbose = run("--version", "--verbose").stdout.splitlines()
    assert verbose[0] == f"reportedly {reportedly.__version__}"
    assert any(line.startswith("sqlite ") for line in verbose)
    assert "stage clean: clean.v1" in verbose
    assert run("--verbose", "--version").stdout.splitlines() == verbose
