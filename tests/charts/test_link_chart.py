"""What the chart of one arrow of the map shows."""

from __future__ import annotations

from dataclasses import replace

from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.vocabularies import Grade
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.link_charts.link_chart import MOST_PERIODS, link_chart
from tests.builders.charts import Observed, assessment, charted, observed_kpi, paths, rows, texts
from tests.charts.plotting.drawn_marks import runs_of

CAUSE = observed_kpi(charted(id="visits", name="Visits", unit="count"), Observed([10, 20, None, 40, 30, 50, 40]))
OUTCOME = observed_kpi(
    charted(id="revenue", name="Revenue", unit="EUR"), Observed([1, 2, 3, 4, 5, 6, 7], last_complete=False)
)
LINK = LinkEvidence(
    "low", "top", "visits", "revenue", Grade.SUPPORTED, 40, 2, 0.6, 0.3, 0.9, 0.001, 0.01, 0.56, None
)  # fmt: skip


def drawn(**changes: object) -> Chart:
    return link_chart(replace(LINK, **changes), CAUSE, OUTCOME)  # type: ignore[arg-type]  # any field


def test_the_cause_is_drawn_later_by_its_lag() -> None:
    cause, effect = rows(drawn(), "cause"), rows(drawn(), "outcome")
    assert (cause[0]["t"], effect[0]["t"]) == ("2024-03-01", "2024-01-01")
    assert rows(drawn(lag=0), "cause")[0]["t"] == "2024-01-01"


def test_the_cause_stands_above_the_effect_and_both_are_named() -> None:
    chart = drawn()
    assert max(row["row"] for row in rows(chart, "cause")) < min(row["row"] for row in rows(chart, "outcome"))
    assert {"Visits, moved 2 months later", "Revenue (€)"} <= set(texts(draw(chart)))


def test_a_gap_breaks_the_line_and_an_unfinished_period_is_left_out() -> None:
    assert [row["g"] for row in rows(drawn(), "cause")] == [0, 0, 1, 1, 1, 1]
    assert len(rows(drawn(), "outcome")) == 6


def test_the_reader_gets_each_value_with_the_one_that_came_before_it() -> None:
    last = rows(drawn(), "pair")[-1]
    assert (last["p"], last["v"], last["n"]) == ("Jun 2024", "Revenue € 6", "Visits 40 in Apr 2024")
    assert [row["p"] for row in rows(drawn(), "pair")] == ["Mar 2024", "Apr 2024", "Jun 2024"]


def test_a_higher_value_stands_higher() -> None:
    effect = [row["row"] for row in rows(drawn(), "outcome")]
    assert effect == sorted(effect, reverse=True)


def test_the_finding_says_what_was_expected_and_what_came_of_it() -> None:
    assert drawn().finding == "Supported: when Visits rises, Revenue should rise 2 months later."
    falling = drawn(rising=False, grade=Grade.NO_EVIDENCE, lag=0)
    assert falling.finding == "No evidence: when Visits rises, Revenue should fall in the same month."


def test_both_lines_are_drawn_the_upper_one_in_two_pieces() -> None:
    for colour, pieces in ((ink.INITIATIVE, 2), (ink.ACTUAL, 1)):
        [line] = paths(draw(drawn()), stroke=colour, stroke_width="2")
        assert len(runs_of(line)) == pieces


def test_a_very_long_history_is_cut_and_says_so() -> None:
    long = observed_kpi(charted(id="visits", name="Visits", unit="count"), Observed(list(range(500))))
    chart = link_chart(LINK, long, OUTCOME)
    assert len(rows(chart, "cause")) == MOST_PERIODS
    assert dict(chart.options)["remark"] == "Drawn are the latest 240 months; all are tested."


def test_only_tested_arrows_have_a_chart() -> None:
    whole = assessment([CAUSE, OUTCOME])
    waiting = replace(LINK, source="other", grade=Grade.NOT_TESTABLE_YET, lag=None)
    card = replace(whole.scorecards["c"], evidence=(LINK, waiting))
    keys = {key for key in charts_of(replace(whole, scorecards={"c": card})) if key.startswith("link")}
    assert keys == {"link/c/low/top"}
