"""What is said of data that is asked for: queries on files, and connections to databases."""
