"""Questions put in plain English."""
