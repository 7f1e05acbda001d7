"""What a source declares: which file and table, which rows and columns, and how they are written."""
