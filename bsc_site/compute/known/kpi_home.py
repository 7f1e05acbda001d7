"""The home of a KPI: all that a conclusion about the KPI may depend on of the scorecard that declares it."""

from __future__ import annotations

from typing import Protocol

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import OwnStatus, StatusScale
from bsc_site.model.declared.scorecard import Horizon
from bsc_site.model.fields import Duration, Tolerance


class KpiHome(Protocol):
    """What a scorecard declares for its KPIs. Whoever concludes something about one KPI sees no more of a scorecard."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def fiscal_year_starts(self) -> int:
        """The month in which its year begins."""

    @property
    def horizon(self) -> Horizon | None:
        """The time that the strategy covers."""

    @property
    def due(self) -> Duration | None:
        """How long figures may take."""

    @property
    def tolerance(self) -> Tolerance:
        """The width of the amber zone."""

    @property
    def statuses(self) -> tuple[OwnStatus, ...]:
        """Its own statuses."""

    @property
    def scale(self) -> StatusScale:
        """The same with what each of them means."""

    def year_starts_of(self, kpi: Kpi) -> int:
        """The month in which the year of a KPI starts: its own, otherwise the scorecard's."""
