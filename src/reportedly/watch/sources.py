"""Which feeds are watched: addresses, and lists of them in OPML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from reportedly.model.errors import ReportedlyError

LARGEST = 4 * 2**20  # bytes of a list
WEB = ("http://", "https://")


class SourceError(ReportedlyError):
    """Something to watch that is no feed's address and no list of feeds."""


def feeds(named: Sequence[str]) -> tuple[str, ...]:
    """The addresses of feeds, each once, in order: those given, and those in files of OPML. Raises `SourceError`."""
    found = [url for name in named for url in ([name] if name.lower().startswith(WEB) else _listed(Path(name)))]
    if not found:
        raise SourceError("no feed to watch; give the address of one, or an OPML file that names some")
    return tuple(dict.fromkeys(found))


def _listed(place: Path) -> Iterator[str]:
    """The feeds that an OPML file names. Entities are never resolved: a list that declares some is not read."""
    try:
        with place.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as fault:
        raise SourceError(f"{place}: cannot be read ({fault.strerror}); give an OPML file or a URL") from fault
    if len(content) > LARGEST or b"<!entity" in content.lower():
        raise SourceError(f"{place}: too long, or it declares entities; export the list of feeds again")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise SourceError(f"{place}: no OPML ({fault}); export the list of feeds again") from fault
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        if url.lower().startswith(WEB):
            yield url
