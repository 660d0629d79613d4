"""Rows for machines: what their fields are, and how they are written."""
