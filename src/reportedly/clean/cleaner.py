"""The stage of this room."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.clean.byline import bylines
from reportedly.clean.corrections import Corrections
from reportedly.clean.genre import Genres
from reportedly.clean.language import language
from reportedly.clean.outlet import Houses
from reportedly.clean.page import page_blocks
from reportedly.clean.page_facts import PageFacts, page_facts, url_day
from reportedly.clean.plain import PlainBlocks
from reportedly.clean.publication import Publications
from reportedly.clean.title import title_of, titled
from reportedly.model.article import STORY, Article, Block
from reportedly.model.capture import Capture
from reportedly.model.ids import content_id
from reportedly.read.html_text import render

READ = frozenset((None, "en"))  # languages that extract/ reads; None is a text too short to tell


class Cleaner:
    """A capture understood as a page. Labels, never deletes: the blocks cover all that is not blank."""

    name = "clean.v1"

    def __init__(self) -> None:
        self._plain = PlainBlocks()
        self._published = Publications()
        self._houses = Houses()
        self._genres = Genres()
        self._corrections = Corrections()

    def __call__(self, capture: Capture) -> Article:
        """The article of one capture; one in a language that is not read keeps its blocks and its dates."""
        facts, blocks = self._seen(capture)
        title = title_of(capture, blocks, facts)
        if capture.markup is not None:
            blocks = titled(blocks, title)
        house = self._houses(capture, blocks, facts)
        code = language(_story(capture.text, blocks))
        return Article(
            id=content_id("article", capture.id),
            capture=capture.id,
            language=code,
            read=code in READ,
            title=title,
            byline=facts.authors or bylines(capture.text, blocks),
            outlet=house.outlet,
            carried_by=house.carried_by,
            wire=house.wire,
            genre=self._genres(capture.text, blocks, facts, house.outlet),
            published=self._published(capture, blocks, facts.dates),
            blocks=blocks,
            canonical=facts.canonical or capture.url,
            corrections=self._corrections(capture.text, blocks),
        )

    def _seen(self, capture: Capture) -> tuple[PageFacts, tuple[Block, ...]]:
        """What the page declares, and its blocks."""
        if capture.markup is None:
            day = url_day(capture.url)
            return PageFacts(dates=(day,) if day else ()), self._plain(capture.text)
        page = render(capture.markup)
        facts = page_facts(page.tree, capture.url) if page.tree is not None else PageFacts()
        return facts, page_blocks(page)


def _story(text: str, blocks: Sequence[Block]) -> str:
    return " ".join(block.span.of(text) for block in blocks if block.kind in STORY) or text
