"""The examples of docs/values.md hold."""

from pathlib import Path

import pytest

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities

PAGE = Path(__file__).parents[2] / "docs" / "values.md"


def rows(columns: int) -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == columns and row[0] != "in the text"]


@pytest.mark.parametrize("row", rows(6), ids=lambda row: row[1])
def test_figures_of_the_page(row: list[str]) -> None:
    text, words, low, high, approximate, unit = row
    found = next(match for match in quantities(text) if text[match.start : match.end] == words)
    assert found.low == (float(low) if low else None)
    assert found.high == (float(high) if high else None)
    assert (found.approximate, found.unit or "") == (approximate == "yes", unit)


@pytest.mark.parametrize("row", rows(4), ids=lambda row: row[1])
def test_times_of_the_page(row: list[str]) -> None:
    text, words, timex, edtf = row
    found = next(match for match in moments(text, when("2031-09-17")) if text[match.start : match.end] == words)
    told = found.when.opened(found.end_of) if found.when and found.end_of else found.when
    assert (found.timex, told.edtf if told else "") == (timex, edtf)
