"""GeoJSON (RFC 7946): each place named in the statements asked for, with the words around it and on whose word.

A place that could not be located has a null geometry, which beats a wrong point. Coordinates are WGS 84, longitude
first, as precise as `precision` says: of a region or country they are its middle, no event's place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.export.json_stream import items, text_into
from reportedly.export.request import Request
from reportedly.export.table_statements import words_of
from reportedly.export.whose_word import house_of, origin_of
from reportedly.model.mention import PlaceMention
from reportedly.store import Told


def write_geojson(request: Request, out: BinaryIO) -> None:
    """One feature collection."""
    text_into(out, _pieces(request))


def _pieces(request: Request) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    yield from items(_features(request))
    yield "]}\n"


def _features(request: Request) -> Iterator[dict[str, Any]]:
    article, places = "", dict[str, list[PlaceMention]]()
    with request.store.accounts() as account_of:
        for told in request.store.statements(request.statements):
            if told.statement.article != article:
                article, places = told.statement.article, {}
                for place in account_of.places(article):
                    places.setdefault(place.statement or "", []).append(place)
            for place in places.get(told.statement.id, ()):
                yield _feature(place, told)


def _feature(place: PlaceMention, told: Told) -> dict[str, Any]:
    located = place.longitude is not None and place.latitude is not None
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]} if located else None,
        "properties": {
            "name": place.name,
            "words": place.text,
            "relation": place.relation,
            "precision": place.precision,
            "country": place.country,
            "gazetteer": place.gazetteer,
            "statement": told.statement.id,
            "says": words_of(told),
            "origin": origin_of(told.statement),
            "certainty": told.statement.certainty,
            "outlet": house_of(told.account),
            "article": told.statement.article,
            "start": place.span.start,
            "end": place.span.end,
        },
    }
