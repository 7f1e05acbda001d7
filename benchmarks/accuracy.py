"""How far the figures can be trusted: every gate of signal, trend, forecast and evidence, measured in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.analytics import gates, link_gates  # the root of the repository is not a package
from tests.forecast import kind_gates
from tests.trend import trend_gates


def main() -> None:
    """Measure and print; the exit code is 1 when a gate is missed."""
    folder = os.environ.get("BSC_ORACLES", "")
    if not Path(folder).is_dir() or not folder:
        sys.exit("BSC_ORACLES must name the folder with nhsr_golden.json and m3_monthly.json.gz")
    missed = False
    for name, figure, least, most in _figures(Path(folder)):
        held = least <= figure <= most
        missed = missed or not held
        print(f"  {name:<62}{figure:>9.3f}   {least:g} to {most:g}   {'ok' if held else 'MISSED'}")
    sys.exit(1 if missed else 0)


def _figures(oracles: Path) -> Iterator[tuple[str, float, float, float]]:
    yield "XmR charts that differ from NHSRplotthedots, of 153", gates.nhs_mismatches(oracles), 0, 0
    relative, scaled = gates.forecast_errors(oracles)
    yield "M3 monthly, sMAPE (published Theta 13.89)", relative, 0, 13.70
    yield "M3 monthly, MASE", scaled, 0, 0.855
    for most in (36, 25):
        late = gates.late_error(oracles, most)
        yield f"M3 monthly, MASE from the last {most} months", late, 0, 0.93
    for most in (25, 36, 60, None):
        for level, least, highest in ((0.80, 0.78, 0.86), (0.95, 0.92, 0.97)):
            words = f"M3 monthly, inside the {level:.0%} interval, {most or 'all'} months"
            yield words, gates.forecast_coverage(oracles, level, most), least, highest
    yield "M3 monthly, Brier score of the chance", gates.forecast_brier(oracles), 0, 0.13
    yield from _kinds()
    yield from _longer_periods(oracles)
    for n in (24, 36, 60):
        yield f"links found between unrelated M3 series, n = {n}", gates.link_false_alarms(oracles, n), 0, 0.07
    yield "links of strength 0.5 found, n = 36", gates.link_power(), 0.60, 1
    yield "links of strength 0.5 supported, n = 36", link_gates.supported_links(), 0.60, 1
    yield from _nothing_there()
    yield from _trends(oracles)
    yield "initiative effects found where there is none", gates.effect_false_alarms(), 0, 0.07
    yield "any effect on eight untouched KPIs", link_gates.effects_on_untouched(), 0, 0.10


def _kinds() -> Iterator[tuple[str, float, float, float]]:
    """Percentages on their bound, counts, and totals of a year with a hole."""
    for share in (0.0, 0.3, 0.7):
        found, words = kind_gates.at_the_bound(share, 300), f"percentages at 100 in {share:.0%} of months"
        yield f"{words}, inside the 80% interval", found.likely, 0.75, 0.95
        yield f"{words}, inside the 95% interval", found.sure, 0.90, 1
        yield f"{words}, Brier score of 99.9", found.brier, 0, 0.22
    few = {mean: kind_gates.few_events(mean, 500).brier for mean in (0.2, 0.4)}
    yield "no event in a month, Brier score, means of 0.2 and 0.4", sum(few.values()) / len(few), 0, 0.20
    for mean, brier in few.items():
        yield f"the same at {mean}, beyond that of the known mean", brier - kind_gates.best_possible(mean), -0.02, 0.02
    whole, holed = kind_gates.holed_totals((), 500), kind_gates.holed_totals((38,), 500)
    yield "a year's total, Brier score of the chance", whole, 0, 0.11
    yield "the same with a hole, beyond that", holed - whole, 0, 0.03


def _longer_periods(oracles: Path) -> Iterator[tuple[str, float, float, float]]:
    """M3 monthly series added up to quarters and years, from few of them."""
    yield "M3 quarters, MASE from the last 12", kind_gates.longer_error(oracles, 3, 12, 8), 0, 1.17
    for name, months, known, ahead in (
        ("quarters", 3, 8, 6),
        ("quarters", 3, 12, 8),
        ("quarters", 3, 20, 8),
        ("years", 12, 8, 3),
        ("years", 12, 9, 3),
    ):
        words = f"M3 {name}, inside the 95% interval, {known} of them"
        yield words, kind_gates.longer_coverage(oracles, months, known, ahead), 0.92, 0.97


def _nothing_there() -> Iterator[tuple[str, float, float, float]]:
    """Verdicts (supported or contradicted) on maps without a link."""
    for arrows, rounds in ((5, 800), (12, 400), (20, 300)):
        yield f"maps of {arrows} unrelated pairs with a verdict", link_gates.null_maps(arrows, rounds), 0, 0.12
    yield "maps of one unrelated pair with a verdict", link_gates.null_maps(1, 2000), 0, 0.05
    sizes = (1, 5, 12, 20)
    for months in (36, 48, 60):
        for memory in (0.0, 0.5, 0.9):
            shares = link_gates.null_cell(sizes, months, memory, links=6000)
            for arrows, share in zip(sizes, shares, strict=True):
                words = f"maps of {arrows}, {months} months, autocorrelation {memory}"
                yield words, share, 0, 0.05 if arrows == 1 else 0.12
    for lag in range(1, 7):
        shock = link_gates.verdicts(link_gates.shared_shock, range(lag, lag + 1), 800)
        yield f"verdicts on a shock that both share, lag {lag}", shock, 0, 0.08
    for pairs in (link_gates.december_peak, link_gates.year_to_date, link_gates.level_step):
        yield f"verdicts on {pairs.__name__.replace('_', ' ')}s", link_gates.verdicts(pairs, range(4), 400), 0, 0.15


def _trends(oracles: Path) -> Iterator[tuple[str, float, float, float]]:
    """Noise that is called a move, and moves that are found."""
    for correlation in trend_gates.CORRELATIONS:
        for sizes, most in ((trend_gates.SHORT, 0.10), (trend_gates.LONG, 0.08)):
            alarms = max(trend_gates.trend_false_alarms(correlation, size) for size in sizes)
            yield f"noise called a trend, autocorrelation {correlation}, n = {sizes[0]}..{sizes[-1]}", alarms, 0, most
    yield "one-way years of M3 called a trend", trend_gates.one_way_years_called(oracles), 1, 1
    yield "years of M3 with |tau| >= 0.9 called a trend", trend_gates.years_called(oracles), 0.90, 1
    for correlation in trend_gates.CORRELATIONS:
        alarms = max(trend_gates.icon_false_alarms(correlation, size) for size in trend_gates.LONG)
        yield f"noise called a signal, autocorrelation {correlation}", alarms, 0, 0.03
    yield "values that keep to their rise called a signal", trend_gates.alarms_on_a_rise(), 0, 0.03
    yield "a last value 6 sd below a rise of 8 found", trend_gates.collapses_found(), 0.96, 1


if __name__ == "__main__":
    main()
