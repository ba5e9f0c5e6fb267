import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.cli.output import write
from reportedly.model.errors import ReportedlyError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_a_product_may_be_read_by_whoever_may_read_a_new_file(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write(["page"], tmp_path / "report.html")
    finally:
        os.umask(before)
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o644


def test_a_product_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    product = tmp_path / "report.html"
    write(["old"], product)
    with pytest.raises(KeyboardInterrupt):
        write(pieces(), product)
    assert product.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReportedlyError, match="name another file with -o"):
        write(["page"], tmp_path / "nowhere" / "report.html")
