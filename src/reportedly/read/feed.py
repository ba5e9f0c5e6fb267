"""RSS, Atom and JSON Feed: every item that carries text is a capture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.problems import problem
from reportedly.read.rows import row_captures
from reportedly.read.source import HEAD, Source

ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")
JSON_FEED = b"jsonfeed.org/version"
FIELDS = {  # of an item: the elements that may hold it, the fullest first, without their namespaces
    "id": ("guid", "id"),
    "url": ("link", "origLink"),
    "title": ("title",),
    "published": ("published", "pubDate", "date", "issued", "updated"),
    "html": ("encoded", "content", "description", "summary"),
}
Row = dict[str, str | None]


class Feed:
    """A feed's document. Entities are never resolved: a feed that declares some is not read."""

    name = "feed"

    def recognises(self, source: Source) -> bool:
        """Its root is that of RSS, Atom or RDF, or it names the version of JSON Feed."""
        head = source.head.lower()
        opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return JSON_FEED in head or (opening.startswith((b"<?xml", *ROOTS)) and any(root in head for root in ROOTS))

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture an item, or the reason why the feed cannot be read."""
        content = source.content()
        try:
            items = feed_items(content)
        except (ValueError, RecursionError, etree.XMLSyntaxError) as fault:
            yield problem(source.name, "broken feed", f"{fault}; fetch it again")
            return
        if not items:
            yield problem(source.name, "empty feed", "it holds no item")
        for number, item in enumerate(items, start=1):
            yield from row_captures(item, source.name, number)


def feed_items(content: bytes) -> list[Row]:
    """The items of a feed's document, as rows; raises what its parser raises (`ValueError`, `XMLSyntaxError`)."""
    return list(_json_items(content) if JSON_FEED in content[:HEAD] else _xml_items(content))


def _xml_items(content: bytes) -> Iterator[Row]:
    if b"<!ENTITY" in content or b"<!entity" in content:
        raise ValueError("it declares entities, which no feed needs and no reader here resolves")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    root = etree.fromstring(content, parser)
    outlet = (
        _text(root.find("{*}channel/{*}title")) or _text(root.find("{*}title")) or _text(root.find("channel/title"))
    )
    for element in root.iter("{*}item", "{*}entry"):
        row = {field: _first(element, names) for field, names in FIELDS.items()}
        row["published"] = _edtf(row["published"])
        yield {**row, "outlet": outlet}


def _first(item: etree._Element, names: tuple[str, ...]) -> str | None:
    for name in names:
        for child in item.iterchildren(f"{{*}}{name}"):
            words = child.get("href") if name == "link" and child.get("href") else _text(child)
            if words and child.get("rel", "alternate") == "alternate":
                return words
    return None


def _text(element: etree._Element | None) -> str | None:
    """The text in an element; of embedded XHTML its markup."""
    if element is None:
        return None
    if len(element):
        return etree.tostring(element, encoding="unicode", with_tail=False)
    return (element.text or "").strip() or None


def _json_items(content: bytes) -> Iterator[Row]:
    feed = json.loads(content)
    for item in feed.get("items", ()) if isinstance(feed, dict) else ():
        if isinstance(item, dict):
            row = {key: item.get(key) for key in ("id", "url", "title")}
            text, html = item.get("content_text"), item.get("content_html")
            published = _edtf(item.get("date_published"))
            yield {**row, "text": text, "html": html, "published": published, "outlet": feed.get("title")}


def _edtf(words: object) -> str | None:
    """A date of RFC 822 as EDTF; any other string as it is."""
    if not isinstance(words, str) or not words:
        return None
    try:
        return parsedate_to_datetime(words).isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # a day of twenty digits
        return words
