"""Claims: the values that articles give, kind by kind, with all that their words tell of the question."""
