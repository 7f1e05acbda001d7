"""Calculation: the steps by which a status and a score came about, as facts that wording puts into words."""
