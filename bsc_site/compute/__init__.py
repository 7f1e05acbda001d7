"""From the model to assessments: pure functions, no disk, clock, locale or environment."""
