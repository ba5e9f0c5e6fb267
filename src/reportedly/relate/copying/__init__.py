"""Copies: articles whose words stand in another, and captures that are versions of one page."""
