"""What a source is called that its article does not name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.record import Record
from reportedly.model.span import Span
from reportedly.show.index import Index


@pytest.mark.parametrize(
    ("words", "called"),
    [("Two pilots", "“Two pilots”"), ("Its", "a source nobody names"), ("Those", "a source nobody names")],
)
def test_an_unnamed_source_is_told_by_its_words_unless_they_tell_nobody(words: str, called: str) -> None:
    reading = account("a.txt", f"{words} spoke of [9] lost boats.", said_by="pilots")
    (statement,) = reading.statements
    link = replace(statement.attribution[0], name=None, span=Span(0, len(words)))
    held = replace(reading, statements=(replace(statement, attribution=(link,)),))
    index = Index(Record((), (held,)))
    assert index.unnamed(held.statements[0], index.account_of[held.article.id]) == called
