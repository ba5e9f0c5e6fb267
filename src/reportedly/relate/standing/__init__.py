"""How the answers to one question stand to one another: origins, revisions, disputes, facets."""
