"""Claims grouped to questions: what speaks for one question, and what forbids it."""
