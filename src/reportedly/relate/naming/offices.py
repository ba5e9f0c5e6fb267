"""Sources named by their office alone ("the minister"): whom the same page, else the story, names with that office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.names import OWNER, one_bearer
from reportedly.relate.naming.relinked import Renamed, leads, relinked
from reportedly.relate.terms import content_stems, plain, stem
from reportedly.vocabulary import listed, table

Office = frozenset[str]
Holders = frozenset[tuple[str, Office]]
SOON = 700  # code points within which a lead's "a prosecutor" is named


def with_holders(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that names but an office naming who holds it, if that is one person there."""
    pages = [_holders(_named(reading)) for reading in readings]
    story = _holders(pair for reading in readings for pair in _named(reading))
    return tuple(relinked(r, _by(r, page, story)) for r, page in zip(readings, pages, strict=True))


def _by(reading: Reading, page: Holders, story: Holders) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        if _indefinite(link):
            soon = _named_soon(reading, link, page)
            return (soon, "an office named soon after") if soon is not None else None
        above = _just_above(reading, link, page)
        if above is not None:
            return above, "the office holder just named"
        holder = _holder(link, page, story)
        return (holder, "office held by one person") if holder is not None else None

    return renamed


def _just_above(reading: Reading, link: Link, page: Holders) -> str | None:
    """Whom "the high official" means: the one holder of an office whom the words before it name."""
    if link.span is None or (link.name or "").lower() not in listed("titles", "epithets"):
        return None
    holders = {name for name, _ in page}
    near = (m for m in reading.names if link.span.start - SOON < m.span.start < link.span.start)
    return one_bearer({m.name for m in near if m.name in holders})


def _indefinite(link: Link) -> bool:
    return (link.name or "").lower().startswith(("a ", "an "))


def _named_soon(reading: Reading, link: Link, page: Holders) -> str | None:
    """Whom a lead's "a prosecutor" introduces: the one person of the page with that office, first named just below."""
    office = (_office(link.name) or frozenset()) & (_listed("sole") | _listed("ranks")) if link.name else None
    if not office or link.span is None or not leads(reading, link.span):
        return None
    holder = one_bearer({name for name, held in page if held & office})
    if holder is None:
        return None
    first = min((m.span.start for m in reading.names if m.name == holder), default=0)
    return holder if link.span.end < first < link.span.end + SOON else None


def _named(reading: Reading) -> Iterator[tuple[str, str]]:
    """Persons with the words that tell their office."""
    persons = {mention.name for mention in reading.names if mention.kind == "person"}
    for mention in reading.names:
        for role in mention.roles if mention.kind == "person" else ():
            yield mention.name, role.text
        title, _, rest = mention.name.partition(" ")
        if mention.kind == "person" and rest and stem(plain(title)) in _listed("sole"):
            yield mention.name, title
    for statement in reading.statements:
        for link in statement.attribution:
            if link.name in persons and link.described:
                yield link.name, link.described


def _holders(named: Iterable[tuple[str, str]]) -> Holders:
    """Who is named with each office."""
    told = ((name, _office(words, name.removeprefix(words))) for name, words in named)
    return frozenset((name, office) for name, office in told if office is not None)


def _office(words: str, name: str = "") -> Office | None:
    """The content words of an office, without the bearer's name; None where they tell no office of one holder.

    "The president's aide" tells the office of an aide, "Lindmark's transport minister" that of a minister there.
    """
    told = words.split(",", maxsplit=1)[0]
    owner = OWNER.match(told)
    if owner is not None and not _ranked(told[owner.end(1) :], name):
        return None
    kept = _ranked(told, name)
    if kept is None or owner is None:
        return kept
    return kept - (frozenset(content_stems(owner[1])) & (_listed("sole") | _listed("ranks")))


def _ranked(words: str, name: str) -> Office | None:
    spelled = " ".join(table("titles")["short"].get(plain(word).rstrip("."), word) for word in words.split())
    kept = frozenset(content_stems(spelled)) - frozenset(content_stems(name))
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
    for known in (page, story) if office & _listed("sole") or len(office) > 1 else (page,):
        holders = {name for name, held in known if held == office} or {n for n, h in known if _like(office, h)}
        if holders:
            return one_bearer(holders)
    return one_bearer({name for name, held in page if _may_be(office, held)})


def _may_be(office: Office, held: Office) -> bool:
    """Whether two offices may be one: they share the word for it, and none is another's deputy or prime."""
    set_apart = (office ^ held) & _listed("apart")
    return bool(office & held & (_listed("sole") | _listed("ranks"))) and not set_apart


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
