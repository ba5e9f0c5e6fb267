"""A body and who speaks for it by office are one origin; two houses that print one passage are no one voice."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.model.mention import NameKind, NameMention
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate import relate

DEAD = "The collapse at the mine killed [{}] miners."


def toll(*readings: Reading) -> Point:
    (point,) = (p for p in relate(readings, pipeline=()).points if p.kind == "figure")
    return point


def died(path: str, number: int, said_by: str | None = None, **told: str) -> Reading:
    return account(path, DEAD.format(number), predicate="killed", counted="miners", said_by=said_by, **told)


def naming(reading: Reading, name: str, kind: NameKind, role: str | None = None) -> Reading:
    roles = (Words(role, Span(0, 3)),) if role is not None else ()
    mention = NameMention(reading.article.id, Span(0, 3), name, name, kind, roles)
    return replace(reading, names=(*reading.names, mention))


def by_office(role: str) -> Point:
    body = naming(died("a", 12, "Gravik Mining"), "Gravik Mining", "organisation")
    return toll(body, naming(died("b", 12, "Ida Holm"), "Ida Holm", "person", role))


def test_a_body_and_its_spokeswoman_are_one_origin_and_the_join_says_so() -> None:
    point = by_office("Gravik Mining's spokeswoman")
    assert point.independent_origins == 1
    (group,) = point.origin_groups
    assert [(join.rule, join.detail) for join in group.joined_by] == [
        ("a body and its office", "Gravik Mining / Ida Holm")
    ]


def test_a_lawyer_has_a_word_of_his_own_but_one_principal() -> None:
    point = by_office("Gravik Mining's lawyer")
    assert (point.independent_origins, point.independent_origins_at_least) == (2, 1)


LONG = (
    "The lamps went out in the lower gallery shortly before the second shift came down, and the pumps stood still for "
    "an hour. The collapse at the mine killed [{}] miners, and the road to the shaft was shut until the morning."
)


def test_two_houses_that_print_one_passage_corrected_nothing() -> None:
    first = account("a", LONG.format(15), predicate="killed", counted="miners", published="2031-03-04", outlet="Bell")
    later = account("b", LONG.format(12), predicate="killed", counted="miners", published="2031-03-06", outlet="Horn")
    point = toll(first, later)
    assert point.independent_origins == 1
    assert not point.revised
    same = replace(later, article=replace(later.article, outlet=first.article.outlet))
    assert [r.kind for r in toll(first, same).revisions] == ["correction"]
