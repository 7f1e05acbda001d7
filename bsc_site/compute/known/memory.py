"""Memory: what was concluded before, by the word of all that it follows from, for as long as somebody holds it."""

from __future__ import annotations


class Memory:
    """Conclusions of earlier builds of this process."""
