"""How well captures are cleaned: body, captions, furniture, titles, authors, dates, against gold."""
