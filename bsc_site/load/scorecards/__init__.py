"""Scorecards: the YAML files of a folder become the model, each mistake told with its place."""
