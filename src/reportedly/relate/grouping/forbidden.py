"""What forbids that two claims answer one question, whatever else speaks for it. A false merge is worse than a miss."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportedly.model.point import StanceValue
from reportedly.relate.claims.claim import ROLE, Claim
from reportedly.relate.claims.context import one_matter, shared, words_of
from reportedly.relate.claims.dimension import is_size
from reportedly.relate.claims.negated import negated
from reportedly.relate.claims.then import seasons_apart
from reportedly.relate.standing.values import compare
from reportedly.relate.wording.measuring import another_thing
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.predicates import families

AFFIRMS = StanceValue("affirms")
READ = frozenset(  # from words around, or from how a name is spelled
    {"a part and a whole", "another thing measured", "a denial of something else", "another bearer", "another time"}
)
STRANGE = {"figure": 0.15, "whether": 0.1}  # of those words: what has fewer in common is of two matters
NOT = 0.4  # of the words of the shorter one: what two sentences share of which one says "not" what the other says
SHARE = 1 / 3  # of the pairs of two sets: where a rule that reads the words around parts more, it parts the sets


def kept_apart(pairs: Iterable[tuple[Claim, Claim]]) -> bool:
    """Whether two sets of claims never answer one question; `pairs` takes a claim of each.

    A single pair parts them where the claims' own words tell it. What the words around tell may be misread for one
    claim of many, and a name be spelled anew: it parts them where it holds of more than a third of the pairs. So does
    it where no pair has more in common than a value or a light word.
    """
    told, read, akin = 0, 0, False
    for one, other in pairs:
        rule = forbidden(one, other)
        if rule is not None and rule not in READ:
            return True
        told += 1
        read += rule is not None
        akin = akin or not _strangers(one, other)
    return read > SHARE * told or not akin


def _strangers(one: Claim, other: Claim) -> bool:
    """Whether two counts are of two things that two things happened to, in other words: 12 injuries, 12 boats bought.

    Or whether two sentences share next to no word.
    """
    if one.kind == "figure":
        counts = one.dimension == other.dimension == "count"
        if not counts or one.head is None or other.head is None or _one_thing(one, other):
            return False
    elif one.kind != "whether" or one.toward == other.statement or other.toward == one.statement:
        return False
    return shared(one.near, other.near) < STRANGE[one.kind]


def _one_thing(one: Claim, other: Claim) -> bool:
    """Whether two nouns may name one thing, or one thing happened to both."""
    alike = one.head == other.head or one.head in other.modifiers or other.head in one.modifiers
    family = one.family is not None and one.family == other.family
    return alike or family or (one.predicate is not None and one.predicate == other.predicate)


def forbidden(one: Claim, other: Claim) -> str | None:
    """The rule that forbids it, if one does."""
    if one.dimension != other.dimension and not (_may_lack_a_unit(one) or _may_lack_a_unit(other)):
        return "another kind of size"
    if one.part_of == other.id or other.part_of == one.id:
        return "part of the other"
    if one.partial != other.partial and one.value != other.value:
        return "a part and a whole"
    if one.predicate and other.predicate and other.predicate in families()[one.predicate].opposite:
        return "the contrary"
    if one.kind == "figure" and _two_outcomes(one.predicate, other.predicate):
        return "two outcomes"
    if one.measured is not None and another_thing(one, other):
        return "another thing measured"
    if one.dimension == ROLE and one.family != other.family:
        return "another role"
    if one.dimension == ROLE and compare(one.value, other.value) == "differ":
        return "another bearer"  # of several captains none is the answer to who was the captain of the other
    if one.kind == "whether" and _against_another_thing(one, other):
        return "a denial of something else"
    if one.year != other.year:
        return "another year"
    if seasons_apart(one.then, other.then):
        return "another time"
    if one.kind == "figure" and (parting := _parted(one, other)):
        return f"parted by {parting}"
    return None


def _may_lack_a_unit(claim: Claim) -> bool:
    """Whether it says nothing of what it counts ("1,800 barrels flowed out; no, 1,500 did"), or has a noun of which
    nobody counts several ("The sum is 340 million")."""
    return claim.dimension == "count" and (claim.head is None or is_size(claim.head))


def _two_outcomes(one: str | None, other: str | None) -> bool:
    both = {one, other}
    return len(both & listed("sets", "disjoint", "outcomes")) > 1 and sorted(map(str, both)) not in _one_outcome()


def _one_outcome() -> list[list[str]]:
    found: list[list[str]] = table("sets")["disjoint"]["but"]
    return found


def _against_another_thing(one: Claim, other: Claim) -> bool:
    """Whether one affirms and the other does not, of clauses that have neither deed and party nor most words in common.

    Who sets two sentences against one another says that two people disagree: a shared topic is not enough for that.
    Whoever says "no" or "not" seldom speaks of another's words, as who denies a thing does: far more of the words then.
    """
    if (one.value == AFFIRMS) == (other.value == AFFIRMS):
        return False
    if one.toward == other.statement or other.toward == one.statement:
        return False
    if one.family == other.family and one.modifiers & other.modifiers:
        return False
    first, second = words_of(one.near), words_of(other.near)
    if one.unspoken or other.unspoken:
        if negated(one.text) & negated(other.text):
            return True  # both say that there is no record
        if any(
            said.unsaid and not one_matter(said.unsaid, words, share=NOT)
            for said, words in ((one, second), (other, first))
        ):
            return True
        return not (first and second and one_matter(first, second, share=NOT))
    return not one_matter(first, second)


def _parted(one: Claim, other: Claim) -> str | None:
    first, second = sides(one.head, one.modifiers), sides(other.head, other.modifiers)
    return next((name for name in first if name in second and not first[name] & second[name]), None)


@lru_cache(maxsize=65_536)
def sides(head: str | None, modifiers: frozenset[str] = frozenset()) -> dict[str, frozenset[int]]:
    """Which side of each difference the words of a described set name ("women": the second of sex)."""
    words = modifiers | ({head} if head else frozenset())
    found = {}
    for name, groups in table("sets")["parting"].items():
        sides = frozenset(i for i, group in enumerate(groups) if words & set(group.split()))
        if sides:
            found[name] = sides
    return found
