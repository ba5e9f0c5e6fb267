"""How many were killed or hurt where nobody gives a number: who tells of one victim tells that it was one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from reportedly.extract.naming.roles import is_role
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import near, sentence_at
from reportedly.relate.claims.dimension import holds, noun_family
from reportedly.relate.grouping.forbidden import sides
from reportedly.relate.naming.names import same_name
from reportedly.relate.terms import content_stems, stem
from reportedly.vocabulary import listed, table

PERSON = "person"  # the family of nouns that count people
KILLED, INJURED = "killed", "injured"
SURVIVE = "survive"  # who did not is dead
LEAST = 2  # articles that have to tell it
AHEAD = 12  # code points before a noun in which it is said to be fatal


@dataclass(frozen=True, slots=True)
class Victim:
    """Whom a clause says it happened to: their words, how many they are, their noun and, where given, their name."""

    family: str
    words: Words
    many: int
    noun: str
    name: str | None
    happening: Happening


def told_singly(readings: Sequence[Reading], counted: Sequence[Sequence[Claim]]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each question that is answered without a number, one of an article.

    `counted` are the questions that numbers answer. Where two articles give a number of people for one of them, or as
    many as tell of one victim, nothing is added. An article that tells of two whom nothing shows to be one tells no
    number.
    """
    dead: list[Victim] = []
    alive = {noun for reading in readings for noun in _hurt_beside_dead(reading)}
    for family in (KILLED, INJURED):
        found = [(r, v) for r in readings if (v := _one_victim(r, family, dead, alive)) is not None]
        told = max((len({c.article for c in claims}) for claims in counted if _asks(claims, family)), default=0)
        if len(found) >= LEAST and len(found) > told and told < LEAST and not _differ([one for _, one in found]):
            yield tuple(_claim(victim, reading) for reading, victim in found)
        if family == KILLED:
            dead = [victim for reading in readings for victim in victims(reading, family)]


def of_person(noun: str) -> bool:
    """Whether the stem of a noun says one of those who are counted as people."""
    family = noun_family(noun)
    counted = family == PERSON or family in holds(PERSON)
    return counted or noun in _persons() or is_role(noun)


def of_people(claim: Claim) -> bool:
    """Whether it is a number of people, or of nobody knows what."""
    return claim.dimension == "count" and (claim.head is None or of_person(claim.head))


def _asks(claims: Sequence[Claim], family: str) -> bool:
    """Whether numbers of people answer a question of this family."""
    people = [claim for claim in claims if claim.dimension == "count"]
    return 2 * len(people) > len(claims) and sum(c.predicate == family for c in people) * 2 > len(people)


def _one_victim(reading: Reading, family: str, dead: Sequence[Victim], alive: AbstractSet[str]) -> Victim | None:
    """The first of the phrases for whom it happened to, if all may be of the same.

    Whoever died is not hurt besides. Who may be one of the dead is taken for one, unless their noun is among `alive`,
    those for whoever is told of beside the dead.
    """
    told = victims(reading, family)
    found = [one for one in told if one.words.text.lower() not in _pronouns()] or told  # a pronoun is for one of them
    if family != KILLED:
        found = [one for one in found if one.noun in alive or not any(_may_be_one(one, other) for other in dead)]
    if not found or not all(_may_be_one(one, other) for one in found for other in found):
        return None
    return min(found, key=lambda one: (-one.many, one.words.span))


def _hurt_beside_dead(reading: Reading) -> Iterator[str]:
    """The nouns for whom one sentence tells as hurt beside somebody dead: "it killed a boy and wounded his father".

    Whoever was shot may be who died: "a man was shot, and the clerk died at night".
    """
    fell = list(fallen(reading))
    for one in victims(reading, INJURED):
        sentence = sentence_at(reading.capture.text, one.words.span)
        beside = any(sentence.contains(span) and not span.overlaps(one.words.span) for span in fell)
        if beside and one.noun and not strikes(one.happening):
            yield one.noun


def fallen(reading: Reading) -> Iterator[Span]:
    """Where the phrases stand for whoever is told of as dead, however many they are."""
    return (party.span for clause in _told(reading, KILLED) if (party := _party(clause)) is not None)


def _differ(found: Sequence[Victim]) -> bool:
    """Whether two articles tell of as many who cannot be the same: of a man and of a woman."""
    return any(one.many == other.many and not _may_be_one(one, other) for one, other in combinations(found, 2))


def _may_be_one(one: Victim, other: Victim) -> bool:
    if one.name is not None and other.name is not None:
        return same_name(one.name, other.name)
    first, second = sides(one.noun), sides(other.noun)
    return one.many == other.many and not any(name in second and not first[name] & second[name] for name in first)


def victims(reading: Reading, family: str) -> list[Victim]:
    """The phrases of an article for one to whom it happened, or two."""
    told = (_victim(happening, family, reading) for happening in _told(reading, family))
    return [victim for victim in told if victim is not None]


def _told(reading: Reading, family: str) -> Iterator[Happening]:
    """The clauses that tell that it happened."""
    for happening in reading.happenings:
        if happening.phase == "planned":
            continue
        told = _family(happening, reading) if not happening.negated else KILLED if happening.lemma == SURVIVE else None
        if told == family:
            yield happening


