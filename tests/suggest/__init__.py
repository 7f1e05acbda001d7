"""What is suggested for data files."""
