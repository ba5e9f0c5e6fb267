"""Every sentence of a brief leads to words that bear it out, and nothing in doubt is told as agreed."""

import datetime as dt
import email
import re
import stat
import wave
from collections.abc import Iterator
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest
from benchmarks.corpus.gold import write_event

import reportedly
from reportedly.model.point import Answer
from reportedly.model.record import Record
from reportedly.show import brief_speech
from reportedly.show.brief import Brief, Sentence, make_brief
from reportedly.show.brief_html import html
from reportedly.show.brief_mail import letter
from reportedly.show.brief_markdown import markdown, plain
from reportedly.show.brief_text import text
from reportedly.show.visible import visible

HOUSE = Path(__file__).parents[2]
SHARED = HOUSE.parent / "shared" / "events" / "kursk"
CORPUS = ("airliner-quiruma", "bandiori-exchange", "coup-kansare")


@pytest.fixture(scope="module")
def made(ferry: Record) -> Brief:
    return make_brief(ferry)


def sentences(brief: Brief) -> Iterator[tuple[str, Sentence]]:
    for part in brief.parts:
        for sentence in part.sentences:
            yield part.heading, sentence


def check(record: Record, brief: Brief) -> int:
    """Walk every footnote; how many there are."""
    answers: dict[str, Answer] = {a.id: a for p in record.points for a in p.answers}
    statements = {s.id: s for s in record.statements}
    notes = {note.number: note for note in brief.notes}
    points = {a.id: p for p in record.points for a in p.answers}
    walked = 0
    for heading, sentence in sentences(brief):
        assert sentence.given
        for given in sentence.given:
            note = notes[given.note]
            answer = answers[note.answer]
            words = record.text_of(note.article)[note.span.start : note.span.end]
            assert words == note.words, "a footnote quotes exact words"
            assert note.span.contains(answer.span), "and they hold the value"
            assert given.words == visible(" ".join(answer.text.split()))
            statement = statements.get(answer.statement or "")
            if answer.origin is not None and answer.origin.name is not None:
                assert answer.origin.name.startswith(given.who.rstrip("…")[:60])
                named = {link.name for link in statement.attribution} if statement else set()
                assert answer.origin.name in named or answer.origin.name.split()[-1] in record.text_of(note.article)
            if answer.origin is None:
                assert given.who.endswith(" itself")
            assert (given.by == "denied by") >= (answer.certainty == "denied")
            assert given.how or answer.certainty in ("asserted", "denied"), "a doubt is said"
            point = points[answer.id]
            if heading == "Agreed":
                assert not {"contested", "differs", "inconsistent", "not-verified"} & set(point.standing)
                assert answer.certainty in ("asserted", "hedged")
            if point.contested:
                assert "contested" in sentence.standing
            if "not-verified" in point.standing:
                assert "not verified" in sentence.standing
            walked += 1
    return walked


def test_every_footnote_of_the_ferry_bears_its_sentence_out(ferry: Record, made: Brief) -> None:
    assert [part.heading for part in made.parts] == ["New", "Agreed", "Disputed", "Revised", "Not verified"]
    assert check(ferry, made) > 30


@pytest.mark.slow
@pytest.mark.parametrize("event", CORPUS)
def test_every_footnote_of_an_event_of_the_corpus(event: str, tmp_path: Path) -> None:
    write_event(HOUSE / "corpus" / event, tmp_path / event)
    record = reportedly.build([tmp_path / event / "captures"])
    assert check(record, make_brief(record)) > 15


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation events are not here")
def test_every_footnote_of_kursk() -> None:
    record = reportedly.build([SHARED / "captures" if (SHARED / "captures").is_dir() else SHARED])
    assert check(record, make_brief(record)) > 15


