"""W3C Web Annotation (JSON-LD): each statement as a note on the exact words of its capture.

Offsets are code points, as the recommendation has them. Beside the position stand the words themselves with 64
signs on either side, so that a note can be found again in a copy of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.export.json_stream import dumped, items, text_into
from reportedly.export.request import Request
from reportedly.export.whose_word import in_words, origin_of, relays_of
from reportedly.model.span import Span
from reportedly.store import Account, Told

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reportedly": "urn:reportedly:term:"}]
AROUND = 64  # signs: a bare number with so many on either side was unique in its capture for 72 of 72


def write_annotations(request: Request, out: BinaryIO) -> None:
    """One annotation collection of all statements asked for."""
    text_into(out, _pieces(request))


def _pieces(request: Request) -> Iterator[str]:
    head = {
        "@context": CONTEXT,
        "id": "urn:reportedly:annotations",
        "type": "AnnotationCollection",
        "label": "Statements of a record by reportedly",
        "total": request.store.count(request.statements),
    }
    yield dumped(head)[:-1] + ',"first":{"id":"urn:reportedly:annotations:1","type":"AnnotationPage","items":['
    yield from items(annotation(told) for told in request.store.statements(request.statements))
    yield "]}}\n"


def annotation(told: Told) -> dict[str, Any]:
    """One statement."""
    statement, account = told.statement, told.account
    return {
        "id": f"urn:reportedly:{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "language": "en",
                "value": in_words(statement, account),
            },
            {"type": "TextualBody", "purpose": "classifying", "value": statement.certainty},
        ],
        "target": [_target(account, span) for span in statement.content],
        "reportedly:manner": statement.manner,
        "reportedly:certainty": statement.certainty,
        "reportedly:origin": origin_of(statement),
        "reportedly:via": list(relays_of(statement)),
    }


def _target(account: Account, span: Span) -> dict[str, Any]:
    capture = account.capture
    copy = f"urn:sha256:{capture.text_sha256}"
    state: dict[str, Any] = {"type": "TimeState", "cached": copy}
    if capture.captured:
        state["sourceDate"] = capture.captured
    return {
        "type": "SpecificResource",
        "source": capture.url or copy,
        "state": state,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(capture.text),
                "prefix": capture.text[max(0, span.start - AROUND) : span.start],
                "suffix": capture.text[span.end : span.end + AROUND],
            },
        ],
    }
