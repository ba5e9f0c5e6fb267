"""Figures that stand for a whole statement: "the union has 14, the firm 12", "the radar's 19:47", "31 (Red Cross)"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.frames import counts
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.speech.speakers import can_speak, speaking_nouns
from reportedly.extract.speech.syntax import children, phrase, subject, subtree
from reportedly.extract.speech.verbs import cue_tokens
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.vocabulary import listed, table

SPEAKERS = frozenset({"person", "organisation", "outlet", "unit", "group"})
HYPHENS = frozenset("-‑‐")
STOPS = frozenset(".;,:)!?")
NOUNS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "CCONJ", "SCONJ"})
JOINS = frozenset(table("speech")["other_half"]["joins"])
ROUNDING = frozenset(table("speech")["other_half"]["rounding"])
COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})  # behind a figure they are what it counts
SIGNS = frozenset(table("speech")["other_half"]["signs"])
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST_SOURCE = 8  # tokens between a comma and the figure behind it
LONGEST_SIGN = 6  # tokens in brackets that name whose figure it is


class Bare:
    """Finds figures that are said to be somebody's without a word of saying."""

    rules = ("holds", "owned")

    def __init__(self) -> None:
        self._verbs = {lemma: frozenset(row["takes"]) for lemma, row in table("cues")["holds"].items()}
        self._papers = frozenset(table("sources")["document"]["words"])

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings of such a figure, in order."""
        found = []
        for token in passage.tokens:
            if passage.quoted(token) and not _alone_in_marks(passage, token):
                continue
            finding = self._held(passage, token) if token.pos_ in ("VERB", "AUX") else _owned(passage, token)
            found += [finding] if finding is not None else []
        return found

    def _held(self, passage: Passage, verb: Token) -> Finding | None:
        """ "The union has 14", "the ministry stands by 1,180": a figure without a noun, and a source that can speak."""
        takes = self._verbs.get(verb.lemma_.lower())
        who = subject(verb) if takes is not None else None
        if takes is not None and who is not None and "paper" in takes and who.lemma_.lower() in self._papers:
            return self._on_paper(passage, verb, who)
        if takes is None or who is None or not _names_a_voice(who) or children(verb, "neg", "ccomp", "xcomp"):
            return None
        if passage.tokens[verb.i - 1].tag_ == "POS":  # "the company's has 189": another thing of the company's
            return None
        if _nobodys_count(who):
            return None
        things = children(verb, "dobj") if "object" in takes else []
        for prep in children(verb, "prep", "prt"):
            things += children(prep, "pobj") if prep.lower_ in takes else []
        things = [t for t in things if t.i > verb.i and _is_figure(t)]
        if not things:
            return None
        content = passage.trim(subtree(things[0], children(things[0], "relcl", "acl", "appos")))
        return Finding("holds", verb.i, cue_tokens(verb), tuple(content), phrase(who, [verb.i]), HOLDS)

    def _on_paper(self, passage: Passage, verb: Token, who: Token) -> Finding | None:
        """ "The survey found 17% without roofs", "the register lists nine": what a paper has with a figure, it says."""
        things = [t for t in children(verb, "dobj") if t.i > verb.i and counts(t)]
        if not things or children(verb, "neg", "ccomp", "xcomp"):
            return None
        content = passage.trim(subtree(things[0]))
        return Finding("holds", verb.i, cue_tokens(verb), tuple(content), phrase(who, [verb.i]), HOLDS)


HOLDS = Cue("holds", frozenset())


def _owned(passage: Passage, number: Token) -> Finding | None:
    """ "The radar's 19:47", "the navy's 31": a figure that is nothing but its owner's."""
    if number.pos_ != "NUM" and (number.is_alpha or not any(c.isdigit() for c in number.text)):
        return None
    tokens = passage.tokens
    last = number.i + 1
    while last < len(tokens) and tokens[last].text in SIGNS:
        last += 1
    at = number.i - 1
    while at >= 0 and ((tokens[at].text in MARKS and tokens[at].tag_ != "POS") or tokens[at].text in SIGNS):
        at -= 1
    if at < 1 or tokens[at].tag_ != "POS":
        return None
    owner = tokens[at - 1]
    while last < len(tokens) and tokens[last].text in MARKS:
        last += 1
    joined = last < len(tokens) and tokens[last].text in HYPHENS  # "the office's 10-year outlook"
    if joined or not _names_a_voice(owner) or (last < len(tokens) and tokens[last].pos_ in COUNTED):
        return None
    first, _ = phrase(owner)
    content = passage.trim(i for i in range(at + 1, last) if tokens[i].text not in MARKS)
    return Finding("owned", number.i, (), tuple(content), (min(first, owner.i), owner.i), HOLDS)


def _alone_in_marks(passage: Passage, token: Token) -> bool:
    """Whether a quotation is nothing but this figure: “5,000+”."""
    start, end = passage.ranges[passage.inside[token.i]]
    inner = [t for t in passage.tokens[start:end] if t.text not in MARKS and t.text not in SIGNS]
    return inner == [token] and token.like_num


