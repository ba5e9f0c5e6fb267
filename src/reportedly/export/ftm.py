"""FollowTheMoney statements (JSON lines): articles, what they say as notes, and who said it.

One row says one property of one entity, with the dataset that it is from. A note's `proof` is its article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.export.json_stream import dumped, text_into
from reportedly.export.request import Request
from reportedly.export.table_statements import words_of
from reportedly.export.whose_word import in_words
from reportedly.model.mention import NameKind
from reportedly.store import Accounts, Told

DATASET = "reportedly"
SCHEMATA: dict[NameKind, str] = {"person": "Person", "organisation": "Organization", "outlet": "Organization"}
TYPES = {  # of the properties used: what kind of value each has
    "name": "name", "title": "string", "sourceUrl": "url", "publisher": "string", "publishedAt": "date",
    "fileName": "string", "summary": "text", "description": "text", "proof": "entity", "entity": "entity",
    "createdAt": "date",
}  # fmt: skip
Properties = dict[str, str | None]


def write_ftm(request: Request, out: BinaryIO) -> None:
    """A row for each property of each entity."""
    text_into(out, (f"{dumped(row)}\n" for row in _rows(request)))


def _rows(request: Request) -> Iterator[dict[str, Any]]:
    known: set[str] = set()
    with request.store.accounts() as account_of:
        for told in request.store.statements(request.statements):
            for id_, schema, properties in _entities(told, account_of):
                if schema == "Note" or id_ not in known:  # a statement comes once, its article and origin often
                    yield from _of(id_, schema, properties)
                if schema != "Note":
                    known.add(id_)


def _entities(told: Told, account_of: Accounts) -> Iterator[tuple[str, str, Properties]]:
    article, capture = told.account.article, told.account.capture
    yield (
        _id(article.id),
        "Article",
        {
            "title": article.title.text if article.title else None,
            "sourceUrl": capture.url,
            "publisher": article.outlet.name if article.outlet else None,
            "publishedAt": _day(told),
            "fileName": capture.path,
        },
    )
    origin = account_of.entity(told.statement.origin.entity if told.statement.origin else None)
    if origin is not None:
        yield _id(origin.id), SCHEMATA.get(origin.kind, "LegalEntity"), {"name": origin.name}
    yield (
        _id(told.statement.id),
        "Note",
        {
            "description": words_of(told),
            "summary": in_words(told.statement, told.account),
            "proof": _id(article.id),
            "entity": _id(origin.id) if origin else None,
        },
    )


def _day(told: Told) -> str | None:
    """The day of publication, where it is known to the day."""
    when = told.account.article.published.when if told.account.article.published else None
    return when.earliest.isoformat() if when and when.earliest and when.earliest == when.latest else None


def _of(id_: str, schema: str, properties: Properties) -> Iterator[dict[str, Any]]:
    for name, value in properties.items():
        if value is not None:
            key = f"{DATASET}.{id_}.{name}.{value}".encode("utf8", "replace")
            yield {
                "id": hashlib.sha1(key, usedforsecurity=False).hexdigest(),  # as the library makes it
                "entity_id": id_,
                "canonical_id": id_,
                "prop": name,
                "prop_type": TYPES[name],
                "schema": schema,
                "value": value,
                "dataset": DATASET,
                "lang": "eng" if TYPES[name] == "text" else None,
                "original_value": None,
                "external": False,
                "first_seen": None,
                "last_seen": None,
                "origin": None,
            }


def _id(id_: str) -> str:
    return id_.replace(":", "-")
