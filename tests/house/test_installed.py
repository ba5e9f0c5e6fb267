"""What `pip install .` puts into an empty environment works there: every command, and a record from end to end.

The packages that it stands on are those of this environment, lent to the new one, so that no test needs a registry.
"""

import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from reportedly.cli import main

HOUSE = Path(__file__).parents[2]
FERRY = HOUSE / "examples" / "ferry" / "captures" / "06_deckline.txt"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that holds our wheel and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "wheel"]
    subprocess.run(build, cwd=HOUSE, capture_output=True, check=True)
    (wheel,) = (folder / "wheel").glob("*.whl")
    venv.create(folder / "env", symlinks=True)
    target = next((folder / "env" / "lib").glob("python*/site-packages"))
    lent = [path for path in site.getsitepackages() if Path(path).is_dir()]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel]
    subprocess.run(pip, capture_output=True, check=True)
    (target / "lent.pth").write_text("\n".join(lent), encoding="utf8")
    return folder / "env" / "bin"


def run(installed: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from reportedly.cli import main; sys.exit(main(sys.argv[1:], prog_name='reportedly'))"
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [installed / "python", "-c", program, *arguments]
    return subprocess.run(command, cwd=installed.parent, env=bare, capture_output=True, text=True, check=False)


def test_it_is_the_wheel_that_runs(installed: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(
        [installed / "python", "-c", "import reportedly; print(reportedly.__file__)"],
        cwd=installed.parent, env=bare, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(told.stdout.strip()).is_relative_to(installed.parent)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_tells_of_itself(installed: Path, command: str) -> None:
    done = run(installed, command, "--help")
    assert done.returncode == 0, done.stderr
    assert f"Usage: reportedly {command}" in done.stdout


def test_a_record_is_built_shown_and_reported(installed: Path, tmp_path: Path) -> None:
    record, page = tmp_path / "r.db", tmp_path / "r.html"
    for arguments in (["build", FERRY, "-o", record], ["show", record], ["report", record, "-o", page]):
        done = run(installed, *arguments)
        assert done.returncode == 0, done.stderr
    assert "<html" in page.read_text(encoding="utf8")
