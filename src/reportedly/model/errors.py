"""What can go wrong, said so that a person can mend it."""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of every error raised on purpose; its message says what, where and what to do."""


class RecordFormatError(ReportedlyError):
    """A record that this version cannot read."""


class VocabularyError(ReportedlyError):
    """A word list that does not hold what its reader needs."""


class JudgementError(ReportedlyError):
    """A decision on things that are not there, or that it cannot be taken on; nothing was kept."""


class StoreError(ReportedlyError):
    """A record that could not be written; what it held before is untouched."""
