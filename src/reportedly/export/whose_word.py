"""On whose word something stands, as a phrase and as names."""

from __future__ import annotations

from reportedly.model.point import Answer
from reportedly.model.statement import Statement
from reportedly.store import Account

NOBODY_NAMED = "somebody who is not named"


def origin_of(statement: Statement) -> str | None:
    """Who said it first: a name, the words for a source that nobody names, None for the article's own voice."""
    origin = statement.origin
    if origin is None:
        return None
    return origin.name or origin.described or NOBODY_NAMED


def relays_of(statement: Statement) -> tuple[str, ...]:
    """Who passed it on, the nearest to the origin first."""
    return tuple(link.name or NOBODY_NAMED for link in statement.attribution[1:])


def house_of(account: Account) -> str:
    """What the article goes by: its outlet, else its address, else its path."""
    outlet = account.article.outlet
    return outlet.name if outlet else account.capture.url or account.capture.path


def voice_of(answer: Answer, account: Account) -> str:
    """Who gives an answer; the outlet where it is the article's own voice."""
    if answer.origin is None:
        return house_of(account)
    return answer.origin.name or NOBODY_NAMED


def in_words(statement: Statement, account: Account) -> str:
    """`on the word of the union, via CPA`, `in the words of Northline itself`; with how sure, where it is not plain."""
    origin = origin_of(statement)
    if origin is None:
        said = f"in the words of {house_of(account)} itself"
    else:
        verb = "denied by" if statement.certainty == "denied" else "on the word of"
        relays = "".join(f", via {relay}" for relay in relays_of(statement))
        said = f"{verb} {origin}{relays}"
    return said if statement.certainty in ("asserted", "denied") else f"{said} ({statement.certainty})"
