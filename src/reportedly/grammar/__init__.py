"""Text to numbers and dates, without a library: what the words allow, as intervals."""
