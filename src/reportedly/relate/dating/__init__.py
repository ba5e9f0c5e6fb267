"""The timeline of a story, and the day of accounts that bear none."""
