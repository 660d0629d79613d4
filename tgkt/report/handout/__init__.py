"""Plans as files that people hand on: what a file says, and one module or package for each kind of file."""
