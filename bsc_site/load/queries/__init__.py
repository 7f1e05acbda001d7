"""Queries: SQL on files of the project, in a database that lives as long as the query and reaches nothing else."""
