"""Words of what results depend on: of what is declared and of the program, and of the figures of each KPI."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.render.matter.kpi_matter import KpiMatters
from bsc_site.render.matter.matter_word import word_of
from bsc_site.wording.language import spoken


class Words:
    """The words of an assessment; each is made once."""

    def __init__(self, assessment: Assessment, templates: Mapping[str, str]) -> None:
        """`templates` are the project's own."""
        declared = KpiMatters(assessment).declared
        self.ground = word_of(program_word(), spoken().code, sorted(templates.items()), declared)
        self._kpis = assessment.kpis
        self._found: dict[str, str] = {}

    def of_kpi(self, kpi: str) -> str:
        """The word of all that is concluded from the figures of a KPI, and of what is declared."""
        if kpi not in self._found:
            self._found[kpi] = word_of(self.ground, self._kpis[kpi])
        return self._found[kpi]
