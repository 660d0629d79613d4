"""Tables as people have them, CSV or a spreadsheet, read into figures: `open_book` in book.py, `Table` in table.py."""
