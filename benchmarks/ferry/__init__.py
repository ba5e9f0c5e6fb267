"""The ferry example: one event of the corpus as it would be found, in several formats, with gold for each."""
