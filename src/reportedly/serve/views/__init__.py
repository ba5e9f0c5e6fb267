"""One module an address: what it asks of the record, and what it tells."""
