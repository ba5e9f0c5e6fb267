"""Who relies on whom: a table that cannot tangle, a picture for who wants one, and all of it in rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup
from starlette.requests import Request

from reportedly.model.point import Voice
from reportedly.relate.terms import plain
from reportedly.serve.asked import page_of, turning
from reportedly.serve.room import Room, Shared
from reportedly.serve.view import Json, View, with_pairs
from reportedly.show.colours import Side
from reportedly.show.marks import glyph
from reportedly.show.visible import cut, visible
from reportedly.store.pages import Way

SIZE = 100  # outlets on a page
MOST_ROWS = 40
MOST_COLUMNS = 12
MOST_DRAWN = 18  # nodes of one rank in the picture
COLUMNS = ("origin", "entity", "via", "outlet", "answers", "articles")
UNNAMED = "a source nobody names"
NO_OUTLET = "no outlet named"


def origins(request: Request, room: Room) -> View:
    """The origins that most is told on; `words` finds others by name."""
    shared = room.shared()
    words = request.query_params.get("words", "").casefold().split()
    told = [way for way in room.kept("ways", lambda pages: pages.ways()) if way.named]
    told = [way for way in told if all(word in (way.origin or UNNAMED).casefold() for word in words)]

    def parts() -> Mapping[str, object]:
        return room.kept("origins", lambda _: made()) if not words else made()

    def made() -> Mapping[str, object]:
        many, columns = _ranked(told)
        by_origin: dict[str, list[Way]] = defaultdict(list)
        for way in told:
            by_origin[way.origin or UNNAMED].append(way)
        rows = [_row(origin, by_origin[origin], columns, shared) for origin in many[:MOST_ROWS]]
        return {
            "columns": [(visible(cut(name, 40)), _to_outlet(name)) for name in columns],
            "rows": rows,
            "beyond": any(row["elsewhere"] for row in rows),
            "left_out": max(0, len(many) - MOST_ROWS),
            "net": _net(told, shared),
            "sides": shared.sides.shown,
        }

    return View("origins.html", "Who relies on whom", parts, COLUMNS, lambda: map(_plain, told))


def side_of(way: Way, shared: Shared) -> Side:
    """The side of a way's origin."""
    return shared.sides.of(Voice(way.origin, way.entity) if way.named else None)


def _ranked(told: Sequence[Way]) -> tuple[list[str], list[str]]:
    """Origins by how many outlets rely on them, then by answers; outlets by answers."""
    reach: dict[str, set[str]] = defaultdict(set)
    answers: Counter[str] = Counter()
    houses: Counter[str] = Counter()
    for way in told:
        name, house = way.origin or UNNAMED, way.outlet or NO_OUTLET
        reach[name].add(house)
        answers[name] += way.answers
        houses[house] += way.answers
    ranked = sorted(reach, key=lambda name: (name == UNNAMED, -len(reach[name]), -answers[name], name))
    return ranked, [name for name, _ in houses.most_common(MOST_COLUMNS)]


def _row(origin: str, mine: Sequence[Way], columns: Sequence[str], shared: Shared) -> Mapping[str, object]:
    side = side_of(mine[0], shared)
    counted: Counter[str] = Counter()
    for way in mine:
        counted[way.outlet or NO_OUTLET] += way.answers
    vias = Counter(relay for way in mine for relay in way.via)
    elsewhere = sum(many for house, many in counted.items() if house not in columns)
    return {
        "sign": glyph(side.shape, side.slot),
        "name": visible(cut(origin, 70)),
        "href": None if origin == UNNAMED else with_pairs("/points", [("origin", origin)]),
        "via": visible(cut(", ".join(name for name, _ in vias.most_common(3)), 80)),
        "cells": [(counted[house], _to_cell(origin, house)) for house in columns],
        "elsewhere": elsewhere,
        "answers": sum(counted.values()),
    }


def _to_outlet(house: str) -> Markup | None:
    return None if house == NO_OUTLET else with_pairs("/points", [("outlet", house)])


def _to_cell(origin: str, house: str) -> Markup | None:
    if origin == UNNAMED or house == NO_OUTLET:
        return None
    return with_pairs("/points", [("origin", origin), ("outlet", house)])


