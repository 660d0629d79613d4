"""Files of statistics offices: JSON-stat and SDMX-CSV, read into the same figures as a table."""
