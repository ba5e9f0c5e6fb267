"""Sources named by their office alone ("the minister"): whom the same page, else the story, names with that office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.names import one_bearer
from reportedly.relate.naming.relinked import Renamed, relinked
from reportedly.relate.terms import content_stems, plain, stem
from reportedly.vocabulary import table

Office = frozenset[str]
Holders = frozenset[tuple[str, Office]]


def with_holders(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that names but an office naming who holds it, if that is one person there."""
    pages = [_holders(_named(reading)) for reading in readings]
    story = _holders(pair for reading in readings for pair in _named(reading))
    return tuple(relinked(r, _by(page, story)) for r, page in zip(readings, pages, strict=True))


def _by(page: Holders, story: Holders) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        holder = _holder(link, page, story)
        return (holder, "office held by one person") if holder is not None else None

    return renamed


def _named(reading: Reading) -> Iterator[tuple[str, str]]:
    """Persons with the words that tell their office."""
    persons = {mention.name for mention in reading.names if mention.kind == "person"}
    for mention in reading.names:
        for role in mention.roles if mention.kind == "person" else ():
            yield mention.name, role.text
    for statement in reading.statements:
        for link in statement.attribution:
            if link.name in persons and link.described:
                yield link.name, link.described


def _holders(named: Iterable[tuple[str, str]]) -> Holders:
    """Who is named with each office."""
    return frozenset((name, office) for name, words in named if (office := _office(words, name)) is not None)


def _office(words: str, name: str = "") -> Office | None:
    """The content words of an office, without the bearer's name; None where they tell no office of one holder."""
    kept = frozenset(content_stems(words.split(",", maxsplit=1)[0])) - frozenset(content_stems(name))
    return kept if kept & (_listed("sole") | _listed("ranks")) else None


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("titles")["office"][group].split())


def _holder(link: Link, page: Holders, story: Holders) -> str | None:
    if link.name is None or link.anonymous or link.name.endswith("s"):  # "ministers" are no one
        return None
    office = _office(link.name)
    if office is None or len(office) > len(link.name.split()) or _bearer(link.name):
        return None
    for known in (page, story) if office & _listed("sole") else (page,):
        holders = {name for name, held in known if held == office} or {n for n, h in known if _like(office, h)}
        if holders:
            return one_bearer(holders)
    return one_bearer({name for name, held in page if held & office})


def _like(office: Office, held: Office) -> bool:
    """Whether one office is told by some of the other's words: "the minister", "Lindmark's transport minister" and
    "the transport minister"."""
    both = office & held
    if not both & (_listed("sole") | _listed("ranks")):
        return False
    return both == office or (both == held and len(held) > 1)


def _bearer(name: str) -> bool:
    """Whether the words go on with a name ("Minister Ada Krall"): then the office is not all that they tell."""
    told = _listed("sole") | _listed("ranks")
    return any(word[:1].isupper() and stem(plain(word)) not in told for word in name.split()[1:]) and (
        " of " not in name
    )
