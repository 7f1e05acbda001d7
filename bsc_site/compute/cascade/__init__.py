"""Cascade: what hangs together over the floors of the organisation, from the vision down to one figure."""
