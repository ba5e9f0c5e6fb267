"""The questions, most telling first: how each stands, its newest answers, all of them, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from reportedly.model.point import Point, Reason
from reportedly.model.quantity import Quantity
from reportedly.relate.standing.telling import once, telling
from reportedly.show.dates import plain
from reportedly.show.index import Account, Cell, Index
from reportedly.show.links import SAID, distinct, extremes, sign, to_cell, to_value
from reportedly.show.spark import spark
from reportedly.show.stands import origins
from reportedly.show.values import brief, ends
from reportedly.show.visible import cut, visible
from reportedly.vocabulary import table

OPEN_ROWS = 30  # further rows stand folded below
MOST_NEWEST = 3
MOST_NAMED = 6
MOST_SINGLE = 4
KINDS = {"figure": "How many, how much", "date": "When", "place": "Where", "who": "Who", "whether": "Whether"}
RELATED = {
    "part-of": "about a part of the same",
    "phase-of": "another phase of the same",
    "unknown": "perhaps the same",
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer in full."""

    id: str
    statement: str | None
    value: str
    words: Markup
    sign: Markup
    origin: str
    via: str
    where: str
    href: str
    published: str
    dates: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Row:
    """One question with all that a reader may ask of it."""

    anchor: str
    question: str
    standing: tuple[tuple[str, str], ...]
    newest_day: str
    newest: tuple[tuple[Markup, Markup, str], ...]
    more_newest: int
    every: Markup
    origins: str
    spark: Markup
    why: tuple[tuple[str, str | None, Markup], ...]
    answers: tuple[AnswerRow, ...]
    many: int
    articles: int


@dataclass(frozen=True, slots=True)
class Single:
    """A question that one article alone answers: its first answers as (mark, words, origin), and how many more."""

    anchor: str
    question: str
    facets: tuple[str, ...]
    answers: tuple[tuple[Markup, Markup, str], ...]
    more: int
    account: Account


@dataclass(frozen=True, slots=True)
class Questions:
    """The rows shown, the rows folded below them, and by kind the questions that one article alone answers."""

    rows: tuple[Row, ...]
    folded: tuple[Row, ...]
    once: tuple[tuple[str, tuple[Single, ...]], ...]
    many_once: int


def questions(index: Index) -> Questions:
    """All questions of a record; none is left out, the least telling are folded."""
    points = sorted((point for point in index.points if index.cells[point.id]), key=telling)
    rows = [row(index, point) for point in points if not once(point)]
    alone = [point for point in points if once(point)]
    single = [(KINDS[kind], tuple(_single(index, p) for p in alone if p.kind == kind)) for kind in KINDS]
    return Questions(
        tuple(rows[:OPEN_ROWS]),
        tuple(rows[OPEN_ROWS:]),
        tuple((name, told) for name, told in single if told),
        len(alone),
    )


def _single(index: Index, point: Point) -> Single:
    cells = sorted(index.cells[point.id], key=_order)
    anchor = index.question(point)
    return Single(
        anchor,
        visible(cut(point.question, 120)),
        tuple(f"{anchor}-{facet}" for facet in point.standing),
        tuple(_brief_answer(cell) for cell in cells[:MOST_SINGLE]),
        max(0, len(cells) - MOST_SINGLE),
        cells[0].account,
    )


def _brief_answer(cell: Cell) -> tuple[Markup, Markup, str]:
    doubt = f" ({SAID[cell.answer.certainty]})" if SAID[cell.answer.certainty] else ""
    who = "own words" if cell.answer.origin is None else cut(cell.who, 60)
    return sign(cell), to_cell(cell, longest=60, tip=False), visible(who + doubt)


