"""The making of rows: what a long page or file shows of one KPI, which may be known from before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bsc_site.model.concluded.assessment import KpiAssessment


class RowMaking(Protocol):
    """What makes rows of KPIs."""

    def __call__(self, what: str, found: KpiAssessment, beside: object, make: Callable[[], Any], /) -> Any:
        """The row of that name, made now or as it was made before: lists, texts, markup and figures.

        `make` may depend on the KPI, on what is declared, on the day and on what stands `beside`, and on nothing else.
        """


def made_now(_: str, __: KpiAssessment, ___: object, make: Callable[[], Any], /) -> Any:
    """As `make` makes it."""
    return make()
