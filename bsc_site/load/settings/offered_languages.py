"""Languages: those in which sites and problem lines are written, by their codes."""

from __future__ import annotations

SOURCE = "en"
"""The language of the sentences in the code."""
OFFERED = (SOURCE, "ar", "de", "es", "fr", "ja")
"""Each of the others has a catalogue in `wording/catalogues/`, kept so by a test."""


def offered_language(code: str) -> str | None:
    """Of the languages offered that which a code asks for: `de` for `de`, `DE` and `de-AT`; None for no other."""
    plain = code.strip().replace("_", "-").lower()
    return next((each for each in (plain, plain.partition("-")[0]) if each in OFFERED), None)