def _net(told: Sequence[Way], shared: Shared) -> Json:
    """Nodes in ranks (origins, relays by how far they stand from them, outlets) and the heaviest edges between them."""
    left, right = _ranked(told)
    between = _relays(told)
    ranks = ([name for name in left if name != UNNAMED][:MOST_DRAWN], *between, right[:MOST_DRAWN])
    of_relay = {name: rank for rank, names in enumerate(between, 1) for name in names}
    last = len(ranks) - 1
    ids = {(rank, name): f"{rank}:{place}" for rank, names in enumerate(ranks) for place, name in enumerate(names)}
    edges: Counter[tuple[str, str]] = Counter()
    slots: dict[str, str] = {}
    for way in told:
        relays = [(of_relay.get(relay, 0), relay) for relay in _between(way)]
        path = [(0, way.origin or ""), *relays, (last, way.outlet or NO_OUTLET)]
        known = [ids[step] for step in path if step in ids]
        slots.setdefault(ids.get((0, way.origin or ""), ""), side_of(way, shared).slot)
        for one, other in pairwise(known):
            edges[one, other] += way.answers
    used = {end for edge in edges for end in edge}
    nodes = [
        {"id": id_, "name": visible(cut(name, 42)), "rank": rank, "slot": slots.get(id_, "7"),
         "href": str((_to_outlet(name) or "") if rank == last else with_pairs("/points", [("origin", name)]))}
        for (rank, name), id_ in ids.items() if id_ in used
    ]  # fmt: skip
    return {"nodes": nodes, "edges": [{"from": a, "to": b, "many": many} for (a, b), many in edges.items()]}


def _relays(told: Sequence[Way]) -> list[list[str]]:
    """The relays that most answers come by, ranked by how many others stand between them and an origin, two at most."""
    most = Counter(relay for way in told for relay in _between(way))
    drawn = [name for name, _ in most.most_common(MOST_DRAWN)]
    between: dict[str, int] = {}
    for way in told:
        for place, relay in enumerate(_between(way)):
            between[relay] = max(between.get(relay, 0), min(place, 2))
    ranks = ([name for name in drawn if between[name] == place] for place in range(3))
    return [names for names in ranks if names]


def _between(way: Way) -> list[str]:
    """Who passed it on, nearest the origin first; the outlet that an origin told itself stands on the right already."""
    ends = {plain(name) for name in (way.origin, way.outlet) if name}
    return [relay for relay in reversed(way.via) if plain(relay) not in ends]


def _plain(way: Way) -> Json:
    return {
        "origin": way.origin,
        "entity": way.entity,
        "via": ", ".join(way.via),
        "outlet": way.outlet,
        "answers": way.answers,
        "articles": way.articles,
    }


def outlets(request: Request, room: Room) -> View:
    """What each outlet carried, and from whom."""
    shared = room.shared()
    found = room.kept("outlets", lambda pages: list(_houses(pages.ways(), shared)))
    columns = ("outlet", "articles", "answers", "own", "origins", "most")
    plain = [{name: row[name] for name in columns} for row in found]
    first = (page_of(request) - 1) * SIZE

    def parts() -> Mapping[str, object]:
        return {"rows": found[first : first + SIZE], "turning": turning(request, len(found), SIZE)}

    return View("outlets.html", "The outlets", parts, columns, lambda: plain)


def _houses(told_of: Sequence[Way], shared: Shared) -> Iterator[dict[str, object]]:
    articles = Counter(held.outlet for held in shared.shelved.values())
    ways: dict[str | None, list[Way]] = defaultdict(list)
    for way in told_of:
        ways[way.outlet].append(way)
    for outlet, many in sorted(articles.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or "")):
        told = [way for way in ways[outlet] if way.named]
        named: Counter[str] = Counter()
        for way in told:
            if way.origin:
                named[way.origin] += way.answers
        yield {
            "outlet": visible(outlet or NO_OUTLET),
            "articles": many,
            "answers": sum(way.answers for way in ways[outlet]),
            "own": sum(way.answers for way in ways[outlet] if not way.named),
            "origins": len(named),
            "most": visible("; ".join(f"{cut(name, 40)} {times}" for name, times in named.most_common(4))),
            "to_articles": with_pairs("/articles", [("words", outlet or "")]),
            "to_points": with_pairs("/points", [("outlet", outlet)]) if outlet else None,
        }
