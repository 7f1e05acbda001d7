"""Origin blocks: for each file that gave figures of a KPI, what is known of its reading."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.provenance import Provenance
from bsc_site.model.series import FigureSource
from bsc_site.render.views.parts.page_parts import Fact
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.provenance.origin_lines import origin_lines


@dataclass(frozen=True, slots=True)
class OriginBlock:
    """A file, and how its table became figures: which rows, which columns, which periods."""

    file: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where figures come from: a block for each table that was read, or what they are computed from as a text."""

    tables: tuple[OriginBlock, ...]
    text: str = ""


def origin_view(source: FigureSource) -> OriginView:
    """A block for each table that was read; a text alone for figures that are computed."""
    if not isinstance(source, Provenance):
        return OriginView((), source_text(source))
    return OriginView(
        tuple(OriginBlock(each.file, tuple(Fact(*line) for line in origin_lines(each))) for each in source.tables)
    )
