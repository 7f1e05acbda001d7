"""Maps for the tests: a written one of fifteen objectives, and made-up ones of any size."""

from __future__ import annotations

import random

from bsc_site.model.vocabularies import Status, TrendWord
from bsc_site.render.strategy_map import MapArrow, MapBox, MapKpi, MapRow, MapTheme, StrategyMap, svg_text
from bsc_site.render.strategy_map.geometry.layout import plan_of

ROWS = (
    MapRow("financial", "Financial", "What do our owners expect from us?"),
    MapRow("customer", "Customer", "How do our customers see us?"),
    MapRow("process", "Internal processes", "What must we excel at?"),
    MapRow("learning", "Learning & growth", "How do we keep improving?"),
)
THEMES = (MapTheme("loyalty", "Customers for life", "A"), MapTheme("lean", "Lean operations", "B"))
OWNERS = ("Ada Okafor", "Benedikt Schönberger-Wiese", "Chloé Martin", "Dimitri Papadopoulos")
COURSE = ((0.0, 0.2), (0.25, 0.0), (0.5, 0.6), (1.0, 1.0))
_STATUSES = tuple(Status)
_NAMES = {Status.ON_TRACK: "On track", Status.AT_RISK: "At risk", Status.OFF_TRACK: "Off track"}
_NAMES |= {Status.NO_DATA: "No data", Status.NOT_SCORED: "Not scored"}
_TEXTS = (
    "Grow revenue profitably",
    "Earn repeat customers",
    "Cut the cost to serve",
    "Become the first choice for fashion and beauty online",
    "Deliver on time, complete and undamaged",
    "Shorten the time from idea to launch",
    "Keep the people who know our customers best",
    "Build data skills in every team",
)


def drawn(drawing: StrategyMap) -> str:
    """The drawing alone, as HTML."""
    return svg_text(drawing, plan_of(drawing))


def box(id_: str, row: str, **changes: object) -> MapBox:
    """One box, on track unless said otherwise."""
    values: dict[str, object] = {
        "id": id_,
        "row": row,
        "themes": (),
        "name": id_.capitalize(),
        "owner": "Ada Okafor",
        "status": Status.ON_TRACK,
        "status_name": "On track",
        "score": 87.0,
        "trend": TrendWord.IMPROVING,
        "href": f"objectives/{id_}/index.html",
        "kpis": (MapKpi(f"k-{id_}", f"KPI of {id_}", f"kpis/k-{id_}/index.html", COURSE),),
    } | changes
    return MapBox(**values)  # type: ignore[arg-type]  # the keys are MapBox's own


def made_up(seed: int, count: int, links: int, rows: int = 4) -> StrategyMap:
    """A map of `count` objectives over `rows` rows with up to `links` arrows, mostly upwards; a seed gives one map."""
    chance = random.Random(seed)  # noqa: S311  # examples, not secrets
    row_ids = tuple(MapRow(f"r{n}", ROWS[n % 4].name, ROWS[n % 4].question) for n in range(rows))
    boxes = tuple(_made_up_box(chance, n, f"r{n % rows}") for n in range(count))
    pairs = [(chance.randrange(count), chance.randrange(count)) for _ in range(links)] if count else []
    arrows = tuple(_made_up_arrow(chance, a, b, rows) for a, b in pairs)
    return StrategyMap(row_ids, boxes, arrows, THEMES)


def layered(seed: int, count: int, links: int, rows: int = 4) -> StrategyMap:
    """A map as organisations draw them: nine of ten arrows lead to the next row up."""
    chance = random.Random(seed)  # noqa: S311  # examples, not secrets
    plain = made_up(seed, count, 0, rows)
    arrows: list[MapArrow] = []
    while len(arrows) < links:
        a, b = chance.randrange(count), chance.randrange(count)
        step = a % rows - b % rows
        if step == 1 or (step in (0, 2) and chance.random() < 0.1):
            arrows.append(_made_up_arrow(chance, a, b, rows))
    return StrategyMap(plain.rows, plain.boxes, tuple(arrows), THEMES)


