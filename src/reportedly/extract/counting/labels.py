"""A short label or question before a bare number that says what it counts: "Survivors. The clinic says five."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.clauses import SUBJECTS, is_clause
from reportedly.extract.counting.echoed import is_bare
from reportedly.extract.counting.measured import Held
from reportedly.extract.counting.outcomes import ends_line
from reportedly.extract.counting.word_lists import listed
from reportedly.extract.draft import Parse
from reportedly.extract.words import Phrase, Token
from reportedly.model.mention import Figure
from reportedly.model.why import Why
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import (
    families,
    family_of_adjective,
    family_of_noun,
    family_of_participle,
    family_of_verb,
)

HEADING = 2  # words of a heading that is only what is counted
BACK = 3  # sentences before the number's own in which a label can stand


def labelled(figure: Figure, parse: Parse, held: Held, before: Parse | None = None) -> Figure:
    """The figure with the predicate and noun of its label, if it is bare and has one.

    A label is a few words before a colon, a short sentence, or a question; `before` is the paragraph ahead, whose
    closing question the first sentence of this one answers. Right before the number, as in a table ("Missing: 6"), a
    label goes before whatever the sentence around it seems to say.
    """
    if (word := _named_before(held.phrase)) is not None:
        return _as_labelled(figure, parse, word, _family(word) or "")
    ahead = _before_colon(held.phrase)
    beside = ahead is not None and ahead.end + 1 == held.phrase.start and held.noun is None and held.outcome is None
    if figure.counted is None and figure.predicate is None and (asked := _asking(held.phrase)) is not None:
        answering = _answering(figure, parse, asked)
        if answering != figure:
            return answering
    if not is_bare(figure) and not beside:
        return figure
    labels = [ahead] if ahead is not None else [s for s in _before(held.phrase) if _is_label(s)]
    for sentence in labels:
        for token in sentence:
            family = _family(token)
            if family is not None:
                return _as_labelled(figure, parse, token, family)
    if before is not None and held.phrase.sent.start == 0:
        answering = next((_answering(figure, before, asked) for asked in list(before.doc.sents)[-1:]), figure)
        if answering != figure:
            return answering
    noun = _heading(labels[0]) if labels and is_bare(figure) else None
    return figure if noun is None else _of_heading(figure, parse, noun)


def _heading(label: Phrase) -> Token | None:
    """ "3. Bombs.", "Helicopters:": a plural that stands alone."""
    words = [token for token in label if token.text[:1].isalpha()]
    last = words[-1] if words else None
    if last is None or len(words) > HEADING or last.tag_ != "NNS" or last.text.isupper():
        return None
    if last.lower_ in listed("no_heading") or label.text.rstrip().endswith(("?", "!")):
        return None
    return last if all(token.tag_ in {"DT", "JJ", "NN", "NNS"} for token in words) else None


def _of_heading(figure: Figure, parse: Parse, noun: Token) -> Figure:
    why = (*figure.why, Why("figures.v1: heading", noun.text))
    return replace(figure, counted=noun.text.lower(), counted_span=parse.span(noun), why=why)


def _named_before(phrase: Phrase) -> Token | None:
    """ "Dead 12, hurt 3": each number right after the word for what became of so many."""
    doc, start, end = phrase.doc, phrase.start, phrase.end
    word = doc[start - 1] if start > phrase.sent.start else None
    if word is None or not (family_of_participle(word.lower_) or family_of_adjective(word.lower_)):
        return None
    if any(child.dep_ in SUBJECTS for child in word.children):
        return None
    opens = word.i == phrase.sent.start or doc[word.i - 1].text in {",", ";", "."} or ends_line(doc[word.i - 1])
    closes = end == len(doc) or doc[end].is_punct or ends_line(doc[end])
    return word if opens and closes and _family(word) in listed("done_to", "families") | {"missing"} else None


def _before_colon(phrase: Phrase) -> Phrase | None:
    """ "Dead seals: our walkers have logged 143": what stands before a colon in the number's sentence and line."""
    breaks = [token.i + 1 for token in phrase.doc[: phrase.start] if ends_line(token)]
    start = max([phrase.sent.start, *breaks[-1:]])
    colons = [token.i for token in phrase.doc[start : phrase.start] if token.text == ":"]
    label = phrase.doc[start : colons[0]] if colons else None
    beside = bool(colons) and colons[0] == phrase.start - 1 and label is not None and _states_nothing(label)
    longest = int(table("counted")["label"]["longest_beside" if beside else "longest"])
    return label if label is not None and 0 < len(label) <= longest else None


def _states_nothing(label: Phrase) -> bool:
    return not any(token.dep_ in SUBJECTS for token in label)


def _asking(phrase: Phrase) -> Phrase | None:
    """The sentence right before the number's own, if it is a question: "How much oil? He gives 120 tonnes."."""
    last = next(iter(_before(phrase)), None)
    return last if last is not None and last.text.rstrip().endswith("?") else None


def _answering(figure: Figure, before: Parse, sentence: Phrase) -> Figure:
    """ "How many pieces do you have?" in the sentence ahead: what it asks for is counted."""
    asks = [t for t in sentence if t.lower_ in ("many", "much") and t.i and t.nbor(-1).lower_ == "how"]
    if not asks or not sentence.text.rstrip().endswith("?"):
        return figure
    noun = asks[0].head if asks[0].head.pos_ in {"NOUN", "PROPN"} and asks[0].head.i > asks[0].i else None
    family = next((found for token in sentence if (found := _family(token))), None)
    if noun is None and family is None:
        return figure
    return replace(
        figure,
        predicate=family,
        counted=noun.text if noun is not None else None,
        counted_span=before.span(noun) if noun is not None else None,
        count=families()[family].count if family else None,
        why=(Why("figures.v1: question", sentence.text.strip()),),
    )


def _before(phrase: Phrase) -> list[Phrase]:
    own = phrase.sent.start
    before = [sentence for sentence in phrase.doc.sents if sentence.start < own]
    return before[-BACK:][::-1]


def _is_label(sentence: Phrase) -> bool:
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    if not words or len(words) > int(table("counted")["label"]["longest"]):
        return False
    if sentence.text.rstrip().endswith("?") or not any(is_clause(token) for token in words):
        return True
    return _is_headed_by_outcome(words)


def _is_headed_by_outcome(words: Sequence[Token]) -> bool:
    """ "Guards killed.": what such a verb is done to, without who did it, is no sentence."""
    last = words[-1]
    if len(words) > HEADING or len(words) == 1 or words[0].tag_ not in {"NNS", "NNPS"}:
        return False
    return family_of_participle(last.lower_) in listed("done_to", "families") and last.tag_ in {"VBN", "VBD"}


def _family(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    found = family_of_adjective(token.lower_) or family_of_participle(token.lower_) or family_of_noun(lemma)
    return found or (family_of_verb(lemma) if is_clause(token) else None)


def _as_labelled(figure: Figure, parse: Parse, token: Token, family: str) -> Figure:
    noun = not is_clause(token) or family_of_participle(token.lower_) == family
    return replace(
        figure,
        predicate=family,
        phase=None,
        counted=token.text if noun else None,
        counted_span=parse.span(token) if noun else None,
        count=families()[family].count,
        why=(Why("figures.v1: label", token.text),),
    )
