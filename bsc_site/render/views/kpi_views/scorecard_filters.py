"""Filters of the scorecard table: what it can be narrowed to, how many KPIs that leaves, and which rows they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.freshness_marks import LATE
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint

NOTHING = StatusMark(own(""), "", "")


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One choice: its `value` in the address, the `token` that its rows carry, and how many they are."""

    value: str
    token: Markup
    name: str
    count: str
    mark: StatusMark = NOTHING


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices above the table; a kind that cannot part the KPIs has none."""

    statuses: tuple[FilterChoice, ...]
    late: tuple[FilterChoice, ...]
    themes: tuple[FilterChoice, ...]
    owners: tuple[FilterChoice, ...]


@dataclass(frozen=True)
class RowTokens:
    """Which tokens the row of each KPI carries: `s0 t1 o3 p0 late`."""

    here: Standpoint
    kpis: Sequence[KpiAssessment]

    @cached_property
    def _statuses(self) -> list[StatusMark]:
        worst = [*reversed(self.here.legend())]
        shown = {self._mark(each) for each in self.kpis}
        return [*(each for each in worst if each in shown), *sorted(shown - set(worst), key=lambda each: each.word)]

    @cached_property
    def _owners(self) -> list[str]:
        people = {each.kpi.owner for each in self.kpis}
        return sorted((each for each in people if each), key=lambda each: (self.here.person(each).text, each))

    @cached_property
    def _themes(self) -> Mapping[str, set[str]]:
        """KPI to the themes of its objectives."""
        found: dict[str, set[str]] = {}
        for each in self.here.card.objectives.values():
            for kpi in each.kpis:
                found.setdefault(kpi, set()).update(each.objective.themes)
        return found

    @cached_property
    def _perspectives(self) -> Mapping[str, int]:
        """KPI to the place of the first perspective that one of its objectives belongs to."""
        places = {each: place for place, each in enumerate(self.here.card.perspectives)}
        found: dict[str, int] = {}
        for each in self.here.card.objectives.values():
            for kpi in each.kpis:
                found[kpi] = min(places[each.perspective], found.get(kpi, len(places)))
        return found

    def _mark(self, found: KpiAssessment) -> StatusMark:
        return self.here.status(found.status, found.score)

    def of(self, found: KpiAssessment) -> Markup:
        """Those of one row."""
        kpi = found.kpi
        place = self._perspectives.get(kpi.id, len(self.here.card.perspectives))
        tokens = [f"s{self._statuses.index(self._mark(found))}", f"p{place}"]
        if kpi.owner:
            tokens.append(f"o{self._owners.index(kpi.owner)}")
        themes = self._themes.get(kpi.id, set())
        tokens += [f"t{at}" for at, each in enumerate(self.here.card.scorecard.themes) if each.id in themes]
        return own(" ".join([*tokens, *(["late"] if found.freshness.word in LATE else [])]))

    def filters(self) -> Filters:
        """The choices, each with how many rows carry its token."""
        carried = Counter(str(token) for each in self.kpis for token in self.of(each).split())

        def choice(value: str, token: str, name: str, mark: StatusMark = NOTHING) -> FilterChoice:
            return FilterChoice(value, own(token), name, str(carried[token]), mark)

        statuses = [choice(each.word, f"s{at}", each.word, each) for at, each in enumerate(self._statuses)]
        themes = enumerate(self.here.card.scorecard.themes)
        owners = [choice(each, f"o{at}", self.here.person(each).text) for at, each in enumerate(self._owners)]
        return Filters(
            _several(statuses),
            (choice("1", "late", ""),) if carried["late"] else (),
            tuple(choice(each.id, f"t{at}", each.name) for at, each in themes if carried[f"t{at}"]),
            _several(owners),
        )


def _several(choices: list[FilterChoice]) -> tuple[FilterChoice, ...]:
    return tuple(choices) if len(choices) > 1 else ()
