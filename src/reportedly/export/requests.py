"""From what a person asks for to a request that the format can answer, or a sentence why it cannot."""

from __future__ import annotations

from dataclasses import fields

from reportedly.export.formats import Format
from reportedly.export.request import Request
from reportedly.export.tables import ASKS, PLAIN
from reportedly.model.errors import ReportedlyError
from reportedly.model.filters import Asked, PointFilter, StatementFilter, TimelineFilter, filter_of
from reportedly.store import Store

Pairs = list[tuple[str, str]]
KINDS: dict[str, type[Asked]] = {"points": PointFilter, "statements": StatementFilter, "timeline": TimelineFilter}


class ExportError(ReportedlyError):
    """An export that cannot be made as it is asked for."""


def request_of(store: Store, form: Format, tables: tuple[str, ...], asked: Pairs, *, text: bool = True) -> Request:
    """The request. Raises `ExportError` where the format has no tables, or no use for a filter that is given."""
    if form.made_of == "whole":
        if asked or tables:
            raise ExportError(f"{form.name} is the whole record; take csv or another format for some of it")
        return Request(store, text=text)
    if not text:
        raise ExportError(f"--no-text is for json: {form.name} holds no texts of captures")
    if tables and form.made_of != "tables":
        raise ExportError(f"{form.name} has no tables; leave --table away")
    if form.made_of == "tables":
        tables = tables or _default(form, asked)
        kinds = {ASKS[table] for table in tables}
    else:
        kinds = {form.made_of}
    for kind in sorted(kinds):
        _check(form, kind, asked)
    return Request(
        store,
        points=filter_of(PointFilter, asked) if "points" in kinds else PointFilter(),
        statements=filter_of(StatementFilter, asked) if "statements" in kinds else StatementFilter(),
        timeline=filter_of(TimelineFilter, asked) if "timeline" in kinds else TimelineFilter(),
        tables=tables,
    )


def _default(form: Format, asked: Pairs) -> tuple[str, ...]:
    """Points; in a workbook every table that can honour the filters."""
    if form.name != "xlsx":
        return ("points",)
    return tuple(table for table in PLAIN if not _unknown(ASKS[table], asked)) or ("points",)


def _unknown(kind: str, asked: Pairs) -> list[str]:
    known = {each.name for each in fields(KINDS[kind])}
    return sorted({name for name, _ in asked} - known)


def _check(form: Format, kind: str, asked: Pairs) -> None:
    unknown = _unknown(kind, asked)
    if unknown:
        names = ", ".join(f"--{name}" for name in unknown)
        raise ExportError(f"{names}: cannot be asked of {kind}, which {form.name} is made of here; leave it away")
