"""Verbs that report only with the words behind them: "went on record that", "cast doubt on", "stood by his account"."""

from __future__ import annotations

from collections import defaultdict

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.frames import BEHIND_OBJECT, REASONS, counts, only_might
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, is_passive, phrase, subject
from reportedly.extract.speech.verbs import QUESTION_WORDS
from reportedly.extract.words import Token
from reportedly.vocabulary import table

POSSESSIVE = "~"
SKIPPED = frozenset({"ADV", "ADJ", "DET"})
REACH = 6  # tokens from the phrase to its "that", over when and where it was said
BY_ITSELF = frozenset({"clause", "object", "told", "as"})  # any other word of `takes` is a preposition of the content


class Phrases:
    """Finds statements by a verb and the words without which it would not report."""

    rules = ("phrase",)

    def __init__(self, words: Lexicon) -> None:
        self._told = {*words.nouns, *table("phrases")["told"]["words"]}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Cue, bool]]] = defaultdict(list)
        for key, row in sorted(table("phrases")["phrase"].items(), key=lambda item: -len(item[0])):
            verb, *rest = key.split()
            told = {name: row[name] for name in ("mode", "certainty", "declines") if name in row}
            cue = Cue(key, frozenset(row["takes"]), **told)
            self._phrases[verb].append((tuple(rest), cue, row.get("unreal", False)))

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with such a phrase for a cue, in order."""
        found = []
        for token in passage.tokens:
            known = self._phrases.get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX") else None
            finding = self._read(passage, token, known) if known and not passage.quoted(token) else None
            if finding is not None:
                found.append(finding)
        return found

    def _read(self, passage: Passage, verb: Token, known: list[tuple[tuple[str, ...], Cue, bool]]) -> Finding | None:
        for words, cue, unreal in known:
            last = _behind(passage, verb, words)
            if last is None or children(verb, "neg") or is_passive(verb) or (only_might(verb) and not unreal):
                continue
            who = subject(verb)
            content = self._content(passage, last, cue)
            if who is None or not can_speak(who) or not content:
                continue
            parts = tuple(range(verb.i, content[0]))
            rule = "declines" if cue.declines else "phrase"
            return Finding(rule, verb.i, parts, tuple(content), phrase(who, [verb.i]), cue)
        return None

    def _content(self, passage: Passage, last: int, cue: Cue) -> list[int]:
        tokens, end = passage.tokens, passage.tokens[last].sent.end
        at = last + 1
        if "clause" in cue.takes and (clause := _clause(passage, at, end)):
            return clause
        prepositions = cue.takes - BY_ITSELF
        if prepositions:
            if at >= end or tokens[at].lower_ not in prepositions:
                return []
            at += 1
        elif not cue.takes & {"object", "told"}:
            return []
        top = _top(passage, at, end)
        if top is None or top.tag_ in ("VBD", "VBZ", "VBP", "MD") or top.lower_ in ("that", "it", "this", "which"):
            return []
        counted = top.pos_ != "NUM" and counts(top)  # a bare figure is what the source holds to
        if "told" in cue.takes and not counted and top.lemma_.lower() not in self._told:
            return []
        content = passage.trim(range(at, _stretched(passage, top) + 1))
        named = "as" not in cue.takes or any(tokens[i].lower_ == "as" for i in content)
        return content if named else []


def _behind(passage: Passage, verb: Token, words: tuple[str, ...]) -> int | None:
    """The last token of the phrase that a verb begins; None where other words stand behind it."""
    at, end = verb.i, verb.sent.end
    for word in words:
        at += 1
        while at < end and not _is(passage.tokens[at], word) and passage.tokens[at].pos_ in SKIPPED:
            if passage.tokens[at].lower_ in ("no", "not", "never"):
                return None
            at += 1
        if at >= end or not _is(passage.tokens[at], word):
            return None
    return at


def _is(token: Token, word: str) -> bool:
    if word == POSSESSIVE:
        return token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves"))
    return token.lower_ == word


def _clause(passage: Passage, at: int, end: int) -> list[int]:
    """The clause that begins here, or behind the next "that" over when and where it was said."""
    tokens = passage.tokens
    marks = (i for i in range(at, min(end, at + REACH)) if tokens[i].lower_ in QUESTION_WORDS)
    begins = next((i for i in marks if tokens[i].dep_ == "mark" or i == at), at)
    top = _top(passage, begins, end)
    if top is None or top.pos_ not in ("VERB", "AUX") or not children(top, "nsubj", "nsubjpass", "expl"):
        return []
    return passage.trim(range(begins + (tokens[begins].lower_ == "that"), top.right_edge.i + 1))


def _top(passage: Passage, at: int, end: int) -> Token | None:
    """The highest word above the one at a place that does not stand before it."""
    if at >= end or passage.tokens[at].text in (",", ";", ":", ".", "–", "—"):
        return None
    here = passage.tokens[at]
    while here.head is not here and here.head.i >= at:
        here = here.head
    return here


def _stretched(passage: Passage, top: Token) -> int:
    """Where an object ends, with the prepositions that the parser hung on the verb: "the crew | over the delay"."""
    last = top.right_edge.i
    while last + 1 < top.sent.end:
        following = passage.tokens[last + 1]
        if following.lower_ == "that" and following.dep_ == "mark":
            return following.head.right_edge.i  # "his account | that the lamp was lit"
        if following.dep_ != "prep" or following.lower_ not in BEHIND_OBJECT | REASONS | {"over"}:
            break
        last = following.right_edge.i
    return last
