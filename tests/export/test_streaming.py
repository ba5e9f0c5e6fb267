"""An export holds a few rows at a time, however many there are."""

import io
import tracemalloc
from pathlib import Path

import pytest
from benchmarks.exports import grown

from reportedly.export.formats import FORMATS
from reportedly.export.requests import request_of
from reportedly.model.record import Record
from reportedly.store import new_record, open_record


class Nowhere(io.RawIOBase):
    """A file that keeps nothing but how much it was given."""

    def __init__(self) -> None:
        self.given = 0

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        size = len(content)  # type: ignore[arg-type]
        self.given += size
        return size


@pytest.fixture(scope="module")
def sizes(ferry: Record, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("grown")
    paths = folder / "some.db", folder / "many.db"
    for path, statements in zip(paths, (1220, 4880), strict=True):
        made = grown(ferry, statements)
        with new_record(path) as store:
            store.integrate([], set(), [], lambda *_, made=made: made)
    return paths


def peak(path: Path, form: str, table: str) -> tuple[int, int]:
    """Most memory held while exporting, and bytes written.

    In the record's order: the most telling first would fill the first rows of the larger record with long points alone.
    """
    out = Nowhere()
    with open_record(path) as store:
        request = request_of(store, FORMATS[form], (table,) if table else (), [("order", "record")])
        tracemalloc.start()
        FORMATS[form].write(request, out)  # type: ignore[arg-type]
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return most, out.given


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "table"), [("csv", "statements"), ("csv", "points"), ("annotations", ""), ("ftm", ""), ("schema", "")]
)
def test_four_times_the_statements_need_no_more_memory(sizes: tuple[Path, Path], form: str, table: str) -> None:
    (few, small), (many, large) = (peak(path, form, table) for path in sizes)
    assert large > 3.5 * small
    assert many < 1.5 * few
