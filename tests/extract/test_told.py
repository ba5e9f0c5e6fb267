"""Captions count once: what a picture's words say again is no statement, no figure and no date of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.told import told
from reportedly.model.article import STORY, Block
from reportedly.model.capture import Capture, capture_id
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.run.reader import Reader

CAPTION = (
    "Soldiers cross the river Ansa near Brel on 3 March 2031. "
    "Nine boats were lost, the ministry of defence said. (Photo: Ana Brel/Harbour Press)"
)
STORY_OF_IT = (
    "The ministry of defence of Brel said on Tuesday that troops had crossed the river Ansa at two places.",
    "“We hold the far bank,” General Ivo Tarn told reporters in the capital, where he spoke for an hour.",
    "Some 1,200 soldiers took part, according to the army, which had denied any such plan for weeks.",
)
CAPTURES = {
    "printed twice": "\n".join([CAPTION, CAPTION, "", *STORY_OF_IT]),
    "glued to itself": "\n".join([CAPTION + CAPTION, "", *STORY_OF_IT]),
    "above and below": "\n\n".join([CAPTION, *STORY_OF_IT, CAPTION]),
    "in other capitals": "\n\n".join([CAPTION, STORY_OF_IT[0], CAPTION.replace("Soldiers", "SOLDIERS"),
                                     *STORY_OF_IT[1:]]),
}  # fmt: skip


def blocks_of(*parts: tuple[str, str]) -> tuple[str, tuple[Block, ...]]:
    """A text of parts, one a line, and its blocks, given as kind and words."""
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), "test"))  # type: ignore[arg-type]
        text += words + "\n"
    return text, tuple(blocks)


def kept(*parts: tuple[str, str]) -> list[str]:
    text, blocks = blocks_of(*parts)
    return [block.span.of(text) for block in told(blocks, text)]


def test_a_caption_that_stands_there_again_is_left_out() -> None:
    said = "The keeper said nine boats were lost."
    assert kept(("caption", said), ("body", "Brel woke late."), ("caption", said)) == [said, "Brel woke late."]
    assert kept(("caption", said.upper()), ("caption", "The  keeper said nine boats were lost.")) == [said.upper()]


def test_a_caption_with_a_sentence_of_the_story_leaves_it_to_the_story() -> None:
    said = "The keeper said nine boats were lost."
    assert kept(("caption", said), ("body", f"Brel woke late. {said}")) == [f"Brel woke late. {said}"]


def test_a_caption_printed_twice_in_a_row_ends_where_it_begins_again() -> None:
    said = "The keeper said nine boats were lost."
    assert kept(("caption", said + said)) == [said]
    assert kept(("caption", f"{said}  {said}")) == [said]


def test_a_paragraph_that_was_a_caption_before_is_that_caption() -> None:
    said = "The keeper said nine boats were lost."
    assert kept(("caption", f"{said} [Harbour Press]"), ("quote", said)) == [f"{said} [Harbour Press]"]
    assert kept(("body", said), ("caption", said)) == [said]


def test_a_caption_behind_a_second_title_of_its_picture_is_told_once() -> None:
    one, two = "The keeper at the lock. ", "A man at the lock. "
    said = "Nine boats were lost there on Sunday, he said."
    assert kept(("caption", one + said + two + said)) == [(one + said + two).rstrip()]


def test_what_differs_and_what_is_short_stays() -> None:
    rows = (("caption", "The lock"), ("caption", "The lock"), ("body", "The mayor spoke at the lock in Brel."),
            ("body", "The mayor spoke at the lock in Brel."), ("caption", "Nine boats were lost at the lock."),
            ("caption", "Ten boats were lost at the lock."))  # fmt: skip
    assert kept(*rows) == [words for _, words in rows]


@given(st.lists(st.tuples(st.sampled_from(["caption", "body", "title", "ad"]), st.text("aB é\u0130", max_size=60))))
def test_what_is_told_is_story_in_order_and_inside_its_blocks(parts: list[tuple[str, str]]) -> None:
    text, blocks = blocks_of(*parts)
    story = [block for block in blocks if block.kind in STORY and len(block.span)]
    found = told(blocks, text)
    assert [b.span.start for b in found] == sorted({b.span.start for b in found})
    for block in found:
        whole = next(b for b in story if b.span.start == block.span.start)
        assert whole.kind == block.kind == "caption" or whole == block
        assert whole.span.contains(block.span)
    if not any(block.kind == "caption" for block in story):
        assert list(found) == story


def reading_of(text: str) -> Reading:
    """The reading of a text."""
    capture = Capture(capture_id(text.encode(), "ansa", None), "ansa.txt", None, "text/plain", text)
    reading = Reader()(capture)
    assert isinstance(reading, Reading)
    return reading


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """The readings of all captures, by what is wrong with each."""
    return {wrong: reading_of(text) for wrong, text in CAPTURES.items()}


@pytest.mark.parametrize("wrong", CAPTURES)
def test_captions_of_a_capture_count_once(readings: dict[str, Reading], wrong: str) -> None:
    reading = readings[wrong]
    text = reading.capture.text
    captions = [block.span for block in reading.article.blocks if block.kind == "caption"]
    assert captions
    said = [" ".join(span.of(text) for span in statement.content) for statement in reading.statements]
    assert len([words for words in said if words == "Nine boats were lost"]) == 1
    assert len([figure for figure in reading.figures if figure.text.lower().startswith("nine")]) == 1
    assert len([moment for moment in reading.moments if moment.text == "3 March 2031"]) == 1


@pytest.mark.parametrize("wrong", CAPTURES)
def test_nothing_is_said_counted_or_dated_outside_the_story(readings: dict[str, Reading], wrong: str) -> None:
    reading = readings[wrong]
    story = [block.span for block in reading.article.blocks if block.kind in STORY]
    told_of = [span for statement in reading.statements for span in statement.content]
    told_of += [value.span for value in (*reading.figures, *reading.moments, *reading.places)]
    assert len(told_of) > 5
    assert all(any(block.contains(span) for block in story) for span in told_of)
