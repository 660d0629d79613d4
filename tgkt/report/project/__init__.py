"""Tables, rows and charts of `tgkt project`."""
