"""The record for programs: one file a format."""
