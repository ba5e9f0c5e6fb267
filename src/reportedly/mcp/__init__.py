"""The record for assistants, over the Model Context Protocol: what they may ask of it, all of it reading."""
