"""How stages are executed; the stages know nothing of it."""
