"""Writes the names of months anew: `python -m tests.house.month_names`, after another version of Babel is pinned."""

from __future__ import annotations

from bsc_site.load.spellings.month_names import names_of_cldr
from tests.house.repository import ROOT

NAMES = ROOT / "bsc_site" / "load" / "spellings" / "month_names.txt"


def written() -> str:
    """The file as it has to be: a line for each language."""
    return "".join(f"{line}\n" for line in names_of_cldr())


if __name__ == "__main__":
    NAMES.write_text(written(), encoding="utf-8")
