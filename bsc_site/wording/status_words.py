"""The words for statuses that an organisation has not named itself, in the language that is spoken."""

from __future__ import annotations

from dataclasses import replace

from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard, StatusNames
from bsc_site.wording.language import ENGLISH, noted, spoken, told

_NAMES = {
    "on_track": noted("On track"),
    "at_risk": noted("At risk"),
    "off_track": noted("Off track"),
    "no_data": noted("No data"),
    "not_scored": noted("Not scored"),
}


def with_status_words(project: Project) -> Project:
    """The project with a word of the language that is spoken for each status that it leaves to us."""
    if spoken() is ENGLISH:
        return project
    return replace(project, scorecards=tuple(_with_words(each) for each in project.scorecards))


def _with_words(card: Scorecard) -> Scorecard:
    declared = card.status_names
    left = {name: told(word) for name, word in _NAMES.items() if name not in declared.model_fields_set}
    names = StatusNames.model_construct(declared.model_fields_set, **{**declared.model_dump(), **left})
    made = card.model_copy()  # with all that is known of it beside its fields, as for whom each of them is
    made.__dict__["status_names"] = names
    return made
