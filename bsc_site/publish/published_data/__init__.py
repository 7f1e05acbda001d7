"""What other programs may rely on: a model for each published object, its schema and its bytes."""
