"""The proof of the finished site: its markup read as a browser reads it, each link followed, nothing from elsewhere."""
