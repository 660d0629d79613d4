"""From YAML text to a checked catalogue."""
