"""The figures as JSON-stat 2.0: a dataset for each indicator, and the collection that lists them."""
