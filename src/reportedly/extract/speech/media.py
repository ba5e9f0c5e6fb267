"""What words came through, from the medium's side: what leads from "the Harbour Post" to whoever it lets speak.

From the name of a medium the grammar is climbed, over channels alone ("in an interview with", "quoted by", "who spoke
to"), until the cue or the speaker is reached. A medium that is sued, praised or owned is not reached that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import is_paper
from reportedly.extract.speech.syntax import children, phrase
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind
from reportedly.vocabulary import listed, table

_words = partial(listed, "relays")


@cache
def _calendar() -> frozenset[str]:
    return frozenset(table("names")["never"]["calendar"].split())


Stretch = tuple[int, int]
Kinds = Mapping[int, NameKind | None]  # the kind of the name that a token belongs to

ON_AIR = frozenset({"on", "in", "over", "at", "via"})
CHANNELS = ON_AIR | {"to", "with", "through"}
FARTHEST = 8  # steps between a medium and whom it lets speak


def is_medium(token: Token) -> bool:
    """Whether a noun is for a medium, by itself ("the daily") or by the words before it ("the exile site")."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    near = (
        token,
        *(c for c in children(token, "compound", "amod", "appos", "nmod") if c.tag_ != "JJ" or not _often(c)),
    )
    if any(t.lemma_.lower() in _words("medium") for t in near):
        return True
    return token.lemma_.lower() in _words("medium_beside") and any(t.lower_ in _words("beside") for t in near)


def _often(word: Token) -> bool:
    """ "A daily news briefing" is no daily."""
    return word.lower_ in ("daily", "weekly")


def may_carry(token: Token) -> bool:
    """Whether a statement may be read out here: a medium, or a name that is none of a day ("published on 6 April")."""
    return is_medium(token) or (token.pos_ == "PROPN" and token.lower_.rstrip(".") not in _calendar())


def is_occasion(token: Token) -> bool:
    """Whether a noun is for an occasion of speech: a statement, an interview, but not the "Post" of a paper's name."""
    return token.lemma_.lower() in _words("occasion") and token.pos_ != "PROPN"


def with_name(stretch: Stretch, kinds: Kinds) -> Stretch:
    """The phrase with the name that follows it at once: "the publication" Harbour Post."""
    last = stretch[1]
    while last + 1 in kinds:
        last += 1
    return stretch[0], last


def media(passage: Passage, finding: Finding, kinds: Kinds) -> Iterator[Stretch]:
    """The media of the sentence outside what is said that let its source speak, in order of the text."""
    verb = passage.tokens[finding.head]
    source = range(finding.source[0], finding.source[1] + 1) if finding.source else range(0)
    ends = {verb.i, *source}
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        ends.add(verb.head.head.i)  # "was quoted in the Post as saying"
    for token in passage.tokens[verb.sent.start : verb.sent.end]:
        if token.i in ends or token.i in finding.content or passage.quoted(token):
            continue
        if _names_medium(token, kinds) and _leads(token, ends):
            yield with_name(phrase(token), kinds)


def _names_medium(token: Token, kinds: Kinds) -> bool:
    """Whether words can come through it: a medium, or somebody through whom another speaks."""
    if token.dep_ == "compound":
        return False
    if (
        token.dep_ == "pobj"
        and token.head.lower_ in ("through", "via")
        and token.lemma_.lower() in _words("go_betweens")
    ):
        return True
    return kinds.get(token.i) == "outlet" or is_medium(token)


def read_out(passage: Passage, finding: Finding) -> Iterator[Stretch]:
    """Where a statement was read out, by its words alone: parses of "in a statement read out on Radio Lagune" are
    seldom right."""
    tokens = passage.tokens
    verb = tokens[finding.head]
    end = finding.source[1] if finding.source else -1
    for at in range(verb.sent.start + 1, verb.sent.end - 3):
        aired = tokens[at].lower_ in _words("aired") and tokens[at].tag_ in ("VBN", "VBD", "VB", "NN")
        if not aired or at in finding.content or passage.quoted(tokens[at]):
            continue
        if at - 1 != end and not (is_occasion(tokens[at - 1]) or is_paper(tokens[at - 1])):
            continue
        on = at + 1 + (tokens[at + 1].lower_ in ("out", "aloud"))
        if tokens[on].lower_ in CHANNELS - {"with"} | {"by"}:
            yield from (phrase(c) for c in children(tokens[on], "pobj") if may_carry(c))


def _leads(token: Token, ends: set[int]) -> bool:
    here = token
    for _ in range(FARTHEST):
        above = here.head
        if above.i == here.i or not _passes(here, above, ends):
            return False
        if above.i in ends:
            return True
        here = above
    return False


def _passes(here: Token, above: Token, ends: set[int]) -> bool:
    """Whether words pass from one word to the one above it."""
    if here.dep_ == "poss":
        return above.pos_ == "PROPN" or is_occasion(above) or above.lemma_.lower() in _words("newsroom")
    if here.pos_ in ("NOUN", "PROPN"):
        told = here.dep_ in ("dobj", "dative") and above.lemma_.lower() in _words("told") | _words("talks")
        return told or (here.dep_ == "pobj" and above.lower_ in CHANNELS | {"by", "for", "of"})
    if here.pos_ in ("ADP", "SCONJ", "PART"):
        return _channel(here, above, ends)
    return here.tag_ in ("VBN", "VBD", "VBG") and (above.i in ends or is_occasion(above) or is_paper(above))


def _channel(preposition: Token, above: Token, ends: set[int]) -> bool:
    """Whether a preposition leads from a medium to a verb of telling, a participle or an occasion."""
    word = preposition.lower_
    if above.lower_ in _words("quoted") | _words("aired") | _words("reached"):
        return word in CHANNELS | {"by", "for"} and above.tag_ in ("VBN", "VBD")
    if above.pos_ in ("VERB", "AUX"):
        spoken = above.i in ends or above.lemma_.lower() in _words("told") | _words("talks")
        return (word in CHANNELS - {"with"} and spoken) or (word == "with" and above.lemma_.lower() in _words("talks"))
    if above.lemma_.lower() in _words("newsroom"):
        return word in ("of", "from", "with", "at")
    return (is_occasion(above) or is_paper(above)) and word in CHANNELS | {"for"}
