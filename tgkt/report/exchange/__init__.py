"""A data folder as a Data Package: a table for each block of declarations, one of all figures, and what they hold."""
