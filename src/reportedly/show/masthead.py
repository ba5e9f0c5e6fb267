"""The head of the page: what it is a record of, and how much there is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportedly.show.dates import span_of_days
from reportedly.show.index import Index
from reportedly.show.visible import cut, visible


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title, the sentence below it, and facts as (number, what is counted)."""

    title: str
    dek: str
    facts: tuple[tuple[str, str], ...]
    published: str


def masthead(index: Index) -> Masthead:
    """Counts and spans of time; nothing here judges."""
    many = len(index.accounts)
    accounts = f"{many} article" + ("s" if many != 1 else "")
    dek = (
        f"What {accounts} say{'s' if many == 1 else ''}, on whose word, and where accounts agree, differ or change. "
        "This page gives no verdict: it says who says so, and shows the words."
    )
    return Masthead(_title(index), dek, tuple(_facts(index)), _published(index))


def _title(index: Index) -> str:
    stories = index.record.stories
    titles = [story.title.strip() for story in stories if story.title.strip()]
    if not titles:
        return "A record of what is said"
    biggest = max(stories, key=lambda story: (len(story.articles), story.id)).title.strip() or titles[0]
    more = len(stories) - 1
    return visible(cut(biggest, 150)) + (f", and {more} other stor{'ies' if more > 1 else 'y'}" if more else "")


def _facts(index: Index) -> list[tuple[str, str]]:
    outlets = {a.reading.article.outlet.name for a in index.accounts if a.reading.article.outlet is not None}
    origins = {cell.who for cells in index.cells.values() for cell in cells if cell.answer.origin is not None}
    told = sum(1 for statement in index.statements.values() if statement.attribution)
    answers, asked = len(index.cell_of), sum(1 for cells in index.cells.values() if cells)
    counted = [
        (len(index.accounts), "article", "articles"),
        (len(outlets), "outlet named", "outlets named"),
        (len(origins), "origin, as it is named", "origins, as they are named"),
        (told, "attributed statement", "attributed statements"),
        (answers, "answer", "answers"),
        (asked, "question", "questions"),
        (len(index.record.problems), "problem", "problems"),
    ]
    return [(f"{number:,}", one if number == 1 else many) for number, one, many in counted if number]


def _published(index: Index) -> str:
    times = [account.when for account in index.accounts if account.when is not None]
    days: list[dt.date] = [day for time in times for day in (time.earliest, time.latest) if day is not None]
    undated = len(index.accounts) - len(times)
    if not days:
        return "none dated" if index.accounts else ""
    tail = f", {undated} undated" if undated else ""
    return f"published {span_of_days(min(days), max(days))}{tail}"
