"""Tidy files: data files without a `source`, whose rows or columns name KPIs by their ids."""
