"""One page: every link lands, nothing acts, nothing is fetched, every quotation is exact."""

import re
from pathlib import Path

import pytest
from gold_record import gold_record
from page import Page

from reportedly.model.record import Record
from reportedly.show.index import Index
from reportedly.show.visible import visible

CORPUS = Path(__file__).parents[2] / "corpus"
EVENTS = ["ferry-reine-de-koume", "teshkol-quake", "museum-theft", "toufali-fever", "kelsk-foreign-troops"]


@pytest.fixture(scope="module", params=EVENTS)
def event(request: pytest.FixtureRequest) -> tuple[Record, Page]:
    record = gold_record(CORPUS / request.param)
    return record, Page(record)


def test_every_link_lands_on_the_page(event: tuple[Record, Page]) -> None:
    _, page = event
    targets = page.targets()
    assert len(targets) > 100
    assert all(target.startswith("#") for target in targets)
    assert {target[1:] for target in targets} <= set(page.ids())


def test_no_name_is_given_twice(event: tuple[Record, Page]) -> None:
    _, page = event
    names = page.ids()
    assert len(names) == len(set(names))


def test_nothing_is_fetched_and_nothing_acts(event: tuple[Record, Page]) -> None:
    _, page = event
    assert page.loads() == []
    assert page.handlers() == []
    assert page.tree.xpath("//*[@style]") == []
    (policy,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_an_answer_s_anchor_begins_its_exact_words(event: tuple[Record, Page]) -> None:
    record, page = event
    index = Index(record)
    for cell in index.cell_of.values():
        text = cell.account.reading.capture.text
        assert cell.answer.span.of(text) == cell.answer.text
        begins = page.text_of(cell.anchor)
        assert begins
        assert visible(cell.answer.text).startswith(begins) or begins.startswith(visible(cell.answer.text))


def test_every_quoted_answer_is_the_capture_s_text(event: tuple[Record, Page]) -> None:
    record, page = event
    index = Index(record)
    texts = {cell.anchor: visible(" ".join(cell.answer.text.split())) for cell in index.cell_of.values()}
    links = page.tree.xpath("//table[@class='ans']//a[contains(@class,'w ')]")
    assert len(links) >= len(texts) * 0.5
    for link in links:
        shown = link.text_content()
        words = texts[link.get("href")[1:]]
        assert shown == words or (shown.endswith("…") and words.startswith(shown[:-1]))


def test_the_reader_shows_the_whole_capture(event: tuple[Record, Page]) -> None:
    record, page = event
    index = Index(record)
    for account in index.accounts:
        paragraphs = page.tree.xpath(f"//article[@id='{account.anchor}']//div[@class='pr']/p[@dir]")
        shown = "".join("".join(p.itertext()) for p in paragraphs)
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", visible(account.reading.capture.text))


def test_every_question_has_its_row_and_every_facet_its_reason(event: tuple[Record, Page]) -> None:
    record, page = event
    index = Index(record)
    names = set(page.ids())
    for point in record.points:
        assert index.question(point) in names
        assert {f"{index.question(point)}-{facet}" for facet in point.standing} <= names


def test_the_same_record_gives_the_same_page(event: tuple[Record, Page]) -> None:
    record, page = event
    assert Page(record).source == page.source
