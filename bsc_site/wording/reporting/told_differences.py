"""Told differences: what is another between two versions, in words that can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import (
    Difference,
    DifferenceKind,
    ElementKey,
    ElementSort,
    ToldDifference,
)
from bsc_site.wording.reporting.difference_text import causes_text, difference_text


def told_differences(
    differences: Iterable[Difference], projects: tuple[Project, Project]
) -> tuple[ToldDifference, ...]:
    """Each difference in the words of both projects."""
    return tuple(
        ToldDifference(each.element, each.name, each.kind, difference_text(each, projects), causes_text(each))
        for each in differences
    )


class ToldCode:
    """How told differences are kept."""

    def told(self, found: tuple[ToldDifference, ...]) -> Any:
        """Each as a list of texts."""
        return [[*map(str, each.element), each.name, each.kind.value, each.sentence, each.causes] for each in found]

    def value(self, told: Any) -> tuple[ToldDifference, ...]:
        """The differences that were told so."""
        return tuple(
            ToldDifference(ElementKey(ElementSort(sort), id_, card), name, DifferenceKind(kind), sentence, causes)
            for sort, id_, card, name, kind, sentence, causes in told
        )
