"""People views: what is whose, and what each one owes."""
