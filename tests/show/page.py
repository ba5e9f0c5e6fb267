"""A report, taken apart by a parser, so that tests can ask about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from reportedly.model.record import Record
from reportedly.show.report import report

LOADING = ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping")


class Page:
    """The parsed page and its source."""

    def __init__(self, record: Record) -> None:
        self.source = report(record)
        self.tree: HtmlElement = lxml.html.document_fromstring(self.source)

    def ids(self) -> list[str]:
        return [str(name) for name in self.tree.xpath("//@id")]

    def targets(self) -> list[str]:
        return [str(href) for href in self.tree.xpath("//@href")]

    def elements(self) -> Iterator[HtmlElement]:
        return (each for each in self.tree.iter() if isinstance(each.tag, str))

    def loads(self) -> list[str]:
        """Whatever a browser would fetch or send somewhere."""
        found = [f"{e.tag}[{a}]" for e in self.elements() for a in e.attrib if a.lower() in LOADING]
        found += [e.tag for e in self.elements() if e.tag in ("link", "iframe", "object", "embed", "img", "base")]
        found += re.findall(r"url\((?!#)[^)]*\)|@import[^;]*", self.style())
        return found

    def handlers(self) -> list[str]:
        return [f"{e.tag}[{a}]" for e in self.elements() for a in e.attrib if a.lower().startswith("on")]

    def style(self) -> str:
        return "\n".join(self.tree.xpath("//style/text()"))

    def at(self, name: str) -> HtmlElement:
        (found,) = self.tree.xpath(f'//*[@id="{name}"]')
        return found

    def text_of(self, name: str) -> str:
        return str(self.at(name).text_content())
