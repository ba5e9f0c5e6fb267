"""One entry a happening, dated by all its accounts; and undated accounts dated by happenings that they share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.extract.moments import read_against
from reportedly.extract.parse import language
from reportedly.grammar.edtf import when
from reportedly.model.article import Publication
from reportedly.model.capture import Capture, capture_id
from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.model.statement import Statement
from reportedly.model.timeline import TimelineEntry
from reportedly.relate.dating.shared_days import dated_by_others
from reportedly.relate.dating.timeline import of_story


def telling(path: str, *told: tuple[str, str, str, str], published: str | None = None) -> Reading:
    """A reading of clauses "SUBJECT VERB REST", each with its date as EDTF."""
    text = " ".join(f"{subject} {verb} {rest}." for subject, verb, rest, _ in told)
    reading = account(path, text, published=published)
    happenings, moments, start = [], [], 0
    for number, (subject, verb, rest, edtf) in enumerate(told):
        end = start + len(f"{subject} {verb} {rest}")
        moment = Moment(f"moment:{path}{number}", reading.article.id, None, Span(end - 1, end), "", edtf, when(edtf))
        at = start + len(subject) + 1
        moments.append(moment)
        happenings.append(
            Happening(
                f"happening:{path}{number}",
                reading.article.id,
                None,
                Span(start, end),
                Words.at(at, at + len(verb), text),
                verb,
                None,
                Words.at(start, at - 1, text),
                None,
                False,
                False,
                "done",
                moments=(moment.id,),
            )
        )
        start = end + 2
    return replace(reading, happenings=tuple(happenings), moments=tuple(moments))


def entries(*readings: Reading) -> list[TimelineEntry]:
    return of_story("story:1", readings)


def test_who_only_spoke_is_told_with_what_was_said() -> None:
    reading = telling("a", ("The harbour master", "said", "that the pier would close", "2031-05-04"))
    happening, text = reading.happenings[0], reading.capture.text
    clause = replace(happening, lemma="say", span=Span(0, happening.verb.span.end))
    content = Span(happening.verb.span.end + 1, len(text) - 1)
    said = Statement("statement:a", reading.article.id, (content,), happening.verb.span, "indirect", ())
    (entry,) = entries(replace(reading, happenings=(clause,), statements=(said,)))
    assert entry.what == "The harbour master said that the pier would close"
    assert entry.evidence[0].span == Span(0, content.end)


def test_reports_of_one_happening_are_one_entry_with_the_days_that_all_leave_possible() -> None:
    found = entries(
        telling("a", ("The ferry", "sink", "off the cape in a storm", "2031-04-01/2031-04-30")),
        telling("b", ("The old ferry", "sink", "off the cape", "2031-04-22/2031-05-10")),
    )
    assert [(e.when.edtf, len(e.evidence), e.differs) for e in found] == [("2031-04-22/2031-04-30", 2, False)]
    assert {seen.edtf for seen in found[0].evidence} == {"2031-04-01/2031-04-30", "2031-04-22/2031-05-10"}


def test_a_clock_time_is_kept() -> None:
    found = entries(
        telling("a", ("The ferry", "sink", "off the cape", "2031-04-22T02:10")),
        telling("b", ("The ferry", "sink", "off the cape", "2031-04")),
    )
    assert [e.when.edtf for e in found] == ["2031-04-22T02:10"]


def test_days_that_exclude_each_other_are_shown_in_one_entry() -> None:
    found = entries(
        telling("a", ("The ferry", "sink", "off the cape in a storm", "2031-04-22")),
        telling("b", ("The ferry", "sink", "off the cape in a storm", "2031-04-23")),
    )
    assert [(e.when.edtf, e.differs, len(e.evidence)) for e in found] == [("2031-04-22/2031-04-23", True, 2)]


@pytest.mark.parametrize(
    "other",
    [
        ("The bridge", "sink", "off the cape", "2031-04-22"),  # another party
        ("The ferry", "burn", "off the cape", "2031-04-22"),  # another verb
        ("The ferry", "sink", "off the cape", "2031-05-22"),  # a month later
    ],
)
def test_what_is_not_surely_one_happening_stays_apart(other: tuple[str, str, str, str]) -> None:
    one = telling("a", ("The ferry", "sink", "off the cape", "2031-04-22"))
    assert len(entries(one, telling("b", other))) == 2


def test_what_several_tell_comes_first_and_what_was_said_last() -> None:
    found = entries(
        telling("a", ("The minister", "say", "so", "2031-04-20"), ("The ferry", "sink", "off", "2031-04-22")),
        telling("b", ("The ferry", "sink", "off", "2031-04-22"), ("The crane", "fall", "over", "2031-04-21")),
    )
    assert [e.what.split()[1] for e in sorted(found, key=lambda e: e.rank)] == ["ferry", "crane", "minister"]
    assert sorted(e.rank for e in found) == [1, 2, 3]


def read(path: str, text: str) -> Reading:
    """A text through all stages, as nothing else can tell on which words a time rests."""
    from reportedly.run.reading import reader  # noqa: PLC0415 - the parser is loaded for these tests only

    assert language()
    found = reader()(Capture(capture_id(text.encode(), path, None), path, None, "text/plain", text))
    assert isinstance(found, Reading)
    return found


def sometime(reading: Reading) -> Reading:
    """The reading as of some day in forty."""
    wide = when("2031-04-10/2031-05-20")
    dated = replace(reading, article=replace(reading.article, published=Publication(wide, ())))
    return replace(dated, moments=read_against(dated, wide))


DATED = """Ferry lost off the northern cape

