"""Queries: SQL on files of the project, what they may do and what they say of mistakes."""
