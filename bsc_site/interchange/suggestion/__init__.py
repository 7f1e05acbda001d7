"""A file of data becomes the sources that it may be: tried by the reading of a build, and written to be pasted."""
