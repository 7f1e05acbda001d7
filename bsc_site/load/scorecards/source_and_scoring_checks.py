"""Source and scoring as declared: definitions of one KPI that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.load.spellings.month_names import language_is_known
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.declared.period_writing import PeriodWriting
from bsc_site.model.declared.scoring_methods import SCORING_METHODS
from bsc_site.model.vocabularies import Aggregate, Direction, Method, Running

_LISTS = {method: each.list_key for method, each in SCORING_METHODS.items() if each.list_key}
_WITH_SHARES = [method for method in Method if SCORING_METHODS[method].takes_shares]


def scoring_complaints(kpi: Kpi) -> Iterator[Complaint]:
    """What is wrong with the source, the aggregate, the scoring and the benchmark of a KPI."""
    yield from _source(kpi)
    yield from _running(kpi)
    yield from _month_names(kpi)
    yield from _marks(kpi)
    yield from _method(kpi)
    yield from _options(kpi)
    yield from _bands(kpi)
    if kpi.benchmark is not None:
        yield from _benchmark(kpi.benchmark)


def _source(kpi: Kpi) -> Iterator[Complaint]:
    source = kpi.source
    yield from _counted(kpi)
    if kpi.from_children is not None:
        return
    if kpi.formula is not None and source is not None:
        yield Complaint(("formula",), "BSC142", "formula and source are both given; remove one of the two")
    if kpi.formula is not None and kpi.aggregate is Aggregate.RATIO:
        message = "a formula has no numerator and denominator to aggregate; use sum, mean, last, min or max"
        yield Complaint(("aggregate",), "BSC144", message)
        return
    parts = (
        () if source is None else tuple(key for key in ("numerator", "denominator") if getattr(source, key) is not None)
    )
    if len(parts) == 1:
        other = "denominator" if parts == ("numerator",) else "numerator"
        yield Complaint(("source", parts[0]), "BSC143", f"a ratio needs the {other} too; name its column with {other}:")
    elif parts and source is not None and source.value is not None:
        message = "value stands beside numerator and denominator; remove it, or the two others"
        yield Complaint(("source", "value"), "BSC143", message)
    if kpi.aggregate is Aggregate.RATIO and not parts:
        message = (
            "the aggregate ratio needs a source with numerator: and denominator:; add them, or use sum, mean or last"
        )
        yield Complaint(("aggregate",), "BSC144", message)
    elif parts and kpi.aggregate not in {None, Aggregate.RATIO}:
        message = (
            f"a source with numerator and denominator is aggregated as ratio, not as {kpi.aggregate}; remove aggregate:"
        )
        yield Complaint(("aggregate",), "BSC144", message)


def _running(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.running is Running.LATEST and kpi.aggregate is Aggregate.SUM:
        message = "a sum grows until its period ends, so its latest figure cannot count; remove running:"
        yield Complaint(("running",), "BSC382", message)


def _counted(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.counted_up is not None and kpi.computed:
        message = (
            "its figures are computed, so nothing is counted up; write cumulative: at the KPIs that it is made from"
        )
        yield Complaint(("cumulative",), "BSC153", message)
    elif kpi.counted_up is not None and kpi.aggregate not in {Aggregate.SUM, Aggregate.RATIO}:
        message = f"differences of figures that are counted up are not put together by {kpi.aggregate}; write sum"
        yield Complaint(("aggregate",), "BSC153", message)


def _month_names(kpi: Kpi) -> Iterator[Complaint]:
    declared: dict[tuple[str, ...], PeriodWriting] = {("periods",): kpi.periods}
    if kpi.source is not None:
        declared["source", "periods"] = kpi.source.periods
    for path, writing in declared.items():
        language = writing.month_names
        if language is not None and not language_is_known(language):
            message = f"no names of months are known in '{language}'; write a language's code, such as de, fr or pl"
            yield Complaint((*path, "month_names"), "BSC333", message)


def _marks(kpi: Kpi) -> Iterator[Complaint]:
    source = kpi.source
    if source is not None and source.decimal is not None and source.decimal == source.thousands:
        message = f"decimal and thousands are both '{source.decimal}'; remove the one that figures do not have"
        yield Complaint(("source", "thousands"), "BSC355", message)


def _method(kpi: Kpi) -> Iterator[Complaint]:
    method = kpi.scoring.method
    needs, key = SCORING_METHODS[method], _LISTS.get(method)
    if key is not None and not getattr(kpi.scoring, key):
        yield Complaint(("scoring",), "BSC145", f"the method {method} needs its list; add {key}: beside method:")
    if method is Method.BAND and kpi.direction is not Direction.BAND:
        yield Complaint(("scoring",), "BSC146", f"the method band needs direction: band, not {kpi.direction}")
    if needs.needs_side and kpi.direction is Direction.BAND:
        message = f"the method {method} needs a better side; use method band, or direction higher or lower"
        yield Complaint(("scoring",), "BSC146", message)
    if needs.needs_baseline and kpi.baseline is None:
        message = (
            f"the method {method} measures the way from the baseline, and there is "
            "none; add baseline: {period: .., value: ..}"
        )
        yield Complaint(("scoring",), "BSC152", message)


def _options(kpi: Kpi) -> Iterator[Complaint]:
    scoring = kpi.scoring
    for method, key in _LISTS.items():
        if getattr(scoring, key) and scoring.method is not method:
            message = (
                f"{key} is used by the method {method} only, not by {scoring.method}; "
                f"remove it, or set method: {method}"
            )
            yield Complaint(("scoring", key), "BSC148", message)
    for key in ("on_track", "at_risk"):
        if getattr(scoring, key) is not None and scoring.method not in _WITH_SHARES:
            others = " or ".join(_WITH_SHARES)
            message = f"{key} is not used by the method {scoring.method}; remove it, or use {others}"
            yield Complaint(("scoring", key), "BSC148", message)
    if scoring.on_track is not None and scoring.at_risk is not None and scoring.at_risk > scoring.on_track:
        yield Complaint(("scoring", "at_risk"), "BSC132", "at_risk lies above on_track; exchange the two")
    banded = kpi.direction is Direction.BAND
    unused = ("red_flag",) if banded else ("red_flag_low", "red_flag_high")
    for key in unused:
        if getattr(kpi.thresholds, key) is not None:
            instead = "red_flag_low and red_flag_high" if banded else "red_flag"
            message = f"{key} is not used with direction {kpi.direction}; write {instead}"
            yield Complaint(("thresholds", key), "BSC148", message)
    for key in ("low", "high"):
        if getattr(scoring, key) is not None and not banded:
            yield Complaint(
                ("scoring", key), "BSC148", f"{key} is used with direction: band only, not with {kpi.direction}"
            )


def _bands(kpi: Kpi) -> Iterator[Complaint]:
    seen: dict[float | None, int] = {}
    for index, band in enumerate(kpi.scoring.bands):
        first = seen.setdefault(band.from_, index)
        if first != index:
            start = "has no from: either" if band.from_ is None else f"begins at {band.from_:g} too"
            message = f"an earlier band {start}; only one band can"
            yield Complaint(("scoring", "bands", index), "BSC151", message)


def _benchmark(benchmark: Benchmark) -> Iterator[Complaint]:
    if benchmark.value is None and benchmark.low is None and benchmark.high is None:
        yield Complaint(("benchmark",), "BSC149", "the benchmark has no figure; add value:, or low: and high:")
    if benchmark.low is not None and benchmark.high is not None and benchmark.low > benchmark.high:
        message = f"low {benchmark.low:g} lies above high {benchmark.high:g}; exchange the two"
        yield Complaint(("benchmark", "low"), "BSC132", message)
