"""Figures that no document prints, derived from those that are."""
