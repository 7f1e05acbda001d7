"""The demo in a language that runs from right to left."""
