"""Repetition: a build that could only make what stands already is not made again."""
