"""According to, per, in the words of, citing: a source behind a preposition and the clause beside it."""

from __future__ import annotations

from reportedly.extract.speech.extents import sums_up
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Lexicon, lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import table

NEW_CLAUSE = frozenset(table("speech")["new_clause"]["words"])
COMPARING = frozenset(table("speech")["comparing"]["words"])
RELATIVE = frozenset({"which", "who", "whom", "where"})
LEAST_ASIDE = 3  # tokens of a relative clause
LEAST_MORE = 2  # tokens behind the source, its comma included
UNFINISHED = frozenset({"AUX", "DET", "ADP"})  # words that no sentence ends with
CARRIED = frozenset(table("relays")["quoted"]["words"]) | frozenset(table("relays")["asked_out"]["words"])
OWNERS = frozenset(table("speech")["owners"]["words"])
RECKONINGS = frozenset(table("speech")["reckonings"]["words"])


class Prepositions:
    """Finds statements by a preposition that names their source."""

    rules = ("according",)

    def __init__(self, words: Lexicon) -> None:
        self._phrases = [p for p in words.prepositions if " ".join(p) not in words.relaying]
        self._starts = frozenset(p[0] for p in self._phrases)

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with such a preposition for a cue, in order."""
        found = []
        for token in passage.tokens:
            if token.lower_ in ("by", "in", "on") and not passage.quoted(token):
                finding = self._read(passage, token) or self._reckoned(passage, token)
                if finding is not None:
                    found.append(finding)
            elif token.lower_ in self._starts and not passage.quoted(token):
                finding = self._read(passage, token)
                if finding is not None:
                    found.append(finding)
        return found

    def _reckoned(self, passage: Passage, first: Token) -> Finding | None:
        """ "By the harbour master's count, nine sank", "nine sank, by the count of the harbour master"."""
        for noun in first.children:
            if noun.dep_ != "pobj" or noun.lower_ not in RECKONINGS or (first.lower_, noun.lower_) == ("on", "account"):
                continue  # "on his account": where he posts
            owners = [c for c in noun.children if c.dep_ == "poss"]
            owners = owners or [p for of in noun.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
            content = self._content(passage, first, (first.i, noun.right_edge.i))
            whose = bool(owners) and (can_speak(owners[0]) or owners[0].lower_ in OWNERS)
            if whose and len(content) > 1:
                return Finding("according", first.i, (first.i, noun.i), tuple(content), phrase(owners[0]))
        return None

    def _read(self, passage: Passage, first: Token) -> Finding | None:
        if first.lower_ not in self._starts:
            return None
        doc = passage.tokens
        for words in self._phrases:
            if tuple(t.lower_ for t in doc[first.i : first.i + len(words)]) != words:
                continue
            last = doc[first.i + len(words) - 1]
            head = _object(doc, last)
            if head is None or (words[0] == "per" and not _speaks(head)):
                return None
            source = phrase(head)
            source = (max(source[0], last.i + 1), _with_bearer(passage, first, head, source[1]))
            source = _unfinished(passage, first, source)
            content = self._content(passage, first, source)
            if len(content) < 2:
                return None
            cue = tuple(range(first.i, last.i + 1))
            return Finding("according", first.i, cue, tuple(content), source)
        return None

    def _content(self, passage: Passage, first: Token, source: tuple[int, int]) -> list[int]:
        """The clause on the other side: what follows a fronted phrase, else what stands before it in the sentence."""
        doc = passage.tokens
        start, end = _bounds(passage, first)
        before = list(range(start, first.i))
        after = list(range(source[1] + 1, end))
        if not any(doc[i].is_alpha for i in passage.trim(before)):
            return _behind_asides(passage, passage.trim(after))
        aside = own_clause(passage, first)
        if aside is not None:
            return passage.trim(range(aside, first.i))
        if len(before) > 1 and doc[before[-1]].text == "," and doc[before[-2]].lower_ == "that" and after:
            return passage.trim(after)  # "wrote that, according to the radio, nine boats had sunk"
        kept = passage.trim(before)
        if kept and after and doc[kept[-1]].lower_ in RELATIVE and doc[after[0]].text == ",":
            return passage.trim(after)  # "the ministry, where, according to a clerk, it lay for weeks"
        if after and kept and doc[after[0]].text == "," and doc[kept[-1]].pos_ in UNFINISHED:
            return passage.trim([*before, *after[1:]])
        goes_on = bool(after) and doc[after[0]].text == "," and not _new_clause(doc, after)
        goes_on = goes_on and not (len(after) > 1 and sums_up(passage, doc[after[1]])) and not _of_whom(doc, after)
        if goes_on and (any(doc[i].pos_ in ("VERB", "AUX") for i in after) or _compares(doc, after)):
            return passage.trim([*before, *after])
        return kept


def _unfinished(passage: Passage, first: Token, source: tuple[int, int]) -> tuple[int, int]:
    """The source up to a comma, where the sentence before it wants more: "It was, according to a diver, fog"."""
    doc = passage.tokens
    before = passage.trim(range(first.sent.start, first.i))
    comma = next((i for i in range(source[0] + 1, source[1]) if doc[i].text == ","), None)
    wants = bool(before) and doc[before[-1]].pos_ in UNFINISHED
    return (source[0], comma - 1) if wants and comma is not None else source


def _behind_asides(passage: Passage, content: list[int]) -> list[int]:
    """Without who carried it, in front: "According to X, quoted by the daily, which refers to a letter, nine sank"."""
    while content:
        first = passage.tokens[content[0]]
        carried = first.lower_ in CARRIED and first.tag_ in ("VBN", "VBD")
        comma = next((i for i in content if passage.tokens[i].text == "," and passage.inside[i] < 0), None)
        if not (carried or first.lower_ in RELATIVE) or comma is None or comma == content[-1]:
            break
        content = passage.trim(i for i in content if i > comma)
    return content


def _with_bearer(passage: Passage, first: Token, head: Token, end: int) -> int:
    """ "According to the group's commander, General Jon Abt, nine fell": the last token of who bears the office."""
    doc = passage.tokens
    role = head.pos_ == "NOUN" and head.lemma_.lower() in table("sources")["person"]["words"]
    if not role or any(t.is_alpha for t in doc[first.sent.start : first.i]):
        return end
    comma = end if doc[end].text == "," else end + 1
    at = comma + 1
    while at < len(doc) and doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper():
        at += 1
    named = comma < len(doc) and doc[comma].text == "," and comma + 1 < at < len(doc) and doc[at].text == ","
    return at - 1 if named and at < first.sent.end - 2 else end


def own_clause(passage: Passage, according: Token) -> int | None:
    """Where the relative clause begins that alone is on this word: "She blamed fog for the crash, in which nine died,
    according to the clinic". None where the sentence tells nobody else's words before it."""
    doc = passage.tokens
    start, _ = _bounds(passage, according)
    for i in range(according.i - LEAST_ASIDE, start + 1, -1):
        opens = i - 1 - (doc[i - 1].pos_ == "ADP")
        if doc[i].lower_ in RELATIVE and doc[opens].text == "," and not passage.quoted(doc[i]):
            said = any(_reports(t) and not passage.quoted(t) for t in doc[start:opens])
            return i + 1 if said else None
    return None


