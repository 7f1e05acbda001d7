"""Publication: pages, drawings and files become the finished site."""
