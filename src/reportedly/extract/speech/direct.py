"""Direct speech: a quotation and the cue beside it, a speaker before a colon, and quotations that go on or float."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from reportedly.extract.clauses import listed
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon, lexicon
from reportedly.extract.speech.lost import speaking_subject
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.speech.speakers import can_speak, is_paper
from reportedly.extract.speech.syntax import agent, is_passive, phrase, quoting
from reportedly.extract.speech.verbs import cue_tokens, hyphenated
from reportedly.extract.words import Token
from reportedly.vocabulary import table

ENDS = frozenset(".!?…●•▸■|")
LONGEST_NAME = 6  # words of a show's or a book's name
FAR = 28  # tokens between a quotation and its cue: "…," X, the long-serving head of the Y of Z, told …
REPLIES = frozenset(table("speech")["replies"]["words"])
WORKS = frozenset(table("speech")["works"]["words"])
SOON = 12  # tokens from a verb of saying to its colon: "told the Post by telephone on Friday:"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WORDS_OF_A_SENTENCE = 5
WORDS_BEHIND_COLON = 3


class Reporting(NamedTuple):
    """The reporting clause beside a quotation: its verb (None for a colon) and the speaker."""

    rule: str
    verb: Token | None
    cue: Cue | None
    source: tuple[int, int]


class Direct:
    """Finds the cue and the speaker of every quotation that stands as speech."""

    rules = ("quote-after", "quote-before", "colon", "continued", "interrupted", "floating")

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """One finding a quotation that stands as speech, in order."""
        found: list[Finding] = []
        last: Finding | None = None
        for number in range(len(passage.quotations)):
            finding = self._read(passage, number, last)
            if finding is None:
                continue
            if finding.rule == "interrupted" and last is not None:
                last = replace(last, content=(*last.content, *finding.content))
                found[-1] = last
            else:
                found.append(finding)
                last = finding
        return found

    def _read(self, passage: Passage, number: int, last: Finding | None) -> Finding | None:
        content = tuple(
            passage.trim(
                i
                for i in range(*passage.ranges[number])
                if passage.tokens[i].text not in MARKS or _inner(passage, number, i)
            )
        )
        if not any(passage.tokens[i].is_alpha for i in content) or _single_word(passage, number, content):
            return None
        if _names_a_work(passage, number, content):
            return None
        start, end = passage.ranges[number]
        after = (_was_reply(passage, end) or self._after(passage, start, end)) if _may_go_on(passage, number) else None
        if after is None and last is not None and _goes_on(passage, last, start):
            rule = "interrupted" if passage.tokens[start - 1].text == "," else "continued"
            return Finding(rule, last.head, last.cue, content, last.source, last.how, direct=True)
        before = self._before(passage, start)
        choice = before if _within_clause(passage, start) and before is not None and before.verb is not None else None
        choice = choice or after or before
        if choice is None:
            return self._uncued(passage, number, content)
        if choice.verb is None:
            return Finding(choice.rule, start, (), content, choice.source, None, direct=True)
        return Finding(
            choice.rule, choice.verb.i, cue_tokens(choice.verb), content, choice.source, choice.cue, direct=True
        )

    def _after(self, passage: Passage, start: int, end: int) -> Reporting | None:
        for i in range(end, min(len(passage.tokens), end + FAR)):
            token = passage.tokens[i]
            if passage.quoted(token) or (token.text in ENDS and not _small_after(passage, i)):
                return None
            cue = self._cue(token)
            unsaid = (token.tag_ == "VBG" and quoting(token) is None) or (is_passive(token) and agent(token) is None)
            second = token.dep_ == "conj" and token.head.i < start  # "voiced “deep worry” and urged both to stop"
            if cue is not None and "quote" in cue.takes and cue.mode != "denies" and not unsaid and not second:
                if _leads_up(passage, i):
                    return None
                source = _speaker(passage, token, end)
                if source is not None:
                    return Reporting("quote-after", token, cue, source)
        return None

    def _before(self, passage: Passage, start: int) -> Reporting | None:
        if start == 0 or passage.tokens[start - 1].text in ENDS or _names_who(passage, start):
            return None
        colon = passage.tokens[start - 1].text == ":"
        floor = _segment_start(passage, start)
        joined: int | None = None
        mute: Reporting | None = None  # what cannot speak: said of it is what another says of it, if there is one
        for i in range(start - 1, max(floor, start - FAR) - 1, -1):
            token = passage.tokens[i]
            cue = self._cue(token)
            if cue is None:
                joined = joined or (token.i if self._second(token) else None)
                continue
            if joined is not None and passage.tokens[joined].head.i == i:
                return None  # "denies it and invites us «to breathe»": they are the second verb's
            if not colon and any(t.dep_ in ("ccomp",) and t.i < start - 1 and t.i > token.i for t in token.children):
                return None
            source = _speaker(passage, token, floor)
            if source is None:
                return mute
            found = Reporting("quote-before", token, cue, source)
            if _says(passage, source):
                return found
            mute = mute or found
        if mute is not None:
            return mute
        if colon and start - 1 - floor <= 8:
            return _named_before_colon(passage, floor, start - 2)
        return None

    def _second(self, token: Token) -> bool:
        """Whether it is a second verb of the sentence, and none that reports by itself."""
        return token.tag_ in FINITE and token.dep_ == "conj" and self._words.lemma(token) not in self._words.verbs

    def _cue(self, token: Token) -> Cue | None:
        if token.pos_ not in ("VERB", "AUX", "NOUN") or hyphenated(token) or _is_a_noun(token):
            return None
        cue = self._words.verbs.get(self._words.lemma(token))
        return (
            cue
            if cue is not None and cue.takes & {"quote", "clause"} and not (cue.weak and token.pos_ == "NOUN")
            else None
        )

    def _uncued(self, passage: Passage, number: int, content: tuple[int, ...]) -> Finding | None:
        start, end = passage.ranges[number]
        if not _stands_alone(passage, start, end, content):
            return None
        return Finding("floating", start, (), content, None, None, direct=True)


def _was_reply(passage: Passage, end: int) -> Reporting | None:
    """ "“No boats,” was the harbour master's reply": whose answer a quotation was."""
    was = passage.tokens[end] if end < len(passage.tokens) else None
    if was is None or was.lemma_ not in ("be", "come") or was.tag_ not in FINITE:
        return None
    for noun in passage.tokens[end + 1 : end + SOON]:
        if noun.text in ENDS or passage.quoted(noun):
            return None
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.lemma_.lower() in REPLIES and owner is not None and can_speak(owner):
            return Reporting("quote-after", noun, lexicon().nouns.get(noun.lemma_.lower()), phrase(owner))
    return None


def _leads_up(passage: Passage, verb: int) -> bool:
    """Whether a verb of saying ends in a colon: it is said of what follows ("“How many?” Another raged: “…”")."""
    for token in passage.tokens[verb + 1 : verb + SOON]:
        if token.text in ENDS or passage.quoted(token):
            return False
        if token.text == ":":
            return True
    return False


def _says(passage: Passage, source: tuple[int, int]) -> bool:
    """Whether anybody is in a source who can speak, or what is written: no deployment, no loan."""
    named = [t for t in passage.tokens[source[0] : source[1] + 1] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return not named or any(can_speak(t) for t in named)


def _is_a_noun(token: Token) -> bool:
    """Whether it is a noun for sure, whatever the parser took it for: in the words of the note, his remarks, "…"."""
    before = token.nbor(-1) if token.i > 0 else token
    that = token.i + 1 < len(token.doc) and token.nbor().lower_ == "that"  # "his warning that the quay “will fall”"
    owned = token.pos_ == "NOUN" and not that and (before.tag_ in ("POS", "PRP$", "JJ") or _has_determiner(token))
    return before.i < token.i and (before.lower_ in listed("articles", "words") or owned)


def _has_determiner(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss") and c.i < noun.i for c in noun.children) and noun.dep_ == "pobj"


def _small_after(passage: Passage, stop: int) -> bool:
    """Whether a stop ends no sentence: a small letter follows."""
    return stop + 1 < len(passage.tokens) and passage.tokens[stop + 1].text[:1].islower()


def _goes_on(passage: Passage, last: Finding, start: int) -> bool:
    """Whether only a reporting clause stands between two quotations: "…," he said, "…" or "…," he said. "…"."""
    if not last.cue or last.last > last.cue[0]:
        return False
    between = passage.tokens[last.cue[-1] + 1 : start]
    if not between or between[-1].text not in {",", *ENDS}:
        return False
    return sum(t.text in ENDS for t in between) <= 1 and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in between)


def is_introduced(passage: Passage, at: int) -> bool:
    """Whether a colon leads up to a quotation: whoever is told of before it says it, or nobody who is known."""
    number = passage.inside[at]
    start = passage.ranges[number][0] if number >= 0 else at
    return start > 0 and passage.tokens[start - 1].text == ":"


def segment(passage: Passage, at: int) -> tuple[int, int]:
    """First and last token of the sentence that leads up to a quotation with a colon."""
    number = passage.inside[at]
    colon = (passage.ranges[number][0] if number >= 0 else at) - 1
    return _segment_start(passage, colon), max(0, colon - 1)


def introduced_by(passage: Passage, end: int) -> tuple[int, int] | None:
    """The subject of the sentence that a colon ends (at token `end`), or whose it is: "The mayor is relieved: “…”"."""
    begin = _segment_start(passage, end)
    for token in passage.tokens[begin:end]:
        if token.dep_ not in ("nsubj", "nsubjpass") and not (token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN")):
            continue
        if token.pos_ == "PRON" or (can_speak(token) and not is_paper(token)):
            return phrase(token, [t.i for t in token.children if t.i >= end])
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        sent = [p for c in token.children if c.lower_ in ("from", "by") for p in c.children if p.dep_ == "pobj"]
        owner = owner or next((p for p in sent if can_speak(p)), None)  # "Here is a statement from the Red Cross:"
        return phrase(owner) if owner is not None else None
    return None


def speaker_before(passage: Passage, at: int) -> tuple[int, int] | None:
    """The subject of the sentence before a quotation without a cue, if it can speak: "A sailor sent word. “…”"."""
    first = passage.tokens[at]
    number = passage.inside[at]
    start = passage.ranges[number][0] if number >= 0 else first.i
    if is_introduced(passage, at):
        return introduced_by(passage, start - 1)
    for token in reversed(passage.tokens[:start]):
        if passage.quoted(token):
            return None
        if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and can_speak(token) and token.head.dep_ == "ROOT":
            return phrase(token) if not is_paper(token) else None
        if token.i < start - 40:
            break
    return None


def _within_clause(passage: Passage, start: int) -> bool:
    """Whether a quotation begins in the midst of a sentence, right behind a word: called it “deafening”."""
    return start > 0 and passage.tokens[start - 1].is_alpha and not passage.quoted(passage.tokens[start - 1])


def _inner(passage: Passage, number: int, i: int) -> bool:
    q = passage.quotations[number]
    token = passage.tokens[i]
    return q.inner_start <= token.idx and token.idx + len(token.text) <= q.inner_end


def _single_word(passage: Passage, number: int, content: tuple[int, ...]) -> bool:
    """One word in marks is a name or a sneer, unless a comma or stop inside makes it speech."""
    last = passage.parse.text[passage.quotations[number].inner_end - 1 : passage.quotations[number].inner_end]
    return len(content) < 2 and last not in ",!?"


def _names_a_work(passage: Passage, number: int, content: tuple[int, ...]) -> bool:
    """Whether marks hold the name of a show or a book: on the town's “Harbour Hour,” the mayor said …"."""
    start = passage.ranges[number][0]
    before = passage.tokens[start - 1] if start else None
    words = [passage.tokens[i] for i in content if passage.tokens[i].is_alpha]
    if before is None or passage.parse.block.kind == "title" or not 1 < len(words) <= LONGEST_NAME:
        return False
    stands = before.tag_ in ("POS", "IN", "NN", "NNP") and before.lower_ not in ("as", "that")
    named = before.text == "," and start > 1 and passage.tokens[start - 2].lemma_.lower() in WORKS
    stands = stands or named  # In her memoir, “The Lending Sea,” she wrote …
    return stands and all(t.text[:1].isupper() or t.pos_ in ("DET", "ADP", "CCONJ", "PART") for t in words)


