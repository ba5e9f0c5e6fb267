"""The page of figures has the figures of RESULTS.md, section by section."""

from pathlib import Path

from docs import measured

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_as_the_results_have_it() -> None:
    assert (DOCS / "measured.md").read_text(encoding="utf8") == measured.page(), "write it anew: docs/measured.py"


def test_a_table_of_events_keeps_its_means() -> None:
    section = "| event | a |\n|---|---|\n| one | 1 |\n| mean of the corpus | 2 |\n\n| page | b |\n|---|---|\n| x | 3 |"
    kept = "| event | a |\n|---|---|\n| mean of the corpus | 2 |\n\n| page | b |\n|---|---|\n| x | 3 |"
    assert measured.shortened(section) == kept
