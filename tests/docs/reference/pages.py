"""Writes the reference of commands and keys anew: `python -m tests.docs.reference.pages`, after one of them changed."""

from __future__ import annotations

from tests.docs.clone import ROOT
from tests.docs.reference.commands_page import commands_page
from tests.docs.reference.keys_page import keys_page

REFERENCE = ROOT / "docs" / "reference"
PAGES = {"commands.md": commands_page, "keys.md": keys_page}
"""File to what it says, by the code as it stands."""

if __name__ == "__main__":
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
