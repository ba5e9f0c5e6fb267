"""Marked-up accounts of invented events, made into captures and a gold record. `corpus/README.md` tells the format."""
