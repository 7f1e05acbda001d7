"""Exchange: other formats in and out, from files and assessments to values and back."""
