"""What documents say: declared, typed, each fact with its place. Nothing here is computed."""
