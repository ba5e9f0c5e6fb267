"""Another's number that a speaker sets aside: in "three, not five, the minister said" five is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage

DENIES = Cue("not", frozenset(), mode="denies", certainty="denied")
LONGEST = 4  # tokens of a number with its noun


def contradicted(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """For each statement that says one number and not another, the other, as denied by the same speaker."""
    found = {f.head: f for outer in findings if outer.source is not None for f in _set_aside(passage, outer)}
    return [found[head] for head in sorted(found)]


def _set_aside(passage: Passage, outer: Finding) -> Iterator[Finding]:
    tokens = passage.tokens
    for at, i in enumerate(outer.content[:-1]):
        numbered = tokens[i].lower_ == "not" and i + 1 == outer.content[at + 1] and tokens[i + 1].like_num
        apart = i > 0 and tokens[i - 1].text in {",", "—", "–", "and", "("}
        if not numbered or not apart or not any(tokens[j].like_num for j in outer.content[:at]):
            continue
        end = i + 1
        while end < i + 1 + LONGEST and end < len(tokens) and (tokens[end].like_num or tokens[end].pos_ == "NOUN"):
            end += 1
        content = passage.trim(range(i + 1, end))
        if content:
            yield Finding("contradicted", i, (i,), tuple(content), outer.source, DENIES, beside=outer.head)
