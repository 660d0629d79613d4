"""What `tgkt list` shows."""
