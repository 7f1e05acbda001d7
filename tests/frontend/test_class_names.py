"""Classes have one way of being named: bsc-block, bsc-block__part, bsc-block--kind. The linter knows the form alone."""

from __future__ import annotations

import re

from tests.frontend.built import STYLE

CLASSES = frozenset(re.findall(r"\.(bsc-[a-z0-9_-]+)", STYLE))


def _block(name: str) -> str:
    return re.split("__|--", name)[0]


def _looks_like_a_part(name: str, blocks: frozenset[str]) -> bool:
    return any(_block(name).startswith(f"{each}-") for each in blocks)


def test_no_block_has_the_name_of_a_part_of_another() -> None:
    """What belongs to the block bsc-card is bsc-card__title: bsc-card-title would be a block of its own."""
    blocks = frozenset(map(_block, CLASSES))
    assert len(blocks) > 50
    assert [name for name in sorted(CLASSES) if _looks_like_a_part(name, blocks)] == []


def test_a_part_in_disguise_would_be_seen() -> None:
    """The search itself finds what it is for."""
    blocks = frozenset({"bsc-card", "bsc-cards"})
    assert _looks_like_a_part("bsc-card-title", blocks)
    assert not _looks_like_a_part("bsc-card__title", blocks)
    assert not _looks_like_a_part("bsc-cards", blocks)
