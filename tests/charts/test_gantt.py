"""What the Gantt chart of initiatives shows."""

from __future__ import annotations

from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar import ink
from bsc_site.render.status_shapes import STATUS_SHAPES
from tests.builders.charts import gantt, initiative, paths, rows, texts
from tests.charts.plotting.drawn_marks import runs_of

STEPS = [{"name": "Beta", "due": "2025-05", "done": "2025-05-20"}, {"name": "Launch", "due": "2025-09"}]
APP = (
    initiative("App for all", "2025-02", "2025-09", progress="60%", milestones=STEPS),
    InitiativeStatus.AT_RISK,
)
STORE = (initiative("Store", "2024-02", "2024-09", progress=1), InitiativeStatus.DONE)


def test_each_initiative_has_its_status_as_word_sign_and_colour() -> None:
    svg = draw(gantt(APP, STORE))
    assert "At risk · 60 %" in texts(svg)
    [triangle] = paths(svg, fill=ink.STATUS_COLOURS["at_risk"])
    assert [len(set(run)) for run in runs_of(triangle)] == [3]


def test_the_earliest_comes_first() -> None:
    assert [row["s"] for row in rows(gantt(APP, STORE), "name")] == ["Store", "App for all"]


def test_the_bar_is_filled_as_far_as_the_work_got() -> None:
    [filled] = rows(gantt(APP), "so far")
    assert (filled["t"], filled["u"]) == ("2025-02-01", "2025-06-26")


def test_a_reached_milestone_is_filled_and_an_open_one_is_not() -> None:
    svg = draw(gantt(APP))
    assert (len(paths(svg, fill=ink.TEXT, stroke=ink.PAPER)), len(paths(svg, fill=ink.PAPER, stroke=ink.TEXT))) == (
        1,
        1,
    )


def test_today_is_a_line_with_its_word() -> None:
    assert "today" in texts(draw(gantt(APP)))


def test_the_finding_counts_by_status() -> None:
    assert gantt(APP, STORE).finding == "2 initiatives: 1 At risk, 1 Done."


def test_the_drawing_grows_by_one_band_for_each_initiative() -> None:
    heights = [dict(each.options)["height"] for each in (gantt(APP), gantt(APP, STORE))]
    assert heights[1] == 2 * heights[0]


def test_a_long_name_is_whole_on_a_desk_and_in_lines_on_a_phone() -> None:
    name = "Teach everybody in the house how the new tills are to be counted at night"
    drawn = gantt((initiative(name, "2025-02", "2025-09"), InitiativeStatus.ON_TRACK))
    assert [row["s"] for row in rows(drawn, "wide name")] == [name]
    assert " ".join(row["s"] for row in rows(drawn, "narrow name")) == name


def test_what_is_late_has_a_dotted_line_up_to_today() -> None:
    """Readable without colours; what is done has none."""
    late = (initiative("Late", "2024-02", "2025-03", progress=0.5), InitiativeStatus.OFF_TRACK)
    [line] = rows(gantt(late, STORE), "late")
    assert (line["t"], line["u"]) == ("2025-04-01", "2025-07-10")


def test_every_status_has_the_sign_that_it_has_in_texts() -> None:
    for status, shape in STATUS_SHAPES.items():
        corners = shape.count("L") + shape.count("H") + shape.count("V")
        sign = ink.STATUS_SIGNS[status.value]
        assert sign == "circle" or sign.count("L") + sign.count("H") + sign.count("V") == corners
    assert ink.STATUS_SIGNS["off_track"] == "M0.000,-0.917L0.917,0.000L0.000,0.917L-0.917,0.000Z".replace(",", " ")
