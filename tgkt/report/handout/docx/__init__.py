"""A plan as a Word file, by a template: the office's own, or the one that comes with tgkt."""
