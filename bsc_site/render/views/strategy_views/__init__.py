"""Strategy views: the map, its objectives, and whether its arrows hold."""