def row(index: Index, point: Point, *, whole: bool = True) -> Row:
    """One question; not `whole`: without its reasons and its list of answers."""
    cells = sorted(index.cells[point.id], key=_order)
    anchor = index.question(point)
    day, newest = _newest(cells)
    facets = table("standing")
    return Row(
        anchor,
        visible(cut(point.question, 160)),
        tuple((facets[facet]["word"], index.to_point(point, facet)) for facet in point.standing),
        day,
        tuple((sign(cell), to_cell(cell, longest=60), visible(cut(cell.who, 60))) for cell in newest[:MOST_NEWEST]),
        max(0, len(newest) - MOST_NEWEST),
        _range(cells),
        origins(point),
        spark(cells),
        tuple(_why(index, point, anchor)) if whole else (),
        tuple(_answer(cell) for cell in cells) if whole else (),
        len(cells),
        len({cell.answer.article for cell in cells}),
    )


def _newest(cells: Sequence[Cell]) -> tuple[str, list[Cell]]:
    """What the newest dated article answers, most sure first; else what the last undated one does."""
    standing = [cell for cell in cells if cell.answer.struck is None] or list(cells)
    dated = [cell for cell in standing if cell.account.when is not None]
    account = max((dated or standing), key=lambda cell: cell.account.number).account
    return account.day, distinct(cell for cell in standing if cell.account is account)


def _range(cells: Sequence[Cell]) -> Markup:
    found = distinct(cells)
    if len(found) == 1:
        return to_value(found[0])
    if isinstance(found[0].answer.value, Quantity) and _one_unit(found):
        low, high = extremes(cells)
        if _covers(high, low):
            return to_value(high)
        return Markup("{} to {}").format(to_value(low), to_value(high))
    many = Counter(brief(cell.answer.value, year=True).casefold() for cell in cells)
    named = [
        to_value(cell) + (f" ×{times}" if (times := many[brief(cell.answer.value, year=True).casefold()]) > 1 else "")
        for cell in found[:MOST_NAMED]
    ]
    left = len(found) - MOST_NAMED
    return Markup(", ").join(named) + (f" and {left} more" if left > 0 else "")


def _covers(one: Cell, other: Cell) -> bool:
    """Whether one range holds another: then it is the range of all of them."""
    wide, narrow = one.answer.value, other.answer.value
    return isinstance(wide, Quantity) and isinstance(narrow, Quantity) and ends(wide)[0] <= ends(narrow)[0]


def _one_unit(cells: Sequence[Cell]) -> bool:
    return len({getattr(cell.answer.value, "unit", None) for cell in cells}) == 1


def _why(index: Index, point: Point, anchor: str) -> Iterator[tuple[str, str | None, Markup]]:
    """Each facet's reasons, what else is to be known of the answers, origins and their joins, related questions."""
    facets = table("standing")
    for facet in point.standing:
        reasons = [reason for reason in point.why if reason.rule.partition(":")[0] == facet]
        told = _reasons(index, reasons) or [escape(facets[facet]["means"])]
        yield facets[facet]["word"], f"{anchor}-{facet}", Markup("<br>").join(told)
    rest = [reason for reason in point.why if reason.rule.partition(":")[0] not in {*facets, "origins"}]
    if rest:
        yield "note", None, Markup("<br>").join(_reasons(index, rest))
    yield "origins", None, _origins(index, point)
    others = {other.id: other for other in index.points}
    for related in point.related[:MOST_NAMED]:
        other = others.get(related.point)
        if other is not None and (index.cells[other.id] or not other.answers):  # an excerpt has it without its answers
            link = Markup('<a href="{}">{}</a>').format(index.to_point(other), visible(cut(other.question, 90)))
            yield "see also", None, Markup("{}: {}").format(RELATED[related.how], link)


