"""Hedges and verification words in a sentence, by vocabulary/hedges.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from reportedly.extract.draft import Parse
from reportedly.extract.speech.syntax import children, is_passive
from reportedly.extract.words import Token
from reportedly.model.span import Span
from reportedly.vocabulary import listed, table

_words = partial(listed, "hedges")

Kind = Literal["hedge", "verification"]
REACH, BEFORE = 12, 4  # tokens between a verb of checking and a word that negates it: by syntax, by place


@dataclass(frozen=True, slots=True)
class Reserve:
    """Words that weaken a statement or tell of its checking; `failed` when it could not be checked."""

    span: Span
    kind: Kind
    rule: str
    failed: bool = False
    at: int = 0


def checking_words() -> frozenset[str]:
    """Lemmas of verbs of checking."""
    return _words("verify") | _words("check")


def reserves(parse: Parse) -> Iterator[Reserve]:
    """All hedges and verification words of one paragraph, in order."""
    telling = _telling()
    for token in parse.doc:
        lemma = token.lemma_.lower()
        if lemma not in telling and token.lower_ not in telling:
            continue
        found = _verification(parse, token, lemma) or _hedge(parse, token, lemma)
        if found is not None:
            yield found


@cache
def _telling() -> frozenset[str]:
    """Every word of the lists, by one of which each hedge and each check begins."""
    return frozenset({"locate"}).union(*(_words(part) for part in table("hedges")))


def _verification(parse: Parse, token: Token, lemma: str) -> Reserve | None:
    if token.lower_ in _words("unverified"):
        return Reserve(parse.span(token), "verification", "unverified", True, token.i)
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    if lemma in _words("silence") and children(token, "xcomp"):
        return Reserve(parse.span(token), "verification", "silence", True, token.i)
    sure = lemma in _words("verify") or (lemma == "locate" and parse.doc[max(0, token.i - 2)].lower_ == "geo")
    if not sure and lemma not in _words("check"):
        return None
    negated = is_negated(token)
    careful = any(c.lower_ in ("independently", "since", "immediately") for c in token.children)
    if sure or negated or (careful and lemma in _words("check")):
        return Reserve(_clause(parse, token), "verification", "verify" if sure else "check", negated, token.i)
    return None


def is_negated(verb: Token) -> bool:
    """Whether a verb of checking is said not to have succeeded: by a word beside it, its subject or the verb above."""
    here = [verb]
    if verb.dep_ in ("xcomp", "acl", "pcomp", "conj", "advcl"):
        here.append(verb.head)
    if verb.dep_ == "pcomp":
        here.append(verb.head.head)
    near = [c for v in here for c in (v, *v.children) if abs(c.i - verb.i) <= REACH]
    before = verb.doc[max(verb.sent.start, verb.i - BEFORE) : verb.i]
    return any(t.lower_ in _words("never") for t in before) or any(
        c.lower_ in _words("negation") or _nobody(c) for c in near
    )


def _nobody(token: Token) -> bool:
    """Whether a subject is nobody: "neither", "no witness"."""
    said = (token, *token.children)
    return token.dep_ in ("nsubj", "nsubjpass") and any(t.lower_ in _words("nobody") for t in said)


def _clause(parse: Parse, verb: Token) -> Span:
    """The clause of a verb of checking, without what else hangs on it by "and" or in front of a comma."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ not in ("conj", "cc", "advcl", "ccomp", "parataxis", "punct", "relcl"):
            kept += list(child.subtree)
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    start, end = parse.span(first), parse.span(last)
    return Span(start.start, end.end)


def _hedge(parse: Parse, token: Token, lemma: str) -> Reserve | None:
    rule = _rule(token, lemma)
    if rule is None:
        return None
    last = token
    if rule in ("passive", "raising") and token.i + 1 < len(parse.doc) and parse.doc[token.i + 1].lower_ == "to":
        last = parse.doc[token.i + 1]
    return Reserve(Span(parse.span(token).start, parse.span(last).end), "hedge", rule, False, token.i)


def _rule(token: Token, lemma: str) -> str | None:
    lower = token.lower_
    if lower in _words("modal") and token.tag_ == "MD":
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        return None if after in ("not", "n't") and lower == "could" else "modal"
    if lower in _words("adverb") and token.pos_ in ("ADV", "ADJ", "X", "INTJ"):
        return "adverb"
    if (
        lemma in _words("raising")
        and token.pos_ in ("VERB", "AUX")
        and children(token, "xcomp", "oprd", "acomp", "ccomp")
    ):
        return "raising"
    if lower in _words("adjective") and token.dep_ == "amod":
        return "adjective" if _of_a_number(token) else "attribute"
    if lemma in _words("passive") and token.tag_ in ("VBN", "VBD") and _by_nobody(token):
        return "passive"
    if lower in _words("adjective") and token.dep_ in ("acomp", "attr", "oprd"):
        return "adjective"
    if lemma in _words("mind") and token.pos_ in ("VERB", "AUX") and not is_passive(token):
        return "mind" if _minded(token) else None
    return "noun" if lemma in _words("noun") and token.pos_ == "NOUN" else None


def _minded(token: Token) -> bool:
    """Whether somebody's mind is told of: not the hearer's, "as you can imagine", nor where a bare form without an
    auxiliary is a noun, "nine victims plus suspect"."""
    if token.tag_ != "VB":
        return True
    hearer = any(subject.lower_ == "you" for subject in children(token, "nsubj"))
    return not hearer and (token.dep_ == "conj" or bool(children(token, "aux")))


def _of_a_number(token: Token) -> bool:
    """Whether an adjective weakens a number: "a reported 12 dead", "the presumed loss of nine men", not "12 suspected
    cases"."""
    behind = token.doc[token.i + 1 : token.head.i + 1]
    of = [t for prep in children(token.head, "prep") if prep.lower_ == "of" for t in prep.subtree]
    return any(t.like_num for t in (*behind, *of))


def _by_nobody(token: Token) -> bool:
    passive = is_passive(token) or token.dep_ in ("acl", "amod", "oprd", "advcl")
    return passive and not children(token, "agent") and bool(
        children(token, "xcomp", "oprd", "ccomp", "advcl", "prep") or token.dep_ in ("acl", "amod", "ROOT", "conj")
    )  # fmt: skip
