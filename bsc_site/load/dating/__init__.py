"""Dating: periods that a text does not name by itself - counted ones, spans of years, moments of another time zone."""
