"""Tables as people have them, CSV or a spreadsheet, read into figures.

`open_book` detects the kind of a file and gives its sheets, `chosen_sheet` finds the right sheet and its heading, and
`Table` reads its figures.
"""
