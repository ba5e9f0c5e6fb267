"""The visible text of a page, always the same from the same markup: the renderer `html-text.v1`.

Every offset into an HTML capture counts in this text, so its rules never change under this name:

- the page's `<title>` comes first, on a line of its own, as the window shows it;
- scripts, styles, templates, embedded objects and elements marked hidden give nothing, but where a page hides
  nearly all of its text, which a script would show, what is hidden is written too;
- runs of white space become one space, but for `<pre>`; a no-break space is a character like any other;
- an element that is a block begins and ends a line, a paragraph-like one leaves an empty line as well;
- `<br>` ends a line; table cells of one row are parted by a tab.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from reportedly.vocabulary import table

VERSION = "html-text.v1"
ELEMENTS = table("html_text")
UNSEEN, APART, BLOCK, CELL = (frozenset(ELEMENTS[part]) for part in ("unseen", "apart", "block", "cell"))
SPACE = re.compile(r"[ \t\n\r\f]+")
CURTAIN = 1000  # a page that shows fewer code points may hide all its text until a script has run …
HIDDEN_SHARE = 0.25  # … which it does when it shows less than this share of it
CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of rendered text, `start` to `end`, and the element whose text (or whose child's tail) it is."""

    start: int
    end: int
    element: HtmlElement


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page's visible text with the elements it came from, and what the parser had to give up."""

    text: str
    pieces: tuple[Piece, ...]
    tree: HtmlElement | None
    faults: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def render(markup: str) -> Rendering:
    """The visible text of some HTML; the last pages are kept, since reading and cleaning ask for the same one."""
    content = markup.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf8", "replace")
    parser = HTMLParser(encoding="utf8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(content, parser) if content.strip() else None
    except etree.XMLSyntaxError as fault:
        return Rendering("", (), None, (str(fault),))
    if tree is None:
        return Rendering("", (), None, ("it holds no element",))
    paper = _Paper()
    _write(tree, paper, open_all=False)
    if paper.length < CURTAIN:
        bare = _Paper()
        _write(tree, bare, open_all=True)
        paper = bare if paper.length < HIDDEN_SHARE * bare.length else paper
    return Rendering("".join(paper.parts), tuple(paper.pieces), tree, _faults(parser))


@dataclass(slots=True)
class _Paper:
    """Text being written, with the breaks that are owed before the next word."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    owed: str = ""
    space: bool = False  # the text so far ends in a space that is only written if a word follows

    def break_line(self, owed: str) -> None:
        if self.length and (len(owed), owed) > (len(self.owed), self.owed):
            self.owed = owed

    def write(self, words: str, element: HtmlElement) -> None:
        """Flowing text: white space collapses, and none begins or ends a line."""
        flowing = SPACE.sub(" ", words)
        bare = flowing.strip(" ")
        if not bare:
            self.space = self.space or bool(flowing)
            return
        before = self.owed or (" " if self.length and (self.space or flowing[0] == " ") else "")
        self.put(before, bare, element)
        self.space = flowing[-1] == " "

    def put(self, before: str, words: str, element: HtmlElement) -> None:
        self.parts += (before, words)
        start = self.length + len(before)
        self.length = start + len(words)
        self.pieces.append(Piece(start, self.length, element))
        self.owed, self.space = "", False


def _write(tree: HtmlElement, paper: _Paper, *, open_all: bool) -> None:
    preformatted = 0
    skipped: HtmlElement | None = None
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in UNSEEN or (not open_all and _hidden(element, tag)):
                skipped = element
                walk.skip_subtree()
                continue
            _begin(tag, paper)
            preformatted += tag == "pre"
            words, host = element.text, element
        else:
            if element is not skipped:
                preformatted -= tag == "pre"
                _end(tag, paper)
            words = element.tail
            host = element.getparent() if words else element
        if words:
            _put_words(words, element if host is None else host, paper, preformatted > 0)


def _put_words(words: str, element: HtmlElement, paper: _Paper, preformatted: bool) -> None:
    if not preformatted:
        paper.write(words, element)
    elif words.strip():
        lines = words.replace("\r\n", "\n").strip("\n")
        paper.put(paper.owed, lines, element)


def _begin(tag: str, paper: _Paper) -> None:
    if tag in APART:
        paper.break_line("\n\n")
    elif tag in BLOCK:
        paper.break_line("\n")
    elif tag in CELL:
        paper.break_line("\t")


def _end(tag: str, paper: _Paper) -> None:
    if tag in APART:
        paper.break_line("\n\n")
    elif tag in BLOCK and tag != "br":
        paper.break_line("\n")


def _hidden(element: HtmlElement, tag: str) -> bool:
    attributes = element.attrib
    if not attributes or tag in ("html", "body"):  # many pages hide all until a script has run
        return False
    return "hidden" in attributes or bool(CONCEALED.search(attributes.get("style", "")))


def _faults(parser: HTMLParser) -> tuple[str, ...]:
    cut = {
        entry.message for entry in parser.error_log if entry.type_name in ("ERR_NAME_TOO_LONG", "ERR_RESOURCE_LIMIT")
    }
    return tuple(sorted(cut))
