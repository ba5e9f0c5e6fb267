"""Sources named by what they are alone ("the airline"): the one body that the page, else the story, calls so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from reportedly.model.mention import NameKind, NameMention
from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.names import one_bearer, same_name
from reportedly.relate.naming.relinked import Renamed, leads, relinked
from reportedly.relate.terms import plain
from reportedly.vocabulary import listed, table

WORD = re.compile(r"[^\W_]+")
ASIDE = 60  # code points of an apposition that may stand before the noun: "Selvar Lines, the ferry's troubled operator"
BEFORE = re.compile(r"([^\W_]+)(,?) $")
INDEFINITE = re.compile(r"an? (?:[\w-]+ ){0,2}?(\w+)(?: of [a-z ]+)?", re.IGNORECASE)
SOON = 700  # code points within which a lead's "a committee" is named
NEAR = 300  # code points before a link in which a body was just named

Called = frozenset[tuple[str, str]]
Kinds = Mapping[str, Counter[NameKind | None]]


def with_bodies(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that only says what kind of body speaks naming the one body that is called so there."""
    kinds = _kinds(readings)
    pages = [_called(reading, kinds) for reading in readings]
    story = frozenset(pair for page in pages for pair in page)
    return tuple(relinked(r, _by(r, page, story, kinds)) for r, page in zip(readings, pages, strict=True))


def _kinds(readings: Sequence[Reading]) -> Kinds:
    """Of what kind each name is taken to be in a story, and how often."""
    found: dict[str, Counter[NameKind | None]] = {}
    for reading in readings:
        for mention in reading.names:
            found.setdefault(mention.name, Counter())[mention.kind] += 1
    return found


def _by(reading: Reading, page: Called, story: Called, kinds: Kinds) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        noun = _noun(link)
        if noun is None:
            soon = _named_soon(reading, link, kinds)
            if soon is not None:
                return soon, "a body named soon after"
            said = _akin_to(reading, link, kinds)
            return (said, "the one body of its kind") if said is not None else None
        just = _just_named(reading, link, noun, kinds)
        if just is not None:
            return just, "the one body just named"
        alone = None if _by_noun(page, noun) else _alone(reading, link, noun, kinds)
        if alone is not None:
            return alone, "the one body of its kind"
        one = one_bearer(_by_noun(page, noun) or _by_noun(story, noun))
        return (one, "the one body called so") if one is not None else None

    return renamed


def _by_noun(known: Called, noun: str) -> set[str]:
    return {name for name, called in known if called == noun}


def _just_named(reading: Reading, link: Link, noun: str, kinds: Kinds) -> str | None:
    """The one body that the words before a link name, if it can be called so: no ministry is a company."""
    if link.span is None or noun not in listed("bodies", "business"):
        return None
    near = [m for m in reading.names if link.span.start - NEAR <= m.span.start and m.span.end <= link.span.start]
    if any(m.kind == "outlet" for m in near):
        return None
    bodies = {m.name for m in near if _is_body(m.name, kinds) and not m.name.isupper()}
    return one_bearer({name for name in bodies if not _of_another_kind(name, noun)})


def _alone(reading: Reading, link: Link, noun: str, kinds: Kinds) -> str | None:
    """The one body before a link that can be called so: "the firm" is the page's one business, "the agency" the one
    whose name says that it is one."""
    if link.span is None:
        return None
    before = {m.name for m in reading.names if m.span.end <= link.span.start and not _publishes(m.name, reading)}
    akin = table("bodies")["akin"].get(noun)
    if akin is not None:
        return one_bearer({name for name in before if _ends(name) & set(akin.split()) and _is_body(name, kinds)})
    if noun not in listed("bodies", "any_business"):
        return None
    bodies = {name for name in before if _is_body(name, kinds) and not _of_another_kind(name, noun)}
    return one_bearer({name for name in bodies if not name.isupper()})


def _named_soon(reading: Reading, link: Link, kinds: Kinds) -> str | None:
    """Whom a lead's "a committee of experts" introduces: the one body of the page whose name says that it is one,
    first named just below."""
    found = INDEFINITE.fullmatch(link.name or "")
    noun = found[1].lower() if found is not None else ""
    if noun not in listed("sources", "body") or link.span is None or not leads(reading, link.span):
        return None
    first = {m.name: m.span.start for m in reversed(reading.names) if m.kind != "outlet"}
    bodies = {n for n in first if noun in _ends(n) and _is_body(n, kinds) and not _publishes(n, reading)}
    body = one_bearer(bodies)
    return body if body is not None and link.span.end < min(first[n] for n in bodies) < link.span.end + SOON else None


