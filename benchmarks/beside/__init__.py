"""Peers that are measured beside us, each in an environment of its own."""
