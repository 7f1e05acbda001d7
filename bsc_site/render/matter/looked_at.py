"""What a page looked at: an assessment that notes each of its parts that is asked for, and says nothing else of itself.

A page that finds the same in all these parts is the same page. So nobody has to know what a view may show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

from bsc_site.model.concluded.assessment import (
    InitiativeAssessment,
    KpiAssessment,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
)
from bsc_site.model.concluded.overview import ScorecardOverview
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import ReviewBook

Way: TypeAlias = "tuple[str, ...]"
"""The way from the assessment to one of its parts, by names of fields and by keys in turns."""
NAMES = "*"
"""The last step of a way to the keys of a mapping."""
_TO_A_KPI = 2
KPIS = "kpis"
OF_MANY = ""
"""The first step of a way to one field of many KPIs: the field, then their ids."""

_DECLARED: dict[type, frozenset[str]] = {
    Assessment: frozenset({"project", "as_of", "audience"}),
    ScorecardAssessment: frozenset({"scorecard", "kpis"}),
    KpiAssessment: frozenset({"scorecard"}),
    ObjectiveAssessment: frozenset({"objective", "kpis", "perspective"}),
    PerspectiveAssessment: frozenset({"perspective", "objectives"}),
    InitiativeAssessment: frozenset({"initiative"}),
    ScorecardOverview: frozenset(),
    ReviewBook: frozenset(),
}
"""Of what is looked into, the fields that say what is declared, of which no note is taken."""
_BY_ID: dict[type, frozenset[str]] = {
    Assessment: frozenset({"scorecards", KPIS, "overviews", "reviews", "past", "histories"}),
    ScorecardAssessment: frozenset({"objectives", "perspectives", "initiatives"}),
    ScorecardOverview: frozenset({"sights", "benchmarks"}),
}
"""The fields that hold parts by their ids, of which only those count that are asked for."""
_NONE: frozenset[str] = frozenset()
ALONE = (
    "calculation", "current", "freshness", "gaps", "kpi", "origin", "pace", "previous", "progress", "ratings", "score",
    "status", "trend",
)  # fmt: skip
"""The fields of a KPI that count by themselves: whoever looks at others has looked at all of it."""
_ALONE = frozenset(ALONE)
_BY_FIELDS = {name: vars(KpiAssessment)[name].fget for name in ("by_hand", "run_rising")}
"""What follows from such fields."""


class LookedAt:
    """The ways to all parts of an assessment that were asked for."""

    def __init__(self, assessment: Assessment) -> None:
        """Nothing was."""
        self._assessment = assessment
        self._ways: set[Way] = set()

    @property
    def ways(self) -> set[Way]:
        """The ways, those to one field of many KPIs as one."""
        fields: dict[str, list[str]] = {}
        others: set[Way] = set()
        for way in self._ways:
            if way[0] != KPIS or len(way) == _TO_A_KPI:
                others.add(way)
            elif way[:_TO_A_KPI] not in self._ways:
                fields.setdefault(way[-1], []).append(way[1])
        return others | {(OF_MANY, field, *sorted(ids)) for field, ids in fields.items()}

    def note(self, way: Way) -> None:
        """Something beside the assessment was asked for."""
        self._ways.add(way)

    @property
    def assessment(self) -> Assessment:
        """The assessment that notes what is asked for."""
        return cast("Assessment", _LookedPart(self._assessment, (), self._ways))


class _LookedPart:
    """Stands for a part of the assessment."""

    __slots__ = ("_by_id", "_declared", "_of", "_parts", "_way", "_ways")

    def __init__(self, of: object, way: Way, ways: set[Way]) -> None:
        self._of, self._way, self._ways = of, way, ways
        self._declared, self._by_id = _DECLARED[type(of)], _BY_ID.get(type(of), _NONE)
        self._parts: dict[str, _LookedParts] = {}

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._of, name)
        if name in self._declared:
            return value
        if name in self._by_id:
            if name not in self._parts:
                self._parts[name] = _LookedParts(value, (*self._way, name), self._ways)
            return self._parts[name]
        self._ways.add((*self._way, name))
        return value


class _LookedKpi:
    """Stands for what is concluded about a KPI: some fields count by themselves, all others follow from the same."""

    __slots__ = ("_way", "_ways", "of")

    def __init__(self, of: KpiAssessment, way: Way, ways: set[Way]) -> None:
        self.of, self._way, self._ways = of, way, ways

    def note(self) -> None:
        self._ways.add(self._way)
        self.__class__ = _NotedKpi

    def __getattr__(self, name: str) -> Any:
        if name in _ALONE:
            self._ways.add((*self._way, name))
        elif name in _BY_FIELDS:
            return _BY_FIELDS[name](self)
        elif name != "scorecard":
            self.note()
        return getattr(self.of, name)


class _NotedKpi(_LookedKpi):
    """The same once it is noted, which is enough."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.of, name)


class _LookedParts(Mapping[str, Any]):
    """Stands for parts by their ids."""

    def __init__(self, of: Mapping[str, Any], way: Way, ways: set[Way]) -> None:
        self._of, self._way, self._ways = of, way, ways
        self._found: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        found = self._found.get(key)
        if found is None:
            way = (*self._way, key)
            if key not in self._of:
                self._ways.add(way)
            found = self._found[key] = self._part(self._of[key], way)
        return found

    def _part(self, value: Any, way: Way) -> Any:
        if isinstance(value, KpiAssessment):
            return _LookedKpi(value, way, self._ways)
        if type(value) in _DECLARED:
            return _LookedPart(value, way, self._ways)
        self._ways.add(way)
        return value

    def __iter__(self) -> Iterator[str]:
        self._ways.add((*self._way, NAMES))
        return iter(self._of)

    def __len__(self) -> int:
        self._ways.add((*self._way, NAMES))
        return len(self._of)

    def __contains__(self, key: object) -> bool:
        self._ways.add((*self._way, NAMES))
        return key in self._of


def looked_through(found: KpiAssessment) -> KpiAssessment:
    """The KPI itself, be it looked at or not; that it was asked for is noted."""
    looked: Any = found
    if not isinstance(looked, _LookedKpi):
        return found
    looked.note()
    return looked.of


def part_at(assessment: Assessment, way: Way) -> object:
    """What stands there now. KeyError, TypeError or AttributeError where nothing does."""
    found: Any = assessment
    for step in way:
        if isinstance(found, Mapping):
            found = tuple(found) if step == NAMES else found[step]
        elif type(found) in _DECLARED:
            found = getattr(found, step)
        else:
            raise KeyError(step)
    return found
