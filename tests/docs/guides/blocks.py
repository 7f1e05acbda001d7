"""Blocks: what a guide shows in fences of one language, in the order of the page."""

from __future__ import annotations

from tests.docs.clone import ROOT
from tests.docs.snippets import Block, steps_of

GUIDES = ROOT / "docs" / "guide"


def blocks_of(name: str, language: str) -> list[str]:
    """The texts of all blocks of a language in a guide, such as `publish/nginx.md`."""
    steps = steps_of((GUIDES / name).read_text(encoding="utf-8"))
    return [step.text for step in steps if isinstance(step, Block) and step.language == language]
