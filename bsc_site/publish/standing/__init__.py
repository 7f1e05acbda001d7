"""Standing: the site that stands and what is known of it, so that the next one is made by changing what changes."""
