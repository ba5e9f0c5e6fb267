"""Where words dispute a figure: "not five", "denied that 40 had died", "calls the number fanciful"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.relate.context import sentence_at
from reportedly.relate.terms import WORD, stem
from reportedly.vocabulary import table

REACH = 6  # words from a verb of dispute to what it disputes
BREAK = re.compile(r"[;:!?—–()]|[,.](?!\d)")
BEING = frozenset({"is", "are", "was", "were", "been", "being", "be"})


def gainsaid(text: str, span: Span, value: Quantity) -> tuple[str, str] | None:
    """The rule and the words that dispute the figure at `span`; None where nothing does.

    Looked at are its sentence and the next one of its paragraph. A word of dispute that merely stands near is none.
    """
    here = sentence_at(text, span)
    if set_aside := _set_aside(text, span, here, value):
        return "set aside for another", set_aside
    if verb := _disputed(text, span, here):
        return "its own number disputed", verb
    for sentence in (here, *_next(text, here)):
        for words in _called(text, sentence):
            if _meant(text, span, words):
                return "the figure disputed beside it", words.of(text)
    return None


def _set_aside(text: str, span: Span, here: Span, value: Quantity) -> str | None:
    """ "not five"; but "not more than five" is a bound, and "not one" is none."""
    if value.low is None or value.high is None or value.high <= 1:
        return None
    before = _against().search(text, here.start, span.start)
    return f"{before.group().strip()} {span.of(text)}" if before else None


def _disputed(text: str, span: Span, here: Span) -> str | None:
    """A verb of dispute with the figure in its complement; or the figure, and that it is disputed or wrong."""
    for word in WORD.finditer(text, here.start, here.end):
        verb = stem(word.group()) in _stems("verbs")
        if verb and word.end() <= span.start and _complement(text[word.end() : span.start]):
            return word.group()
        if (verb or stem(word.group()) in _stems("words")) and span.end <= word.start():
            between = text[span.end : word.start()]
            words = WORD.findall(between)
            if len(words) <= REACH and BEING & set(words[-2:]) and not BREAK.search(between):
                return " ".join([*words[-2:], word.group()])
    return None


def _complement(between: str) -> bool:
    words = [word.lower() for word in WORD.findall(between)]
    return len(words) <= REACH and not BREAK.search(between) and not _stems("elsewhere") & {stem(w) for w in words}


def _called(text: str, sentence: Span) -> Iterator[Span]:
    """ "rejects the figure", "calls the number fanciful", "the claim was false", "a figure that the firm disputes"."""
    found = list(WORD.finditer(text, sentence.start, sentence.end))
    stems = [stem(word.group()) for word in found]
    for at, word in enumerate(stems):
        if word not in _stems("verbs") | _stems("words"):
            continue
        last_of_clause = BREAK.match(text, found[at].end()) is not None
        backwards = word in _stems("words") or last_of_clause or (at > 0 and found[at - 1].group() in BEING)
        for other in range(max(0, at - REACH) if backwards else at + 1, min(len(found), at + REACH + 1)):
            low, high = sorted((at, other))
            if stems[other] in _stems("objects") and not BREAK.search(text, found[low].end(), found[high].start()):
                yield Span(found[low].start(), found[high].end())


def _meant(text: str, span: Span, words: Span) -> bool:
    """What is disputed is told before or between, or follows at once: "rejects the figure of 40"."""
    return span.start < words.end or (words.end <= span.start and not BREAK.search(text, words.end, span.start))


def _next(text: str, sentence: Span) -> tuple[Span, ...]:
    same_paragraph = text[sentence.end : sentence.end + 1] == " "
    return (sentence_at(text, Span(sentence.end + 1, sentence.end + 1)),) if same_paragraph else ()


@cache
def _stems(entry: str) -> frozenset[str]:
    words = table("disputes")[entry]["words"].split()
    return frozenset(stem(form) for word in words for form in (word, f"{word.removesuffix('e')}ed"))


@cache
def _against() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, table("disputes")["against"]["words"]))
    return re.compile(rf"\b(?:{phrases})\s+(?:the\s+)?\Z", re.I)
