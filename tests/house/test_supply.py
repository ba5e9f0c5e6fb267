"""What is shipped is what it says: no pickle, a model that is checked, the same wheel twice, a bill of materials."""

import ast
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.extract import model_check
from reportedly.extract.parse import MODEL

HOUSE = Path(__file__).parents[2]
PICKLES = {"pickle", "cPickle", "_pickle", "cloudpickle", "dill", "joblib", "shelve", "marshal"}
CODE = [path for folder in ("src", "benchmarks", "docs", "requirements") for path in (HOUSE / folder).rglob("*.py")]


def test_nothing_is_pickled() -> None:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & PICKLES, path
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant), path
                assert node.value.value is False, path


def test_nothing_pickled_is_shipped() -> None:
    assert not [path for path in (HOUSE / "src").rglob("*") if path.suffix in (".pkl", ".pickle", ".joblib", ".bin")]


def test_the_model_is_the_one_that_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert model_check.sha256_of_model(MODEL) == model_check.SHA256
    monkeypatch.setattr(model_check, "SHA256", "0" * 64)
    model_check.checked.cache_clear()
    with pytest.raises(model_check.ModelError, match="not those of the release"):
        model_check.checked(MODEL)
    model_check.checked.cache_clear()


def test_a_model_that_is_not_there_says_so() -> None:
    with pytest.raises(model_check.ModelError, match="not installed"):
        model_check.checked("no_such_model")


def built(folder: Path) -> str:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def test_the_wheel_is_the_same_twice(tmp_path: Path) -> None:
    first = built(tmp_path / "one")
    (HOUSE / "src" / "reportedly" / "__init__.py").touch()
    assert built(tmp_path / "two") == first


def test_the_bill_of_materials_names_every_pin() -> None:
    made = [
        subprocess.run([sys.executable, HOUSE / "requirements" / "sbom.py"], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert made[0] == made[1]
    bill = json.loads(made[0])
    pins = [line for line in (HOUSE / "requirements" / "run.txt").read_text().splitlines() if "==" in line[:60]]
    assert len(bill["components"]) == len(pins) > 20
    assert all(component["externalReferences"][0]["hashes"] for component in bill["components"])
