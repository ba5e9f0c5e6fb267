"""The record for other programs: one file a format."""

from reportedly.export.record_json import record_json

__all__ = ["record_json"]
