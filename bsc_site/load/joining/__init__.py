"""Joining: the YAML files of a folder become whole scorecards, still as plain values with their places."""
