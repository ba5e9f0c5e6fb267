"""Bytes to captures: one file a format."""
