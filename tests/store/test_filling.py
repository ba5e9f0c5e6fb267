"""Rows that are written past SQLAlchemy's own way are the rows that its way writes."""

import datetime as dt

from sqlalchemy import insert, select

from reportedly.model.mention import Moment
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.store import file, schema
from reportedly.store.columns import row_of
from reportedly.store.filling import BATCH, fill
from reportedly.store.kinds import json


def test_filled_rows_equal_inserted_ones() -> None:
    engine = file.engine_in_memory()
    names = [column.name for column in schema.GIST.columns]
    rows = [
        dict.fromkeys(names, f"\0 é {number}") | {"position": number, "day": number, "words": bytes([number % 256])}
        for number in range(BATCH + 5)
    ]
    with engine.begin() as connection:
        fill(connection, schema.GIST, rows)
        filled = connection.execute(select(schema.GIST)).all()
        connection.execute(schema.GIST.delete())
        connection.execute(insert(schema.GIST), rows)
        assert connection.execute(select(schema.GIST)).all() == filled
        assert len(filled) == BATCH + 5


def test_truth_values_numbers_and_nested_parts_are_stored_as_their_columns_say() -> None:
    engine = file.engine_in_memory()
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        fill(connection, schema.BEARER, [{"position": 1, "story": "s", "entity": "e", "body": {"at": (Span(1, 3),)}}])
        assert connection.execute(select(schema.BEARER.c.body)).scalar() == {"at": [{"start": 1, "end": 3}]}
        held = connection.exec_driver_sql("SELECT body FROM bearer").scalar()
        assert held == json({"at": (Span(1, 3),)})


def test_a_row_spreads_what_people_filter_by_and_leaves_nested_parts_whole() -> None:
    when = When("2025-01", dt.date(2025, 1, 1), dt.date(2025, 1, 31))
    row = row_of(Moment("moment:1", "article:1", None, Span(2, 9), "January", "2025-01", when))
    assert {"edtf", "earliest", "latest", "start", "stop"} <= row.keys()
    assert (row["start"], row["stop"], row["earliest"], row["latest"]) == (2, 9, "2025-01-01", "2025-01-31")
