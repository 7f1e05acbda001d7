"""The strategy map: our own inline SVG, laid out at build time."""
