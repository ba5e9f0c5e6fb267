"""Folders, files and globs to named sources, in one order whatever order they were given in."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.model.problem import Problem
from reportedly.read.problems import problem
from reportedly.read.source import Source


def sources(paths: Sequence[str | Path]) -> Iterator[Source | Problem]:
    """Every file below the paths, by name; a file that two paths reach comes once.

    A file is named relative to the parent of the folder that was given (a file that was given, to the parent of its
    own folder), with forward slashes. Hidden files and folders are left out, and links to folders not followed.
    """
    found: dict[Path, str] = {}
    for path in paths:
        places = list(_expand(Path(path)))
        if not places:
            yield problem(str(path), "no such file", "nothing is there, or it may not be read; check the path")
        for place, name in places:
            real = place.resolve()
            found[real] = min(name, found.get(real, name))
    for name, place in sorted((name, place) for place, name in found.items()):
        if place.exists() and not place.is_file():
            yield problem(
                name, "not a file", "it is a pipe or a device, which is not opened; bring it by standard input"
            )
        else:
            yield Source.file(place, name)


def _expand(path: Path) -> Iterator[tuple[Path, str]]:
    if path.is_dir():
        root = path.resolve().parent
        for folder, folders, files in os.walk(path.resolve()):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in files:
                place = Path(folder) / name
                if not name.startswith("."):
                    yield place, place.relative_to(root).as_posix()
    elif path.exists() or path.is_symlink():
        whole = path.absolute()
        yield whole, whole.relative_to(whole.parent.parent).as_posix()
    else:
        for match in glob.glob(str(path), recursive=True):  # noqa: PTH207 - Path.glob takes no absolute pattern
            yield from _expand(Path(match))
