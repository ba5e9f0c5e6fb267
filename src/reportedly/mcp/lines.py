"""Nouns of the record as the typed lines of an answer."""

from __future__ import annotations

from itertools import islice

from reportedly.mcp import told
from reportedly.mcp.fitting import short
from reportedly.model.point import Answer, Point
from reportedly.model.span import Span
from reportedly.model.timeline import TimelineEntry
from reportedly.relate.changes import Change
from reportedly.relate.claims.voices import relays_of
from reportedly.show.values import brief
from reportedly.store.streams import Account, Accounts, Told

MOST_VALUES = 12  # of a point in a list; its own page has all answers
MOST_EVIDENCE = 4
MOST_IDS = 8
LONGEST_DETAIL = 240


def words(account: Account, span: Span) -> told.Words:
    """Exact words with their place."""
    text = short(span.of(account.capture.text))
    return told.Words(article=account.article.id, start=span.start, end=span.end, text=text)


def question(point: Point) -> told.Question:
    """A point in a line."""
    values = list(dict.fromkeys(short(brief(answer.value), 80) for answer in point.answers))
    more = [f"… and {len(values) - MOST_VALUES} more"] if len(values) > MOST_VALUES else []
    return told.Question(
        id=point.id,
        question=short(point.question, LONGEST_DETAIL),
        kind=point.kind,
        standing=list(point.standing),
        values=point.values,
        answers=values[:MOST_VALUES] + more,
        articles=len({answer.article for answer in point.answers}),
        independent_origins=point.independent_origins,
        independent_origins_at_least=point.independent_origins_at_least,
    )


def answered(answer: Answer, account: Account) -> told.Answered:
    """One answer, with the house that carries it."""
    outlet = account.article.outlet
    return told.Answered(
        id=answer.id,
        value=short(brief(answer.value), LONGEST_DETAIL),
        words=words(account, answer.span),
        origin=answer.origin.name if answer.origin else None,
        via=list(answer.via),
        certainty=answer.certainty,
        said=answer.said,
        struck=answer.struck,
        statement=answer.statement,
        origin_group=answer.origin_group,
        outlet=outlet.name if outlet else None,
        capture=account.capture.path,
    )


def said(found: Told) -> told.Said:
    """One statement, with its chain."""
    statement, account = found.statement, found.account
    origin, outlet = statement.origin, account.article.outlet
    published = account.article.published
    return told.Said(
        id=statement.id,
        words=words(account, statement.extent),
        origin=origin.name if origin else None,
        anonymous=bool(origin and origin.anonymous),
        via=list(relays_of(statement)),
        certainty=statement.certainty,
        manner=statement.manner,
        hedges=[short(hedge.text, 80) for hedge in islice(statement.hedges, MOST_IDS)],
        said=statement.said,
        outlet=outlet.name if outlet else None,
        published=published.when.edtf if published else None,
        capture=account.capture.path,
    )


def because(point: Point) -> list[told.Because]:
    """Why a point stands as it does."""
    return [
        told.Because(rule=why.rule, detail=short(why.detail, LONGEST_DETAIL), answers=list(why.answers[:MOST_IDS]))
        for why in point.why
    ]


def revisions(point: Point) -> list[str]:
    """Its line of revisions in words: from which answer to which."""
    by_id = {answer.id: answer for answer in point.answers}
    lines = []
    for revision in point.revisions:
        earlier, later = by_id[revision.earlier], by_id[revision.later]
        lines.append(
            f"{revision.kind}: {short(earlier.text, 60)} ({earlier.id}) → {short(later.text, 60)} ({later.id})"
        )
    return lines


def happened(entry: TimelineEntry, accounts: Accounts) -> told.Happened:
    """One entry of the timeline with its first pieces of evidence."""
    day = entry.when
    return told.Happened(
        when=day.edtf,
        earliest=day.earliest.isoformat() if day.earliest else None,
        latest=day.latest.isoformat() if day.latest else None,
        what=short(entry.what, LONGEST_DETAIL),
        evidence=[words(accounts(seen.article), seen.span) for seen in entry.evidence[:MOST_EVIDENCE]],
    )


def changed(change: Change) -> told.Changed:
    """One thing that is new."""
    return told.Changed(
        point=change.point,
        question=short(change.question, LONGEST_DETAIL),
        kind=change.kind,
        what=short(change.what, LONGEST_DETAIL),
        answer=change.answer,
    )
