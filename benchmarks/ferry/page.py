"""An account set into a page as a browser saves it; its marks are moved to where the page's text has them."""

from __future__ import annotations

import dataclasses
import html
import itertools
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from benchmarks.corpus.account import Account
from benchmarks.corpus.gold import BLOCKS
from benchmarks.corpus.marks import Mark
from reportedly.read.html_text import Rendering, render

SLOT = re.compile(r"\{\{(\d+)\}\}")
SIGN = re.compile("[\ue000-\uf8ff]")  # private use: no account holds one
FIRST_SIGN = 0xE000
BULLET = "• "  # a page draws its own
APART = ("ad", "caption")  # what a line of text holds beside others stands by itself on a page
CLUTTER = {  # what our two pages hold beside their story, by class or element
    "title": "header",
    "cookie-banner": "header",
    "masthead": "header",
    "updated": "header",
    "site-nav": "navigation",
    "breadcrumb": "navigation",
    "share-tools": "navigation",
    "newsletter": "navigation",
    "comments-head": "navigation",
    "site-footer": "navigation",
    "promo": "ad",
    "more-stories": "related",
}


class PageError(ValueError):
    """A page's text is not its account's: a slot is missing, or the signs disturbed the white space."""


def lines(account: Account) -> list[str]:
    """The account's lines, with a sign of its own at the start and end of each mark."""
    signs: dict[int, list[tuple[int, int, str]]] = {}
    for number, mark in enumerate(account.marks):
        start, end = chr(FIRST_SIGN + 2 * number), chr(FIRST_SIGN + 2 * number + 1)
        signs.setdefault(mark.start, []).append((1, -mark.end, start))
        parted = mark.tag in APART and account.text[mark.end] != "\n"
        signs.setdefault(mark.end, []).append((0, -mark.start, end + "\n" * parted))
    edges = sorted({0, *signs, len(account.text)})
    text = "".join(sign for _, _, sign in sorted(signs.get(0, [])))
    for one, other in itertools.pairwise(edges):
        text += account.text[one:other] + "".join(sign for _, _, sign in sorted(signs.get(other, [])))
    return [line.strip() for line in text.split("\n") if SIGN.sub("", line).strip()]


def filled(template: str, account: Account) -> str:
    """The page with the account's lines in its slots, `{{0}}` for the first; every line must have one."""
    texts = [html.escape(line, quote=False).replace(BULLET, "", line.startswith(BULLET)) for line in lines(account)]
    slots = [int(slot[1]) for slot in SLOT.finditer(template)]
    if sorted(slots) != list(range(len(texts))):
        raise PageError(f"{account.doc}: slots {sorted(set(range(len(texts))) ^ set(slots))}")
    return SLOT.sub(lambda slot: texts[int(slot[1])], template)


def clutter(page: Rendering) -> Iterator[Mark]:
    """A mark for each line, or part of one, that belongs to what stands beside the story."""
    told = [(kind_of(piece.element), piece.start, piece.end) for piece in page.pieces]
    open_mark: Mark | None = None
    for kind, start, end in told:
        joined = open_mark and open_mark.tag == kind and "\n" not in page.text[open_mark.end : start]
        if joined and open_mark:
            open_mark = Mark(open_mark.tag, open_mark.start, end, ())
            continue
        if open_mark:
            yield open_mark
        open_mark = Mark(kind, start, end, ()) if kind else None
    if open_mark:
        yield open_mark


def kind_of(element: HtmlElement) -> str | None:
    """What kind of clutter an element belongs to; None for the story."""
    for above in (element, *element.iterancestors()):
        for name in (above.tag, *above.get("class", "").split()):
            if name in CLUTTER:
                return CLUTTER[name]
    return None


def set_into(template: str, account: Account, doc: str) -> tuple[str, Account]:
    """The page's markup, and the account as that page tells it: its text is html-text.v1's, its marks lie there."""
    signed = filled(template, account)
    markup = SIGN.sub("", signed)
    page = render(markup)
    text: list[str] = []
    edges: dict[int, int] = {}
    for character in render(signed).text:
        if SIGN.match(character):
            edges[ord(character) - FIRST_SIGN] = len(text)
        else:
            text.append(character)
    if "".join(text) != page.text:
        raise PageError(f"{doc}: the signs disturb its text")
    moved = [
        dataclasses.replace(mark, start=edges[2 * number], end=edges[2 * number + 1])
        for number, mark in enumerate(account.marks)
    ]
    labelled = [mark for mark in moved if mark.tag in BLOCKS]
    beside = [mark for mark in clutter(page) if not any(mark.start < m.end and m.start < mark.end for m in labelled)]
    return markup, Account(doc, account.head, page.text, [*moved, *beside], account.notes)
