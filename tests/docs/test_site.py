"""The guide as a site: built strictly, with every page in its menu, and nothing that asks another host."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
LOADS = re.compile(r'<(?:script|img|iframe|source)[^>]+src="([^"]+)"|<link[^>]+rel="?(?:stylesheet|preload)"?[^>]*>')
ELSEWHERE = re.compile(r'(?:src|href)="?(?:https?:)?//')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(build, cwd=HOUSE, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built(site: Path) -> None:
    sources = {page.relative_to(HOUSE / "docs").with_suffix(".html") for page in (HOUSE / "docs").rglob("*.md")}
    assert sources <= {page.relative_to(site) for page in site.rglob("*.html")}


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf8")
        remote = [found[0] for found in LOADS.finditer(text) if ELSEWHERE.search(found[0])]
        assert not remote, f"{page.name} loads {remote}"
        assert "mermaid" not in text, "the theme fetches that library from another host"


def test_programs_are_no_part_of_the_site(site: Path) -> None:
    assert not list(site.rglob("*.py"))
