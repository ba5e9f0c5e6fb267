"""Names that mean one thing across accounts, and for whom somebody speaks."""
