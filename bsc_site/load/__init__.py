"""From files to the model: scorecards and readings, every problem with file, line and key."""
