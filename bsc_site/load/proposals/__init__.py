"""What the source of a file that nobody has described yet may be: its columns looked at, never a figure guessed."""
