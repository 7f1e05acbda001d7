"""Layouts: exports of common tools, known by what stands in them, and the keys of a source that each stands for."""
