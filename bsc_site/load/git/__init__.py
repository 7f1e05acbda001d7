"""Git: what the project's own repository tells about earlier days."""
