"""Papers speak for whoever issued them: "the council's interim note", "a memo from the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.relinked import relinked
from reportedly.relate.terms import content_stems
from reportedly.vocabulary import table

RULE = "a paper's issuer"


def with_issuers(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that names a paper naming whose it is, where its own words tell."""
    return tuple(relinked(reading, _renamed) for reading in readings)


def _renamed(link: Link) -> tuple[str, str] | None:
    told = link.role == "origin" and link.name is not None and not link.anonymous
    issuer = issued_by(link.name or "") if told else None
    return (issuer, RULE) if issuer is not None else None


def issued_by(words: str) -> str | None:
    """Whose paper some words name; None where they name no paper, or nobody's."""
    for form in _forms():
        found = form.fullmatch(words)
        if found is not None and content_stems(found["whose"]):
            whose = str(found["whose"])
            return whose if found.groupdict().get("way") != "from" or _can_issue(whose) else None
    return None


def _can_issue(words: str) -> bool:
    """Whether reports from there are somebody's: a ministry issues them, a battlefield does not."""
    return not words.islower() or words.rsplit(maxsplit=1)[-1] in _issuers()


@cache
def _issuers() -> frozenset[str]:
    singular = frozenset(word for group in table("sources").values() for word in group.get("words", ()))
    return singular | {word + "s" for word in singular}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(map(re.escape, table("sources")["document"]["words"]))
    paper = rf"(?:[a-z][\w-]*\s+){{0,2}}(?:{nouns})s?"
    return (
        re.compile(rf"(?:the\s+)?(?P<whose>\w[^,]*?)[’']s?\s+(?:own\s+)?{paper}", re.IGNORECASE),
        re.compile(
            rf"(?:(?:a|an|the)\s+)?{paper}\s+(?P<way>from|by|of|issued\s+by)\s+(?:the\s+)?(?P<whose>\w[^,]*)",
            re.IGNORECASE,
        ),
    )
