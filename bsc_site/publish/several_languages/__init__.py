"""A site in several languages: each whole, that of the first at the top and the others in folders of their own."""
