"""The words of the scripts, in the language of the site: one small module that the others ask."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping

from babel.messages.extract import extract

from bsc_site.wording.language import ENGLISH, spoken, told

TRANSLATIONS = "bsc-translations.js"
"""The source that holds them; empty in English."""


def with_translations(sources: Mapping[str, str]) -> dict[str, str]:
    """The scripts by file name, with what they say translated into the language that is spoken.

    Whatever a script passes to `say` is looked up, also in scripts of a project's own.
    """
    if spoken() is ENGLISH or TRANSLATIONS not in sources:
        return dict(sources)
    table = {each: told(each) for each in sorted({*_said(sources)})}
    text = json.dumps({each: words for each, words in table.items() if words != each}, ensure_ascii=False, indent=2)
    return {**sources, TRANSLATIONS: f"export const TRANSLATIONS = {text};\n"}


def _said(sources: Mapping[str, str]) -> Iterator[str]:
    for name, text in sources.items():
        if name.endswith(".js"):
            file = io.BytesIO(text.encode("utf-8", "surrogateescape"))
            yield from (str(sentence) for _, sentence, _, _ in extract("javascript", file, {"say": None}))
