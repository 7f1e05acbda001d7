"""Writes docs/reference/rules.md anew: `python -m tests.house.rule_book`, after a rule changed."""

from __future__ import annotations

from pathlib import Path

from bsc_site.render.rule_book import rule_book

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(rule_book(), encoding="utf-8")
