"""Status looks: the organisation's words for statuses, and the colours that pages give them on light ground."""

from __future__ import annotations

from bsc_site.exchange.scorecard_sheets.book_writing import Look
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.palette import PAGE_INKS

_INKS = {each.name: each.light.removeprefix("#") for each in PAGE_INKS}


@dataclass(frozen=True, slots=True)
class StatusLooks:
    """The looks of every status of a project."""

    assessment: Assessment

    def of(self, scorecard: str, status: Status, score: float | None) -> Look:
        """The look of a status in the words of a scorecard."""
        name = status.value.replace("_", "-")
        words = self.assessment.scorecards[scorecard].scorecard.words
        return Look(words.of(status, score), _INKS[name], _INKS[f"{name}-tint"])
