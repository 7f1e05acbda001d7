"""Where the words of a KPI's chart stand: at the ends of lines and beside marks, on a desk and on a phone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.free_places import stacked
from tests.builders.charts import Observed, chart, charted, initiative, rows
from tests.charts.drawn_plot import DESK_SIZE, PHONE_SIZE, Drawn, crossed, meeting

BOTH = ((DESK_SIZE, "bsc-chart__narrow"), (PHONE_SIZE, "bsc-chart__wide"))
LONG = "The new till system was switched on a week late, and two shops had to count by hand"


def aimed(last: float, aim: float, **keys: Any) -> Chart:
    """Six values, the last of them, and a target three months later."""
    declared = charted(targets=[{"period": "2024-09", "value": aim}], **keys)
    return chart(declared, Observed([32, 33, 34, 35, 34, last], expected=lambda at: Expectation(target=31 + at)))


@pytest.mark.parametrize("last", [30.0, 33.0, 35.5, 36.0, 38.0, 39.0, 41.0])
@pytest.mark.parametrize("aim", [30.0, 36.0, 40.0, 45.0])
def test_no_words_meet_on_a_desk_or_on_a_phone(last: float, aim: float) -> None:
    drawn = Drawn(aimed(last, aim, benchmark={"low": 33, "high": 37, "source": "S", "year": 2023}))
    for size, hidden in BOTH:
        assert meeting(drawn.words(size, hidden)) == []


@pytest.mark.parametrize("last", [30.0, 34.0, 36.0, 39.0])
def test_the_latest_value_is_not_struck_through(last: float) -> None:
    """Neither by its own line nor by that of the target."""
    drawn = Drawn(aimed(last, 37.0))
    lines = [*drawn.lines(stroke=ink.ACTUAL, stroke_width="2.25"), *drawn.lines(stroke=ink.TARGET)]
    [words] = [each for each in drawn.words(*BOTH[0]) if each.text.startswith(f"{last:g} ")]
    assert crossed(words, lines, DESK_SIZE, drawn.options["height"]) == 0


def test_words_at_the_right_edge_name_lines_where_they_end() -> None:
    declared = charted(targets=[{"period": "2024-09", "value": 36}], benchmark={"value": 33, "source": "S"})
    ends = chart(declared, Observed([32, 33, 38, 37, 38, 30], expected=lambda at: Expectation(target=31 + at)))
    assert [row["s"] for kind in ("end", "end benchmark") for row in rows(ends, kind)] == [
        "target 36 %",
        "by Sep 2024",
        "benchmark",
        "33 %",
    ]


def test_the_latest_value_stands_at_the_right_edge_where_nothing_lies_ahead() -> None:
    ends = chart(charted(), Observed([32, 33, 34]))
    assert ([row["s"] for row in rows(ends, "end now")], rows(ends, "last words")) == (["34 %"], [])


def test_marks_over_bars_say_what_they_are_beside_the_last_of_them() -> None:
    bars = charted(aggregate="sum", targets=[{"period": "2024-12", "value": 140}])
    drawn = chart(bars, Observed([90, 100, 110], expected=lambda _: Expectation(target=150)))
    assert [row["s"] for row in rows(drawn, "wide words")] == ["target"]
    assert meeting(Drawn(drawn).words(*BOTH[0])) == []


def test_a_unit_that_is_a_long_word_stands_beside_the_axis_alone() -> None:
    ends = chart(charted(unit="Bearbeitungsstunden je Vorgang"), Observed([32, 33, 34]))
    assert [row["s"] for row in rows(ends, "end now")] == ["34"]
    assert [row["s"] for row in rows(ends, "unit")] == ["Bearbeitungsstunden je Vorgang"]


def test_a_note_is_written_in_full_where_it_has_room_and_told_below_in_any_case() -> None:
    """On a phone, and where lines leave no room on a desk, its number stands beside its mark."""
    calm = chart(charted(), Observed([30 + each / 10 for each in range(40)], notes={20: LONG}))
    assert [row["s"] for row in rows(calm, "wide words")] == [LONG]
    assert [row["s"] for row in rows(calm, "narrow words")] == ["1"]
    assert dict(calm.options)["list"] == [("1", f"Sep 2025: {LONG}", "narrow")]
    restless = chart(charted(), Observed([30 + each * 7 % 11 for each in range(90)], notes={20: LONG}))
    assert ([row["s"] for row in rows(restless, "words")], rows(restless, "wide words")) == (["1"], [])
    assert dict(restless.options)["list"] == [("1", f"Sep 2025: {LONG}", "")]


def test_initiatives_have_their_names_in_full_on_a_desk_and_letters_on_a_phone() -> None:
    plans = [
        (initiative(f"{name} the very long programme of the whole house", start, end), InitiativeStatus.ON_TRACK)
        for name, start, end in (("First", "2024-02", "2024-06"), ("Second", "2024-09", "2025-02"))
    ]
    drawn = chart(charted(), Observed([30 + each % 3 for each in range(24)]), plans)
    assert [row["s"] for row in rows(drawn, "wide span")] == [each.name for each, _ in plans]
    assert [row["s"] for row in rows(drawn, "narrow span")] == ["A", "B"]
    assert dict(drawn.options)["list"][0] == ("A", f"{plans[0][0].name}, 1 Feb 2024 to 30 Jun 2024", "narrow")
    for size, hidden in BOTH:
        assert meeting(Drawn(drawn).words(size, hidden)) == []


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), max_size=5))
def test_words_of_a_column_never_touch_and_move_no_more_than_they_must(boxes: list[tuple[float, float]]) -> None:
    wanted, sizes = sorted(each for each, _ in boxes), [size for _, size in boxes]
    middles = stacked(wanted, sizes, (-20.0, 320.0))
    for (here, size), (after, next_size) in pairwise(zip(middles, sizes, strict=True)):
        assert after - here >= (size + next_size) / 2 - 1e-6
    apart = all(b - a >= 40 for a, b in pairwise(wanted))
    assert not apart or middles == pytest.approx(wanted)