def is_name_of_work(passage: Passage, first: int, last: int) -> bool:
    """Whether all that stands here is the name of a show or a book, in marks."""
    number = passage.inside[last]
    inside = number >= 0 and passage.ranges[number][0] <= first
    return inside and _names_a_work(passage, number, tuple(range(first, last + 1)))


def _names_who(passage: Passage, start: int) -> bool:
    """Whether marks hold who did it, not what was said: "the tale, floated by “two officials”, was false"."""
    by, done = passage.tokens[max(0, start - 1)], passage.tokens[max(0, start - 2)]
    return start > 1 and by.lower_ == "by" and by.head.i == done.i and done.tag_ in ("VBN", "VBD")


def _may_go_on(passage: Passage, number: int) -> bool:
    """Whether a cue may follow in the same sentence: no full stop ends the quotation, or the next word is small."""
    q = passage.quotations[number]
    text = passage.parse.text
    last = text[q.inner_end - 1 : q.inner_end]
    rest = text[q.end :].lstrip()
    return last not in ".…" or rest[:1].islower() or rest[:1] == ","


def _segment_start(passage: Passage, start: int) -> int:
    for i in range(start - 1, -1, -1):
        token = passage.tokens[i]
        if passage.quoted(token) or (token.text in ENDS and i < start - 1) or "\n" in token.text:
            return i + 1
    return 0


