"""Untranslated texts: which texts of a project lack a language of its site."""

from __future__ import annotations

from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class UntranslatedText:
    """One text that is not written in `language`: what stands there instead, and where."""

    language: str
    text: str
    place: Place
    key: str


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a project is translated: its texts in all, and those that lack a language."""

    languages: tuple[str, ...] = ()
    total: int = 0
    missing: tuple[UntranslatedText, ...] = ()