def _reports(token: Token) -> bool:
    known = lexicon().verbs.get(lexicon().lemma(token)) if token.tag_ in ("VBD", "VBZ", "VBP") else None
    return known is not None and any(c.dep_ == "nsubj" and can_speak(c) for c in token.children)


def _bounds(passage: Passage, first: Token) -> tuple[int, int]:
    """The sentence around, but no further than a semicolon."""
    start, end = first.sent.start, first.sent.end
    cuts = [i for i in range(start, end) if passage.tokens[i].text == ";" and passage.inside[i] < 0]
    start = max([start, *[i + 1 for i in cuts if i < first.i]])
    return start, min([end, *[i for i in cuts if i > first.i]])


def _new_clause(doc: tuple[Token, ...], after: list[int]) -> bool:
    return len(after) > 1 and doc[after[1]].lower_ in NEW_CLAUSE


def _of_whom(doc: tuple[Token, ...], after: list[int]) -> bool:
    """ "…, according to the agency, most of whom fled in May": told by the article."""
    return any(doc[i].lower_ in ("whom", "which") for i in after[: LEAST_MORE + 2])


def _compares(doc: tuple[Token, ...], after: list[int]) -> bool:
    """ "Thirty, according to the clinic, up from 24", "…, including two guards": it goes on without a verb."""
    return len(after) > LEAST_MORE and doc[after[1]].lower_ in COMPARING


def _object(doc: tuple[Token, ...], last: Token) -> Token | None:
    for child in last.children:
        if child.dep_ in ("pobj", "pcomp"):
            return child
    for i in range(last.i + 1, min(len(doc), last.i + 5)):
        if doc[i].pos_ in ("PROPN", "NOUN", "PRON") and doc[i].dep_ != "compound":
            return doc[i]
    return None


def _speaks(head: Token) -> bool:
    return (
        can_speak(head)
        and head.pos_ != "NUM"
        and (head.pos_ == "PROPN" or any(c.dep_ in ("det", "poss") for c in head.children))
    )
