"""A plan as one page of HTML: Python prepares what the templates beside it show; nothing is computed."""
