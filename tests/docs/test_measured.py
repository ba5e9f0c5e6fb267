"""The page of figures has the figures of RESULTS.md, section by section."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def measured() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measured", DOCS / "measured.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_as_the_results_have_it(measured: ModuleType) -> None:
    assert (DOCS / "measured.md").read_text(encoding="utf8") == measured.page(), "write it anew: docs/measured.py"


def test_a_table_of_events_keeps_its_means(measured: ModuleType) -> None:
    section = "| event | a |\n|---|---|\n| one | 1 |\n| mean of the corpus | 2 |\n\n| page | b |\n|---|---|\n| x | 3 |"
    kept = "| event | a |\n|---|---|\n| mean of the corpus | 2 |\n\n| page | b |\n|---|---|\n| x | 3 |"
    assert measured.shortened(section) == kept
