"""Tables as people have them, CSV or a spreadsheet, read into figures.

`open_book` tells what a file is and gives its sheets, `chosen_sheet` finds the one that is meant and its heading, and
`Table` reads its figures.
"""
