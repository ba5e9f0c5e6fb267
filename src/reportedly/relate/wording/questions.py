"""Questions in plain English: by template where the grammar is sure, else by the founding words themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.model.happening import Happening
from reportedly.model.plain import Plain
from reportedly.model.point import PointKind
from reportedly.relate.claims.blame import BLAME
from reportedly.relate.claims.claim import ROLE, Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.wording import asking
from reportedly.relate.wording.bearing import who_was
from reportedly.relate.wording.blaming import who_is_blamed
from reportedly.relate.wording.counting import commonest, how_many
from reportedly.relate.wording.fitting import fitting
from reportedly.relate.wording.measuring import how_much
from reportedly.relate.wording.quoting import quoted, quoting

SHORTEST = 20  # code points: a shorter question leaves out what it is about
LINE = 90  # code points: among questions that fit a line length tells nothing
FITS = 3  # how many unclear words it outweighs that all of a question's words stand near all of its answers


def worded_apart(kind: PointKind, groups: Sequence[Sequence[Claim]], clippings: Clippings) -> list[str]:
    """The question of each set of claims; of those that would read alike all but the largest quote their own words."""
    asked = [_worded(kind, claims, clippings) for claims in groups]
    largest: dict[str, int] = {}
    for place in sorted(range(len(groups)), key=lambda place: -len(groups[place])):
        if largest.setdefault(asked[place], place) != place and "“" not in asked[place]:
            asked[place] = quoting(asked[place], kind, groups[place], clippings)
    return asked


def _worded(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """The question that a set of claims answers: "How many miners were killed?"."""
    asked: str | None
    if claims[0].dimension == ROLE:
        asked = who_was(claims)
    elif claims[0].dimension == BLAME:
        asked = who_is_blamed(claims, clippings)
    elif kind != "figure":
        asked = _of_clauses(kind, claims, clippings)
    else:
        asked = how_many(claims) if commonest(claim.dimension for claim in claims) == "count" else how_much(claims)
    asked = asked or quoted(kind, claims, clippings)
    return asked[0].upper() + asked[1:]


def _of_clauses(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str | None:
    """The clearest of the questions that the claims' clauses make, and the one that fits most of them."""
    verb = commonest(claim.head for claim in claims)
    found = [(claim.head != verb, question) for claim in claims for question in _asked(kind, claim, clippings)]
    if len(found) < 2:  # as of most questions, which one claim answers
        return found[0][1] if found else None
    times = Counter(question for _, question in found)
    fits = {question: fitting(question, claims) for question in times}

    def doubt(asked: tuple[bool, str]) -> tuple[float, int, str]:
        other_verb, question = asked
        many, length = _doubt(question, other_verb=other_verb, times=times[question])
        return (many - FITS * fits[question], length, question)

    return min(found, key=doubt)[1]


def _doubt(question: str, *, other_verb: bool, times: int) -> tuple[int, int]:
    """How far a question is from what a reader would print; and its length where it runs past a line."""
    short = len(question) < SHORTEST
    return (
        2 * other_verb + 2 * short + asking.unclear(question) - min(times, 3),
        max(LINE, len(question)),
    )


def _asked(kind: PointKind, claim: Claim, clippings: Clippings) -> Iterator[str]:
    """What the claim's clause asks, where it makes a plain question that does not hold the answer."""
    happening = _clause(claim, clippings)
    plain = happening.plain if happening is not None else None
    if happening is None or plain is None:
        return
    if kind == "whether":
        yield asking.whether(plain)
        return
    if happening.negated and kind != "who":  # when and where asks of what happened
        return
    question = _open_question(kind, claim, plain)
    if question is not None and claim.text.lower() not in question.lower():
        yield question


def _open_question(kind: PointKind, claim: Claim, plain: Plain) -> str | None:
    if kind == "date":
        return asking.when(plain)
    return asking.where(plain) if kind == "place" else asking.who(plain, claim.text)


def _clause(claim: Claim, clippings: Clippings) -> Happening | None:
    """The shortest clause with the claim's verb that the claim stands in."""
    around = [
        h
        for h in clippings.clauses(claim.article, claim.head)
        if h.span.overlaps(claim.span) or h.verb.span.overlaps(claim.sentence)
    ]
    return min(around, key=lambda h: (not h.span.contains(claim.span), len(h.span), h.span), default=None)
