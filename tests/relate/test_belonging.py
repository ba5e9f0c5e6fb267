"""Persons told by a place, bodies by their fighters or their state, by the names that the story has for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.mention import NameKind, NameMention
from reportedly.model.span import Span
from reportedly.relate.naming.belonging import with_belonging


def source(said_by: str, *named: tuple[str, NameKind]) -> str | None:
    text = " ".join(name for name, _ in named)
    reading = account("a.txt", f"{text} had [2] boats.", said_by=said_by)
    plain = reading.capture.text
    names = tuple(
        NameMention(reading.article.id, Span(at, at + len(name)), name, name, kind)
        for name, kind in named
        for at in (plain.index(name),)
    )
    (told,) = with_belonging([replace(reading, names=names)])
    return told.statements[0].attribution[0].name


ADA, IDA = ("Ada Krall", "person"), ("Ida Krall", "person")
FRONT, SURVEY = ("HLF", "organisation"), ("Geological Survey of Lindmark", "organisation")


@pytest.mark.parametrize(
    ("told", "named", "name"),
    [
        ("Krall of the Harbour Office", [ADA], "Ada Krall"),
        ("Krall of the Harbour Office", [ADA, IDA], "Krall of the Harbour Office"),
        ("Brandt of the Harbour Office", [ADA], "Brandt of the Harbour Office"),
        ("the head of the Harbour Office", [ADA], "the head of the Harbour Office"),
        ("Rebels of the HLF", [FRONT], "HLF"),
        ("Friends of the HLF", [FRONT], "Friends of the HLF"),
        ("state geological survey", [SURVEY], "Geological Survey of Lindmark"),
        ("state survey", [SURVEY], "state survey"),
        ("state railway office", [SURVEY], "state railway office"),
    ],
)
def test_whom_such_words_mean(told: str, named: list[tuple[str, NameKind]], name: str) -> None:
    assert source(told, *named) == name
