"""What a page says of itself: title, authors, outlet, address, dates, by JSON-LD, meta elements and its own markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reportedly.clean.linked_data import Thing, articles, genre_type, names, word
from reportedly.grammar.edtf import when
from reportedly.model.article import Evidence, EvidenceRole
from reportedly.vocabulary import table

ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d:?\d\d)(?::?\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")
URL_DAY = re.compile(r"[/=_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.?&-]|$)")
SPACE = re.compile(r"\s+")
DATES = ("datePublished", "uploadDate", "coverageStartTime", "dateModified")  # of schema.org, most trusted first


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page declares; each part empty where it does not. `genre` is what its type of schema.org says."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    canonical: str | None = None
    dates: tuple[Evidence, ...] = ()
    genre: str | None = None


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """What the page with this tree, fetched from `url`, says of itself."""
    known = articles(tree)
    meta = _meta(tree)
    canonical = _canonical(tree, meta, known, url)
    return PageFacts(
        titles=tuple(dict.fromkeys(_clean((*(t.get("headline") for t in known), *_listed(meta, "title"))))),
        authors=tuple(dict.fromkeys(_authors(known, meta))),
        outlet=next(
            iter(_clean((*(n for t in known for n in names(t.get("publisher"))), *_listed(meta, "outlet")))), None
        ),
        canonical=canonical,
        dates=tuple(_dates(known, meta, tree, canonical or url)),
        genre=next((genre for thing in known if (genre := genre_type(thing))), None),
    )


def url_day(url: str | None) -> Evidence | None:
    """The day that an address holds, `/2031/03/05/`, if it does."""
    found = URL_DAY.search(url) if url else None
    if not found or url is None:
        return None
    says = "-".join(found.groups())
    return Evidence("url", "publication", url, None, says) if _is_date(says) else None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Contents of meta elements by their name, property or itemprop in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or element.get("datetime") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _listed(meta: Mapping[str, str], part: str) -> Iterator[str]:
    return (meta[name] for name in table("page_facts")["meta"][part] if name in meta)


def _clean(words: Iterable[object]) -> Iterator[str]:
    for value in words:
        plain = SPACE.sub(" ", value).strip() if isinstance(value, str) else ""
        if plain:
            yield plain


def _canonical(tree: HtmlElement, meta: Mapping[str, str], known: Iterable[Thing], url: str | None) -> str | None:
    linked = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    said = (*linked, *_listed(meta, "canonical"), *(word(thing.get("url")) for thing in known))
    whole = (urljoin(url or "", href.strip()) for href in said if href and href.strip())
    return next((address for address in whole if address.startswith(("http://", "https://"))), None)


def _authors(known: Iterable[Thing], meta: Mapping[str, str]) -> Iterator[str]:
    nobody = re.compile(table("page_facts")["byline"]["not_a_name"], re.I)
    declared = [name for thing in known for name in names(thing.get("author"))]
    for name in _clean(declared or _listed(meta, "author")):
        for part in re.split(
            r"\s*(?:;|,| and | & | und | et )\s*", re.sub(r"^(?:by|von|par|por)\s+", "", name, flags=re.I)
        ):
            if 2 < len(part) < 60 and not nobody.match(part):
                yield part


def _dates(known: Iterable[Thing], meta: Mapping[str, str], tree: HtmlElement, url: str | None) -> Iterator[Evidence]:
    listed = table("page_facts")["meta"]
    things = list(known)
    for key in DATES:
        for thing in things:
            yield from _said(word(thing.get(key)), key, "update" if key == "dateModified" else "publication")
    for name in listed["published"]:
        yield from _said(meta.get(name), name, "publication")
    yield from _timed(tree)
    for name in listed["updated"]:
        yield from _said(meta.get(name), name, "update")
    day = url_day(url)
    if day:
        yield day


def _timed(tree: HtmlElement) -> Iterator[Evidence]:
    """The first `<time>` of the page that is machine-readable and says it is of publication, else simply the first."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [t for t in times if "publ" in f"{t.get('itemprop')} {t.get('class')} {t.get('pubdate')}".lower()]
    for element in (marked or times)[:1]:
        yield from _said(element.get("datetime"), "time", "publication")


def _said(value: str | None, key: str, role: EvidenceRole) -> Iterator[Evidence]:
    found = ISO.match(value.strip()) if value else None
    if found and value:
        day = "-".join(found.group(1, 2, 3))
        clock = f"T{found[4]}{found[5] or ''}" if found[4] else ""
        says = day + clock if _is_date(day + clock) else day
        if _is_date(says):
            yield Evidence("metadata", role, f"{key}: {value.strip()}", None, says)


def _is_date(says: str) -> bool:
    try:
        return when(says).days == 1
    except ValueError:
        return False
