"""Where: places named in the story and phrases that say where, located only as far as the text vouches."""
