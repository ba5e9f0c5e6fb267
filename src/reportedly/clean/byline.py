"""Who wrote it, by the lines that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.model.article import Block
from reportedly.vocabulary import table
from reportedly.vocabulary.outlets import known_outlet

WORDS = table("lines")["bylines"]
LEAD = re.compile(
    rf"^\W*(?:(?:{'|'.join(WORDS['before'])})s?\W+)*(?:{'|'.join(WORDS['by'])})?\b\s*:?\s*",
    re.IGNORECASE,
)
SMALL = rf"(?:(?:{'|'.join(WORDS['particles'])})[ \u00a0])*"
NAME = re.compile(rf"[A-ZÀ-Þ][\w’'.-]*(?:[ \u00a0]{SMALL}[A-ZÀ-Þ][\w’'-]+){{1,4}}")
PART = re.compile(r"\s*(?:,|;|\||·|•|—|–|\(|\[|/|\d|\s{3,}|\n|\band\b|\bin\b|&|\u00a0\s)\s*")


def bylines(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The authors that byline blocks name, in order, each once; an agency's name is no author's."""
    found = (name for block in blocks if block.kind == "byline" for name in names_in(block.span.of(text)))
    return tuple(dict.fromkeys(found))


def names_in(line: str) -> Iterator[str]:
    """The persons that a line of authors names: the leading run of names, before places and functions."""
    functions = frozenset(table("lines")["cue_roles"]["words"])
    for number, part in enumerate(PART.split(LEAD.sub("", line))):
        match = NAME.fullmatch(part.strip(" .:"))
        if match is None or functions & set(part.lower().split()):
            if number:
                return
            continue
        name = " ".join(match[0].split())
        if known_outlet(name) is None:
            yield name.title() if name.isupper() else name
