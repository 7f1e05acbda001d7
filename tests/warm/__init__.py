"""Builds that find the results of earlier ones: the same site as without any, whatever happened in between."""
