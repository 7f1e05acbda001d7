"""Phrases: what a text such as `global_indicators.1-2-1-title` stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.plain_text import one_line
from bsc_site.exchange.open_sdg.meta_files import MetaValue
from bsc_site.model.value_class import dataclass

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+")


@dataclass(slots=True)
class Phrases:
    """The texts of one language by their keys, and the keys that were asked for in vain."""

    known: Mapping[str, str]
    missing: dict[str, MetaValue] = field(default_factory=dict)

    def said(self, value: MetaValue | None, *, lines: bool = False) -> str:
        """What a value says: its own text, or the one that it is the key of; nothing where there is none."""
        if value is None:
            return ""
        text = value.text if lines else value.line
        if not _KEY.fullmatch(text) or " " in text:
            return text
        if text not in self.known:
            self.missing.setdefault(text, value)
        return self.known.get(text, "")

    def text_of(self, word: str) -> str:
        """A word of the data, or what it stands for."""
        return self.known.get(word, self.known.get(f"data.{word}", word))

    def of(self, key: str) -> str:
        """The text with this key; nothing where there is none."""
        return self.known.get(key, "")


def phrases_of(files: Mapping[str, Mapping[str, MetaValue]], language: str) -> Phrases:
    """The phrases of a language: of `translations/<language>/<group>.yml`, or below its code in `<group>.yml`."""
    known: dict[str, str] = {}
    for path, values in files.items():
        *folders, name = path.split("/")
        group = name.rpartition(".")[0]
        for key, value in values.items():
            if folders and folders[-1] == language:
                known.update(_flat(f"{group}.{key}", value.written))
            elif isinstance(value.written, Mapping) and language in value.written:
                known.update(_flat(f"{group}.{key}", value.written[language]))
    return Phrases(known)


def _flat(key: str, written: Any) -> Iterator[tuple[str, str]]:
    if isinstance(written, Mapping):
        for name, below in written.items():
            yield from _flat(f"{key}.{name}", below)
    elif isinstance(written, str) and written.strip():
        yield key, one_line(written)
