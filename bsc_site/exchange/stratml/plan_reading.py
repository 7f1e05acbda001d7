"""Reading: a plan or report in StratML as the draft of a scorecard."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook, id_text
from bsc_site.exchange.draft.plain_text import one_line, plain_text
from bsc_site.exchange.draft.project_files import Draft, FigureRow, card_files, figures_file
from bsc_site.exchange.draft.yaml_text import Open
from bsc_site.exchange.stratml.indicator_results import results_of, says_anything
from bsc_site.exchange.stratml.plan_remarks import PlanRemarks
from bsc_site.exchange.stratml.result_periods import day_of
from bsc_site.exchange.stratml.stakeholders import People
from bsc_site.exchange.stratml.xml_tree import XmlElement, compared, read_tree
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.model.period import Frequency, period_of
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

_LONGEST_NAME = 160
_OWN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_UNITS = {
    **dict.fromkeys(("number", "count", "#", "no.", "quantity", "units", "each"), "count"),
    **dict.fromkeys(("percent", "percentage", "per cent", "pct", "%"), "%"),
}
_KINDS = {"outcome": "lagging"} | dict.fromkeys(("output", "outputprocessing", "input", "inputprocessing"), "leading")
_DIRECTION = Open("none", "higher, lower or band is better? the plan does not say, so nothing is scored")


@dataclass(slots=True)
class _Plan:
    """What is known while a plan is read."""

    remarks: PlanRemarks
    people: People
    perspectives: IdBook = field(default_factory=lambda: IdBook("perspective"))
    objectives: IdBook = field(default_factory=lambda: IdBook("objective"))
    kpis: IdBook = field(default_factory=lambda: IdBook("kpi"))
    year_starts: int | None = None
    """The month in which the plan itself begins, where it begins with one."""
    declared: list[dict[str, Any]] = field(default_factory=list)
    rows: list[FigureRow] = field(default_factory=list)


def read_plan(content: bytes, file: str, taken: Mapping[str, Collection[str]]) -> Draft:
    """The scorecard that a StratML file of part 1 or 2 describes, with a remark for all that has no place in it.

    `taken` are ids that the project has by kind: scorecard, kpi, person. Raises InputError for a file that is no plan,
    WrongUse where the project has its scorecard already.
    """
    root = read_tree(content, file)
    core = next((each for each in (root, *root.below()) if each.name == "strategicplancore"), None)
    if core is None or not any(each.name == "goal" for each in core.below()):
        words = f"the file holds <{root.written}> without a StrategicPlanCore that has a Goal, so it is no StratML"
        raise InputError((problem("BSC603", Place(file, root.line), words),))
    remarks = PlanRemarks(file)
    plan = _Plan(remarks, People(remarks))
    plan.kpis.reserve(taken.get("kpi", ()))
    plan.people.ids.reserve(taken.get("person", ()))
    card = _card(root, core, plan)
    if card["id"].casefold() in {each.casefold() for each in taken.get("scorecard", ())}:
        words = (
            f"the project has a scorecard '{card['id']}' already; import into another folder, or give one another id"
        )
        raise WrongUse((problem("BSC604", Place(file, root.line), words),))
    remarks.about_the_rest(root)
    said = tuple(sorted(remarks.each, key=lambda each: each.sort_key))
    return Draft(card["id"], card_files(card) | figures_file(card["id"], plan.rows), said)


def _card(root: XmlElement, core: XmlElement, plan: _Plan) -> dict[str, Any]:
    head = next((each for each in (root, *root.below()) if core in each.children), root)
    title = _title(head, core, plan)
    card: dict[str, Any] = {"id": _card_id(root, title), "title": title}
    card["description"] = _taken(head, "description")
    for key in ("mission", "vision"):
        held = next((each for each in core.below() if each.name == key), None)
        card[key] = _taken(held, "description") if held else ""
    card["values"] = [text for each in core.below() if each.name == "value" and (text := _value(each))]
    card["horizon"] = _horizon(root, plan)
    for each in core.all("organization"):
        plan.people.mention(each)
    card["perspectives"] = [_perspective(each, plan) for each in core.below() if each.name == "goal"]
    card["kpis"], card["people"] = plan.declared, plan.people.each
    return card


def _card_id(root: XmlElement, title: str) -> str:
    """The id of the scorecard from which the plan was written, otherwise one from its title."""
    ids = IdBook("scorecard")
    held = next((each for each in root.below() if each.name == "administrativeinformation"), root)
    own = any(one_line(each.text()).startswith(f"{ids.kind}.") for each in held.all("identifier"))
    return _id(held, ids, title) if own else id_text(title.removeprefix("TODO: "), "plan")


def _taken(parent: XmlElement, name: str, *, line: bool = False) -> str:
    """The text of the first element of a name that holds any, which has found its place by that."""
    for each in parent.all(name):
        text = one_line(each.text()) if line else plain_text(each.text())
        if text:
            for used in (each, *each.below()):
                used.used = True
            return text
    return ""


def _title(head: XmlElement, core: XmlElement, plan: _Plan) -> str:
    organizations = list(core.all("organization"))
    title = _taken(head, "name", line=True) or next(
        filter(None, (_taken(each, "name", line=True) for each in organizations)), ""
    )
    if not title:
        plan.remarks.missing(head, "the plan has no Name; write the title of the scorecard")
    return title or "TODO: the title of the scorecard"


def _value(element: XmlElement) -> str:
    name, words = _taken(element, "name", line=True), _taken(element, "description", line=True)
    return f"{name}: {words}" if name and words and words != name else name or words


def _horizon(root: XmlElement, plan: _Plan) -> dict[str, str] | None:
    held = next((each for each in root.below() if each.name == "administrativeinformation"), None)
    if held is None:
        return None
    starts, ends = list(held.all("startdate")), list(held.all("enddate"))
    start = day_of(one_line(starts[0].text()), last=False) if starts else None
    end = day_of(one_line(ends[0].text()), last=True) if ends else None
    if start is None or end is None or start > end:
        return None
    plan.year_starts = start.month if start.day == 1 else None
    for each in (starts[0], ends[0]):
        each.used = True
    for frequency in (Frequency.YEARLY, Frequency.MONTHLY):
        first, last = period_of(start, frequency), period_of(end, frequency)
        if first.start == start and last.end == end:
            return {"from": str(first), "to": str(last)}
    return {"from": f"{start}", "to": f"{end}"}


def _named(element: XmlElement, what: str, plan: _Plan) -> tuple[str, str]:
    """Name and description of a goal or an objective; a description without a name is the name where it is short."""
    name, words = _taken(element, "name", line=True), _taken(element, "description")
    if not name and words and len(words) <= _LONGEST_NAME and "\n" not in words:
        name, words = words, ""
    if not name:
        plan.remarks.missing(element, f"the {what} has no Name; write one")
    return name or f"TODO: a name for the {what}", words


def _id(element: XmlElement, ids: IdBook, name: str) -> str:
    """The id that an element had in the scorecard from which the plan was written, otherwise one from its name."""
    for each in element.all("identifier"):
        kind, _, own = one_line(each.text()).partition(".")
        if kind == ids.kind and _OWN_ID.fullmatch(own):
            each.used = True
            return ids.id_of(own, as_it_is=True)
    return ids.id_of(name.removeprefix("TODO: "))


def _perspective(goal: XmlElement, plan: _Plan) -> dict[str, Any]:
    name, words = _named(goal, "perspective", plan)
    plan.people.mention(goal)
    if any(each.name == "performanceindicator" for each in goal.children):
        plan.remarks.missing(goal, f"indicators of the goal '{name}' belong to no objective; list them in one")
    for each in goal.all("performanceindicator"):
        _indicator(each, name, plan)
    objectives = [_objective(each, plan) for each in _objectives_of(goal)]
    return {"id": _id(goal, plan.perspectives, name), "name": name, "question": words, "objectives": objectives}


def _objectives_of(element: XmlElement) -> Iterator[XmlElement]:
    """The objectives of a goal and those within them, not those of a goal within it."""
    for each in element.children:
        if each.name == "objective":
            yield each
        if each.name != "goal":
            yield from _objectives_of(each)


def _objective(element: XmlElement, plan: _Plan) -> dict[str, Any]:
    name, words = _named(element, "objective", plan)
    owner = plan.people.owner_of(element, name)
    found = [_indicator(each, name, plan) for each in element.all("performanceindicator")]
    return {
        "id": _id(element, plan.objectives, name),
        "name": name,
        "description": words,
        "owner": owner,
        "kpis": [each for each in found if each],
    }


def _indicator(element: XmlElement, objective: str, plan: _Plan) -> str | None:
    """The id of the KPI that an indicator becomes; None for one that holds nothing."""
    if not says_anything(element):
        return None
    name = _taken(element, "measurementdimension", line=True)
    if not name:
        plan.remarks.missing(element, f"an indicator of '{objective}' has no MeasurementDimension; write its name")
    kpi: dict[str, Any] = {"id": _id(element, plan.kpis, name or objective), "name": name or "TODO: what is measured"}
    kpi["description"] = _taken(element, "otherinformation")
    unit = _taken(element, "unitofmeasurement", line=True)
    kpi["unit"] = _UNITS.get(unit.casefold(), unit)
    kpi["direction"] = _DIRECTION
    stage = next((text for key, text in element.attributes.items() if compared(key) == "valuechainstage"), "")
    kpi["kind"] = _KINDS.get(compared(stage), "")
    results = results_of(element, kpi["id"], plan.remarks, plan.year_starts)
    plan.rows += results.rows
    plan.declared.append(kpi | results.keys)
    return str(kpi["id"])
