"""Names in the story: found by their capitals, told apart by kind, each with its fullest form."""
