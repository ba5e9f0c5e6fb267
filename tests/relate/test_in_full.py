"""Sources by one name in a story: letters spelled out, one spelling for several, persons by their full names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.mention import NameKind, NameMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.naming.entities import cast
from reportedly.relate.naming.in_full import full_names, in_full


def naming(path: str, text: str, named: str, kind: NameKind, said_by: str | None = None) -> Reading:
    reading = account(path, text, said_by=said_by)
    at = reading.capture.text.index(named)
    mention = NameMention(reading.article.id, Span(at, at + len(named)), named, named, kind)
    return replace(reading, names=(mention,))


def source(*readings: Reading) -> tuple[str | None, str]:
    (*_, last) = in_full(readings, cast("story", readings))
    origin = last.statements[0].origin
    return origin.name if origin is not None else None, last.statements[0].why[-1].rule if last.statements[
        0
    ].why else ""


SAID = "It was said that [9] boats were lost."


@pytest.mark.parametrize(
    ("text", "named", "kind", "said_by", "name"),
    [
        ("The Harbour Fire Office has [2] boats.", "Harbour Fire Office", "organisation", "HFO",
         "Harbour Fire Office"),
        ("Joan Holt has [2] boats.", "Joan Holt", "person", "J. Holt", "Joan Holt"),
        ("The Office of Fires (DNB) has [2] boats.", "Office of Fires", "organisation", "DNB", "Office of Fires"),
        ("Boris Tacurin has [2] boats; Boris Tacurin is old.", "Boris Tacurin", "person", "Boris Takurin",
         "Boris Tacurin"),
        ("Boris Tacurin has [2] boats.", "Boris Tacurin", "person", "Tacurin", "Boris Tacurin"),
        ("The Harbour Fire Office has [2] boats.", "Harbour Fire Office", "organisation", "Fire Office", "Fire Office"),
        ("The Harbour Fire Office has [2] boats.", "Harbour Fire Office", "organisation", "BBC", "BBC"),
        ("Boris Tacurin has [2] boats.", "Boris Tacurin", "person", "Tacurin's lawyer", "Tacurin's lawyer"),
    ],
)  # fmt: skip
def test_one_name_for_all_accounts(text: str, named: str, kind: NameKind, said_by: str, name: str) -> None:
    found, why = source(naming("a.txt", text, named, kind), account("b.txt", SAID, said_by=said_by))
    assert found == name
    assert bool(why) == (found != said_by)


def test_a_part_of_a_description_is_not_what_it_describes() -> None:
    board = naming("a.txt", "The Harbour Board has [2] boats.", "Harbour Board", "organisation")
    note = account("b.txt", SAID, said_by="a note of the Harbour Board")
    bearers = cast("story", [board, note])
    assert {bearer.names for bearer in bearers} == {(("Harbour Board", 1),), (("a note of the Harbour Board", 1),)}


def test_a_short_name_is_one_answer_with_the_full_one() -> None:
    texts = {
        "a": "The blast at the silo was heard in Velm. Ada Krall opened the sluice at the silo.",
        "b": "The blast at the silo was heard in Velm. Krall opened the sluice at the silo. Ada Krall is 40.",
    }
    named = {"a": ["Ada Krall"], "b": ["Krall", "Ada Krall"]}
    readings = []
    for path, text in texts.items():
        reading = account(path, text)
        spans = [(name, text.index(f" {name} " if name == "Krall" else name)) for name in named[path]]
        told = tuple(
            NameMention(reading.article.id, Span(at, at + len(name)), name, name, "person") for name, at in spans
        )
        readings.append(replace(reading, names=told))
    assert full_names(readings, cast("story", readings)) == {"Krall": "Ada Krall"}


def test_a_name_of_two_bearers_is_nobodys_short_name() -> None:
    readings = [naming("a", "Ada Krall has [2] boats.", "Ada Krall", "person")]
    readings.append(naming("b", "Tove Krall has [2] boats.", "Tove Krall", "person"))
    readings.append(naming("c", "Krall has [2] boats.", "Krall", "person"))
    assert "Krall" not in full_names(readings, cast("story", readings))
