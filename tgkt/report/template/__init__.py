"""The sheet that a year's results are filled in on: its words, and how CSV and workbooks hold it."""