def _made_up_box(chance: random.Random, number: int, row: str) -> MapBox:
    status = chance.choices(_STATUSES, (6, 3, 2, 1, 1))[0]
    return box(
        f"o{number}",
        row,
        name=chance.choice(_TEXTS),
        owner=chance.choice(OWNERS),
        themes=(chance.choice(THEMES).id,),
        status=status,
        status_name=_NAMES[status],
        score=float(chance.randrange(101)) if status.judged else None,
        trend=chance.choice(tuple(TrendWord)),
    )


def _made_up_arrow(chance: random.Random, a: int, b: int, rows: int) -> MapArrow:
    low, high = (a, b) if a % rows >= b % rows or chance.random() < 0.15 else (b, a)
    sign = "-" if chance.random() < 0.15 else "+"
    return MapArrow(f"o{low}", f"o{high}", sign, chance.choice(("", "3 months", "1 year")), None, "of the demo")


def written() -> StrategyMap:
    """Fifteen objectives of an online brand with seventeen hypotheses."""
    at_risk = {"status": Status.AT_RISK, "status_name": "At risk", "score": 61.0, "trend": TrendWord.STEADY}
    off = {"status": Status.OFF_TRACK, "status_name": "Off track", "score": 22.0, "trend": TrendWord.WORSENING}
    no_data = {"status": Status.NO_DATA, "status_name": "No data", "score": None, "trend": TrendWord.TOO_SHORT}
    unscored = {"status": Status.NOT_SCORED, "status_name": "Not scored", "score": None, "trend": TrendWord.STEADY}
    loyal = {"themes": ("loyalty",), "marker": "A"}
    lean = {"themes": ("lean",), "marker": "B", "owner": "Benedikt Schönberger-Wiese"}
    boxes = (
        box("profit", "financial", name="Grow operating profit", **loyal),
        box("revenue", "financial", name="Grow revenue per customer", **loyal | at_risk),
        box("cost", "financial", name="Cut the cost to serve", **lean | off),
        box("loyal", "customer", name="Earn repeat customers", **loyal | at_risk),
        box("advice", "customer", name="Be the trusted adviser in beauty", **loyal),
        box("delivery", "customer", name="Deliver when promised", **lean),
        box("fit", "customer", name="Make the right choice easy", **loyal | unscored),
        box("personal", "process", name="Personalise every visit", **loyal),
        box("shop", "process", name="Make the shop fast and simple", **loyal | at_risk),
        box("fulfil", "process", name="Ship complete and on the same day", **lean | off),
        box("returns", "process", name="Lower avoidable returns", **lean),
        box("skills", "learning", name="Build data skills in every team", **loyal),
        box("people", "learning", name="Keep the people who know our customers", **loyal),
        box("platform", "learning", name="One platform for customer and stock data", **lean | no_data),
        box("safety", "learning", name="Safe and fair work in every warehouse", **lean),
    )
    pairs = (
        ("revenue", "profit", "+", "", "supported"), ("cost", "profit", "+", "", "supported"),
        ("loyal", "revenue", "+", "3 months", "supported"), ("advice", "revenue", "+", "6 months", None),
        ("delivery", "loyal", "+", "1 month", "supported"), ("fit", "loyal", "+", "", None),
        ("delivery", "cost", "-", "1 month", None), ("personal", "advice", "+", "2 months", None),
        ("shop", "fit", "+", "1 month", "supported"), ("fulfil", "delivery", "+", "1 month", "supported"),
        ("returns", "cost", "+", "3 months", None), ("skills", "personal", "+", "6 months", None),
        ("skills", "shop", "+", "6 months", "no evidence"), ("people", "advice", "+", "1 year", None),
        ("platform", "fulfil", "+", "3 months", None), ("platform", "personal", "+", "6 months", None),
        ("safety", "fulfil", "-", "1 month", None), ("safety", "people", "+", "1 year", None),
    )  # fmt: skip
    kpis = {each.id: each.kpis for each in boxes}
    arrows = tuple(
        MapArrow(a, b, sign, lag, grade, "we believe so", f"evidence/index.html#{a}--{b}", (*kpis[a], *kpis[b]))
        for a, b, sign, lag, grade in pairs
    )
    return StrategyMap(ROWS, boxes, arrows, THEMES)
