"""One family of time expressions a file: patterns over kinds of word, and what each says against a day of reference."""
