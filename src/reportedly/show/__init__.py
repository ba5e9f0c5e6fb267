"""The record for people: the report."""
