"""A sheet of indicators and targets made into the one file of a plan.

`begin_from` reads the sheet with the reader of tables, writes the file in memory, and holds it against the loader
before anything lands; what is wrong is told by sheet and cell.
"""