def _names_a_voice(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and can_speak(token)


def _nobodys_count(who: Token) -> bool:
    """ "The count stood at 26": a number's own name, and no word of whose it is."""
    alone = who.lemma_.lower() in listed("counted", "number_noun", "alone")
    return alone and not children(who, "poss", "compound", "prep")


def _is_figure(thing: Token) -> bool:
    """A number, or the dead, hurt and missing of whom there is one."""
    if thing.pos_ == "NUM":
        return True
    return thing.pos_ == "ADJ" and any(c.like_num for c in children(thing, "nummod"))


def gapped(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """The other half of "the union counts 14, the firm 12": the same verb, left out."""
    found = []
    taken = {i for f in findings for i in (*f.content, *f.cue)}
    for outer in findings:
        if outer.cue and outer.source is not None and any(passage.tokens[i].like_num for i in outer.content):
            finding = _gapped(passage, max(outer.last, outer.cue[-1]) + 1, taken, outer)
            found += [finding] if finding is not None else []
    return found


def _gapped(passage: Passage, at: int, taken: set[int], outer: Finding) -> Finding | None:
    tokens = passage.tokens
    start = at
    while start < len(tokens) and tokens[start].text in JOINS:
        start += 1
    parted = any(t.text == ";" for t in tokens[at:start])
    figure = start
    while figure < len(tokens) and not tokens[figure].like_num and tokens[figure].text not in MARKS:
        if parted and tokens[figure].text == "," and figure > start:
            figure += 1  # "; the harbour office, twelve"
            break
        if tokens[figure].pos_ not in NOUNS or tokens[figure].text in STOPS or figure - start >= LONGEST_SOURCE:
            return None
        figure += 1
    source = [t for t in tokens[start:figure] if t.text not in ROUNDING and t.text != ","]
    if start == at or not source or figure >= len(tokens) or not _names_a_voice(source[-1]):
        return None
    end = figure
    while end < len(tokens) and tokens[end].text not in STOPS and tokens[end].pos_ not in ("VERB", "AUX", "CCONJ"):
        end += 1
    closed = end >= len(tokens) or tokens[end].text in STOPS
    content = passage.trim(range(source[-1].i + 1, end))
    if not closed or not content or taken & set(content) or not any(tokens[i].like_num for i in content):
        return None
    return Finding("gapped", content[0], (), tuple(content), (start, source[-1].i), outer.how)


def bracketed(passage: Passage, names: Sequence[NameMention]) -> list[Finding]:
    """ "31 dead, 4 missing (Red Cross)": whose figure it is stands in brackets behind it."""
    found = []
    tokens = passage.tokens
    for first in (t.i for t in tokens if t.text == "(" and not passage.quoted(t)):
        last = next(
            (i for i in range(first + 1, min(len(tokens), first + LONGEST_SIGN + 2)) if tokens[i].text == ")"), None
        )
        if last is None or last == first + 1 or not _signs(passage, first + 1, last - 1, names):
            continue
        start = first
        while start > passage.lead and tokens[start - 1].text not in ".!?;:•" and "\n" not in tokens[start - 1].text:
            start -= 1
        content = passage.trim(range(start, first))
        closes = last + 1 == len(tokens) or tokens[last + 1].text in STOPS or tokens[last + 1].is_space
        told = any(tokens[i].like_num for i in content) or _of_a_document(passage, first, last, content)
        if closes and told and _initials(passage, content) != tokens[last - 1].text:
            found.append(Finding("bracketed", content[0], (), tuple(content), (first + 1, last - 1)))
    return found


def _of_a_document(passage: Passage, first: int, last: int, content: Sequence[int]) -> bool:
    """ "The gate was held by a chain (fire service log)": a sentence, and the paper that says so."""
    papers = table("sources")["document"]["words"]
    tensed = any(passage.tokens[i].tag_ in TENSED for i in content)
    return tensed and any(t.lemma_.lower() in papers and t.is_lower for t in passage.tokens[first + 1 : last])


def _signs(passage: Passage, first: int, last: int, names: Sequence[NameMention]) -> bool:
    inside = passage.tokens[first : last + 1]
    if any(t.like_num or t.pos_ in ("VERB", "AUX") or t.lower_ == "or" for t in inside):
        return False  # "(Holt, Krall or Abt)": who is meant, not who says so
    at = passage.parse.base + inside[-1].idx
    name = next((n for n in names if n.span.start <= at < n.span.end), None)
    if name is not None:
        return name.kind in SPEAKERS
    return inside[-1].lemma_.lower() in speaking_nouns() and inside[-1].pos_ == "NOUN"


def _initials(passage: Passage, content: Sequence[int]) -> str:
    """The capitals of the last words: an acronym in brackets behind its own name signs nothing."""
    words = [passage.tokens[i].text for i in content]
    capitals: list[str] = []
    for word in reversed(words):
        if word[:1].isupper():
            capitals.append(word[0])
        elif not word.islower() or len(word) > 3:
            break
    return "".join(reversed(capitals))
