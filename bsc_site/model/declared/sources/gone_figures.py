"""Gone figures: those that the data had and has no more, said so that nobody takes them for lost."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bsc_site.model.fields import Part, When
from bsc_site.model.period import Period
from bsc_site.model.translated.prose import Prose


class Gone(Part):
    """Figures that were taken out on purpose: of a period, of all from one to another, or whichever are gone."""

    period: Annotated[When | None, Field(examples=["2024-03"])] = None
    """The period whose figures are gone, with all that lie within it."""
    from_: Annotated[When | None, Field(examples=["2023-01"])] = Field(default=None, alias="from")
    """The first period whose figure is gone; without it, all from the beginning."""
    to: Annotated[When | None, Field(examples=["2023-12"])] = None
    """The last period whose figure is gone; without it, all that come."""
    because: Annotated[Prose, Field(examples=["the old till system counted returns twice"])]
    """Why they are gone, for those who read the file or the page about the quality of the data."""

    def means(self, period: Period) -> bool:
        """Whether the figure of a period is one of them."""
        inside = self.period is None or (self.period.start <= period.start and period.end <= self.period.end)
        begun = self.from_ is None or self.from_.start <= period.start
        return inside and begun and (self.to is None or period.end <= self.to.end)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


GoneFigures = Annotated[
    tuple[Gone, ...],
    BeforeValidator(_listed),
    Field(examples=[[{"period": "2024-03", "because": "the shop was closed and is no longer counted"}]]),
]
