"""Trust: what hostile text, hostile files and hostile neighbours cannot do."""
