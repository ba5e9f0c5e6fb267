"""Claims to questions: sets are merged while enough speaks for one question, with what forbids it upheld."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.relate.claims.claim import Claim
from reportedly.relate.grouping.evidence import Evidence
from reportedly.relate.grouping.forbidden import kept_apart
from reportedly.relate.judged import NOBODY, Judged

USUAL = 130  # claims of one kind in a story of eight accounts, from which the weights are learnt


# what speaks for one question between two sets: the sum over the pairs compared, the best of them, and their number
Link = tuple[float, float, int]


def group(evidence: Evidence, judged: Judged = NOBODY) -> list[tuple[Claim, ...]]:
    """Sets of claims that answer one question, in the order of their first claim.

    Two sets merge while more speaks for one question than against it; what is forbidden keeps them apart for good.
    Only pairs with something in common are compared (`Evidence`); all others speak against, and so do, of sets of
    counts, articles that tell of both. Two claims that would be a question by themselves need more. A number that takes
    up the question of one before it ("The union says 57") is first put to that one. What a person decided goes before
    all of it; where decisions contradict each other, what they keep apart stays apart.
    """
    unlike, lead = (float(evidence.settings[name]) for name in ("unlike", "lead"))
    counts = evidence.settings.get("counts")
    beside = _Beside(**counts) if counts is not None else None
    bar = least(evidence)
    begin = bar + float(evidence.settings.get("begin", 0.0))
    return _Merging(evidence.claims, evidence, judged, bar, begin, unlike, lead, beside).done()


def least(evidence: Evidence) -> float:
    """How much has to speak for one question: more, the more claims a story has, for then more are alike by chance."""
    crowd = math.log(max(1.0, len(evidence.claims) / USUAL))
    return float(evidence.settings["merge"]) + float(evidence.settings.get("crowded", 0.0)) * crowd


@dataclass(frozen=True, slots=True)
class _Beside:
    """How sets of counts are compared, which stand side by side: see the settings of that name."""

    lead: float
    more: float
    told_in_both: float
    share: float

    def against(self, one: frozenset[str], other: frozenset[str]) -> float:
        """What the articles that tell of both sets speak against: who gives two numbers side by side has two questions.

        It grows with their logarithm. Where hardly any article tells of the smaller set alone it is less: one claim
        beside another of its article tells nothing by that.
        """
        many = len(one & other)
        told = self.told_in_both * math.log1p(many) - self.share * many / min(len(one), len(other)) if many else 0.0
        return self.more + told


@dataclass(slots=True)
class _Merging:
    claims: Sequence[Claim]
    evidence: Evidence
    judged: Judged
    merge: float
    begin: float
    unlike: float
    lead: float
    beside: _Beside | None
    links: defaultdict[int, dict[int, Link]] = field(default_factory=lambda: defaultdict(dict))
    members: dict[int, list[int]] = field(default_factory=dict)
    articles: dict[int, frozenset[str]] = field(default_factory=dict)
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    def done(self) -> list[tuple[Claim, ...]]:
        """Merge the best two sets until none are left that should be one."""
        self.members = {i: [i] for i in range(len(self.claims))}
        self.articles = {i: frozenset((claim.article,)) for i, claim in enumerate(self.claims)}
        telling = self.evidence.scores > self.unlike
        kept = (
            column[telling].tolist() for column in (self.evidence.first, self.evidence.second, self.evidence.scores)
        )
        for i, j, score in zip(*kept, strict=True):
            self.links[i][j] = self.links[j][i] = link = (score, score, 1)
            self._offer(i, j, link)
        numbers = {claim.id: number for number, claim in enumerate(self.claims)}
        holder = {number: number for number in self.members}
        self._decided(numbers, holder)
        self._taken_up(numbers, holder)
        while self.heap:
            negative, i, j = heapq.heappop(self.heap)
            if i in self.members and j in self.members:
                known = self.links[i].get(j)
                if known is not None and self._score(i, j, known) == -negative:
                    self._try(i, j)
        return [tuple(self.claims[k] for k in sorted(held)) for held in sorted(self.members.values(), key=min)]

    def _decided(self, numbers: dict[str, int], holder: dict[int, int]) -> None:
        """Merge first what a person said is one question; `holder` tells in which set each claim now is."""
        for one, other in self.judged.same_questions:
            if one in numbers and other in numbers:
                i, j = sorted((holder[numbers[one]], holder[numbers[other]]))
                if i != j and not self._told_apart(i, j):
                    self._join(i, j, holder)

    def _taken_up(self, numbers: dict[str, int], holder: dict[int, int]) -> None:
        """Merge each number that takes up another's question with that one, unless something forbids it."""
        for number, claim in enumerate(self.claims):
            if claim.follows in numbers:
                i, j = sorted((holder[numbers[claim.follows]], holder[number]))
                if i != j and not self._told_apart(i, j) and not kept_apart(self._pairs(i, j)):
                    self._join(i, j, holder)

    def _join(self, i: int, j: int, holder: dict[int, int]) -> None:
        holder.update(dict.fromkeys(self.members[j], i))
        self._merge(i, j)

    def _told_apart(self, i: int, j: int) -> bool:
        return self.judged.parts_questions and any(
            self.judged.questions_apart(a.id, b.id) for a, b in self._pairs(i, j)
        )

    def _score(self, i: int, j: int, link: Link) -> float:
        """The mean over all pairs, drawn towards the best of them by `lead`; what was not compared counts as unlike."""
        total, best, compared = link
        pairs = len(self.members[i]) * len(self.members[j])
        mean = (total + self.unlike * (pairs - compared)) / pairs
        if self.beside is None or self.claims[i].dimension != "count":
            return (1 - self.lead) * mean + self.lead * best
        lead = self.beside.lead
        return (1 - lead) * mean + lead * best - self.beside.against(self.articles[i], self.articles[j])

    def _offer(self, i: int, j: int, link: Link) -> None:
        if link[1] <= self.merge:  # no mean is more than the best
            return
        alone = len(self.members[i]) == len(self.members[j]) == 1
        score = self._score(i, j, link)
        if score > (self.begin if alone else self.merge):
            heapq.heappush(self.heap, (-score, i, j) if i < j else (-score, j, i))

    def _try(self, i: int, j: int) -> None:
        if self._told_apart(i, j) or kept_apart(self._pairs(i, j)):
            del self.links[i][j], self.links[j][i]
        else:
            self._merge(i, j)

    def _merge(self, i: int, j: int) -> None:
        for k, link in self.links.pop(j, {}).items():
            del self.links[k][j]
            if k != i:
                self._relink(i, k, link)
        self.members[i] += self.members.pop(j)
        self.articles[i] |= self.articles.pop(j)
        for k, link in self.links[i].items():
            self._offer(i, k, link)

    def _relink(self, i: int, k: int, link: Link) -> None:
        """Let set k be linked to i also as it was to the set that i takes in."""
        mine = self.links[i].get(k)
        self.links[i][k] = self.links[k][i] = _both(mine, link) if mine is not None else link

    def _pairs(self, i: int, j: int) -> Iterator[tuple[Claim, Claim]]:
        return ((self.claims[a], self.claims[b]) for a in self.members[i] for b in self.members[j])


def _both(one: Link, other: Link) -> Link:
    """The link of two sets taken together."""
    return one[0] + other[0], max(one[1], other[1]), one[2] + other[2]
