"""Feeds watched: what they name is fetched and read into a record, and what that changes is told, once."""
