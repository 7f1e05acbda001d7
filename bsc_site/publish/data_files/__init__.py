"""Data files: what other programs read of a site, as JSON, CSV, Atom and badges."""
