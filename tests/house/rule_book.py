"""Writes what docs/reference/ says of rules, commands and keys anew: `python -m tests.house.rule_book`."""

from __future__ import annotations

from pathlib import Path

from bsc_site.render.rule_book import rule_book
from tests.docs.reference.commands_page import commands_page
from tests.docs.reference.keys_page import keys_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = {"rules.md": rule_book, "commands.md": commands_page, "keys.md": keys_page}
"""File to what it says, by the code as it stands."""

if __name__ == "__main__":
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
