"""Parts of a quantity, one a file: the number itself, its range, its qualifiers, its unit, and what is no quantity."""
