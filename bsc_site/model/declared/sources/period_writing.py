"""Period writing: how the data of a KPI writes its periods, where it could be read in two ways."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bsc_site.model.fields import Month, Part, Text, When, Whole
from bsc_site.model.period import Period

NO_PERIOD = "none"
"""What the map says of a text that is no period, so that its row or column is left out on purpose."""

DateOrder = Literal["day first", "month first", "year first"]
Numbers = Literal["months", "quarters", "half-years", "weeks"]


def _read_key(value: object) -> object:
    """A text of the data as a key of YAML: `2016` is the number 2016 there."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


_Key = Annotated[Text, BeforeValidator(_read_key)]


class PeriodWriting(Part):
    """How periods are written where the column itself leaves two meanings; each key is asked for by name."""

    years: Literal["fiscal", "calendar"] | None = None
    """What a plain year such as 2025 means where the year of the KPI does not begin in January: `fiscal` is FY2025,
    the year that ends in 2025, `calendar` the one from January to December; 2004-05 is then a fiscal year too."""
    numbers: Numbers | None = None
    """What the number behind a year counts, as in 2018/1 or 202407: months, quarters, half-years or weeks."""
    first_month: Annotated[Month, Field(examples=[4])] | None = None
    """The month that has the number 1 in columns of year and month: 1 for January, 4 where fiscal periods count from
    April on."""
    weeks: Literal["iso", "sunday"] | None = None
    """How weeks are counted: `iso` from Monday on, week 1 with the first Thursday; `sunday` from Sunday on, week 1 with
    1 January, as Excel's WEEKNUM does."""
    map: Annotated[
        dict[_Key, When | Literal["none"]],
        Field(examples=[{"2016 (baseline)": 2016, "2005-2007": 2007, "Budget 2025": "none"}]),
    ] = Field(default_factory=dict)
    """The period that a text of the data stands for where no rule can tell, or `none` for a text that is no period."""
    month_names: Annotated[Text | None, Field(examples=["de"])] = None
    """The language of names of months, by its code, where a name means two months: listopad is October in Croatian
    (hr) and November in Polish (pl)."""
    dates: DateOrder | None = None
    """The order of numeric dates such as 03/04/2024 where there is no source: day first, month first or year first."""
    year: Annotated[Whole | None, Field(examples=[2025])] = None
    """The year of texts that name only a month where there is no source; of months that roll over, that of the
    first."""

    def over(self, wider: PeriodWriting) -> PeriodWriting:
        """This writing, with what it leaves open as `wider` says."""
        own = {key: value for key, value in self if value is not None and value != {}}
        merged = {**wider.map, **self.map}
        return wider.model_copy(update={**own, "map": merged})

    @property
    def periods(self) -> tuple[tuple[str, Period | None], ...]:
        """The texts of the map with their periods, None for those that are no period."""
        return tuple((text, at if isinstance(at, Period) else None) for text, at in self.map.items())
