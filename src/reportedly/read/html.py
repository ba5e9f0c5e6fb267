"""Saved web pages: offsets count in the text of the renderer `html-text.v1`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.capture import NOTHING_GIVEN, Capture, Given, capture_id
from reportedly.model.problem import Problem
from reportedly.read.encoding import UndecodableError, decode
from reportedly.read.html_text import render
from reportedly.read.limits import LONGEST_TEXT
from reportedly.read.problems import problem
from reportedly.read.source import Source

OPENING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
ELEMENTS = re.compile(rb"<(?:html|head|body|meta|div|p|h1|article|script)\b[^>]*>", re.I)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
NAMES = (".html", ".htm", ".xhtml")
MARK = b"\xef\xbb\xbf"


class Html:
    """A page as a browser saves it."""

    name = "HTML"

    def recognises(self, source: Source) -> bool:
        """It opens like a page, or is named like one and holds elements."""
        head = source.head.removeprefix(MARK)
        wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")  # UTF-16: look at it without the zeros between
        head = head[2:].replace(b"\0", b"") if wide else head
        return bool(OPENING.match(head)) or (source.suffix in NAMES and bool(ELEMENTS.search(head)))

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture, or the reason why there is none."""
        yield from page_captures(source.content(), source.name, None)


def page_captures(
    content: bytes,
    path: str,
    declared: str | None,
    *,
    url: str | None = None,
    captured: str | None = None,
) -> Iterator[Capture | Problem]:
    """The capture of a page's bytes; `declared` is the charset that whoever sent the page named, if any."""
    try:
        decoded = decode(content, declared or _declared(content))
    except UndecodableError as fault:
        yield problem(path, "not text", f"{fault}; save the page again, as UTF-8")
        return
    if decoded.doubt:
        yield problem(path, "encoding guessed", f"{decoded.doubt}; save the page as UTF-8 to be sure")
    yield from markup_captures(decoded.text, capture_id(content, url or path, None), path, url=url, captured=captured)


def markup_captures(
    markup: str,
    identity: str,
    path: str,
    *,
    row_id: str | None = None,
    url: str | None = None,
    captured: str | None = None,
    given: Given = NOTHING_GIVEN,
) -> Iterator[Capture | Problem]:
    """The capture of a page's markup, with a problem beside it where the parser had to give part of it up."""
    if len(markup) > LONGEST_TEXT:
        yield problem(path, "page too long", f"{len(markup)} characters of markup, more than {LONGEST_TEXT}")
        return
    page = render(markup)
    if page.faults:
        yield problem(path, "page cut short", f"{'; '.join(page.faults)}; what stands before that was read")
    if page.text.strip():
        yield Capture(identity, path, row_id, "text/html", page.text, url, captured, given, markup)
    else:
        yield problem(path, "empty page", "it shows no text; was it saved before its script had run?")


def _declared(content: bytes) -> str | None:
    found = CHARSET.search(content[:4096])
    name = found[1].decode("ascii") if found else None
    return "utf-8" if name and name.lower().startswith("utf-16") else name  # so says the HTML standard
