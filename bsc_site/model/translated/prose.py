"""Prose: the texts that people read, each in one language or in several."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from bsc_site.model.fields import read_text, shown, wrong_value
from bsc_site.model.saying.said import said
from bsc_site.model.saying.yaml_value_sentences import NO_LANGUAGE
from bsc_site.model.value_class import dataclass

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
"""How the code of a language is written: `en`, `de-CH`, `zh-Hans`."""


@dataclass(frozen=True, slots=True)
class InLanguages:
    """Marks a kind of text that may be written in several languages.

    `translated` says whether each language needs a text of its own, as sentences do and names of people do not.
    """

    translated: bool


def _read_code(value: Any) -> str:
    if isinstance(value, str) and CODE.fullmatch(value):
        return value
    raise wrong_value("BSC006", said(NO_LANGUAGE, shown=shown(value)))


ANY_LANGUAGE = "x-in-languages"
"""What stands in a schema for a text that may be in several languages, until these are admitted."""
_SCHEMA = WithJsonSchema({"type": "string", ANY_LANGUAGE: True})
Prose = Annotated[str, BeforeValidator(read_text), InLanguages(translated=True), _SCHEMA]
"""A sentence or a name that each language says in its own words."""
ProperName = Annotated[str, BeforeValidator(read_text), InLanguages(translated=False), _SCHEMA]
"""A name that most languages share, such as that of a person or a unit; one may write it otherwise."""
LanguageCode = Annotated[
    str,
    BeforeValidator(_read_code),
    WithJsonSchema({"type": "string", "pattern": f"^{CODE.pattern}$", "examples": ["en", "de", "fr-CH"]}),
]
