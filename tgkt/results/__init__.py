"""Computed facts: the answers of the engine, ready to be shown. Nothing here is declared by a file."""
