"""Words of what results depend on: what is declared and the program, the figures of a KPI, the ground of a site."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from contextlib import suppress

from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.disk.tree import Sources
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.render.matter.kpi_matter import KpiMatters
from bsc_site.render.matter.looked_at import Way, part_at
from bsc_site.render.matter.matter_word import shared_word, word_of
from bsc_site.wording.language import spoken

_NONE: Mapping[str, str] = {}
_IN_FULL = ("changes", "quality")
"""Parts that are made anew by each build, so that it says nothing which of their values are one and the same."""


class Words:
    """The words of an assessment; each is made once."""

    def __init__(
        self,
        assessment: Assessment,
        templates: Mapping[str, str],
        site_url: str = "",
        set_off: Mapping[str, str] = _NONE,
    ) -> None:
        """`templates` are the project's own; `site_url` is the address that pages tell of their site.

        `set_off` are the texts that say in which language or direction they are, with how they say it.
        """
        around = spoken().code, site_url, sorted(templates.items()), sorted(set_off.items())
        self.ground = shared_word(program_word(), *around, KpiMatters(assessment).declared)
        self._kpis: Mapping[str, object] = {**assessment.kpis, **assessment.words}
        self._found: dict[str, str] = {}
        self._parts: dict[Way, str] = {}
        self._assessment = assessment

    def of_kpi(self, kpi: str) -> str:
        """The word of all that is concluded from the figures of a KPI, and of what is declared."""
        if kpi not in self._found:
            self._found[kpi] = word_of(self.ground, self._kpis[kpi])
        return self._found[kpi]

    def of(self, found: KpiAssessment) -> str | None:
        """The same of a KPI of this assessment; None for one that stands there otherwise."""
        name = found.kpi.id
        return self.of_kpi(name) if self._assessment.kpis.get(name) is found else None

    def of_parts(self, ways: Iterable[Way]) -> str:
        """The word of what stands at these ways in the assessment."""
        return word_of([self._of_part(each) for each in ways])

    def _of_part(self, way: Way) -> str:
        """Its word; empty where nothing stands there."""
        if way not in self._parts:
            word = ""
            with suppress(KeyError, TypeError, AttributeError):
                part = part_at(self._assessment, way)
                whole = word_of_values if way[0] in _IN_FULL else word_of
                word = self.of_kpi(way[1]) if isinstance(part, KpiAssessment) else whole(part)
            self._parts[way] = word
        return self._parts[way]


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