def _speaker(passage: Passage, verb: Token, floor: int) -> tuple[int, int] | None:
    who = speaking_subject(passage, verb)
    if who is not None and not passage.quoted(who):
        return phrase(who, [verb.i])
    return _beside(passage, verb, floor)


def _beside(passage: Passage, verb: Token, floor: int) -> tuple[int, int] | None:
    """The noun phrase next to the verb, where the parser lost the subject."""
    doc = passage.tokens
    told = next((c.right_edge.i - verb.i for c in verb.children if c.i == verb.i + 1 and c.lower_ == "to"), 0)
    for step, limit in ((1, 3), (-1, 3)):
        for distance in range(1, limit + 1):
            i = verb.i + step * (distance + (told if step > 0 else 0))  # "declared to the radio the director"
            if not 0 <= i < len(doc) or passage.quoted(doc[i]) or i < floor:
                break
            if doc[i].pos_ in ("PROPN", "PRON", "NOUN") and can_speak(doc[i]):
                head = doc[i]
                while (
                    head.head.i != head.i
                    and head.dep_ in ("compound", "appos")
                    and head.head.pos_ in ("PROPN", "NOUN")
                    and head.head.i != verb.i
                ):
                    head = head.head
                return phrase(head, [verb.i])
    return None


def _named_before_colon(passage: Passage, first: int, last: int) -> Reporting | None:
    tokens = [t for t in passage.tokens[first : last + 1] if not t.is_space]
    if not tokens or any(t.pos_ in ("VERB", "AUX") for t in tokens) or not any(can_speak(t) for t in tokens):
        return None
    return Reporting("colon", None, None, (tokens[0].i, tokens[-1].i))


def _stands_alone(passage: Passage, start: int, end: int, content: tuple[int, ...]) -> bool:
    """Whether a quotation is a sentence or more by itself, not a phrase of the sentence around it."""
    q = passage.quotations[passage.inside[start]]
    ends = passage.parse.text[: q.inner_end].rstrip()[-1:] in ENDS
    left = passage.tokens[start - 1] if start else None
    right = passage.tokens[end] if end < len(passage.tokens) else None
    before = left is None or left.is_space or left.text in ENDS or left.text == ":" or passage.quoted(left)
    after = ends or right is None or right.is_space or right.text in ENDS or bool(right.is_sent_start)
    led = left is not None and left.text == ":"
    return before and after and len(content) >= (WORDS_BEHIND_COLON if led else WORDS_OF_A_SENTENCE)
