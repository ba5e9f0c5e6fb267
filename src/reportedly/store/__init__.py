"""The record kept in one SQLite file."""
