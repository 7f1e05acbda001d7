"""Origin blocks: for each file that gave figures of a KPI, what is known of its reading."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.data_quality import KpiQuality
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.provenance import Provenance
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Fact
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.figures import date_text, number_text
from bsc_site.wording.language import say
from bsc_site.wording.provenance.data_quality_text import (
    expectation_text,
    gone_periods_text,
    quality_steps,
    rows_text,
    to_check_text,
)
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
    worth: tuple[Fact, ...] = ()
    """How much of the data is used, and what it is worth."""
    expected: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    """How the score of the data comes about."""


def origin_view(here: Standpoint, found: KpiAssessment) -> OriginView:
    """A block for each table that was read, and the quality of the data; a text alone for computed figures."""
    source, known = found.origin, here.assessment.quality.kpis.get(found.kpi.id)
    if not isinstance(source, Provenance):
        return OriginView((), source_text(source))
    blocks = (OriginBlock(each.file, tuple(Fact(*line) for line in origin_lines(each))) for each in source.tables)
    if known is None:
        return OriginView(tuple(blocks))
    return OriginView(
        tuple(blocks),
        worth=(*_worth(known), *_gone(found.kpi)),
        expected=tuple(map(expectation_text, known.expected)),
        steps=quality_steps(known),
    )


def _gone(kpi: Kpi) -> Iterator[Fact]:
    for each in (*kpi.gone, *(kpi.source.gone if kpi.source else ())):
        yield Fact(say("Gone on purpose"), gone_periods_text(each), each.because)


def _worth(known: KpiQuality) -> Iterator[Fact]:
    yield Fact(say("Rows used"), rows_text(known))
    if known.changed is not None:
        yield Fact(say("Last changed"), date_text(known.changed))
    if check := to_check_text(known):
        yield Fact(say("Please check"), check, say("beyond the limits, and no note says why"))
    yield Fact(say("Quality of the data"), say("{score} of 100", score=number_text(known.score, 0)))
