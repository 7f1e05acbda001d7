"""Measures of the library as KPIs in YAML, ready to be pasted into a scorecard."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.exchange.draft.yaml_text import yaml_text
from bsc_site.load.library.declared_measure import declared_kpi
from bsc_site.load.library.library_measure import Shelved
from bsc_site.wording.language import say


def kpi_blocks(found: Sequence[Shelved]) -> str:
    """`kpis:` with an entry for each measure; what only the organisation knows stands above as a comment."""
    told = say("Paste the entries below `kpis:` of your scorecard, name each in the `kpis:` of an objective, and add")
    more = say("`owner:`, `targets:` and the figures: in data/figures.csv, or by a `source:`.")
    return f"# {told}\n# {more}\n" + yaml_text({"kpis": [declared_kpi(each.measure) for each in found]})