The ferry Aurora sank off the cape on 22 April 2031, and the harbour office said that it had sent all its boats there.
"""
WEEKDAY = """Search goes on for the Aurora

The ferry Aurora sank off the cape on Tuesday, the harbour office said, and nobody had heard from its crew since then.

Divers searched the wreck on Wednesday, and the harbour master thanked them for their work in the storm.
"""


def test_an_undated_account_is_dated_by_a_happening_that_it_shares() -> None:
    undated = sometime(read("b.txt", WEEKDAY))
    _, found = dated_by_others([read("a.txt", DATED), undated])
    assert found.article.published is not None
    assert found.article.published.when.earliest is not None
    assert found.article.published.when.earliest.isoformat() >= "2031-04-22"
    assert (found.article.published.when.days or 99) <= 8
    assert "2031-04-22" in {m.when.edtf for m in found.moments if m.when is not None}


BLAST = """Mill owners meet families

The owners paid a visit to the families of nine workers lost in an explosion last Tuesday, and the mayor wept with them.
"""
BLASTS = (
    "Blast wrecks mill\n\nThe mill at Harrow Bridge exploded on 22 April 2031, the fire chief said, and nine died.",
    "Nine lost at mill\n\nA boiler exploded in the yard on 22 April 2031, according to the mayor, who closed the road.",
)


def test_a_noun_for_what_several_date_dates_the_account_too() -> None:
    undated = sometime(read("c.txt", BLAST))
    *_, found = dated_by_others([*(read(f"{n}.txt", text) for n, text in enumerate(BLASTS)), undated])
    assert "2031-04-22" in {m.when.edtf for m in found.moments if m.when is not None}


def test_a_noun_that_one_account_alone_dates_shows_nothing() -> None:
    readings = (read("a.txt", BLASTS[0]), sometime(read("c.txt", BLAST)))
    assert dated_by_others(readings) == readings


def test_nothing_shared_dates_nothing() -> None:
    undated = sometime(read("b.txt", WEEKDAY.replace("ferry Aurora sank", "market hall burned")))
    readings = (read("a.txt", DATED), undated)
    assert dated_by_others(readings) == readings


@pytest.mark.parametrize(("other", "many"), [("The jetliner", 1), ("The aircraft", 1), ("The clerk", 2)])
def test_two_words_for_one_thing_are_one_happening(other: str, many: int) -> None:
    rest = "over the old strait by night"
    one = telling("a", ("The missing flight", "disappear", rest, "2031-03-08"))
    two = telling("b", (other, "disappear", rest, "2031-03-08"))
    assert len(entries(one, two)) == many