def test_what_is_new_was_told_since(ferry: Record) -> None:
    brief = make_brief(ferry, dt.date(2013, 11, 20))
    assert brief.parts[0].heading == "New"
    assert "20 November 2013" in brief.parts[0].gloss
    published = {a.id: a.published.when for a in ferry.articles if a.published}
    said = {a.id: a for p in ferry.points for a in p.answers}
    notes = {note.number: note for note in brief.notes}
    for sentence in brief.parts[0].sentences:
        for given in sentence.given:
            answer = said[notes[given.note].answer]
            latest = published[answer.article].latest
            assert answer.said or answer.as_of or (latest and latest >= dt.date(2013, 11, 20))


def test_no_part_is_longer_than_a_page_allows(made: Brief) -> None:
    for part in made.parts:
        assert len(part.sentences) <= 4
        assert all(len(sentence.given) <= 4 for sentence in part.sentences)


def test_markdown_has_each_footnote_that_it_calls(made: Brief) -> None:
    page = markdown(made)
    called, told = set(re.findall(r"\[\^(\d+)\](?!:)", page)), set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))
    assert called == told == {str(note.number) for note in made.notes}


@pytest.mark.parametrize(
    "hostile", ["[a](http://127.0.0.1)", "![x](y)", "<script>", "# head", "`code`", "a | b", "1. x"]
)
def test_text_of_captures_is_only_text_in_markdown(hostile: str) -> None:
    safe = plain(hostile)
    assert not re.search(r"(?<!\\)[\[\]<>`|]|^#|(?<=:)//", safe)
    assert re.sub(r"\\(.)", r"\1", safe).replace("\\", "") == hostile.replace("\\", "")


def test_html_leads_from_number_to_words_and_loads_nothing(made: Brief) -> None:
    page = html(made)
    assert set(re.findall(r'href="#(n\d+)"', page)) == set(re.findall(r'id="(n\d+)"', page))
    assert not re.search(r"<(script|img|link|iframe)|url\(", page)
    assert "default-src 'none'" in page


def test_a_letter_is_a_draft_of_text_and_page(made: Brief) -> None:
    message = email.message_from_string(letter(made), policy=default)
    assert message["Subject"].startswith("Brief: ")
    assert message["X-Unsent"] == "1"
    plain_part, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain_part
    assert page
    assert plain_part.get_content().replace("\r\n", "\n") == text(made)
    assert page.get_content().replace("\r\n", "\n") == html(made)
    assert letter(made) == letter(made)


def test_a_machine_says_first_that_it_speaks(made: Brief) -> None:
    said = brief_speech.speech(made)
    assert said.startswith("This is a machine speaking.")
    assert "[" not in said.split("\n")[5]
    assert said.endswith("not what is true.")


def test_reading_aloud_gives_the_words_to_the_program(
    made: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(f'#!/bin/sh\ncat > {tmp_path}/said\nwhile [ "$1" != -w ]; do shift; done\necho RIFF > "$2"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    brief_speech.speak(made, tmp_path / "brief.wav")
    assert (tmp_path / "said").read_text() == brief_speech.speech(made)
    assert (tmp_path / "brief.wav").read_text() == "RIFF\n"


def test_no_voice_is_told_with_what_to_install(made: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(brief_speech.SpeechError, match="espeak-ng, which is not installed"):
        brief_speech.speak(made, tmp_path / "brief.wav")


@pytest.mark.skipif(not brief_speech.shutil.which("espeak-ng"), reason="espeak-ng is not installed here")
def test_a_real_voice_reads_it(made: Brief, tmp_path: Path) -> None:
    brief_speech.speak(made, tmp_path / "brief.wav")
    with wave.open(str(tmp_path / "brief.wav")) as sound:
        assert sound.getnframes() > 5 * sound.getframerate()


def test_a_record_of_nothing_has_a_brief(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing here is told by anybody of anything.\n")
    brief = make_brief(reportedly.build([tmp_path]))
    assert "Nothing in these captures." in text(brief)


def test_a_story_that_nothing_names_has_a_brief(ferry: Record) -> None:
    nameless = replace(ferry, stories=tuple(replace(story, title="") for story in ferry.stories))
    assert make_brief(nameless).title == "Brief"
