"""Whose words: quotations, cues, sources and chains in the syntax of one paragraph."""
