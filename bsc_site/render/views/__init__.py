"""Views: one described value per template, with every text decided."""
