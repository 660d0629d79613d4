"""The tables and rows of `tgkt diff`."""