def _akin_to(reading: Reading, link: Link, kinds: Kinds) -> str | None:
    """Whom "Lindmark's spy agency" means, in the title or lead: the one body of the page whose name is of that kind."""
    told = _told(link)
    akin = table("bodies")["akin"].get(told[-1]) if len(told) > 1 else None
    if (
        akin is None
        or link.span is None
        or not (link.name or "").split()[-1].islower()
        or not leads(reading, link.span)
    ):
        return None
    names = {m.name for m in reading.names if m.kind != "outlet" and not _publishes(m.name, reading)}
    bodies = {name for name in names if _ends(name) & set(akin.split()) and _is_body(name, kinds)}
    return one_bearer(bodies) if all(_of_topic(told[-2], name) for name in bodies) else None


def _of_topic(word: str, name: str) -> bool:
    """Whether a body's name tells what a word says that it is about: a spy agency is an intelligence service."""
    told = {word, *table("bodies")["topic"].get(word, "").split()}
    return not told.isdisjoint(WORD.findall(plain(name)))


def _ends(name: str) -> set[str]:
    return set(WORD.findall(plain(name.partition(" of ")[0]))[-1:])


def _is_body(name: str, kinds: Kinds) -> bool:
    """Whether a name is a body's, as the story's accounts take it together."""
    told = kinds[name]
    return told["organisation"] > 0 and told["organisation"] >= max(told["person"], told["place"], told["outlet"])


def _publishes(name: str, reading: Reading) -> bool:
    """Whether a name is that of the page's own house or of the one that it has its words from."""
    page = reading.article
    houses = (page.outlet.name if page.outlet is not None else None, page.wire, page.carried_by)
    return any(house is not None and same_name(house, name) for house in houses)


def _of_another_kind(name: str, noun: str) -> bool:
    """Whether a name tells another kind of body: "the Drivers' Union" is no company."""
    told = set(WORD.findall(plain(name)))
    return noun not in told and not told.isdisjoint(listed("bodies", "public"))


def _told(link: Link) -> list[str]:
    """The words of a link without its article."""
    return [word for word in WORD.findall(plain(link.name or "")) if word not in listed("clauses", "articles")]


def _noun(link: Link) -> str | None:
    """The noun of a link that tells nothing but a kind of body: "the drivers' union" tells more."""
    told = _told(link)
    return told[0] if len(told) == 1 and not link.anonymous and told[0] in listed("bodies", "called") else None


def _called(reading: Reading, kinds: Kinds) -> Called:
    """Bodies with the nouns that the page sets beside them: "the airline Selvar", "Selvar, the largest airline"."""
    found: set[tuple[str, str]] = set()
    for mention in reading.names:
        if mention.text[:1].isupper():
            found.update((mention.name, noun) for noun in _beside(reading.capture.text, mention, kinds[mention.name]))
    return frozenset(pair for pair in found if pair[1] in listed("bodies", "called"))


def _beside(text: str, mention: NameMention, told: Collection[NameKind | None]) -> Iterator[str]:
    """The nouns beside one name: before a body's, behind anybody's (a charity is no person, whatever it sounds like)
    and before what it runs ("the Selvar plane")."""
    start, end = mention.span.start, mention.span.end
    body = mention.kind != "person"
    before = BEFORE.search(text[max(0, start - 25) : start])
    if body and before is not None and (not before[2] or "organisation" in told):
        yield before[1].lower()
    aside = _aside().match(text, end, end + ASIDE)
    if aside is not None and (body or "organisation" in told):
        yield aside[1].lower()
    runs = re.match(r"\s(\w+)", text[end : end + 20])
    if body and runs is not None:
        yield from _running().get(runs[1].lower(), ())


@cache
def _running() -> dict[str, tuple[str, ...]]:
    """By each thing that bodies run, the nouns of those that do."""
    kinds = {noun: words.split() for noun, words in table("bodies")["runs"].items() if noun not in ("why", "example")}
    things = {thing for words in kinds.values() for thing in words}
    return {thing: tuple(noun for noun, words in kinds.items() if thing in words) for thing in things}


@cache
def _aside() -> re.Pattern[str]:
    nouns = "|".join(sorted(listed("bodies", "called")))
    behind = "|".join(sorted(listed("bodies", "behind")))
    ends = rf"(?=[,.;:)\n]|$|\s(?:{behind}|\w+ing)\b)"  # not "the firm's"
    return re.compile(rf",\s(?:the|a|an)\s(?:[^\s,.;]+\s){{0,3}}?({nouns}){ends}", re.IGNORECASE)
