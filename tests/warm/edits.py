"""What may be edited between two builds: YAML, data, templates, settings, own pages and files, the clock, readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bsc_site.compute.audience import Circle
from bsc_site.model.period import parse_period
from bsc_site.render.pages.folder import templates_folder
from tests.warm.edited_project import NAMES, ROLLED_UP, SETTINGS, EditedProject, new_kpi, rolled_up, shop

NAMED = {"k1", "k2", "k3", "k4", "k8", "f0"}
"""KPIs that others name."""
_TEMPLATES = ("kpi.md.jinja", "objective.md.jinja", "home.md.jinja", "_key.jinja")
_OWN = ("own.md", "more/README.md", "picture.svg", "assets/note.txt")
_ASSETS = {"own.css": "p { margin: {number}px }", "own.js": "globalThis.own = {number};", "later.txt": "{number}"}


def _a_value(at: EditedProject) -> None:
    row = at.figures[at.dice.choice(sorted(at.figures))]
    row[at.dice.choice(sorted(row))] += at.dice.choice((0.01, 5, -30))


def _rows_added_or_taken_away(at: EditedProject) -> None:
    name = at.dice.choice(sorted(at.figures))
    row = at.figures[name]
    if at.dice.random() < 0.5 and len(row) > 1:
        row.pop(max(row))
    else:
        row[str(parse_period(max(row)).shift(1))] = at.dice.uniform(80, 120)


def _all_figures_of_a_kpi(at: EditedProject) -> None:
    at.figures[at.dice.choice(sorted(at.figures))] = at.course()


def _name_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["name"] = f"{at.dice.choice(NAMES)} {at.turn}"


def _words_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["description"] = f"Said anew <{at.turn}>"


def _target_of_a_kpi(at: EditedProject) -> None:
    kpi = at.dice.choice(at.kpis)
    goal = at.dice.randint(105, 130) if kpi["direction"] == "higher" else at.dice.randint(70, 95)
    kpi["targets"] = [{"period": "2025-12", "value": goal}]


def _owner_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["owner"] = f"p{at.dice.randint(0, 2)}"


def _tolerance_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["tolerance"] = f"{at.dice.randint(1, 20)}%"


def _kpi_added(at: EditedProject) -> None:
    new = new_kpi(at.turn)
    at.cards[0]["kpis"].append(new)
    at.objectives[0]["kpis"].append(new["id"])
    at.figures[new["id"]] = at.course()


def _kpi_removed(at: EditedProject) -> None:
    kpi = at.dice.choice(at.cards[0]["kpis"])
    if kpi["id"] in {*NAMED, ROLLED_UP} or len(at.cards[0]["kpis"]) < 4:
        return
    at.cards[0]["kpis"].remove(kpi)
    at.figures.pop(kpi["id"], None)
    for each in at.objectives:
        each["kpis"] = [name for name in each["kpis"] if name != kpi["id"]]


def _kpi_with_another_id(at: EditedProject) -> None:
    kpi = at.dice.choice(at.cards[0]["kpis"])
    old, new = kpi["id"], f"n{at.turn}"
    if old in NAMED or old not in at.figures:
        return
    kpi["id"] = new
    at.figures[new] = at.figures.pop(old)
    for each in at.objectives:
        each["kpis"] = [new if name == old else name for name in each["kpis"]]


def _formula(at: EditedProject) -> None:
    formulas = [kpi for kpi in at.kpis if "formula" in kpi]
    if formulas:
        one, other = at.dice.sample(("k1", "k2", "k3", "k4"), 2)
        at.dice.choice(formulas)["formula"] = f"{one} + {other} * {at.dice.randint(1, 3)}"


def _roll_up(at: EditedProject) -> None:
    for kpi in at.kpis:
        if "from_children" in kpi:
            kpi["from_children"] = {"aggregate": at.dice.choice(("sum", "mean", "min", "max")), "tag": "loaves"}


def _status_by_hand(at: EditedProject) -> None:
    until = at.dice.choice(("2025-06", "2025-12"))
    at.dice.choice(at.kpis)["manual_status"] = {"status": "at_risk", "because": f"So {at.turn}", "until": until}


def _way_of_scoring(at: EditedProject) -> None:
    kpi = at.dice.choice(at.kpis)
    kpi["scoring"] = at.dice.choice(("goal_red_flag", "progress", "percent_of_target"))
    kpi["spc"] = at.dice.choice(("adjusted", "none"))


def _red_flag(at: EditedProject) -> None:
    kpi = at.dice.choice(at.kpis)
    kpi["thresholds"] = {"red_flag": 60 if kpi["direction"] == "higher" else 140}


def _baseline_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["baseline"] = {"period": "2023-10", "value": at.dice.randint(90, 99)}


def _audience_of_a_kpi(at: EditedProject) -> None:
    at.dice.choice(at.kpis)["audience"] = at.dice.choice(("public", "board"))


def _helper(at: EditedProject) -> None:
    """A KPI that others name is shown no more, or again."""
    kpi = next(each for each in at.kpis if each["id"] == "k2")
    kpi["hidden"] = not kpi.get("hidden", False)
    for each in at.objectives:
        each["kpis"] = [name for name in each["kpis"] if name != "k2"]
    at.objectives[0]["kpis"] += [] if kpi["hidden"] else ["k2"]


def _arrow(at: EditedProject) -> None:
    please = next(each for each in at.objectives if each["id"] == "please")
    please["drives"] = [{"to": "earn", "lag": at.dice.choice(("1 month", "2 months")), "sign": at.dice.choice("+-")}]


def _terms_of_a_scorecard(at: EditedProject) -> None:
    card = at.dice.choice(at.cards)
    key, values = at.dice.choice(
        (
            ("tolerance", ("3%", "8%")),
            ("due", ("5 days", "40 days")),
            ("fiscal_year_starts", (1, 4)),
            ("horizon", ({"from": "2023", "to": "2026"}, {"from": "2023", "to": "2025"})),
            ("rollup", ("mean", "worst")),
            ("statuses", ([{"name": "Met", "from": "target"}, {"name": "Missed"}], [])),
        )
    )
    card[key] = at.dice.choice(values)


def _name_of_an_objective(at: EditedProject) -> None:
    at.dice.choice(at.objectives)["name"] = f"Aim {at.turn}"


def _name_of_a_person(at: EditedProject) -> None:
    at.dice.choice(at.cards[0]["people"])["name"] = f"Person {at.turn}"


def _team_of_a_person(at: EditedProject) -> None:
    at.dice.choice(at.cards[0]["people"])["team"] = at.dice.choice(("All", "Some"))


def _title_of_a_scorecard(at: EditedProject) -> None:
    at.dice.choice(at.cards)["title"] = f"Card {at.turn}"


def _initiative(at: EditedProject) -> None:
    at.cards[0]["initiatives"][0]["progress"] = f"{at.dice.randint(0, 100)}%"


def _review(at: EditedProject) -> None:
    at.cards[0]["reviews"][0]["analysis"] = f"It grows {at.turn}."


def _child_comes_or_goes(at: EditedProject) -> None:
    """With it the KPI that is made from its figures."""
    add = next(each for each in at.objectives if each["id"] == "add")
    if len(at.cards) > 1:
        at.cards.pop()
        at.figures.pop("s0", None)
        at.cards[0]["kpis"] = [each for each in at.cards[0]["kpis"] if "from_children" not in each]
        add["kpis"] = [name for name in add["kpis"] if name != ROLLED_UP]
    else:
        at.cards.append(shop())
        at.figures["s0"] = at.course()
        at.cards[0]["kpis"].append(rolled_up())
        add["kpis"].append(ROLLED_UP)


def _own_template(at: EditedProject) -> None:
    name = at.dice.choice(_TEMPLATES)
    path = f"docs_templates/{name}"
    if path in at.files and at.dice.random() < 0.5:
        at.files.pop(path)
    else:
        text = (templates_folder() / name).read_text(encoding="utf-8")
        at.files[path] = text + ("" if name.startswith("_") else f"\n<p>Ours {at.turn}</p>\n")


def _own_asset(at: EditedProject) -> None:
    name = at.dice.choice(sorted(_ASSETS))
    path = f"docs_templates/assets/{name}"
    if path in at.files and at.dice.random() < 0.5:
        at.files.pop(path)
    else:
        at.files[path] = _ASSETS[name].replace("{number}", str(at.turn))


def _own_page_or_file(at: EditedProject) -> None:
    name = at.dice.choice(_OWN)
    if f"docs/{name}" in at.files and at.dice.random() < 0.5:
        at.files.pop(f"docs/{name}")
        return
    up = "../" * name.count("/")
    text = f"# Own {at.turn}\n\n## Part\n\nWords, *{at.turn}*: [one]({up}kpis/k1/index.md), [home]({up}index.md).\n"
    at.files[f"docs/{name}"] = (
        text if name.endswith(".md") else f"<svg xmlns='http://www.w3.org/2000/svg' id='a{at.turn}'/>"
    )


def _settings(at: EditedProject) -> None:
    at.files["mkdocs.yml"] = at.dice.choice(SETTINGS)
    at.files["docs/more/own.css"] = f"p {{ padding: {at.turn}px }}"


def _clock_goes_on(at: EditedProject) -> None:
    at.day += timedelta(days=at.dice.choice((1, 1, 40)))


def _clock_jumps_back(at: EditedProject) -> None:
    at.day -= timedelta(days=at.dice.choice((1, 60)))


def _readers(at: EditedProject) -> None:
    at.readers = at.dice.choice((Circle.WIDEST, Circle.EVERYTHING, "board"))


def _nothing(_: EditedProject) -> None:
    """The same once more."""


EDITS: tuple[Callable[[EditedProject], None], ...] = (
    _a_value,
    _a_value,
    _rows_added_or_taken_away,
    _all_figures_of_a_kpi,
    _name_of_a_kpi,
    _words_of_a_kpi,
    _target_of_a_kpi,
    _owner_of_a_kpi,
    _tolerance_of_a_kpi,
    _kpi_added,
    _kpi_removed,
    _kpi_with_another_id,
    _formula,
    _roll_up,
    _status_by_hand,
    _way_of_scoring,
    _red_flag,
    _baseline_of_a_kpi,
    _audience_of_a_kpi,
    _helper,
    _arrow,
    _terms_of_a_scorecard,
    _name_of_an_objective,
    _name_of_a_person,
    _team_of_a_person,
    _title_of_a_scorecard,
    _initiative,
    _review,
    _child_comes_or_goes,
    _own_template,
    _own_asset,
    _own_page_or_file,
    _settings,
    _clock_goes_on,
    _clock_jumps_back,
    _readers,
    _nothing,
)


OF_ONE_KPI: tuple[Callable[[EditedProject], None], ...] = (
    _words_of_a_kpi,
    _target_of_a_kpi,
    _tolerance_of_a_kpi,
    _status_by_hand,
    _red_flag,
    _baseline_of_a_kpi,
    _a_value,
)
"""Those of what one KPI declares and nothing shows that has not looked at it."""


def edit(at: EditedProject, edits: Sequence[Callable[[EditedProject], None]] = EDITS) -> str:
    """One change by the dice of the project; its name."""
    at.turn += 1
    chosen = at.dice.choice(edits)
    chosen(at)
    return chosen.__name__.strip("_")
