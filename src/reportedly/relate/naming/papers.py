"""Papers speak for whoever issued them: "the council's interim note", "a memo from the ministry", later "the memo"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from reportedly.grammar.dates import moments
from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement
from reportedly.model.why import Why
from reportedly.relate.naming.relinked import Renamed, relinked
from reportedly.relate.terms import content_stems
from reportedly.vocabulary import listed, table

RULE = "a paper's issuer"
LONG_AGO = 1500  # code points back that "the report" may point
REACH = 45  # code points between a name and the paper that is its own
BEFORE = r"\b{}\s+(?:of|from|by|issued\s+by|published\s+by)\s+(?:the\s+)?(?:[a-z]+\s+)?$"
AFTER = r"[’']s?\s+(?:[\w-]+\s+){{0,3}}{}\b"


def with_issuers(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that names a paper naming whose it is, where its own words or those before it tell."""
    return tuple(relinked(_founded(reading), _by(reading)) for reading in readings)


def _founded(reading: Reading) -> Reading:
    """The reading, officials whom nobody names behind the paper that tells whose word it is: "Officials, quoted by the
    portal, which cited a finance ministry statement" have it from the ministry."""
    statements = tuple(_behind_paper(statement) for statement in reading.statements)
    return replace(reading, statements=statements) if statements != reading.statements else reading


def _behind_paper(statement: Statement) -> Statement:
    origin, *relays = statement.attribution or (None,)
    if origin is None or not relays or (origin.name or "").split(" ")[0].lower() not in listed("sources", "officials"):
        return statement
    paper = relays[0]
    if paper.name is None or issued_by(paper.name) is None:
        return statement
    chain = (replace(paper, role="origin"), replace(origin, role="via"), *relays[1:])
    return replace(statement, attribution=chain, why=(*statement.why, Why(RULE, f"{origin.name}: {paper.name}")))


def _by(reading: Reading) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        if link.name is None:
            return None
        issuer = issued_by(link.name) or _issued_behind(reading, link)
        if issuer is None and link.role == "origin":
            issuer = _issued_before(reading, link)
        return (issuer, RULE) if issuer is not None else None

    return renamed


def _issued_behind(reading: Reading, link: Link) -> str | None:
    """Whose "a tally" is, where the words behind it tell: "kept by the Tide Institute"."""
    noun = (link.name or "").lower().rpartition(" ")[2]
    if link.span is None or noun not in table("sources")["document"]["words"]:
        return None
    told = _way().match(reading.capture.text, link.span.end, link.span.end + REACH)
    return next((m.name for m in reading.names if told is not None and m.span.start == told.end()), None)


def _issued_before(reading: Reading, link: Link) -> str | None:
    """Whose "the report" is: the name that the last paper so called before it was told with."""
    noun = (link.name or "").lower()
    if link.span is None or noun not in table("sources")["document"]["words"]:
        return None
    text = reading.capture.text
    for mention in reversed(reading.names):
        if mention.span.end > link.span.start:
            continue
        if mention.span.end < link.span.start - LONG_AGO:
            break
        before = text[max(0, mention.span.start - REACH) : mention.span.start]
        behind = text[mention.span.end : mention.span.end + REACH]
        if re.search(BEFORE.format(noun), before, re.IGNORECASE) or re.match(AFTER.format(noun), behind, re.IGNORECASE):
            return mention.name
    return None


@lru_cache(maxsize=16_384)  # asked of every link of every chain, of which many are one
def issued_by(words: str) -> str | None:
    """Whose paper some words name; None where they name no paper, or nobody's."""
    for form in _forms():
        found = form.fullmatch(words)
        if found is not None and content_stems(found["whose"]):
            whose = str(found["whose"])
            if _is_time(whose):
                return None
            return whose if found.groupdict().get("way") != "from" or _can_issue(whose) else None
    return None


def _is_time(words: str) -> bool:
    """Whether "Monday's report" tells when a paper came, and not from whom."""
    return any(not content_stems(words[: found.start]) and found.end == len(words) for found in moments(words))


def _can_issue(words: str) -> bool:
    """Whether reports from there are somebody's: a ministry issues them, a battlefield does not."""
    return not words.islower() or words.rsplit(maxsplit=1)[-1] in _issuers()


@cache
def _issuers() -> frozenset[str]:
    singular = frozenset().union(*(listed("sources", part) for part in ("person", "body", "crowd", "document")))
    return singular | {word + "s" for word in singular}


@cache
def _way() -> re.Pattern[str]:
    """By what words a paper is said to be somebody's."""
    return re.compile(rf"\s(?:{_ways()})\s(?:the\s)?")


def _ways() -> str:
    return "|".join(way.replace(" ", r"\s+") for way in table("sources")["issued"]["ways"])


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(map(re.escape, table("sources")["document"]["words"]))
    paper = rf"(?:[a-z][\w-]*\s+){{0,2}}(?:{nouns})s?"
    bodies = "|".join(map(re.escape, table("sources")["body"]["words"]))
    return (
        re.compile(rf"(?:the\s+)?(?P<whose>\w[^,]*?)[’']s?\s+(?:own\s+)?{paper}", re.IGNORECASE),
        re.compile(
            rf"(?:(?:a|an|the)\s+)?{paper}\s+(?P<way>{_ways()})\s+(?:the\s+)?(?P<whose>\w[^,]*)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?:(?:a|an|the)\s+)?(?P<whose>(?!(?:a|an|the)\s)(?:[\w-]+\s+)*(?:{bodies}))\s+(?:{nouns})", re.IGNORECASE
        ),
    )
