"""The content of documents: declared, typed, each fact with its place. Nothing here is computed."""
