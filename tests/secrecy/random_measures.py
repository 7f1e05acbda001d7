"""Random measures: KPIs with all that they may say, their figures, and those that are made of others."""

from __future__ import annotations

from tests.secrecy.random_words import MONTHS, Drawing, Element, former, is_secret


def random_kpi(drawing: Drawing, *, hidden: bool) -> Element:
    """A KPI with its figures."""
    told, hidden = hidden, hidden or drawing.closed_card
    name = drawing.id("kpi", hidden=hidden)
    words = {
        key: drawing.text(hidden=hidden, what=key)
        for key in ("name", "description", "purpose", "formula_in_words", "incentive")
        if key == "name" or drawing.some(0.5)
    }
    kpi: Element = {"id": name, **words, "owner": drawing.person(hidden=hidden)}
    if drawing.some(0.3):
        kpi["updater"] = drawing.person(hidden=hidden)
    if drawing.some(0.5):
        kpi["unit"] = drawing.sealed.text("unit") if hidden else drawing.random.choice(["%", "EUR", "points"])
    kpi |= former(drawing, "kpi", hidden=hidden)
    kpi |= {"direction": drawing.random.choice(["higher", "higher", "lower"]), "aggregate": "mean"}
    kpi["kind"] = drawing.random.choice(["leading", "lagging"])
    kpi |= _aims(drawing, hidden=hidden)
    if drawing.some(0.3):
        kpi["tags"] = [drawing.sealed.text("tag") if hidden else "common"]
    _figures(drawing, kpi, hidden=hidden)
    drawing.kpis.append((name, hidden))
    return drawing.closed(kpi, hidden=told)


def _aims(drawing: Drawing, *, hidden: bool) -> Element:
    found: Element = {}
    if drawing.some(0.8):
        note = drawing.text(hidden=hidden)
        found["targets"] = [{"period": "2025-12", "value": drawing.number(hidden=hidden), "note": note}]
    if drawing.some(0.5):
        found["baseline"] = {"period": "2023-01", "value": drawing.number(hidden=hidden)}
    if drawing.some(0.4):
        source = drawing.sealed.text("source") if hidden else "Office"
        found["benchmark"] = {"value": drawing.number(hidden=hidden), "source": source, "year": 2024}
        found["benchmark"]["note"] = drawing.text(hidden=hidden)
    if drawing.some(0.3):
        found["rebase"] = [{"period": "2024-06", "because": drawing.text(hidden=hidden)}]
    if drawing.some(0.2):
        because = drawing.text(hidden=hidden)
        found["manual_status"] = {"status": "at_risk", "because": because, "until": "2025-12"}
        found["manual_status"]["by"] = drawing.person(hidden=hidden)
    return found


def _target(drawing: Drawing, *, hidden: bool) -> list[Element]:
    return [{"period": "2025-12", "value": drawing.number(hidden=hidden)}]


def _figures(drawing: Drawing, kpi: Element, *, hidden: bool) -> None:
    """Rows in a file that all share, or in one of its own with notes."""
    shared = drawing.some(0.5)
    values = [(month, drawing.number(hidden=hidden)) for month in MONTHS]
    if shared:
        rows = drawing.files.setdefault("data/shared.csv", ["kpi,period,value,note"])
        notes = [drawing.sealed.text("note") if hidden else "steady" for _ in values]
        rows += [f'{kpi["id"]},{month},{value},"{note}"' for (month, value), note in zip(values, notes, strict=True)]
        return
    column = drawing.sealed.id("column") if hidden else "amount"
    file = f"data/{kpi['id']}.csv"
    drawing.files[file] = [f"month,{column},remark"]
    drawing.files[file] += [
        f'{month},{value},"{drawing.sealed.text("remark") if hidden else "plain"}"' for month, value in values
    ]
    kpi["source"] = {"file": file, "period": "month", "value": column, "note": "remark"}


def formula_kpis(drawing: Drawing, kpis: list[Element]) -> list[Element]:
    """A KPI made of what is visible, and one of what is hidden, which says nothing of its audience."""
    made = []
    for hidden in (False, True):
        parts = [each["id"] for each in kpis if is_secret(each) == hidden]
        if not parts:
            continue
        seen = [each["id"] for each in kpis if not is_secret(each)]
        formula = f"{parts[0]} + {(seen or parts)[-1]} * 2"
        name = drawing.id("made", hidden=hidden)
        made.append(
            {
                "id": name,
                "name": drawing.text(hidden=hidden),
                "formula": formula,
                "aggregate": "mean",
                "owner": drawing.person(hidden=hidden),
                "targets": _target(drawing, hidden=hidden),
            }
        )
        drawing.kpis.append((name, hidden))
    return made


def roll_ups(drawing: Drawing, cards: list[Element]) -> list[Element]:
    """A KPI made of what is visible in the scorecards below, and one of what is hidden there."""
    found = []
    for hidden in (False, True):
        below = [
            each["id"]
            for card in cards[1:]
            if card.get("parent") == cards[0]["id"]
            for each in card["kpis"]
            if is_secret(each) == hidden
        ]
        if below:
            name = drawing.id("total", hidden=hidden)
            rule = {"aggregate": drawing.random.choice(["sum", "mean", "max"]), "kpis": below}
            found.append({"id": name, "name": drawing.text(hidden=hidden), "from_children": rule, "aggregate": "mean"})
    return found
