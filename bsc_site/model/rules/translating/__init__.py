"""Rules about the languages of a site."""