def _family(happening: Happening, reading: Reading) -> str | None:
    """What happened to whom it was done to: who was shot is hurt, unless the clause says that it was fatal, and who
    was found dead is dead."""
    text = reading.capture.text
    if happening.object is None:
        return happening.family
    if _left(happening, text) or _fatal(happening, text):
        return KILLED
    if not strikes(happening):
        return happening.family
    return KILLED if pattern("struck", "fatal").search(sentence_at(text, happening.verb.span).of(text)) else INJURED


def _fatal(happening: Happening, text: str) -> bool:
    """Whether its own words say that it was fatal: "the fatal shooting of a boy", "was mortally wounded"."""
    if happening.lemma in listed("singly", "struck", "nouns"):
        start = happening.verb.span.start
        return pattern("struck", "ahead").search(text[max(0, start - AHEAD) : start]) is not None
    return happening.family == INJURED and pattern("struck", "mortally").search(happening.span.of(text)) is not None


def strikes(happening: Happening) -> bool:
    """Whether it says that somebody was shot or stabbed, or that a bullet hit them."""
    if happening.lemma in listed("singly", "struck", "verbs"):
        return True
    by = happening.subject.text if happening.subject is not None else ""
    return happening.lemma in listed("singly", "hit", "verbs") and pattern("hit", "by").search(by) is not None


def _left(happening: Happening, text: str) -> bool:
    """Whether its verb says in what state it left or found them: "left a clerk dead", "was pronounced dead"."""
    if happening.lemma not in listed("singly", "left", "verbs") or happening.object is None:
        return False
    whom = happening.object.span
    behind = max(whom.end, happening.verb.span.end)
    return any(pattern("left", "dead").match(text, end) for end in (behind, whom.start + len(_head(whom.of(text)))))


def _victim(happening: Happening, family: str, reading: Reading) -> Victim | None:
    """The one it was done to, or the two."""
    party = _party(happening)
    if party is None or pattern("more", "pattern").search(party.text):
        return None
    pieces = pattern("pair", "pattern").split(party.text)
    persons = [found for piece in pieces if (found := _person(piece, party, reading)) is not None]
    if not persons or len(persons) < len(pieces):
        return None
    noun, name = persons[-1] if len(persons) == 1 else ("", None)
    return Victim(family, party, len(persons), noun, name, happening)


def _party(happening: Happening) -> Words | None:
    """Whom it was done to; of a verb without an object, as of dying, its subject."""
    undergone = happening.lemma in listed("counted", "sufferers", "verbs")
    to_others = happening.object is not None and happening.object.text.lower() not in listed("singly", "oneself")
    return happening.object if to_others and not undergone else happening.subject


def _person(piece: str, party: Words, reading: Reading) -> tuple[str, str | None] | None:
    """The noun, and the name if there is one, of a phrase for one person."""
    head = _head(piece).removesuffix("’s").removesuffix("'s")
    stems = content_stems(head)
    named = next(
        (n for n in reading.names if n.kind == "person" and party.span.contains(n.span) and _names(n.text, head)), None
    )
    if named is not None:
        return (stems[-1] if stems else "", named.name)
    last = head.split()[-1].lower() if head.split() else ""
    if last in _pronouns() and last == head.lower():
        return _pronouns()[last], None
    if pattern("aged", "pattern").search(head):
        return "", None
    single = pattern("one", "pattern").match(head.lower()) is not None or "year-old" in head
    if not stems or not single or last != _singular(last) or not of_person(stem(last)):
        return None
    return stem(last), None


def _head(piece: str) -> str:
    """A phrase up to what describes its noun from behind."""
    return _behind().split(piece.split(",", maxsplit=1)[0], maxsplit=1)[0]


def _names(name: str, phrase: str) -> bool:
    """Whether a phrase is for the one who bears a name, not for somebody of theirs ("Ivo's daughter")."""
    return re.search(rf"{re.escape(name)}(?![’']s?\b)", phrase) is not None


def _singular(word: str) -> str:
    """A noun as it is said of one; the crude stem where that is what it is."""
    return word if stem(word) == word or word.endswith(("ss", "s's")) else stem(word)


def _claim(victim: Victim, reading: Reading) -> Claim:
    text = reading.capture.text
    words = victim.words
    sentence = sentence_at(text, words.span)
    return Claim(
        id=content_id("answer", victim.happening.id, "singly", words.span.start),
        kind="figure",
        article=reading.article.id,
        statement=victim.happening.statement,
        span=words.span,
        text=words.text,
        value=Quantity(victim.many, victim.many),
        sentence=sentence,
        dimension="count",
        head=PERSON,
        family=PERSON,
        modifiers=frozenset(),
        predicate=victim.family,
        near=near(text, words.span, sentence),
        count="cumulative",
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(listed('singly', 'behind')))})\b")


@cache
def _pronouns() -> dict[str, str]:
    """Words that stand for one person, each with the noun that says as much."""
    found: dict[str, str] = table("singly")["pronouns"]["nouns"]
    return found


@cache
def _persons() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("singly", "persons"))


@cache
def pattern(part: str, kind: str) -> re.Pattern[str]:
    """A pattern of `singly.toml`."""
    return re.compile(table("singly")[part][kind], re.IGNORECASE)
