"""Plain words against spaCy's own, which they are copied from."""

import pytest
import spacy.tokens
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.paragraphs import article, capture

from reportedly.extract.copied import Copied
from reportedly.extract.draft import Draft
from reportedly.extract.parse import Parser, language
from reportedly.extract.words import Doc, Phrase, Token

TEXTS = (
    "",
    "It rained.",
    "  Two spaces lead.\n\nThen a break;  “Who knows?” she asked the ferry’s 41 passengers -- all of them -- at 9 a.m.",
    "What the inspector had said the harbour master, who left on Friday, denied. No. 3 crane fell! Nobody was hurt",
    "A hearing is scheduled on the issue today that all of the owners wanted, the mayor of Sandry said.",
)
WORDS = st.sampled_from(["The", "sank", ",", ".", "said", "who", "“", "”", "41", "it", "mayor", "was", "(", "\n"])


def both(text: str) -> tuple[spacy.tokens.Doc, Doc]:
    ours = Copied(language())(language()(text))
    theirs = language()(text)
    for name in ("attribute_ruler", "lemmatizer"):
        theirs = language().get_pipe(name)(theirs)  # type: ignore[operator]  # the stubs do not know that pipes are called
    return theirs, ours


FIELDS = (
    "i", "idx", "text", "lower_", "whitespace_", "lemma_", "pos_", "tag_", "dep_",
    "is_alpha", "is_punct", "is_space", "is_lower", "is_upper", "like_num",
)  # fmt: skip


def told(doc: spacy.tokens.Doc | Doc) -> list[tuple[object, ...]]:
    """All that the rules of the house ask of each word."""
    return [(*(getattr(t, name) for name in FIELDS), bool(t.is_sent_start), len(t), *places(t)) for t in doc]


def places(word: spacy.tokens.Token | Token) -> tuple[object, ...]:
    """Where a word hangs, what hangs on it, and in which sentence it stands."""
    near = ([t.i for t in others] for others in (word.children, word.subtree, word.ancestors))
    return (word.head.i, word.left_edge.i, word.right_edge.i, word.sent.start, word.sent.end, *near)


@pytest.mark.parametrize("text", TEXTS)
def test_words_say_what_spacys_tokens_say(text: str) -> None:
    theirs, ours = both(text)
    assert (ours.text, told(ours)) == (theirs.text, told(theirs))


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_words_of_any_text(text: str) -> None:
    theirs, ours = both(text)
    assert (ours.text, told(ours)) == (theirs.text, told(theirs))


@pytest.mark.parametrize("text", TEXTS)
def test_every_phrase_is_as_spacy_has_it(text: str) -> None:
    theirs, ours = both(text)
    assert [(s.start, s.end, s.text) for s in theirs.sents] == [(s.start, s.end, s.text) for s in ours.sents]
    for start in range(len(theirs)):
        for end in range(start + 1, len(theirs) + 1):
            a, b = theirs[start:end], ours[start:end]
            assert (a.text, a.start_char, a.end_char, a.root.i) == (b.text, b.start_char, b.end_char, b.root.i)
            assert ([t.i for t in a], a.sent.start, a[-1].i) == ([t.i for t in b], b.sent.start, b[-1].i)


@pytest.mark.parametrize("text", TEXTS)
def test_characters_find_the_words_that_spacy_finds(text: str) -> None:
    theirs, ours = both(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 12) + 1):
            a, b = theirs.char_span(start, end, alignment_mode="expand"), ours.char_span(start, end)
            assert ends(a) == ends(b)
            a, b = theirs.char_span(start, end), ours.char_span(start, end, whole=True)
            assert ends(a) == ends(b)


def ends(phrase: spacy.tokens.Span | Phrase | None) -> tuple[int, int] | None:
    return None if phrase is None else (phrase.start, phrase.end)


def test_slices_end_where_the_text_ends() -> None:
    _, ours = both("It rained.")
    assert (ours[-1].text, ours[1:9].text, ours[2:1].text, len(ours[5:])) == (".", "rained.", "", 0)
    assert ours[0].nbor().nbor(-1) is ours[0]
    with pytest.raises(IndexError):
        ours[2].nbor()


def parsed(text: str) -> Doc:
    it = capture(text)
    (parse,) = Parser()(Draft(it, article(it))).parses
    return parse.doc


@pytest.mark.parametrize(
    "text",
    [
        "What’s on the roof of the mill? The warden doesn’t know.",
        "The bakers’ union said it’s the owner’s fault, and that they’d won’t pay.",
        "‘The gate’s shut,’ said the guard. “It isn’t,” said the clerk’s wife.",
    ],
)
def test_a_curly_apostrophe_is_parsed_as_a_straight_one_and_stays_as_written(text: str) -> None:
    curly, straight = parsed(text), parsed(text.replace("’", "'"))
    grammar = ("idx", "lemma_", "pos_", "tag_", "dep_")
    assert [[getattr(t, name) for name in grammar] for t in curly] == [
        [getattr(t, name) for name in grammar] for t in straight
    ]
    assert curly.text == text
    assert all(text.startswith(t.text, t.idx) and t.lower_ == t.text.lower() for t in curly)
