"""Whether a toll counts whoever did it: "six dead, including the gunman", "five, not counting the gunman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.model.point import Answer, Reason
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.clippings import Clippings
from reportedly.vocabulary import table

RULES = {
    "counted_out": "counting rule: who did it is not counted",
    "counted_in": "counting rule: who did it is counted",
}


def counting_rules(answers: Sequence[Answer], clippings: Clippings) -> Iterator[Reason]:
    """For each rule that a sentence of an answer tells, the words that tell it and the answers so counted.

    What leaves somebody out goes first: "not including the gunman" does not include him.
    """
    told: dict[tuple[str, str], list[str]] = {}
    for answer in answers:
        text = clippings.reading(answer.article).capture.text
        sentence = sentence_at(text, answer.span).of(text)
        found = next(((rule, m) for rule in RULES if (m := _pattern(rule).search(sentence)) is not None), None)
        if found is not None:
            told.setdefault((RULES[found[0]], " ".join(found[1].group().split())), []).append(answer.id)
    return (Reason(rule, words, tuple(ids)) for (rule, words), ids in told.items())


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    words = table("singly")
    return re.compile(words[rule]["pattern"].replace("{who}", words["doers"]["pattern"]), re.IGNORECASE)
