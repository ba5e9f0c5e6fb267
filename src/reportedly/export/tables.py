"""The tables by name, and by which filter each is asked."""

from __future__ import annotations

from reportedly.export.table_answers import ANSWERS
from reportedly.export.table_points import POINTS
from reportedly.export.table_statements import STATEMENTS
from reportedly.export.table_timeline import TIMELINE
from reportedly.export.ucdp import UCDP

TABLES = {table.name: table for table in (POINTS, ANSWERS, STATEMENTS, TIMELINE, UCDP)}
ASKS = {"points": "points", "answers": "points", "statements": "statements", "timeline": "timeline", "ucdp": "points"}
PLAIN = ("points", "answers", "statements", "timeline")  # those that tell all of a record
