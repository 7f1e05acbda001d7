"""What is said of data files: the files themselves, their rows, how they become readings, and their dates."""
