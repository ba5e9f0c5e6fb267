"""When something happened: not when it was written, nor until when it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.grammar.edtf import when
from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.claims.dates import date_claims
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.evidence import Evidence


def dated(path: str, text: str, *dates: tuple[str, str]) -> Reading:
    """An account with its time expressions: their words and the date of each."""
    reading = account(path, text)
    spans = [(words, edtf, Span(text.index(words), text.index(words) + len(words))) for words, edtf in dates]
    moments = (
        Moment(f"moment:{path}:{span.start}", reading.article.id, None, span, words, edtf, when(edtf))
        for words, edtf, span in spans
    )
    return replace(reading, moments=tuple(moments))


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("SENN, 12 Apr (CNS) - The tug sank on Monday.", ["Monday"]),
        ("The tug was raised.\nSENN, 12 Apr (CNS) - The tug sank on Monday.", ["Monday"]),
        ("The tug sank on Monday and was raised on 12 Apr.", ["Monday", "12 Apr"]),
        ("The tug sank on Monday. As of 12 Apr, divers had found four men.", ["Monday"]),
        ("The tug sank on Monday. The port is closed as of 12 Apr, its master said.", ["Monday", "12 Apr"]),
    ],
)
def test_a_date_of_writing_or_telling_is_no_answer(text: str, claimed: list[str]) -> None:
    dates = [(words, edtf) for words, edtf in (("Monday", "2031-04-07"), ("12 Apr", "2031-04-12")) if words in text]
    assert sorted(claim.text for claim in date_claims(dated("a", text, *dates))) == sorted(claimed)


def test_one_deed_is_compared_though_next_to_no_word_is_shared() -> None:
    said = (
        ("The tug foundered at dusk on Monday.", "founder"),
        ("Off the cape a small vessel sank on Sunday.", "sink"),
    )
    readings = []
    for path, ((text, lemma), day) in enumerate(zip(said, ("Monday", "Sunday"), strict=True)):
        reading = dated(str(path), text, (day, f"2031-04-0{7 - path}"))
        verb = Words.at(4, 8, text)
        sank = Happening(
            f"happening:{path}", reading.article.id, None, Span(0, len(text)), verb, lemma, "sank", None, None,
            False, False, "done", moments=(reading.moments[0].id,),
        )  # fmt: skip
        readings.append(replace(reading, happenings=(sank,)))
    evidence = Evidence([claim for each in readings for claim in date_claims(each)], "date", Echoes([]))
    assert evidence.first.tolist() == [0]
    assert evidence.signs["same family"].tolist() == [1.0]
