"""What counts on behind a report in its sentence: "… cut 2,150 jobs, 1,180 of them in the valley", "… : four men"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.extract.words import Token
from reportedly.vocabulary import listed

_words = partial(listed, "tails")

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OF = 4  # tokens from a number to "of them"


def tailed(passage: Passage, stand: Sequence[Finding]) -> list[Finding]:
    """The findings, those behind whose content their own sentence counts on holding that too."""
    taken = {i for f in stand for i in (*f.cue, *range(*(f.source or (0, 0))), *f.content)}
    return [_tailed(passage, finding, taken) for finding in stand]


def _tailed(passage: Passage, finding: Finding, taken: set[int]) -> Finding:
    if not finding.cue or finding.direct or finding.cue[-1] > finding.first or finding.source is None:
        return finding
    mark = finding.last + 1
    end = passage.tokens[finding.last].sent.end
    if mark >= end or passage.quoted(passage.tokens[finding.last]):
        return finding
    tail = _tail(passage, mark, end)
    if not tail or not taken.isdisjoint(tail):
        return finding
    return replace(finding, content=(*finding.content, mark, *passage.trim(tail)))


def _tail(passage: Passage, mark: int, end: int) -> list[int]:
    """The tokens of what counts on behind a comma or colon, up to its end; none where something else follows."""
    tokens = passage.tokens
    if tokens[mark].text == ":":
        rest = tokens[mark + 1 : end]
        lists = any(t.like_num for t in rest) and not any(t.tag_ in FINITE or passage.quoted(t) for t in rest)
        return [t.i for t in rest] if lists else []
    if tokens[mark].text != "," or not _counts_on(tokens[mark + 1 : end]):
        return []
    found = []
    for token in tokens[mark + 1 : end]:
        behind = tokens[token.i + 1] if token.i + 1 < end else None
        if token.text == ";" or passage.quoted(token) or (token.text == "," and behind is not None and _ends(behind)):
            break
        found.append(token.i)
    relative = any(tokens[i].lower_ in _words("relative") for i in found)
    return found if relative or not any(tokens[i].tag_ in FINITE for i in found) else []


def _counts_on(rest: Sequence[Token]) -> bool:
    """Whether words begin with a part of what was counted: "four of them", "among them", "including"."""
    if not rest:
        return False
    first, following = rest[0], [t.lower_ for t in rest[:OF]]
    if first.lower_ in _words("including"):
        return True
    if first.lower_ in _words("among"):
        return len(following) > 1 and following[1] in _words("them")
    counts = first.like_num or first.lower_ in _words("share")
    return counts and any(a == "of" and b in _words("them") for a, b in pairwise(following))


def _ends(token: Token) -> bool:
    """Whether a new thought begins behind a comma: "blaming the rain", "and that the road was shut", "but"."""
    return token.tag_ in ("VBG", "CC") or token.lower_ in _words("new")
