"""What the pages say of make is what make does."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
TARGETS = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(encoding="utf8"), re.M))
PAGES = [*HOUSE.glob("*.md"), *HOUSE.glob("[!.]*/README.md"), *HOUSE.glob("examples/*/*.md"), *HOUSE.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_every_target_that_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z]+)\b", page.read_text(encoding="utf8"), re.M))
    assert not named - TARGETS


def test_ci_runs_what_make_test_runs() -> None:
    assert "make --keep-going test" in (HOUSE / ".ci" / "run").read_text(encoding="utf8")
    assert (HOUSE / ".ci" / "run").stat().st_mode & 0o111
    assert {"lint", "types", "tests"} <= TARGETS
