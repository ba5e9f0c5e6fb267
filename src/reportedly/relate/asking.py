"""A clause turned into a question, where its grammar is sure: "The ferry had sunk" asks "When did the ferry sink?"."""

from __future__ import annotations

import re

from reportedly.model.happening import Happening
from reportedly.model.span import Words
from reportedly.vocabulary import table

LONGEST_PARTY = 60  # code points: a longer one is no longer read as one thing
LONGEST_REST = 70
WORD = re.compile(r"[\w’']+")
REFERENCE = re.compile(r"\s*\[[^]]*\]|[“”\"«»]")


def begun(happening: Happening, text: str) -> str | None:
    """ "did the ferry sink", "was the bridge closed": the clause as a question begins it; None where unsure."""
    foremost = _foremost(happening)
    subject = party(foremost)
    if foremost is None or subject is None or happening.negated:
        return None
    gap = set(_between(foremost, happening, text))
    words = table("wording")["verb"]
    verb = happening.verb.text.lower()
    if gap.intersection(words["unsure"]) or verb.endswith("ing") or " " in verb:
        return None
    if happening.lemma == "be":
        return f"{verb} {subject}" if verb in words["being"] else None
    being = sorted(gap.intersection(words["being"]))
    if being:
        return f"{being[0]} {subject} {verb}"
    past = bool(gap.intersection(words["past"])) or verb not in (happening.lemma, f"{happening.lemma}s")
    return f"did {subject} {happening.lemma}" if past and not verb.endswith("s") else None


def auxiliary(happening: Happening, text: str) -> str:
    """The auxiliary that stands between subject and verb ("had sunk"), with a blank behind it; empty for none."""
    foremost = _foremost(happening)
    words = table("wording")["verb"]
    gap = _between(foremost, happening, text) if foremost is not None else []
    return next((f"{word} " for word in gap if word in words["past"] or word in words["being"]), "")


def _foremost(happening: Happening) -> Words | None:
    """The party before the verb: the subject, or in "the bridge was closed" the one to whom it was done."""
    before = [p for p in (happening.subject, happening.object) if p and p.span.end <= happening.verb.span.start]
    return before[0] if before else None


def _between(foremost: Words, happening: Happening, text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text[foremost.span.end : happening.verb.span.start])]


def party(words: Words | None) -> str | None:
    """A party in the question's words; None for one that names nobody or is too long to be read."""
    if words is None:
        return None
    plain = flat(words.text)
    nobody = plain.lower() in table("wording")["subject"]["nobody"]
    if not plain or nobody or len(plain) > LONGEST_PARTY or "," in plain:
        return None
    first, _, rest = plain.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in table("wording")["subject"]["small"] else plain


def after_verb(happening: Happening, text: str) -> str:
    """What follows the verb in its clause, cut between words where it is long."""
    rest = flat(text[happening.verb.span.end : max(happening.verb.span.end, happening.span.end)]).split()
    while rest and rest[-1].lower() in table("wording")["subject"]["dangling"]:
        rest.pop()
    return cut(" ".join(rest), LONGEST_REST)


def flat(words: str) -> str:
    """Words on one line, without marks of quotation and notes in square brackets."""
    return " ".join(REFERENCE.sub("", words).split()).strip(" ,.;:—–-")


def cut(words: str, longest: int) -> str:
    """At most so many code points, ended between words and then by an ellipsis."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + " …"
