"""What is installed is pinned, with hashes, and is what the package asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

HOUSE = Path(__file__).parents[2]
FOLDER = HOUSE / "requirements"
PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def pins(name: str) -> dict[str, Version]:
    text = (FOLDER / name).read_text(encoding="utf8")
    return {canonicalize_name(found[1]): Version(found[2]) for found in PINNED.finditer(text)}


def asked() -> list[Requirement]:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def asked_to_test() -> list[Requirement]:
    lines = (line.partition("#")[0].strip() for line in (FOLDER / "dev.in").read_text(encoding="utf8").splitlines())
    return [Requirement(line) for line in lines if line]


@pytest.mark.parametrize("name", ["pip.txt", "run.txt", "scale.txt", "ray.txt", "audit.txt", "dev.txt", "ftm.txt"])
def test_every_line_is_a_pin_with_hashes(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf8")
    rest = [line for line in PINNED.sub("", text).splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert pins(name)
    assert not rest


@pytest.mark.parametrize("wanted", asked(), ids=str)
def test_what_the_package_asks_for_is_pinned(wanted: Requirement) -> None:
    for name in ("run.txt", "dev.txt"):
        assert wanted.specifier.contains(pins(name)[canonicalize_name(wanted.name)])


@pytest.mark.parametrize("wanted", asked_to_test(), ids=str)
def test_what_the_tests_ask_for_is_pinned(wanted: Requirement) -> None:
    assert wanted.specifier.contains(pins("dev.txt")[canonicalize_name(wanted.name)])


def test_users_and_testers_have_the_same_versions() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {name: dev.get(name) for name in run} == run
