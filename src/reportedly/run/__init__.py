"""How stages are executed; the stages know nothing of it. `build` is the way in."""
