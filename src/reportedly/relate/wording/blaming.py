"""Questions of who did it, as somebody says: "Who is said to be to blame for the fire?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from reportedly.grammar.one_line import one_line
from reportedly.relate.claims.claim import Claim
from reportedly.relate.clippings import Clippings
from reportedly.vocabulary import listed, table


def who_is_blamed(claims: Sequence[Claim], clippings: Clippings) -> str:
    """The question, with what for where the words behind a name tell it: as most put it, and of those the shortest."""
    told = Counter(deed for claim in claims if (deed := _deed(claim, clippings)) is not None)
    asked = table("wording")["asked"]["blame"]
    if not told:
        return f"{asked}?"
    return f"{asked} for {min(told, key=lambda words: (-told[words], len(words), words))}?"


def _deed(claim: Claim, clippings: Clippings) -> str | None:
    """What somebody is blamed for, where that ends the clause within a few words."""
    behind = clippings.reading(claim.article).capture.text[claim.span.end : claim.sentence.end]
    found = _what_for().search(re.split(r"[,;:.!?”\"(]", one_line(behind), maxsplit=1)[0].strip())
    return found.group(1) if found is not None and found.end() == len(found.string) else None


@cache
def _what_for() -> re.Pattern[str]:
    """Up to five words behind one that says what for."""
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('blame', 'for')))}) ((?:[\w’'-]+ ){{0,4}}[\w’'-]+)")
