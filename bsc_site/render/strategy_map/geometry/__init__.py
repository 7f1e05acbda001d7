"""Where everything on the strategy map lies, before a word of SVG is written."""
