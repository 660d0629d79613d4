"""What arriving figures bring."""
