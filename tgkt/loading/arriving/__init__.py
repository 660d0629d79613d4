"""Figures on their way into a data folder: locked, compared with what is there, and written at once or not at all."""
