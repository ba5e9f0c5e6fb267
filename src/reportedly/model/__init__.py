"""The nouns: frozen, slotted, plain. No JSON, SQL or library types in them."""
