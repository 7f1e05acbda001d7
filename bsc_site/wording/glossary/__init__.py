"""Glossary: the words of this house that a reader may not know, each with its meaning in one line."""
