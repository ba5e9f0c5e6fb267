"""PROV-JSON (W3C): which statement was taken from which capture by which pipeline, and to whom it is attributed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from reportedly.export.json_stream import dumped, text_into
from reportedly.export.request import Request
from reportedly.export.table_statements import words_of
from reportedly.export.whose_word import origin_of, relays_of
from reportedly.model.ids import content_id
from reportedly.model.mention import NameKind
from reportedly.store import Accounts, Told

PREFIXES = {"r": "urn:reportedly:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
RUN = "r:run"
AGENTS: dict[NameKind, str] = {
    "person": "prov:Person",
    "organisation": "prov:Organization",
    "outlet": "prov:Organization",
}
Entries = Iterator[tuple[str, dict[str, Any]]]


def write_prov(request: Request, out: BinaryIO) -> None:
    """Entities, agents and relations, each kind in turn: the statements are gone through once for each."""
    text_into(out, _pieces(request))


def _pieces(request: Request) -> Iterator[str]:
    yield f'{{"prefix":{dumped(PREFIXES)}'
    pipeline = " ".join(f"{stage}={name}" for stage, name in request.store.pipeline())
    yield f',\n"activity":{dumped({RUN: {"prov:type": "reportedly", "r:pipeline": pipeline}})}'
    sections: dict[str, Callable[[Told, Accounts], Entries]] = {
        "entity": _entities,
        "agent": _agents,
        "wasGeneratedBy": _generated,
        "wasDerivedFrom": _derived,
        "wasAttributedTo": _attributed,
    }
    for name, section in sections.items():
        yield f',\n"{name}":{{'
        yield from _section(request, section)
        yield "}"
    yield "}\n"


def _section(request: Request, entries: Callable[[Told, Accounts], Entries]) -> Iterator[str]:
    known: set[str] = set()
    comma = ""
    with request.store.accounts() as account_of:
        for told in request.store.statements(request.statements):
            for key, value in entries(told, account_of):
                if key not in known:
                    yield f"{comma}\n{dumped(key)}:{dumped(value)}"
                    comma = ","
                if not key.endswith(_key(told)):  # a statement comes once, its capture and agents often
                    known.add(key)


def _entities(told: Told, _: Accounts) -> Entries:
    capture = told.account.capture
    yield (
        _capture(told),
        {"prov:type": "capture", "r:path": capture.path, "r:text_sha256": capture.text_sha256}
        | ({"prov:location": capture.url} if capture.url else {})
        | ({"r:captured": capture.captured} if capture.captured else {}),
    )
    statement = told.statement
    yield (
        _statement(told),
        {
            "prov:type": "statement",
            "prov:value": words_of(told),
            "r:manner": statement.manner,
            "r:certainty": statement.certainty,
            "r:start": statement.extent.start,
            "r:end": statement.extent.end,
        }
        | ({"r:said": statement.said} if statement.said else {})
        | ({"r:via": "; ".join(relays_of(statement))} if relays_of(statement) else {}),
    )


def _agents(told: Told, account_of: Accounts) -> Entries:
    for link in told.statement.attribution[:1]:
        entity = account_of.entity(link.entity)
        kind = AGENTS.get(entity.kind, "prov:Agent") if entity else "prov:Agent"
        name = entity.name if entity else origin_of(told.statement)
        yield _origin(told), {"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}, "prov:label": name}
    outlet = told.account.article.outlet
    if outlet is not None:
        organisation = {"$": "prov:Organization", "type": "prov:QUALIFIED_NAME"}
        yield _outlet(outlet.name), {"prov:type": organisation, "prov:label": outlet.name}


def _generated(told: Told, _: Accounts) -> Entries:
    yield f"_:g-{_key(told)}", {"prov:entity": _statement(told), "prov:activity": RUN}


def _derived(told: Told, _: Accounts) -> Entries:
    relation: dict[str, Any] = {"prov:generatedEntity": _statement(told), "prov:usedEntity": _capture(told)}
    if told.statement.manner in ("direct", "mixed"):
        relation["prov:type"] = {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"}
    yield f"_:d-{_key(told)}", relation


def _attributed(told: Told, _: Accounts) -> Entries:
    outlet = told.account.article.outlet
    if told.statement.attribution:
        yield f"_:a-{_key(told)}", {"prov:entity": _statement(told), "prov:agent": _origin(told)}
    elif outlet is not None:
        yield f"_:a-{_key(told)}", {"prov:entity": _statement(told), "prov:agent": _outlet(outlet.name)}
    if outlet is not None:
        key = content_id("by", told.account.capture.id).partition(":")[2]
        yield f"_:c-{key}", {"prov:entity": _capture(told), "prov:agent": _outlet(outlet.name)}


def _key(told: Told) -> str:
    return told.statement.id.rpartition(":")[2]


def _statement(told: Told) -> str:
    return f"r:statement-{_key(told)}"


def _capture(told: Told) -> str:
    return f"r:capture-{told.account.capture.id.rpartition(':')[2]}"


def _origin(told: Told) -> str:
    """One agent a known name; unnamed sources are one each, since nothing tells whether they are the same."""
    origin = told.statement.origin
    known = origin.entity if origin else None
    return f"r:agent-{known.rpartition(':')[2]}" if known else f"r:agent-of-{_key(told)}"


def _outlet(name: str) -> str:
    return f"r:outlet-{content_id('outlet', name).partition(':')[2]}"
