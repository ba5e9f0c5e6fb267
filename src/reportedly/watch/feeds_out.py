"""The news as feeds that any reader takes: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from lxml import etree

from reportedly.watch.news import News

ATOM = "http://www.w3.org/2005/Atom"
MOST = 200  # entries of a feed, the newest first
NAME = "What is new in the record"
CONTROL = dict.fromkeys({*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {9, 10}, " ")  # not of XML 1.0


def atom(told: Sequence[News], identity: str) -> bytes:
    """An Atom document; `identity` is the record's own, and makes the feed's id."""
    newest = told[::-1][:MOST]
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # the stubs know no default
    _put(root, "title", NAME)
    _put(root, "id", f"urn:reportedly:{identity}")
    _put(root, "updated", newest[0].told if newest else "1970-01-01T00:00:00+00:00")
    _put(_put(root, "author", ""), "name", "reportedly")
    for each in newest:
        entry = _put(root, "entry", "")
        _put(entry, "title", headline(each))
        _put(entry, "id", f"urn:reportedly:{each.id}")
        _put(entry, "updated", each.told)
        etree.SubElement(entry, f"{{{ATOM}}}category", term=each.kind)
        if each.url:
            etree.SubElement(entry, f"{{{ATOM}}}link", href=_address(each.url), rel="alternate")
        _put(entry, "content", words(each)).set("type", "text")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def json_feed(told: Sequence[News]) -> bytes:
    """A JSON Feed document."""
    items = [
        {
            "id": f"urn:reportedly:{each.id}",
            "title": headline(each),
            "content_text": words(each),
            "date_published": each.told,
            "tags": [each.kind, *each.standing],
            **({"external_url": _address(each.url)} if each.url else {}),
        }
        for each in told[::-1][:MOST]
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": NAME, "items": items}
    return json.dumps(feed, ensure_ascii=False, indent=1).encode("utf8", "replace")


def headline(each: News) -> str:
    """The news in one line: kind, words, question."""
    return f"{each.kind}: {each.question}" if each.kind == "question" else f"{each.kind}: {each.what} · {each.question}"


def words(each: News) -> str:
    """The news with on whose word it rests and where that stands."""
    lines = [headline(each)]
    lines += [f"on the word of {each.origin}"] if each.origin else []
    where = " · ".join(part for part in (each.outlet, each.title, each.published) if part)
    lines += [line for line in (where, ", ".join(each.standing), each.url) if line]
    return "\n".join(lines)


def _put(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = _xml(text)
    return child


def _address(url: str) -> str:
    """What a page gave as its address, with signs that no address holds written as their codes."""
    return quote(_xml(url), safe="%/:=&?~#+!$,;'@()*[]", errors="replace")


def _xml(text: str) -> str:
    return text.translate(CONTROL)
