"""Completion: the words that may come next while a command is typed. Nothing here imports typer."""
