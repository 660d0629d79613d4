"""The figures as SDMX, in which statistics offices exchange data: two forms of CSV, and their structure."""
