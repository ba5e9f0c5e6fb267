"""Papers speak for their issuers; "the airline" is the airline that the page names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.mention import NameMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.naming.bodies import with_bodies
from reportedly.relate.naming.papers import issued_by, with_issuers


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("the council's interim note", "council"),
        ("Open Well’s latest report", "Open Well"),
        ("a memo from the state geological survey", "state geological survey"),
        ("a statement issued by the harbour office", "harbour office"),
        ("several reports from divers", "divers"),
        ("a harbour ministry statement", "harbour ministry"),
        ("a navy note", "navy"),
        ("a tally kept by the Tide Institute", "Tide Institute"),
        ("several reports from the salt marsh", None),
        ("the note", None),
        ("Monday's report", None),
        ("the palace bulletin of this Monday", None),
        ("the bulletin of the Monday Club", "Monday Club"),
        ("the council", None),
        ("the council's mayor", None),
    ],
)
def test_whose_paper_it_is(words: str, whose: str | None) -> None:
    assert issued_by(words) == whose


def test_an_origin_that_is_a_paper_is_its_issuer_and_says_why() -> None:
    (reading,) = with_issuers([account("a.txt", "[9] boats were lost.", said_by="the council's interim note")])
    (statement,) = reading.statements
    assert statement.attribution[0].name == "council"
    assert statement.attribution[0].described == "the council's interim note"
    assert statement.why[-1].rule == "a paper's issuer"


def test_a_tally_is_whose_the_words_behind_it_say() -> None:
    reading = account(
        "a.txt", "[9] boats were lost, according to a tally kept by the Tide Institute.", said_by="a tally"
    )
    text = reading.capture.text
    told, whose = (Span(text.index(words), text.index(words) + len(words)) for words in ("a tally", "Tide Institute"))
    (statement,) = reading.statements
    link = replace(statement.attribution[0], span=told)
    names = (NameMention(reading.article.id, whose, "Tide Institute", "Tide Institute", "organisation"),)
    (reading,) = with_issuers([replace(reading, statements=(replace(statement, attribution=(link,)),), names=names)])
    assert reading.statements[0].attribution[0].name == "Tide Institute"


def naming(path: str, text: str, *bodies: str, said_by: str | None = None) -> Reading:
    reading = account(path, text, said_by=said_by)
    plain = reading.capture.text
    names = tuple(
        NameMention(reading.article.id, Span(at, at + len(body)), body, body, "organisation")
        for body in bodies
        for at in (plain.index(body),)
    )
    return replace(reading, names=names)


def source(*readings: Reading) -> str | None:
    origin = with_bodies(readings)[-1].statements[0].origin
    return origin.name if origin is not None else None


ASKED = "The airline said [9] seats were free."


@pytest.mark.parametrize("named", ["The airline Selvar began in May.", "Selvar, the island's largest airline, is new."])
def test_the_airline_is_whom_the_story_calls_so(named: str) -> None:
    told = naming("a.txt", f"{named} It has [2] planes.", "Selvar")
    assert source(told, naming("b.txt", ASKED, said_by="airline")) == "Selvar"


def test_of_two_airlines_neither_is_taken() -> None:
    told = naming("a.txt", "The airline Selvar and the airline Ostrel have [2] planes.", "Selvar", "Ostrel")
    assert source(told, naming("b.txt", ASKED, said_by="airline")) == "airline"


def test_without_a_word_for_it_nobody_is_the_company() -> None:
    told = naming("a.txt", "Selvar began with [2] planes.", "Selvar")
    assert source(told, naming("b.txt", ASKED, said_by="company")) == "company"


def test_little_words_issue_no_paper() -> None:
    assert issued_by("the words of the") is None


@pytest.mark.parametrize(
    ("before", "bodies", "name"),
    [
        ("Selvar denied it.", ("Selvar",), "Selvar"),
        ("Selvar denied it; the Drivers' Union was glad.", ("Selvar", "Drivers' Union"), "Selvar"),
        ("Selvar and Ostrel denied it.", ("Selvar", "Ostrel"), "company"),
        ("The company Ostrel began. " + "It grew. " * 40 + "Selvar denied it.", ("Ostrel", "Selvar"), "Selvar"),
    ],
)
def test_the_company_is_the_one_body_just_named(before: str, bodies: tuple[str, ...], name: str) -> None:
    told = naming("a.txt", f"{before} The company said [9] seats were free.", *bodies, said_by="company")
    at = told.capture.text.index("The company said")
    link = replace(told.statements[0].attribution[0], span=Span(at, at + 11))
    assert source(replace(told, statements=(replace(told.statements[0], attribution=(link,)),))) == name


def asked_for(text: str, words: str, *bodies: str) -> str | None:
    """Whom a story of one page takes these words of it to mean."""
    told = naming("a.txt", text, *bodies, said_by=words)
    at = told.capture.text.index(words)
    link = replace(told.statements[0].attribution[0], span=Span(at, at + len(words)))
    return source(replace(told, statements=(replace(told.statements[0], attribution=(link,)),)))


FAR = "The mayor wept. " * 30


@pytest.mark.parametrize(
    ("text", "words", "bodies", "name"),
    [
        (f"Selvar is to close. {FAR} The company said [9].", "company", ("Selvar",), "Selvar"),
        (f"Selvar and Ostrel close. {FAR} The company said [9].", "company", ("Selvar", "Ostrel"), "company"),
        (f"The Tarn Ministry is to close. {FAR} The company said [9].", "company", ("Tarn Ministry",), "company"),
        ("Tarn's spy agency said [9]. The Tarn Information Service met.", "spy agency",
         ("Tarn Information Service",), "Tarn Information Service"),
        ("Tarn's food agency said [9]. The Tarn Information Service met.", "food agency",
         ("Tarn Information Service",), "food agency"),
        ("A committee of divers said [9]. The Tarn Review Committee met.", "A committee of divers",
         ("Tarn Review Committee",), "Tarn Review Committee"),
        ("A committee of divers said [9]. The Tarn Committee and the Lund Committee met.", "A committee of divers",
         ("Tarn Committee", "Lund Committee"), "A committee of divers"),
        ("A team of divers said [9]. The Tarn Review Committee met.", "A team of divers",
         ("Tarn Review Committee",), "A team of divers"),
        ("The Tarn Bureau met. Later the agency said [9].", "agency", ("Tarn Bureau",), "Tarn Bureau"),
        ("The Selvar plane fell. Later the airline said [9].", "airline", ("Selvar",), "Selvar"),
        ("Open Well, the agency said, has [9].", "agency", ("Open Well",), "agency"),
    ],
)  # fmt: skip
def test_the_body_is_the_one_of_its_kind(text: str, words: str, bodies: tuple[str, ...], name: str) -> None:
    assert asked_for(text, words, *bodies) == name


@pytest.mark.parametrize("officials", ["Officials", "Officials in Lund"])
def test_officials_have_it_from_whoever_issued_the_paper_behind_them(officials: str) -> None:
    told = account("a.txt", "[9] boats sank.", said_by=officials, via=("a harbour ministry statement", "The Post"))
    (reading,) = with_issuers([told])
    assert [link.name for link in reading.statements[0].attribution] == ["harbour ministry", officials, "The Post"]
    assert reading.statements[0].origin == reading.statements[0].attribution[0]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("A report of the Harbour Board came.", "Harbour Board"),
        ("The Harbour Board's first report came.", "Harbour Board"),
        ("The Harbour Board met.", "report"),
    ],
)
def test_a_report_is_whose_it_was_when_it_was_told_of(before: str, name: str) -> None:
    told = naming("a.txt", f"{before} According to the report, [9] boats sank.", "Harbour Board", said_by="report")
    at = told.capture.text.index("the report,")
    link = replace(told.statements[0].attribution[0], span=Span(at, at + 10))
    (reading,) = with_issuers([replace(told, statements=(replace(told.statements[0], attribution=(link,)),))])
    assert reading.statements[0].attribution[0].name == name
