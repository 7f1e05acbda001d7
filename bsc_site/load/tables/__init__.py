"""Tables: a data file of any kind becomes headings and rows of cells."""
