"""The page tells what was measured, and its sums are right."""

from __future__ import annotations

import pytest
from benchmarks.scale import measured
from benchmarks.scale_page import BEGIN, END, PAGE, hosted, hours, rounded, size, tables


def test_the_page_tells_what_was_measured() -> None:
    told = PAGE.read_text(encoding="utf8").partition(BEGIN)[2].partition(END)[0].strip()
    assert told == tables(measured()), "docs/scale.md is behind: python -m benchmarks.scale --page"


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0"), (0.0123, "0.01"), (1.26, "1.3"), (12.6, "13"), (1264, "1,300"), (98765, "99,000")]
)
def test_sums_have_two_digits(number: float, told: str) -> None:
    assert rounded(number) == told


def test_units() -> None:
    assert size(9_154) == "9.2 kB"
    assert size(9_154 * 10**9) == "9.2 TB"
    assert size(2.5e15) == "2.5 PB"
    assert hours(120, 10**6) == "33 core-hours"


def test_the_assumption_is_told_with_its_sums() -> None:
    assert "0.006 dollars an article: 6,000 for 10⁶, 600,000 for 10⁸, 6,000,000 for 10⁹ articles." in hosted()
