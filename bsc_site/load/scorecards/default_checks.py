"""Default checks: what is wrong with the defaults themselves, whether a KPI takes them or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bsc_site.load.joining.taken_defaults import DEFAULTS, filled
from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.scorecards.pydantic_mistakes import mistake_of
from bsc_site.load.scorecards.validation import reading_context
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.table_text import TEXTS
from bsc_site.model.problem import Problem

_PROBE = {"id": "id", "name": "name"}


def default_problems(card: JoinedCard, inherited: Mapping[str, Any]) -> Iterator[Problem]:
    """A problem for each default that no KPI could have; nothing is missing, for a KPI may say the rest."""
    defaults = card.value.get(DEFAULTS)
    if not isinstance(defaults, dict):
        return
    itself = {key: each for key, each in defaults.items() if not (key in TEXTS and isinstance(each, dict))}
    probe = {**filled(itself, _PROBE), **_PROBE}
    try:
        Kpi.model_validate(probe, context=reading_context({**inherited, **card.value}))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            below = cast("ErrorDetails", {**details, "loc": ("kpis", 0, *details["loc"])})
            mistake = mistake_of(below, {"kpis": [probe]})
            path = (DEFAULTS, *mistake.path[2:])
            if not mistake.missing and not card.reported(path):
                yield card.problem(mistake.code, path, mistake.message)
