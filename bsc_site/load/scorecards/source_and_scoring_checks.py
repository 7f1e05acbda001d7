"""Source and scoring as declared: definitions of one KPI that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.load.dating.time_zones import zone_called, zones
from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.load.spellings.month_names import language_is_known
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.declared.scoring_methods import SCORING_METHODS
from bsc_site.model.declared.sources.figure_choice import Distinct
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.declared.sources.table_choice import TableByHeadings
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences import scoring_sentences as told
from bsc_site.model.sentences.period_sentences import NO_TIME_ZONE, NO_TIME_ZONES
from bsc_site.model.sentences.table_sentences import FILL_TWICE, TABLE_AND_HEADER
from bsc_site.model.sentences.target_sentences import LOW_ABOVE_HIGH
from bsc_site.model.vocabularies import Aggregate, Direction, Method, Running

_LISTS = {method: each.list_key for method, each in SCORING_METHODS.items() if each.list_key}
_OF_A_FILE = ("format", "sheet", "table", "rows", "records", "delimiter", "encoding", "header", "comment")
"""Keys that say how a file is written, which a query says itself."""
_WITH_SHARES = [method for method in Method if SCORING_METHODS[method].takes_shares]


def scoring_complaints(kpi: Kpi) -> Iterator[Complaint]:
    """What is wrong with the source, the aggregate, the scoring and the benchmark of a KPI."""
    yield from _table(kpi)
    yield from _source(kpi)
    yield from _counted_once(kpi)
    yield from _summed_percentages(kpi)
    yield from _running(kpi)
    yield from _month_names(kpi)
    yield from _time_zones(kpi)
    yield from _marks(kpi)
    yield from _method(kpi)
    yield from _options(kpi)
    yield from _bands(kpi)
    yield from _expectations(kpi)
    if kpi.benchmark is not None:
        yield from _benchmark(kpi.benchmark, in_data=kpi.source is not None and kpi.source.benchmark is not None)


def _table(kpi: Kpi) -> Iterator[Complaint]:
    source = kpi.source
    if source is None:
        return
    if source.connection:
        for key in ("file", "query"):
            if getattr(source, key):
                yield Complaint(("source", key), "BSC024", said(told.FILE_AND_CONNECTION, key=key))
    elif not source.file and not source.query:
        yield Complaint(("source",), "BSC024", said(told.NOTHING_TO_READ))
    elif source.file and source.query:
        yield Complaint(("source", "query"), "BSC024", said(told.FILE_AND_QUERY))
    for key in _OF_A_FILE if source.query and not source.file else ():
        if getattr(source, key) not in {None, ()}:
            yield Complaint(("source", key), "BSC024", said(told.OF_A_FILE, key=key))


def _source(kpi: Kpi) -> Iterator[Complaint]:
    source = kpi.source
    yield from _counted(kpi)
    if source is not None:
        yield from _said_twice(source)
    if kpi.from_children is not None:
        return
    if kpi.formula is not None and source is not None:
        yield Complaint(("formula",), "BSC142", said(told.FORMULA_AND_SOURCE))
    if kpi.formula is not None and kpi.aggregate is Aggregate.RATIO:
        yield Complaint(("aggregate",), "BSC144", said(told.FORMULA_AS_RATIO))
        return
    parts = (
        () if source is None else tuple(key for key in ("numerator", "denominator") if getattr(source, key) is not None)
    )
    if len(parts) == 1:
        other = "denominator" if parts == ("numerator",) else "numerator"
        yield Complaint(("source", parts[0]), "BSC143", said(told.HALF_A_RATIO, other=other))
    elif parts and source is not None and source.value is not None:
        yield Complaint(("source", "value"), "BSC143", said(told.VALUE_BESIDE_A_RATIO))
    if kpi.aggregate is Aggregate.RATIO and not parts:
        yield Complaint(("aggregate",), "BSC144", said(told.RATIO_OF_NOTHING))
    elif parts and kpi.aggregate not in {None, Aggregate.RATIO}:
        yield Complaint(("aggregate",), "BSC144", said(told.RATIO_AGGREGATED, aggregate=str(kpi.aggregate)))


def _said_twice(source: Source) -> Iterator[Complaint]:
    if isinstance(source.table, TableByHeadings) and source.header:
        yield Complaint(("source", "header"), "BSC374", said(TABLE_AND_HEADER, key="header"))
    if source.fill is not None and source.fill_down is not None:
        yield Complaint(("source", "fill_down"), "BSC374", said(FILL_TWICE))


def _counted_once(kpi: Kpi) -> Iterator[Complaint]:
    """What contradicts members that are counted, each once a period, and figures that count by a weight."""
    source = kpi.source
    if source is None:
        return
    figures = [key for key in ("value", "numerator", "denominator", "count") if getattr(source, key) is not None]
    if source.repeat_rate is not None and figures:
        yield Complaint(("source", figures[0]), "BSC143", said(told.FIGURES_BESIDE_A_REPEAT_RATE, key=figures[0]))
    elif source.repeat_rate is not None and kpi.aggregate is not None:
        yield Complaint(("aggregate",), "BSC144", said(told.REPEAT_RATE_AGGREGATED))
    elif isinstance(source.count, Distinct) and kpi.aggregate is not None:
        yield Complaint(("aggregate",), "BSC144", said(told.DISTINCT_AGGREGATED, aggregate=str(kpi.aggregate)))
    if source.weight is not None and kpi.aggregate is not Aggregate.MEAN:
        yield Complaint(("source", "weight"), "BSC144", said(told.WEIGHT_WITHOUT_MEAN))


def _summed_percentages(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.unit.strip() != "%" or kpi.counted_up is not None:  # what is counted up is a part of one whole each time
        return
    if kpi.from_children is not None and kpi.from_children.aggregate == "sum":
        yield Complaint(("from_children", "aggregate"), "BSC169", said(told.PERCENTAGES_SUMMED_UP))
    elif kpi.from_children is None and kpi.aggregate is Aggregate.SUM:
        yield Complaint(("aggregate",), "BSC169", said(told.PERCENTAGES_SUMMED))


def _running(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.running is Running.LATEST and kpi.aggregate is Aggregate.SUM:
        yield Complaint(("running",), "BSC382", said(told.RUNNING_SUM))


def _counted(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.counted_up is not None and kpi.computed:
        yield Complaint(("cumulative",), "BSC153", said(told.COMPUTED_COUNTED_UP))
    elif kpi.counted_up is not None and kpi.aggregate not in {Aggregate.SUM, Aggregate.RATIO}:
        yield Complaint(("aggregate",), "BSC153", said(told.COUNTED_UP_NO_SUM, aggregate=str(kpi.aggregate)))


def _month_names(kpi: Kpi) -> Iterator[Complaint]:
    declared: dict[tuple[str, ...], PeriodWriting] = {("periods",): kpi.periods}
    if kpi.source is not None:
        declared["source", "periods"] = kpi.source.periods
    for path, writing in declared.items():
        language = writing.month_names
        if language is not None and not language_is_known(language):
            yield Complaint((*path, "month_names"), "BSC333", said(told.NO_LANGUAGE, language=language))


def zone_complaints(path: KeyPath, name: str | None) -> Iterator[Complaint]:
    """A complaint about a time zone that does not exist."""
    if name is not None and zone_called(name) is None:
        known = {each.rpartition("/")[2].casefold(): each for each in sorted(zones())}
        hint = did_you_mean(known.get(name.casefold(), name), known.values())
        yield Complaint(path, "BSC348", said(NO_TIME_ZONE, name=name, hint=hint) if known else said(NO_TIME_ZONES))


def _time_zones(kpi: Kpi) -> Iterator[Complaint]:
    yield from zone_complaints(("periods", "time_zone"), kpi.periods.time_zone)
    if kpi.source is not None:
        yield from zone_complaints(("source", "time_zone"), kpi.source.time_zone)
        yield from zone_complaints(("source", "periods", "time_zone"), kpi.source.periods.time_zone)


def _marks(kpi: Kpi) -> Iterator[Complaint]:
    source = kpi.source
    if source is not None and source.decimal is not None and source.decimal == source.thousands:
        yield Complaint(("source", "thousands"), "BSC355", said(told.SAME_MARKS, mark=source.decimal))


def _method(kpi: Kpi) -> Iterator[Complaint]:
    method = kpi.scoring.method
    needs, key = SCORING_METHODS[method], _LISTS.get(method)
    if key is not None and not getattr(kpi.scoring, key):
        yield Complaint(("scoring",), "BSC145", said(told.NEEDS_LIST, method=str(method), key=key))
    if method is Method.BAND and kpi.direction is not Direction.BAND:
        yield Complaint(("scoring",), "BSC146", said(told.NEEDS_BAND, direction=str(kpi.direction)))
    if needs.needs_side and kpi.direction is Direction.BAND:
        yield Complaint(("scoring",), "BSC146", said(told.NEEDS_SIDE, method=str(method)))
    if needs.needs_baseline and kpi.baseline is None:
        yield Complaint(("scoring",), "BSC152", said(told.NEEDS_BASELINE, method=str(method)))


def _options(kpi: Kpi) -> Iterator[Complaint]:
    scoring = kpi.scoring
    for method, key in _LISTS.items():
        if getattr(scoring, key) and scoring.method is not method:
            message = said(told.OF_ANOTHER_METHOD, key=key, method=str(method), other=str(scoring.method))
            yield Complaint(("scoring", key), "BSC148", message)
    for key in ("on_track", "at_risk"):
        if getattr(scoring, key) is not None and scoring.method not in _WITH_SHARES:
            others = one_of(_WITH_SHARES)
            message = said(told.NOT_OF_THE_METHOD, key=key, method=str(scoring.method), others=others)
            yield Complaint(("scoring", key), "BSC148", message)
    if scoring.on_track is not None and scoring.at_risk is not None and scoring.at_risk > scoring.on_track:
        yield Complaint(("scoring", "at_risk"), "BSC132", said(told.AT_RISK_ABOVE))
    banded = kpi.direction is Direction.BAND
    unused = ("red_flag",) if banded else ("red_flag_low", "red_flag_high")
    for key in unused:
        if getattr(kpi.thresholds, key) is not None:
            form = told.RED_FLAGS_OF_A_BAND if banded else told.RED_FLAG_OF_A_SIDE
            yield Complaint(("thresholds", key), "BSC148", said(form, key=key, direction=str(kpi.direction)))
    for key in ("low", "high"):
        if getattr(scoring, key) is not None and not banded:
            message = said(told.OF_A_BAND_ONLY, key=key, direction=str(kpi.direction))
            yield Complaint(("scoring", key), "BSC148", message)


def _bands(kpi: Kpi) -> Iterator[Complaint]:
    seen: dict[float | None, int] = {}
    for index, band in enumerate(kpi.scoring.bands):
        first = seen.setdefault(band.from_, index)
        if first != index:
            begins = None if band.from_ is None else f"{band.from_:g}"
            message = said(told.BANDS_BEGIN_ALIKE, value=begins) if begins else said(told.BANDS_WITHOUT_FROM)
            yield Complaint(("scoring", "bands", index), "BSC151", message)


def _expectations(kpi: Kpi) -> Iterator[Complaint]:
    by_source = kpi.source.expect if kpi.source else None
    for path, expect in ((("expect",), kpi.expect), (("source", "expect"), by_source)):
        if expect is not None and expect.min is not None and expect.max is not None and expect.min > expect.max:
            ends = {"low": f"{expect.min:g}", "high": f"{expect.max:g}"}
            yield Complaint((*path, "min"), "BSC132", said(told.LEAST_ABOVE_MOST, **ends))


def _benchmark(benchmark: Benchmark, *, in_data: bool) -> Iterator[Complaint]:
    if not in_data and benchmark.value is None and benchmark.low is None and benchmark.high is None:
        yield Complaint(("benchmark",), "BSC149", said(told.NO_FIGURE_OF_OTHERS))
    if benchmark.low is not None and benchmark.high is not None and benchmark.low > benchmark.high:
        ends = {"low": f"{benchmark.low:g}", "high": f"{benchmark.high:g}"}
        yield Complaint(("benchmark", "low"), "BSC132", said(LOW_ABOVE_HIGH, **ends))
