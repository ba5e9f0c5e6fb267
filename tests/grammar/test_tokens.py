"""Texts as tokens, and stretches of them."""

from __future__ import annotations

from reportedly.grammar.tokens import tokens

STORY = "Ferry runs aground\u2029On 3 May the Anna Rosa, 1,200 tons, lost both anchors.\u2029Six of its 40 guests swam."


def test_a_paragraph_of_a_story_has_the_tokens_that_it_has_alone() -> None:
    whole = tokens(STORY)
    for paragraph in STORY.split("\u2029"):
        start = STORY.index(paragraph)
        assert whole.part(start, start + len(paragraph)) == tokens(paragraph)


def test_a_token_that_reaches_beyond_a_stretch_is_not_in_it() -> None:
    assert tokens("Some 1,200 tons").part(0, 8).words == ["some"]
