"""The points of one story, kind by kind: claims grouped to questions, each question judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from reportedly.model.point import Answer, Point, PointKind, StanceValue
from reportedly.model.reading import Reading
from reportedly.relate.claims.blame import blame_claims
from reportedly.relate.claims.claim import ROLE, Claim, answer
from reportedly.relate.claims.context import one_matter, shared, words_of
from reportedly.relate.claims.converted import told_once
from reportedly.relate.claims.dates import date_claims
from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.claims.hurt import with_hurt
from reportedly.relate.claims.places import place_claims
from reportedly.relate.claims.roles import of_one_bearer, role_claims
from reportedly.relate.claims.singly import told_singly
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.claims.who import who_claims
from reportedly.relate.clippings import Clippings
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.clusters import group
from reportedly.relate.grouping.evidence import Evidence
from reportedly.relate.grouping.parts import with_wholes
from reportedly.relate.naming.principals import Speaking
from reportedly.relate.questions import Question, make_point
from reportedly.relate.standing.revisions import Growth
from reportedly.relate.wording.counting import commonest
from reportedly.relate.wording.questions import worded_apart
from reportedly.vocabulary import listed
from reportedly.vocabulary.predicates import families

KINDS: tuple[tuple[PointKind, str, Callable[[Reading], Iterator[Claim]]], ...] = (  # the second: what weighs pairs
    ("figure", "figure", figure_claims),
    ("date", "date", date_claims),
    ("place", "place", place_claims),
    ("who", "who", who_claims),
    ("who", "role", role_claims),
    ("who", "blame", blame_claims),
    ("whether", "whether", whether_claims),
)
ASKED_OF_SEVERAL = ("role", "whether")
ASKED = 2  # words that two have to share who say one thing
TWO = 2  # origins that have to tell what nobody is quoted on
ALIKE = 1 / 3  # of the words of the shorter one: so many
HEADS = ("count", "share")  # what heads are told in


def find_points(story: str, clippings: Clippings, echoes: Echoes, speaking: Speaking) -> Iterator[Point]:
    """A point for every question that somebody answers."""
    for kind, weights, claims_of in KINDS:
        claims = [claim for reading in clippings.readings for claim in claims_of(reading)]
        if kind == "figure":
            claims = with_hurt(claims, clippings.readings)
        groups = _grouped(claims, weights, clippings, echoes)
        answered = ((members, [answer(claim, clippings) for claim in members]) for members in groups)
        told = [pair for pair in answered if worth_asking(weights, *pair)]
        points = []
        asked_for = worded_apart(kind, [members for members, _ in told], clippings)
        for (members, answers), words in zip(told, asked_for, strict=True):
            asked = _question(kind, words, members)
            point = make_point(story, asked, answers, clippings, echoes, speaking)
            if kind != "whether" or not _one_account(point):
                points.append(point)
        yield from with_wholes(points, claims)


def _grouped(claims: Sequence[Claim], weights: str, clippings: Clippings, echoes: Echoes) -> list[tuple[Claim, ...]]:
    """Claims by question; beside what numbers answer also how many it happened to where all tell of one."""
    groups = group(Evidence(claims, weights, echoes), clippings.judged) if claims else []
    if weights == ROLE:
        return [of_one_bearer(held) for held in groups]
    if weights != "figure":
        return groups
    return [*(told_once(held, clippings) for held in groups), *told_singly(clippings.readings, groups)]


def worth_asking(asked: str, claims: Sequence[Claim], answers: Sequence[Answer]) -> bool:
    """Whether a question is one.

    Who bore a role is asked only where two articles tell. That something is so is asked where somebody denies it, or
    anybody doubts or could not verify it; where all affirm, or an article alone says that it is not, only where two
    articles tell of one thing: "the gate did not open" is told by whoever tells what happened, and denies nobody's
    word. Somebody has to say it with a verb.
    """
    if asked not in ASKED_OF_SEVERAL:
        return True
    if asked == "role":
        return len({answer.article for answer in answers}) > 1
    if all(claim.head is None for claim in claims):
        return False
    return any(map(_leaves_open, answers)) or any(_say_one_thing(one, other) for one, other in combinations(claims, 2))


def _one_account(point: Point) -> bool:
    """Whether all that answers it is what one outlet tells in its own voice, printed again by others."""
    alone = point.independent_origins < TWO and all(answer.origin is None for answer in point.answers)
    return alone and not any(map(_leaves_open, point.answers))


def _leaves_open(answer: Answer) -> bool:
    """Whether an answer alone makes a question: somebody's denial, or a doubt; no "not" of the article's own."""
    denied = answer.value == StanceValue("denies") and answer.origin is not None
    return denied or answer.value == StanceValue("doubts") or answer.certainty == "unverified"


def _say_one_thing(one: Claim, other: Claim) -> bool:
    """Whether sentences of two articles are of one thing: a matter in common is not yet that."""
    alike = one.article != other.article and shared(one.near, other.near) >= ALIKE
    return alike and one_matter(words_of(one.near), words_of(other.near), ASKED)


def _question(kind: PointKind, words: str, claims: Sequence[Claim]) -> Question:
    predicate = commonest(claim.predicate for claim in claims)
    return Question(
        kind=kind,
        words=words,
        predicate=None if kind == "figure" and _measured_beside(claims, predicate) else predicate,
        counted=commonest(claim.family for claim in claims) if kind == "figure" else None,
        holder=commonest(claim.holder for claim in claims),
        growth=_growth(claims, predicate) if kind == "figure" else "none",
    )


def _measured_beside(claims: Sequence[Claim], predicate: str | None) -> bool:
    """Whether the figures are sizes, of a deed that is told in heads: how old the killed were is no toll."""
    return predicate in listed("sets", "heads", "families") and commonest(c.dimension for c in claims) not in HEADS


def _growth(claims: Sequence[Claim], predicate: str | None) -> Growth:
    """How a figure rises: as a cumulative count, as anything else that is not fixed or told per period, or not.

    A duration that is longer in a later account is another reckoning: no time span grew. The missing grow fewer as
    they are found.
    """
    if all(claim.dimension == "duration" for claim in claims):
        return "none"
    if predicate in listed("revisions", "falls", "families"):
        return "falls"
    said = commonest(claim.count for claim in claims)
    family = families().get(predicate) if predicate is not None else None
    count = said or (family.count if family is not None else None)
    if count == "cumulative":
        return "count"
    return "none" if count in ("fixed", "per period") else "size"
