"""Every page can be reached, every link leads somewhere."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
PAGES = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md"), *HOUSE.glob("[!.]*/README.md")])
PAGES += sorted([*HOUSE.glob("examples/*/README.md"), HOUSE / "benchmarks" / "RESULTS.md"])
LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
HTML_LINK = re.compile(r"(?:href|src|srcset)=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)


def text_of(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf8"))


def links_of(page: Path) -> list[str]:
    text = text_of(page)
    return LINK.findall(text) + HTML_LINK.findall(text)


def inside(page: Path) -> list[tuple[Path, str]]:
    """The files that a page links to, each with the part of it that is meant."""
    found = []
    for link in links_of(page):
        if not re.match(r"[a-z]+:", link):
            path, _, part = link.partition("#")
            found.append(((page.parent / path).resolve() if path else page, part))
    return found


def anchors(page: Path) -> set[str]:
    """Names of a page's headings, as GitHub makes them."""
    plain = (re.sub(r"[^\w\- ]", "", heading.casefold()) for heading in HEADING.findall(text_of(page)))
    return {heading.strip().replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_every_link_leads_to_something_in_this_house(page: Path) -> None:
    for target, part in inside(page):
        assert target.exists(), f"{page.name}: {target.relative_to(HOUSE)} is not there"
        assert target.is_relative_to(HOUSE), f"{page.name}: {target} lies outside"
        if part and target.suffix == ".md":
            assert part in anchors(target), f"{page.name}: {target.name} has no heading for #{part}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [HOUSE / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            ahead += [target for target, _ in inside(page) if target.suffix == ".md" and target.is_file()]
    assert not {str(page.relative_to(HOUSE)) for page in PAGES} - {str(p.relative_to(HOUSE)) for p in reached}


def test_every_picture_says_what_it_shows() -> None:
    for page in PAGES:
        assert "![](" not in text_of(page), page.name
        for picture in re.findall(r"<img\b[^>]*>", text_of(page)):
            assert re.search(r'alt="[^"]{10,}"', picture), f"{page.name}: {picture}"
