"""From many messy accounts of one event to one record of it: who said what, when, on whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.model.seen import VIEWS

if TYPE_CHECKING:  # nothing heavy is loaded before it is needed
    from reportedly.model.record import Record

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open"]


def _in_notebook(view: str) -> Callable[[Any], Any]:
    """A view of `show/notebook.py`, loaded when a notebook first asks for it."""

    def look(noun: Any) -> Any:
        from reportedly.show import notebook

        return getattr(notebook, view)(noun)

    return look


VIEWS["record"] = _in_notebook("record_html")
VIEWS["point"] = _in_notebook("point_html")
VIEWS["points"] = _in_notebook("points_html")
VIEWS["frame"] = _in_notebook("frame")


def build(paths: Sequence[str | Path], *, record: str | Path | None = None, workers: int | None = None) -> Record:
    """The record of the captures in these files, folders and globs.

    With `record` (a path, or the address of a PostgreSQL database) it is kept there as well, together with what was
    there before. `workers` is how many processes read captures (None: as many as pay). What cannot be read is in
    `Record.problems`. Raises `ReportedlyError` when the file or database cannot be used.
    """
    from reportedly.run.build import build as run

    return run(paths, record=record, workers=workers).record


def open(record: str | Path, story: str | None = None) -> Record:
    """The record kept in a file, or at the address of a PostgreSQL database; with `story` that story of it alone.

    A story goes by its title or id. Raises `RecordFormatError` when there is no record, or none that this version
    reads, and `FilterError` when it holds no such story.
    """
    from reportedly.store import open_record

    with open_record(record) as store:
        return store.record(story)
