"""The words of a Gantt chart: the statuses as the organisation calls them, and the sentence that counts them."""

from __future__ import annotations

from collections import Counter

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import count_text
from bsc_site.model.vocabularies import InitiativeStatus, Status

_COLOURS = {each.value for each in Status}


def status_word(status: InitiativeStatus, names: StatusNames) -> str:
    """The word for an initiative's status; the three colours in the organisation's own words."""
    return names.of(Status(status.value)) if status.value in _COLOURS else status.value.capitalize()


def gantt_finding(card: ScorecardAssessment) -> str:
    """How the plan stands: `8 initiatives: 2 On track, 1 At risk, 5 Done.`."""
    counts = Counter(each.status for each in card.initiatives.values())
    names = card.scorecard.status_names
    parts = [f"{counts[each]} {status_word(each, names)}" for each in InitiativeStatus if counts[each]]
    return f"{count_text(len(card.initiatives), 'initiative')}: {', '.join(parts)}."
