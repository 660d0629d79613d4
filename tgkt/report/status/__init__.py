"""Tables and rows of `tgkt status`."""
