"""Computed facts: what the engine found, ready to be shown. Nothing here is declared by a file."""
