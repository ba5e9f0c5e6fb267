"""How the line model of clean/ is made: from the corpus and from clutter in our own words."""
