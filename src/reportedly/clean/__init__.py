"""Captures to articles: labelled blocks, title, byline, outlet, publication."""