def _reasons(index: Index, reasons: Sequence[Reason]) -> list[Markup]:
    """A line for each rule that fired, with all that it fired on; a rule that fires on several pairs is said once."""
    on: dict[Markup, list[Markup]] = {}
    for reason in reasons:
        rule, answers = _reason(index, reason)
        on.setdefault(rule, []).extend([answers] if answers else [])
    lines = []
    for rule, pairs in list(on.items())[:MOST_NAMED]:
        shown = list({pair.striptags().casefold(): pair for pair in reversed(pairs)}.values())[::-1]
        left = len(shown) - MOST_NAMED
        told = Markup("; ").join(shown[:MOST_NAMED]) + (f"; and {left} more" if left > 0 else "")
        lines.append((rule + Markup(": ") + told if told else rule) + Markup("."))
    left = len(on) - MOST_NAMED
    return [*lines, Markup("and {} more such").format(left)] if left > 0 else lines


def _reason(index: Index, reason: Reason) -> tuple[Markup, Markup]:
    """The rule in words, and the answers that it names."""
    named = [index.cell_of[a] for a in reason.answers if a in index.cell_of]
    rule = visible(cut(reason.rule.partition(":")[2].strip() or reason.rule))
    words = Markup("{}").format(rule[:1].upper() + rule[1:])
    if reason.detail and not any(cell.answer.text in reason.detail for cell in named):
        words += Markup(" ({})").format(visible(cut(reason.detail, 200)))
    shown = distinct(named)
    left = len(shown) - MOST_NAMED
    answers = Markup(", ").join(to_cell(cell, longest=50, tip=False) for cell in shown[:MOST_NAMED])
    return words, answers + (f" and {left} more" if left > 0 else "")


def _origins(index: Index, point: Point) -> Markup:
    groups = [group for group in point.origin_groups if group.origins]
    called = {account.reading.capture.path: account.label for account in index.accounts}
    named = "; ".join(visible(cut(" = ".join(called.get(o, o) for o in group.origins), 80)) for group in groups[:12])
    words = Markup("{} by the rules{}").format(origins(point), f": {named}" if named else "")
    words += f" and {len(groups) - 12} more" if len(groups) > 12 else ""
    joins = list(dict.fromkeys((j.rule, j.detail) for group in point.origin_groups for j in group.joined_by))
    for rule in dict.fromkeys(rule for rule, _ in joins[:MOST_NAMED]):
        on = "; ".join(visible(cut(detail, 120)) for named, detail in joins[:MOST_NAMED] if named == rule)
        words += Markup("<br>Joined: {} ({})").format(visible(rule), on)
    return words + _perhaps(index, point) + Markup(".")


def _perhaps(index: Index, point: Point) -> Markup:
    """Who may be one origin, by which rule."""
    pairs: dict[str, dict[str, None]] = {}
    for reason in point.why:
        if reason.rule.startswith("origins: "):
            who = dict.fromkeys(index.cell_of[a].who for a in reason.answers if a in index.cell_of)
            pairs.setdefault(reason.rule.partition(": ")[2], {})[" / ".join(who)] = None
    words = Markup("")
    for rule, told in pairs.items():
        on = "; ".join(visible(cut(pair, 120)) for pair in list(told)[:MOST_NAMED])
        on += f"; and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        words += Markup("<br>Perhaps one, as the lower number counts them: {} ({})").format(visible(rule), on)
    return words


def _answer(cell: Cell) -> AnswerRow:
    answer = cell.answer
    dates = [f"as of {plain(answer.as_of)}"] if answer.as_of else []
    dates += [f"said {plain(answer.said)}"] if answer.said and answer.said != answer.as_of else []
    certainty = SAID[answer.certainty] or "plainly"
    return AnswerRow(
        answer.id,
        answer.statement,
        visible(brief(answer.value, year=True)),
        to_cell(cell, longest=120, tip=False),
        sign(cell),
        visible(cut(cell.who, 90)),
        visible(", ".join(answer.via)),
        visible(cell.account.label),
        cell.account.href,
        cell.account.day,
        "; ".join(dates),
        f"{certainty}; {answer.struck}" if answer.struck else certainty,
    )


def _order(cell: Cell) -> tuple[int, int]:
    return cell.account.number, cell.answer.span.start
