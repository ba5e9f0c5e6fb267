"""GEXF: who passes on whose word. A node is a voice or an outlet, an arrow a statement's way towards the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from reportedly.export.json_stream import text_into
from reportedly.export.request import Request
from reportedly.export.whose_word import NOBODY_NAMED, house_of
from reportedly.export.xlsx_rows import FORBIDDEN
from reportedly.model.statement import Link
from reportedly.store import Accounts, Told

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>reportedly</creator><description>Who passes on whose word</description></meta>
<graph defaultedgetype="directed" mode="static">
<attributes class="node"><attribute id="0" title="kind" type="string"/>\
<attribute id="1" title="statements" type="integer"/></attributes>
"""
Node = tuple[str, str, str]  # id, name, kind


def write_gexf(request: Request, out: BinaryIO) -> None:
    """The graph of all statements asked for; unnamed sources of one article are one node."""
    first: Counter[Node] = Counter()
    ways: Counter[tuple[Node, Node]] = Counter()
    with request.store.accounts() as account_of:
        for told in request.store.statements(request.statements):
            chain = list(_chain(told, account_of))
            first[chain[0]] += 1
            ways.update((one, other) for one, other in pairwise(chain) if one != other)
    text_into(out, _pieces(first, ways))


def _chain(told: Told, account_of: Accounts) -> Iterator[Node]:
    """From the origin to the outlet."""
    for link in told.statement.attribution:
        yield _voice(link, told, account_of)
    house = house_of(told.account)
    yield f"outlet:{house}", house, "outlet"


def _voice(link: Link, told: Told, account_of: Accounts) -> Node:
    entity = account_of.entity(link.entity)
    if entity is not None and entity.kind == "outlet":
        return f"outlet:{entity.name}", entity.name, "outlet"
    if entity is not None:
        return entity.id, entity.name, entity.kind
    if link.name is not None:
        return f"name:{link.name}", link.name, "unknown"
    return f"unnamed:{told.statement.article}", NOBODY_NAMED, "unnamed"


def _pieces(first: Counter[Node], ways: Counter[tuple[Node, Node]]) -> Iterator[str]:
    yield HEAD + "<nodes>\n"
    nodes = dict.fromkeys((*first, *(node for way in ways for node in way)))
    for node in nodes:
        id_, name, kind = node
        yield (
            f"<node id={_quoted(id_)} label={_quoted(name)}><attvalues>"
            f'<attvalue for="0" value={_quoted(kind)}/><attvalue for="1" value="{first[node]}"/></attvalues></node>\n'
        )
    yield "</nodes>\n<edges>\n"
    for number, ((one, other), weight) in enumerate(ways.items()):
        yield f'<edge id="{number}" source={_quoted(one[0])} target={_quoted(other[0])} weight="{weight}"/>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _quoted(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("\ufffd", text))
