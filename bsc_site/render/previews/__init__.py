"""Previews: the picture that other programs show where somebody shares the address of a page."""
