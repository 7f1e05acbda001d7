"""YAML: the text of a file becomes plain values, each with its place."""
