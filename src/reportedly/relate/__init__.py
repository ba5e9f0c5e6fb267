"""Readings to a record: copies, entities, stories, points, origins, standing, timeline."""
