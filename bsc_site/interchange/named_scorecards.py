"""Named scorecards: which one of a project a command is about."""

from __future__ import annotations

from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem


def named_scorecard(assessment: Assessment, name: str | None) -> Scorecard:
    """The scorecard of that id, the one at the top without a name. Raises WrongUse for one that does not exist."""
    cards = assessment.project.scorecards
    found = next((each for each in cards if name in (None, each.id)), None)
    if found is None:
        words = f"there is no scorecard '{name}'; there are: {', '.join(each.id for each in cards)}"
        raise WrongUse((problem("BSC606", Place(FOLDER), words),))
    return found
