"""Reporting clauses known by their place where the parse lost them: "…, officials said.", "Officials said …"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import phrase, subject
from reportedly.extract.speech.verbs import cue_tokens, hyphenated
from reportedly.extract.words import Token

ENDS = frozenset(".!?…;●•▸■|")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
LONGEST_TAIL = 9  # tokens behind the verb of a closing reporting clause: "told the agency by telephone on Friday"
LONGEST_SUBJECT = 25


class Surface:
    """Finds what syntax missed, for verbs of saying that have no content yet."""

    rules = ("tail", "aside", "head")

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage, known: Collection[int]) -> list[Finding]:
        """Findings for reporting verbs whose token number is not among the known ones."""
        found = []
        for token in passage.tokens:
            cue = self._cue(passage, token, known)
            if cue is not None:
                finding = self._read(passage, token, cue)
                if finding is not None:
                    found.append(finding)
        return found

    def _cue(self, passage: Passage, token: Token, known: Collection[int]) -> Cue | None:
        cue = self._words.verbs.get(self._words.lemma(token))
        if cue is None or "clause" not in cue.takes or token.i in known or passage.quoted(token) or hyphenated(token):
            return None
        if token.tag_ not in TENSED and not _mistaken(passage, token):
            return None
        return cue

    def _read(self, passage: Passage, verb: Token, cue: Cue) -> Finding | None:
        who = _teller(verb) if verb.tag_ in TENSED else passage.tokens[verb.i - 1]
        if who is None or passage.quoted(who) or not can_speak(who) or abs(who.i - verb.i) > LONGEST_SUBJECT:
            return None
        stretch = phrase(who, [verb.i]) if verb.tag_ in TENSED else (min(_noun_start(verb), who.i), who.i)
        start, end = _sentence(passage, verb)
        first, last = min(stretch[0], verb.i), max(stretch[1], verb.i)
        before = passage.trim(range(start, first))
        after = passage.trim(range(last + 1, end))
        comma = first > start and passage.tokens[first - 1].text in ",—–"
        if comma and not after and any(passage.tokens[i].like_num for i in before) and not passage.quoted(who):
            return Finding("tail", verb.i, cue_tokens(verb), tuple(before), stretch, cue)
        if comma and _clausal(passage, before) and not _clausal(passage, after) and len(after) <= LONGEST_TAIL:
            return Finding("tail", verb.i, cue_tokens(verb), tuple(before), stretch, cue)
        if comma and not cue.weak and _closes(passage, last + 1) and _clausal(passage, after) and who.i > start + 1:
            return Finding("aside", verb.i, cue_tokens(verb), (*before, *after), stretch, cue)
        rest = _clause(passage, verb, end)
        if not cue.weak and who.i < verb.i and rest:
            return Finding("head", verb.i, cue_tokens(verb), tuple(rest), stretch, cue)
        return None


def _teller(verb: Token) -> Token | None:
    """The subject; of "19, says the mayor" the one behind the verb, not the figure before it."""
    who = subject(verb)
    if who is not None and who.pos_ == "NUM":
        behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
        return behind[0] if behind else who
    return who


def _sentence(passage: Passage, verb: Token) -> tuple[int, int]:
    start, end = verb.i, verb.i + 1
    while start > 0 and not (passage.tokens[start - 1].text in ENDS and not passage.quoted(passage.tokens[start - 1])):
        start -= 1
    while end < len(passage.tokens) and not (
        passage.tokens[end].text in ENDS and not passage.quoted(passage.tokens[end])
    ):
        end += 1
    return start, end


def _mistaken(passage: Passage, token: Token) -> bool:
    """Whether a word tagged as a noun may be a verb: "The firm hopes it will last", "…, records show."."""
    if token.tag_ not in ("NNS", "NN", "NNP", "NNPS") or token.i == 0 or not token.is_lower:
        return False
    before = passage.tokens[token.i - 1]
    if before.pos_ not in ("PROPN", "NOUN") or (token.lower_.endswith("s") == before.tag_.endswith("S")):
        return False
    start, end = _sentence(passage, token)
    first = _noun_start(token)
    if token.i + 1 == end and first > start:
        return passage.tokens[first - 1].text == "," and first < token.i
    return not _clausal(passage, range(start, token.i)) and _clausal(passage, range(token.i + 1, end))


def _noun_start(token: Token) -> int:
    """Where the noun phrase begins that the parser made of a subject and its verb."""
    nouns = [c for c in token.children if c.i < token.i and c.dep_ in ("compound", "det", "poss", "amod", "nummod")]
    first = min([token.i, *(c.left_edge.i for c in nouns)])
    here = token.head
    while here.i < first and here.dep_ in ("prep", "pobj", "dobj", "nsubj", "ROOT", "appos", "conj", "dep"):
        if here.pos_ in ("NOUN", "PROPN"):
            return min(here.i, here.left_edge.i)
        if here.head.i == here.i or here.pos_ in ("VERB", "AUX"):
            break
        here = here.head
    return first


def _clausal(passage: Passage, tokens: Sequence[int]) -> bool:
    return any(passage.tokens[i].tag_ in FINITE for i in tokens)


def _closes(passage: Passage, at: int) -> bool:
    return at < len(passage.tokens) and passage.tokens[at].text in ",—–"


def _clause(passage: Passage, verb: Token, end: int) -> list[int]:
    """What follows the verb, from its "that" or from the next word, if it is a clause."""
    at = verb.i + 1
    for i in range(at, min(end, at + 12)):
        if passage.tokens[i].lower_ in ("that", "whether") and passage.tokens[i].dep_ == "mark":
            at = i
            break
    rest = passage.trim(range(at, end))
    if (
        not rest
        or passage.tokens[rest[0]].pos_ in ("ADP", "CCONJ", "PUNCT", "PART", "ADV")
        or not _clausal(passage, rest)
    ):
        return []
    return rest
