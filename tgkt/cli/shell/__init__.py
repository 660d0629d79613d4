"""What a shell asks while a command is typed: which words may come next. Nothing here imports typer."""
