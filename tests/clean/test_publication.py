"""When a capture was published: what speaks for it, and what each date is the date of."""

from __future__ import annotations

import pytest

from reportedly.clean.publication import Publications
from reportedly.model.article import Block, BlockKind, Evidence, Publication
from reportedly.model.capture import NOTHING_GIVEN, Capture, Given
from reportedly.model.span import Span

DATED = Publications()
Part = tuple[BlockKind, str]


def published(
    *parts: Part, given: Given = NOTHING_GIVEN, metadata: tuple[Evidence, ...] = (), captured: str | None = None
) -> Publication | None:
    text = "\n".join(words for _, words in parts)
    blocks, at = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 1
    found = DATED(Capture("sha256:a", "a.txt", None, "text/plain", text, None, captured, given), blocks, metadata)
    for piece in found.evidence if found else ():
        assert piece.span is None or piece.span.of(text) == piece.text
    return found


def edtf(*parts: Part) -> str | None:
    found = published(*parts)
    return found.when.edtf if found else None


TITLE: Part = ("title", "Ferry sinks off Brel")
STORY: Part = ("body", "The ferry sank at night, the harbour master said.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("THE BREL POST | Monday 18 November 2013 | £1.10", "2013-11-18"),
        ("Brel Post — viernes 23 de agosto de 2019 — Min. 3°", "2019-08-23"),
        ("BRP0417 BREL-FERRY 071612Z NOV 19", "2019-11-07"),
        ("NCB 1129 06NOV29 1651UTC", "2029-11-06"),
        ("HARBOUR NEWS | English | 2022.05.22 (Sun.)", "2022-05-22"),
        ("BC-Ferry 2nd Ld   Brel Wire   06-12-2019 10:14 CDT", "2019-06-12"),
        ("BREL REVIEW, weekend, 26/27 May 2018", "2018-05-26/2018-05-27"),
        ("Brel Quarterly — Summer 2020 — Essays", "2020-06/2020-08"),
    ],
)
def test_a_masthead_dates_the_page(line: str, said: str) -> None:
    assert edtf(("header", line), TITLE, STORY) == said


def test_without_evidence_there_is_no_date() -> None:
    assert edtf(("header", "The Brel Post"), TITLE, ("body", "It sank on 3 March 2011, they recalled.")) is None


def test_a_line_of_publication_wins_over_the_masthead_which_is_then_a_capture() -> None:
    found = published(("header", "The Brel Post — Friday 2 May 2031"), TITLE, ("byline", "Posted 3 March 2029"), STORY)
    assert found is not None
    assert found.when.edtf == "2029-03-03"
    assert [(piece.says, piece.role) for piece in found.evidence] == [
        ("2031-05-02", "capture"),
        ("2029-03-03", "publication"),
    ]


def test_a_page_that_says_when_it_was_saved_has_no_date_by_that() -> None:
    assert edtf(("header", "Brel Notes · page saved 2 March 2029"), TITLE, STORY) is None


def test_an_update_dates_a_page_only_where_nothing_else_does() -> None:
    assert edtf(TITLE, ("header", "Updated: Mar 4, 2031 - 11:47 PM"), STORY) == "2031-03-04T23:47"
    both = edtf(TITLE, ("header", "Published 3 March 2031 | Updated 4 March 2031"), STORY)
    assert both == "2031-03-03"


def test_a_dateline_dates_the_page() -> None:
    assert edtf(TITLE, ("body", "BREL, March 3, 2031 (HP) — The ferry sank at night.")) == "2031-03-03"


def test_a_masthead_far_later_than_a_story_that_speaks_of_near_days_is_a_capture() -> None:
    found = published(
        ("header", "ONE NEWS"),
        ("header", "Jun 21, 2031"),
        TITLE,
        (
            "body",
            "The ferry sank this weekend. On Monday divers went down; the owner had said on Dec.15 that she was sound.",
        ),
    )
    assert found is not None
    assert (str(found.when.earliest), str(found.when.latest)) == ("2030-12-15", "2030-12-29")
    assert [(piece.kind, piece.role, piece.says) for piece in found.evidence] == [
        ("mention", "mention", "XXXX-12-15"),
        ("header", "capture", "2031-06-21"),
    ]


def test_a_day_near_the_masthead_shows_that_it_is_its_own() -> None:
    told: Part = ("body", "The ferry sank on Monday, 20 June. She was built on 3 January 1990.")
    assert edtf(("header", "21 June 2031"), TITLE, told) == "2031-06-21"


def test_a_date_in_numbers_is_read_by_the_days_of_the_story() -> None:
    told: Part = ("body", "The ferry sank on 2 September, the harbour master said on Monday.")
    assert edtf(("header", "BRP 03/09/2031 18:22"), TITLE, told) == "2031-09-03"


def test_given_dates_win_and_metadata_comes_next() -> None:
    given = published(("header", "21 June 2031"), STORY, given=Given(published="2030"))
    assert given is not None
    assert (given.when.edtf, given.evidence[0].kind) == ("2030", "metadata")
    declared = Evidence("metadata", "publication", "2031-06-19T10:00", None, "2031-06-19T10:00")
    page = published(("header", "21 June 2031"), STORY, metadata=(declared,))
    assert page is not None
    assert page.when.edtf == "2031-06-19T10:00"


def test_a_full_date_with_its_clock_opens_a_text() -> None:
    assert edtf(("body", "BREL | Tue Apr 27, 2032 4:08 am EDT BREL (HP) - The lock froze.")) == "2032-04-27T04:08-04:00"
    assert edtf(("body", "On June 12, 2031 2:00 am the lock froze.")) is None  # a time that the story tells of


def test_a_weekday_that_the_text_dates_elsewhere_dates_the_text() -> None:
    """A weekday alone is of the last week; what a picture or a post says of the same one is its date."""
    told: Part = ("body", "The two met again on Friday.")
    assert edtf(told, ("caption", "The two on Friday, June 20, 2031.")) == "2031-06-20/2031-06-26"
    assert (
        edtf(told, ("body", "Both were on board on Friday, June 20."), ("body", "June 20, 2031 was hot.")) is not None
    )


@pytest.mark.parametrize(
    "other",
    [
        "FILE - The two on Friday, June 20, 2031.",  # an old picture
        "The trial is due to begin on Friday, June 20, 2031.",  # a day ahead
        "The two on Saturday, June 21, 2031.",  # another weekday
        "The two on June 20, 2031.",  # no weekday
        "The two on Friday, June 20.",  # no year
        "The lock opened on Friday, June 20, 2031; a day in July 2, 2031 was its last.",  # not the newest day
    ],
)
def test_other_days_do_not(other: str) -> None:
    assert edtf(("body", "The two met again on Friday."), ("caption", other)) is None


def test_the_day_of_the_capture_bounds_what_the_story_s_days_say() -> None:
    story: Part = ("body", "The lock froze on 3 March. The mayor spoke on Monday.")
    found = published(story, captured="2031-03-09")
    assert found is not None
    assert found.when.edtf == "2031-03-03/2031-03-09"
    assert [(piece.role, piece.says) for piece in found.evidence] == [
        ("mention", "XXXX-03-03"),
        ("capture", "2031-03-09"),
    ]
    assert published(("body", "The lock froze on 3 March."), captured="2031-03-09") is None  # any year, told any time


def test_an_update_in_a_page_s_metadata_dates_it_where_nothing_else_does() -> None:
    updated = Evidence("metadata", "update", "dateModified: 2031-03-05", None, "2031-03-05")
    found = published(TITLE, STORY, metadata=(updated,))
    assert found is not None
    assert found.when.edtf == "2031-03-05"
