"""A sheet of indicators and targets made into the one file of a plan.

`begin_from` reads the sheet with the reader of tables, writes the file in memory and lets the loader check it before
anything is saved. Mistakes are reported by sheet and cell.
"""
