"""Charts that are filled and drawn when a page asks for them: most pages of a build may be kept and ask for none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bsc_site.render.charts.grammar.chart import Chart

Draw = Callable[[Mapping[str, Chart]], Mapping[str, str]]


class LateCharts(Mapping[str, Chart]):
    """Charts by key: those that are `made`, and any of the `later` ones once it is asked for."""

    def __init__(self, made: Mapping[str, Chart], later: Mapping[str, Callable[[], Chart]]) -> None:
        """Nothing of what comes later is filled yet."""
        self._made = dict(made)
        self._later = later

    def __getitem__(self, key: str) -> Chart:
        """The chart; filled once."""
        if key not in self._made:
            self._made[key] = self._later[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Every key."""
        return iter(dict.fromkeys((*self._made, *self._later)))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made.keys() | self._later.keys())

    def __contains__(self, key: object) -> bool:
        """Whether there is such a chart; it is not filled for that."""
        return key in self._made or key in self._later


class LateDrawings(Mapping[str, str]):
    """The drawings of charts by key: those that are `drawn`, and any other once it is asked for."""

    def __init__(self, drawn: Mapping[str, str], charts: Mapping[str, Chart], draw: Draw) -> None:
        """Nothing more is drawn yet."""
        self._drawn = dict(drawn)
        self._charts = charts
        self._draw = draw

    def __getitem__(self, key: str) -> str:
        """The drawing; drawn once."""
        if key not in self._drawn:
            self._drawn.update(self._draw({key: self._charts[key]}))
        return self._drawn[key]

    def __iter__(self) -> Iterator[str]:
        """Every key."""
        return iter(self._charts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._charts)
