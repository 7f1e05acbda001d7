"""Every printed page says at its foot whose figures it shows, of which day, and which page of how many it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
import tinycss2

from bsc_site.publish.publication.paper_margins import paper_margins

DAY = date(2026, 11, 5)
NAMES = [
    "Quillmoor scorecard",
    'The "Hare" & <Hound>',
    "Ziele\\für\n2025",
    "الأهداف",
    "目標",
    "}; @page { size: A0",
    "*/ a {} /*",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_stays_a_text_of_the_style_sheet(name: str) -> None:
    """One rule comes out, and the name as it was."""
    rule: Any
    (rule,) = tinycss2.parse_stylesheet(paper_margins(name, DAY), skip_whitespace=True)
    texts = [each.value for each in _flat(rule.content) if each.type == "string"]
    assert texts[0] == name
    assert texts[1:] == ["Figures as of 5 Nov 2026", "Page ", " of "]


def _flat(nodes: Iterable[Any]) -> list[Any]:
    found = []
    for node in nodes:
        found.append(node)
        found += _flat(getattr(node, "content", None) or [])
    return found
