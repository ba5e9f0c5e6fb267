"""Figures: what is counted or measured, whose it is, what happened to it, and the question it answers."""
