"""schema.org (JSON-LD): direct speech as Quotation, what is reported otherwise as Claim, each in its NewsArticle.

No ClaimReview: that needs a verdict, and the record gives none. What a source denies is never written as its claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.export.json_stream import items, text_into
from reportedly.export.request import Request
from reportedly.export.table_statements import words_of
from reportedly.export.whose_word import house_of, in_words
from reportedly.store import Accounts, Told


def write_schema_org(request: Request, out: BinaryIO) -> None:
    """One graph of articles, quotations and claims."""
    text_into(out, _pieces(request))


def _pieces(request: Request) -> Iterator[str]:
    yield '{"@context":"https://schema.org","@graph":['
    yield from items(_nodes(request))
    yield "]}\n"


def _nodes(request: Request) -> Iterator[dict[str, Any]]:
    known: set[str] = set()
    with request.store.accounts() as account_of:
        for told in request.store.statements(request.statements):
            if told.statement.article not in known:
                known.add(told.statement.article)
                yield _article(told)
            yield _said(told, account_of)


def _article(told: Told) -> dict[str, Any]:
    article, capture = told.account.article, told.account.capture
    when = article.published.when if article.published else None
    exact = when is not None and when.earliest is not None and when.earliest == when.latest
    node: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": _id(article.id),
        "name": article.title.text if article.title else house_of(told.account),
        "inLanguage": article.language,
        "url": capture.url,
        "datePublished": when.earliest.isoformat() if exact and when and when.earliest else None,
        "publisher": {"@type": "Organization", "name": article.outlet.name} if article.outlet else None,
        "sha256": capture.text_sha256,
    }
    return _known(node)


def _said(told: Told, account_of: Accounts) -> dict[str, Any]:
    statement, denied = told.statement, told.statement.certainty == "denied"
    speaker = _speaker(told, account_of)
    node: dict[str, Any] = {
        "@id": _id(statement.id),
        "text": words_of(told),
        "creativeWorkStatus": statement.certainty,
        "disambiguatingDescription": in_words(statement, told.account),
        "dateCreated": statement.said,
    }
    if statement.manner == "direct":
        place = {"isPartOf": {"@id": _id(statement.article)}, "spokenByCharacter": speaker}
        return _known({"@type": "Quotation"} | node | place)
    place = {"appearance": {"@id": _id(statement.article)}, "author": None if denied else speaker}
    return _known({"@type": "Claim"} | node | place)


def _speaker(told: Told, account_of: Accounts) -> dict[str, Any] | None:
    """Who says it: a person or a body; the outlet for the article's own voice, nobody for an unnamed source."""
    origin = told.statement.origin
    if origin is None:
        outlet = told.account.article.outlet
        return {"@type": "Organization", "name": outlet.name} if outlet else None
    if origin.name is None:
        return None
    entity = account_of.entity(origin.entity)
    kind = {"person": "Person", "organisation": "Organization", "outlet": "Organization"}
    name = entity.name if entity else origin.name
    return {"@type": kind.get(entity.kind if entity else "", "Thing"), "name": name}


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}


def _id(id_: str) -> str:
    return f"urn:reportedly:{id_}"
