"""Completion: what each part says, and what real shells make of it."""
