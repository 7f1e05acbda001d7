"""Period writing: how the data of a KPI writes its periods, where it could be read in two ways."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

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


def _form(value: object) -> str:
    return "pattern" if isinstance(value, str) and "{" in value else "day"


DayOrPattern = Annotated[
    Annotated[When, Tag("day")] | Annotated[Text, WithJsonSchema({"type": "string", "pattern": r"\{"}), Tag("pattern")],
    Discriminator(_form),
]
"""A day, or how a line of the file reads that names it."""


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
    counts: Literal["days", "weeks", "months", "quarters", "years"] | None = None
    """What a column of numbers such as 0, 1, 2 counts: days, weeks, months, quarters or years, `from` a day on."""
    from_: Annotated[
        DayOrPattern | None,
        Field(alias="from", examples=["2024-01-01", "# Start date: {yyyymmdd}"]),
    ] = None
    """The first of the periods that are counted: a day, or the line of the file that names it, where {yyyymmdd},
    {yyyy}, {mm} and {dd} stand for its digits."""
    first: Annotated[Whole, Field(ge=0, le=1)] | None = None
    """The number of the first period that is counted, 0 or 1, needed where the column has no 0."""
    spans: Literal["last", "first", "middle"] | None = None
    """To which year a figure of several years belongs, such as a mean of 2016-2018: the last, the first or the middle
    one; it has the years as its note."""
    time_zone: Annotated[Text | None, Field(examples=["Europe/Brussels"])] = None
    """The time zone by whose clock moments with an offset, such as 2024-03-31T23:30:00Z, belong to a day; without it
    to the day that is written."""
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
