"""The calculating core, from worked examples and from laws."""
