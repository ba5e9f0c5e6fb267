"""Who says it where the parser lost the subject: the noun phrase that closes what is said, or follows the verb."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import phrase
from reportedly.extract.words import Token

LONGEST = 12  # tokens of one piece between commas
BEHIND = 4  # tokens behind the verb in which the source begins


def lost_subject(passage: Passage, verb: Token, content: Sequence[int]) -> tuple[int, int] | None:
    """First and last token of the source of a verb that stands behind what is said; None where nobody fits."""
    if not content or min(content) > verb.i:
        return None
    return _before(passage, verb) or _behind(passage, verb)


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
