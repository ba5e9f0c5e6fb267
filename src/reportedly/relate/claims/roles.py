"""Claims of who somebody was: persons named with the part that they had in the event ("the ferry's master")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reportedly.extract.binding import Holders
from reportedly.model.ids import content_id
from reportedly.model.mention import NameMention
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.model.span import Words
from reportedly.relate.claims.claim import ROLE, Claim
from reportedly.relate.claims.context import Weighed, sentence_at
from reportedly.relate.naming.names import initials, words
from reportedly.relate.terms import content_stems, plain, stem
from reportedly.vocabulary import listed, table


def role_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every person and role of an article, at the first of the fullest places that give both."""
    told: dict[tuple[str, str], tuple[NameMention, Words, str]] = {}
    for mention in reading.names:
        for role in mention.roles if mention.kind in ("person", None) else ():
            noun = role_noun(role.text)
            if noun is not None:
                known = told.get((mention.name, role_kind(noun)))
                if known is None or len(mention.text) > len(known[0].text):
                    told[mention.name, role_kind(noun)] = mention, role, noun
    holders = Holders(reading.statements)
    return (_claim(*found, reading, holders.of(found[0].span)) for found in told.values())


def of_one_bearer(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of one role that were found to be one person, by the fullest name and its commonest spelling."""
    told = Counter(claim.value.name for claim in claims if isinstance(claim.value, NameValue))
    fullest = min(told, key=lambda name: (-len(words(name)), initials(words(name)), -told[name], name))
    return tuple(replace(claim, value=NameValue(fullest)) for claim in claims)


def role_noun(words: str) -> str | None:
    """The stem of the noun of a role ("the master of the ferry": "master"); None for one that nobody asks after."""
    stems = content_stems(words.split(",", maxsplit=1)[0].partition(" of ")[0])
    asked = stems and stems[-1] not in _never() and not listed("roles", "past") & set(stems)
    return stems[-1] if asked else None


def role_kind(noun: str) -> str:
    """The role that a noun says, whatever its word; the noun itself where it stands alone."""
    return _kinds().get(noun, noun)


@cache
def _kinds() -> dict[str, str]:
    return {stem(word): name for name, entry in table("roles")["kind"].items() for word in entry["words"].split()}


@cache
def _never() -> frozenset[str]:
    groups = {name: words for name, words in table("roles")["never"].items() if name != "why"}
    return frozenset(stem(plain(word)) for words in groups.values() for word in words.split())


def _claim(mention: NameMention, role: Words, noun: str, reading: Reading, statement: str | None) -> Claim:
    return Claim(
        id=content_id("answer", mention.article, "role", mention.span.start, noun),
        kind="who",
        article=mention.article,
        statement=statement,
        span=mention.span,
        text=mention.text,
        value=NameValue(mention.name),
        sentence=sentence_at(reading.capture.text, mention.span),
        dimension=ROLE,
        head=noun,
        family=role_kind(noun),
        modifiers=frozenset(content_stems(role.text)) - {noun},
        predicate=None,
        near=_near(mention, noun),
        counted=role.text,
    )


def _near(mention: NameMention, noun: str) -> Weighed:
    """The name and the role alone tell: whatever else is said of somebody, one bearer of one role is one answer."""
    return tuple((word, 1.0) for word in sorted({*content_stems(mention.name), noun, f"={role_kind(noun)}"}))
