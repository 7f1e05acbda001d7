"""More hidden: a project with one more hidden element of each kind, which nobody may notice from outside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random

from tests.secrecy.random_words import MONTHS, Element, goals_of


def with_more_hidden(files: Mapping[str, str], seed: int) -> dict[str, str]:
    """The files of a project with one more hidden element of each kind, before all others of its kind.

    Visible elements name it wherever they may. Where scores with hidden parts are not shown, which is to be seen, there
    is one more scorecard alone.
    """
    random = Random(seed)  # noqa: S311  # no secret hangs on it
    cards = {name: json.loads(text) for name, text in files.items() if name.startswith("scorecard/")}
    circle = next(card["audiences"][2] for card in cards.values() if "audiences" in card)
    changed = dict(files)
    partial = {} if any("partial_rollups" in card for card in cards.values()) else cards
    for number, (name, card) in enumerate(partial.items()):
        added = f"zqx-more-{number}"
        _add(card, added, circle)
        values = [f"{added},{month},{random.uniform(1, 99):.1f},Zqx more" for month in MONTHS]
        head, *rows = changed.get("data/shared.csv", "kpi,period,value,note\n").splitlines()
        changed["data/shared.csv"] = "\n".join([head, *values, *rows]) + "\n"
        changed[name] = json.dumps(card, indent=1)
    changed["scorecard/a-zqx-more.yml"] = json.dumps(_below(cards), indent=1)
    return changed


def _below(cards: Mapping[str, Element]) -> Element:
    """One more scorecard below the top, before all others."""
    top = next(card for card in cards.values() if "audiences" in card)
    goal = {"id": "zqx-goal", "name": "Zqx goal", "kpis": ["zqx-below"], "supports": [goals_of(top)[-1]["id"]]}
    row = {"id": "zqx-row", "name": "Zqx row", "objectives": [goal]}
    kpi = {"id": "zqx-below", "name": "Zqx below", "targets": [{"period": "2025-12", "value": 50}]}
    circle = top["audiences"][2]
    told = {"title": "Zqx below", "mission": "Zqx mission", "was": ["zqx-before"]}
    return {"id": "zqx-below", "parent": top["id"], "audience": circle, **told, "perspectives": [row], "kpis": [kpi]}


def _add(card: Element, added: str, circle: str) -> None:
    closed: Element = {"id": added, "name": f"Zqx {added}", "audience": circle}
    target = [{"period": "2025-12", "value": 50}]
    visible = [each for each in goals_of(card) if not each["id"].startswith("zqx")]
    for goal in visible:
        goal["kpis"].insert(0, added)
    for plan in card["initiatives"]:
        plan["serves"].insert(0, added)
        plan["depends_on"].insert(0, added)
    for goal in goals_of(card):
        goal["drives"].insert(0, {"to": added, "because": "Zqx more"})
    card["kpis"].insert(0, {**closed, "aggregate": "mean", "targets": target})
    first = card["perspectives"][0]["objectives"]
    listed = list(dict.fromkeys(name for goal in visible for name in goal["kpis"]))
    first.insert(0, {**closed, "kpis": listed})
    card["perspectives"].insert(0, {**closed, "objectives": [{**closed, "id": f"{added}-goal", "audience": None}]})
    card["initiatives"].insert(0, {**closed, "start": "2025-01", "end": "2025-12", "budget": 5, "serves": [added]})
    card["risks"].insert(0, {**closed, "likelihood": 5, "impact": 5})
    card["reviews"].insert(0, {"period": "2025-Q2", "on": f"kpi/{added}", "analysis": "Zqx more"})
    card["themes"].insert(0, {"id": added, "name": "Zqx more"})
    first[0]["themes"] = [added]
    person = {"id": f"{added}-person", "name": "Zqx More", "team": "Zqx"}
    card["people"] = [person, *card.get("people", [])]
    first[0]["owner"] = person["id"]
