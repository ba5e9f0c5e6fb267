"""From many messy accounts of one event to one record of it: who said what, when, on whose word."""

__version__ = "0.1.0"
