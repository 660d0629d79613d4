"""What developers run beside tgkt."""
