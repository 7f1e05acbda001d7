"""Writes the catalogue of sentences anew: `make catalogue`, after code, template or rule says something else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from bsc_site.cli import cli
from bsc_site.commands.spoken_help import said_of
from bsc_site.model.rules import RULES
from tests.house.repository import ROOT

PAGE = ROOT / "bsc_site" / "wording" / "sentences.pot"
KEYWORDS = {
    "say": None,
    "noted": None,
    "sentence": None,
    "sentence_of_count": (1, 2),
    "say_in": ((1, "c"), 2),
    "say_count": (1, 2),
    "_": None,
}
"""Who says a sentence: which of its arguments are the sentence, its plural, its context (Babel's way to name them)."""
KINDS = {
    "bsc_site/**/*.py": "python",
    "docs_templates/*.jinja": "jinja2.ext:babel_extract",
    "docs_templates/assets/*.js": "javascript",
}
HEAD = (
    "# What bsc-site says. A translation begins as a copy of this file: `pybabel init -i sentences.pot -o de.po -l de`."
)
FOLLOWS = "# A translation of what bsc-site says. `make catalogue` adds new sentences, which stay English until then."
_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
"""The day in the head of the file, which must not change by itself."""


def catalogue() -> bytes:
    """Every sentence once, in the order of the files that say it, as gettext's template for translations (.pot)."""
    found = Catalog(header_comment=HEAD, creation_date=_ALWAYS, charset="utf-8", fuzzy=False)
    for sentence, place, context in (*_said(), *_helped(), *_ruled()):
        found.add(sentence, locations=[(place, 0)], context=context)
    written = io.BytesIO()
    write_po(written, found, width=0, include_lineno=False)
    return written.getvalue()


def _said() -> Iterator[tuple[str | tuple[str, ...], str, str | None]]:
    for pattern, kind in KINDS.items():
        for path in sorted(ROOT.glob(pattern)):
            with path.open("rb") as file:
                for _, sentence, _, context in extract(kind, file, KEYWORDS):
                    yield sentence, _name(path), context


def _helped() -> Iterator[tuple[str, str, None]]:
    """What `--help` says of each command."""
    return ((each, "bsc_site/commands", None) for each in said_of(cli))


def _ruled() -> Iterator[tuple[str, str, str]]:
    """What each rule says, with its code as context."""
    for code, rule in sorted(RULES.items()):
        for text in filter(None, (rule.title, rule.meaning, rule.mend, rule.source)):
            yield text, "bsc_site/model/rules", code


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


_HEAD: dict[str, Any] = {
    "creation_date": _ALWAYS,
    "revision_date": _ALWAYS,
    "charset": "utf-8",
    "project": "bsc-site",
    "version": "1",
    "msgid_bugs_address": "bsc-site",
    "last_translator": "bsc-site",
    "language_team": "bsc-site",
}


def translations() -> list[Path]:
    """The catalogues of the languages that are offered beside English."""
    return sorted((PAGE.parent / "catalogues").glob("*.po"))


def followed(page: Path) -> bytes:
    """A catalogue with every sentence of the template and no other; what is new in it has no translation yet."""
    known = read_po(io.BytesIO(page.read_bytes()), locale=page.stem)
    now = Catalog(locale=page.stem, header_comment=FOLLOWS, fuzzy=False, **_HEAD)
    for each in read_po(io.BytesIO(catalogue())):
        if each.id:
            before = known.get(each.id if isinstance(each.id, str) else each.id[0], each.context)
            now.add(each.id, before.string if before else "", context=each.context)
    written = io.BytesIO()
    write_po(written, now, width=0, no_location=True, sort_output=True)
    return written.getvalue()


if __name__ == "__main__":
    PAGE.write_bytes(catalogue())
    for each in translations():
        each.write_bytes(followed(each))
