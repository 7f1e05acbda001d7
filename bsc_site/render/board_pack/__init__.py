"""The board pack: what a scorecard tells its board, in words and figures, whatever file it becomes."""
