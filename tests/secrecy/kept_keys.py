"""Kept keys: some keys of visible elements hold what is for fewer readers, and some of their parts are."""

from __future__ import annotations

from collections.abc import Callable

from tests.secrecy.random_words import Drawing, Element, is_secret

_SHARE = 0.2
_TEXTS = {
    "kpis": "description purpose formula_in_words incentive rated_by",
    "initiatives": "description",
    "reviews": "analysis recommendation",
    "risks": "response",
    "people": "role",
    "perspectives": "question",
    "objectives": "description",
}


def keep_some(drawing: Drawing, cards: list[Element]) -> None:
    """What is kept is drawn for each visible element of the scorecards."""
    for card in cards:
        for key in ("mission", "vision", "strategy"):
            _keep(drawing, card, key, lambda: drawing.text(hidden=True))
        goals = [
            (goal, "objectives") for row in card["perspectives"] for goal in row["objectives"] if not is_secret(row)
        ]
        lists = [(each, kind) for kind in _TEXTS for each in card.get(kind, ())]
        for element, kind in [*goals, *lists]:
            if not _hidden(element):
                _keep_in(drawing, element, kind)


def _hidden(element: Element) -> bool:
    return "zqx" in f"{element.get('id', '')}{element.get('on', '')}" or is_secret({"id": "", **element})


def _keep_in(drawing: Drawing, element: Element, kind: str) -> None:
    for key in _TEXTS[kind].split():
        _keep(drawing, element, key, lambda: drawing.text(hidden=True))
    if kind in {"kpis", "initiatives", "objectives", "risks"}:
        _keep(drawing, element, "owner", lambda: drawing.person(hidden=True))
    for key, made in _OTHERS.get(kind, {}).items():
        _keep(drawing, element, key, lambda made=made: made(drawing))  # type: ignore[misc]
    source = element.get("source")
    if source is not None and drawing.some(_SHARE):
        rows = drawing.files[source["file"]]
        rows[1:] = [f'{row.rpartition(",")[0]},"{drawing.sealed.text("kept")}"' for row in rows[1:]]
        source["note"] = {"column": source["note"], "audience": drawing.circle()}
    for part in [*element.get("decisions", ()), *element.get("milestones", ()), *element.get("drives", ())]:
        if isinstance(element.get("milestones"), list) and drawing.some(_SHARE) and "name" in part:
            part |= {"name": drawing.text(hidden=True), "audience": drawing.circle()}
        elif isinstance(part, dict) and "because" in part:
            _keep(drawing, part, "because", lambda: drawing.text(hidden=True))


def _keep(drawing: Drawing, element: Element, key: str, made: Callable[[], object]) -> None:
    if drawing.some(_SHARE):
        element[key] = {"value": made(), "audience": drawing.circle()}


_OTHERS: dict[str, dict[str, Callable[[Drawing], object]]] = {
    "kpis": {
        "targets": lambda drawing: [{"period": "2025-12", "value": drawing.sealed.number()}],
        "baseline": lambda drawing: {"period": "2023-01", "value": drawing.sealed.number()},
        "benchmark": lambda drawing: {"value": drawing.sealed.number(), "source": drawing.sealed.text("source")},
        "tags": lambda drawing: [drawing.sealed.text("tag")],
    },
    "initiatives": {
        "budget": lambda drawing: drawing.sealed.number(),
        "spent": lambda drawing: drawing.sealed.number(),
    },
    "objectives": {"weight": lambda drawing: 3 + drawing.sealed.version},
    "people": {
        "team": lambda drawing: drawing.sealed.text("team"),
        "email": lambda drawing: f"zqx{drawing.sealed.number():.0f}@example.org",
    },
}
