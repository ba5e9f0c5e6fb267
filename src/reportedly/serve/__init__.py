"""The reading room: a record as pages for a browser, on this machine."""
