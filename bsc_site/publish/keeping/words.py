"""Words of what results depend on: what is declared and the program, the figures of a KPI, the ground of a site."""

from __future__ import annotations

from collections.abc import Container, Mapping

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.disk.tree import Sources
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

    @property
    def of_kpis(self) -> tuple[str, ...]:
        """Those of KPIs that were asked for."""
        return tuple(self._found.values())

    def of_kpi(self, kpi: str) -> str:
        """The word of all that is concluded from the figures of a KPI, and of what is declared."""
        if kpi not in self._found:
            self._found[kpi] = word_of(self.ground, self._kpis[kpi])
        return self._found[kpi]


def ground_word(settings: tuple[object, ...], sources: Sources, in_nav: Container[str]) -> str:
    """The word of all that the engine sees of a site beside the bodies of generated pages.

    `settings` are those of the engine and its day; `in_nav` holds the Markdown files that the navigation names.
    """
    return word_of(
        program_word(),
        settings,
        [each.source_path for each in sources.pages],
        [each.markdown.partition("\n<")[0] for each in sources.pages if each.source_path in in_nav],
        sorted((*sources.files, *sources.stand_ins)),
        [(path, file.read_bytes()) for path, file in sources.own.items()],
    )
