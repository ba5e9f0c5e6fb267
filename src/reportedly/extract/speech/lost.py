"""Who says it where the parser lost the subject: the noun phrase that closes what is said, or stands by the verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportedly.extract.clauses import RELATIVE
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import phrase, subject
from reportedly.extract.words import Token
from reportedly.vocabulary import table

LONGEST = 12  # tokens of one piece between commas
BEHIND = 4  # tokens behind the verb in which the source begins
FARTHEST = 45  # tokens before a verb that are looked at
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def speaking_subject(passage: Passage, verb: Token) -> Token | None:
    """The subject, but for one in a dateline, or a figure that the parser took for one: "… 1,180 of them, blaming"."""
    source = subject(verb)
    if source is None:
        return None
    if source.i < passage.lead <= verb.i:
        ahead = _ahead(passage, verb) if verb.tag_ in FINITE else None
        return _last_noun(passage, *ahead) if ahead is not None else None
    if not source.text[:1].isdigit():
        return _outer(verb, source) or source
    above = subject(verb.head) if verb.tag_ == "VBG" and verb.head.i != verb.i else None
    if above is not None and not above.text[:1].isdigit():
        return above
    ahead = _ahead(passage, verb if verb.tag_ in FINITE else verb.head)
    return _last_noun(passage, *ahead) if ahead is not None else None


def _outer(verb: Token, source: Token) -> Token | None:
    """Who says that something is so, "calling it “a shame”": of a participle in what is said, if the thing is mute."""
    said = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or said.dep_ != "ccomp" or can_speak(source):
        return None
    above = subject(said.head)
    return above if above is not None and can_speak(above) else None


def lost_subject(passage: Passage, verb: Token, content: Sequence[int]) -> tuple[int, int] | None:
    """First and last token of the source of a verb whose subject the parser lost; None where nobody fits."""
    if not content:
        return None
    if min(content) > verb.i:
        return _ahead(passage, verb) if verb.tag_ in FINITE else None
    return _before(passage, verb) or _behind(passage, verb)


def inverted_subject(passage: Passage, verb: Token, cue: Cue) -> Token | None:
    """Who speaks behind the verb where the parser took him for its object: "Nine drowned, estimated the Red Cross"."""
    before = passage.tokens[verb.i - 1] if verb.i else None
    if before is None or before.text not in (",", "—", "–") or verb.tag_ not in ("VBD", "VBZ", "VBN"):
        return None
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "agent", "prep") for c in verb.children)
    if own or "clause" not in cue.takes or cue.addressee:
        return None
    for thing in verb.children:
        if thing.dep_ in ("dobj", "appos", "npadvmod") and thing.left_edge.i == verb.i + 1:
            end = thing.right_edge.i + 1
            closes = end >= len(passage.tokens) or passage.tokens[end].text in ".;!?"
            named = thing.pos_ == "PROPN" or any(c.dep_ in ("det", "poss") for c in thing.children)
            spoken = any(t.tag_ in FINITE for t in passage.tokens[verb.sent.start : verb.i])
            return thing if closes and named and spoken and can_speak(thing) else None
    return None


def _ahead(passage: Passage, verb: Token) -> tuple[int, int] | None:
    """ "As for the leak, the prefect of Harrow, Jon Abt, heard for six hours, said that …": the prefect, Jon Abt."""
    pieces = _pieces(passage, verb)
    while pieces and _is_aside(passage, *pieces[-1]):
        pieces.pop()
    if not pieces:
        return None
    start, end = pieces.pop()
    noun = _last_noun(passage, start, end)
    if noun is None:
        named = start == end and passage.tokens[start].text[:1].isupper()
        return (start, end) if named else None
    if not can_speak(noun) or any(t.tag_ in FINITE for t in passage.tokens[start : end + 1]):
        return None
    if pieces and noun.pos_ == "PROPN" and not _is_aside(passage, *pieces[-1]):
        earlier = _last_noun(passage, *pieces[-1])
        if earlier is not None and earlier.pos_ in ("NOUN", "PROPN") and can_speak(earlier):
            return pieces[-1][0], end
    return start, end


def _pieces(passage: Passage, verb: Token) -> list[tuple[int, int]]:
    """First and last tokens of what stands between commas before a verb in its sentence, less adverbs and days."""
    end = verb.i - 1
    while end > passage.lead and _is_when(passage.tokens[end], passage.tokens[end - 1]):
        end -= 1
    begin = max(verb.sent.start, passage.lead, verb.i - FARTHEST)
    if any(passage.quoted(t) or t.text in ";:" for t in passage.tokens[begin : end + 1]):
        return []
    marks = [begin - 1, *(i for i in range(begin, end + 1) if passage.tokens[i].text == ","), end + 1]
    return [(one + 1, other - 1) for one, other in pairwise(marks) if other - one > 1]


def _is_when(token: Token, before: Token) -> bool:
    """Whether a token tells when somebody spoke: "Sudland on Friday denied", "the mayor also said"."""
    days = table("dates")["weekday"]["names"]
    day = token.lower_ in days or (token.lower_ == "on" and not before.is_punct)
    return token.pos_ in ("ADV", "AUX") or day or token.lower_ in ("today", "yesterday")


def _is_aside(passage: Passage, start: int, end: int) -> bool:
    """Whether a piece only tells more: "whose boat came in at noon", "heard for six hours", "in May"."""
    first = passage.tokens[start]
    if start == end and first.text[:1].isupper():
        return False  # a name that the parser took for a participle
    return first.lower_ in RELATIVE or first.lower_ == "whose" or first.tag_ in ("VBN", "VBG", "VBD") or (
        first.pos_ in ("ADP", "ADV", "NUM") and start > 0
    )  # fmt: skip


def closing_subject(passage: Passage, verb: Token) -> tuple[int, int] | None:
    """The noun phrase between a comma and the verb behind it, whatever the parser made of it, if it can speak."""
    return _before(passage, verb)


def _before(passage: Passage, verb: Token) -> tuple[int, int] | None:
    """ "…, its spokesman, Jon Abt, said": the piece before the verb, with the one that it stands in apposition to."""
    end = verb.i - 1
    apposed = end > 0 and passage.tokens[end].text == ","
    end -= apposed
    start = _piece(passage, end)
    if start is None or not can_speak(_last_noun(passage, start, end) or verb):
        return None
    if apposed:
        earlier = _piece(passage, start - 2)
        noun = _last_noun(passage, earlier, start - 2) if earlier is not None else None
        if earlier is not None and noun is not None and can_speak(noun):
            return earlier, end
    return start, end


def _piece(passage: Passage, end: int) -> int | None:
    """Where the piece begins that ends here: behind a comma, without a verb, outside marks."""
    at = end
    while at >= max(0, end - LONGEST) and passage.tokens[at].text != ",":
        token = passage.tokens[at]
        if passage.quoted(token) or _ends(passage, token) or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        at -= 1
    begins = at + 1
    stopped = at >= 0 and passage.tokens[at].text == ","
    return begins if stopped and begins <= end and passage.tokens[begins].pos_ not in ("ADP", "CCONJ", "ADV") else None


def _ends(passage: Passage, token: Token) -> bool:
    """Whether a mark ends a thought; the stop of "Col." does not."""
    return token.text in (";", ":", "!", "?") or (token.text == "." and bool(passage.tokens[token.i + 1].is_sent_start))


def _last_noun(passage: Passage, start: int, end: int) -> Token | None:
    """The noun that heads a piece: the first that nothing in the piece hangs over, else the last."""
    nouns = [t for t in passage.tokens[start : end + 1] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    heads = [t for t in nouns if not start <= t.head.i <= end]
    return heads[0] if heads else nouns[-1] if nouns else None


def _behind(passage: Passage, verb: Token) -> tuple[int, int] | None:
    """ "…, objects a herder, Jon Abt, by telephone"."""
    for token in passage.tokens[verb.i + 1 : verb.i + 1 + BEHIND]:
        if passage.quoted(token) or token.is_punct or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "poss", "nmod"):
            first, last = phrase(token, [verb.i])
            return (max(first, verb.i + 1), last) if can_speak(token) else None
    return None
