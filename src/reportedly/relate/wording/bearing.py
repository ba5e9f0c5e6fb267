"""Questions of who somebody was: "Who was the ferry's master?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.grammar.one_line import one_line
from reportedly.relate.claims.claim import Claim
from reportedly.relate.terms import stem
from reportedly.vocabulary import table

WORD = re.compile(r"[\w’'-]+")
OWNER = re.compile(r"((?:[Tt]he )?[\w-]+[’']s?) $")
LONGEST = 40  # code points of what a role is a role of: more tells a story


def who_was(claims: Sequence[Claim]) -> str:
    """The question after the role that the claims give: as most of them put it, and of those the fullest."""
    told = Counter(_role(claim) for claim in claims)
    role = min(told, key=lambda words: (-told[words], -len(words), words))
    return f"{table('wording')['asked']['role']} {role}?"


def _role(claim: Claim) -> str:
    """The role with "the", with whose it is where that is told beside it: "the captain", "the ferry's master"."""
    words = one_line(claim.counted or "")
    noun = next((m for m in WORD.finditer(words) if stem(m.group()) == claim.head), None)
    if noun is None:
        return f"the {claim.head}"
    behind = words[noun.end() :]
    title = table("titles")["short"].get(noun.group().lower(), noun.group().lower())
    role = title + (behind if behind.startswith(" of ") and len(behind) < LONGEST else "")
    owner = OWNER.search(words[: noun.start()])
    return f"{owner.group(1)[:1].lower()}{owner.group(1)[1:]} {role}" if owner else f"the {role}"
