"""Random scorecards: sound projects of every kind of element, some of them hidden, the same for the same seed.

What is visible follows from the seed alone; what is hidden follows from the version, too, and is all other in another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random

from tests.secrecy.kept_keys import keep_some
from tests.secrecy.random_measures import formula_kpis, random_kpi, roll_ups
from tests.secrecy.random_words import RESULTS, Drawing, Element, former, goals_of, is_secret
from tests.secrecy.sealed_words import Sealed


def scorecard_files(seed: int, version: int = 0) -> dict[str, str]:
    """The files of a project: name below its folder, and text."""
    random = Random(seed)  # noqa: S311  # no secret hangs on it
    circles = random.choice([("public", "staff", "board"), ("everyone", "crew", "captains")])
    narrower = random.choice([circles[1:2], circles[2:], circles[1:]])
    languages = random.choice([("en",), ("en",), ("en", "de")])
    sealed = Sealed(Random(seed * 2 + version), version)  # noqa: S311  # likewise
    drawing = Drawing(random, sealed, narrower, languages)
    cards = _cards(drawing)
    cards[0] |= {"audiences": list(circles)}
    if drawing.some(0.2):
        cards[0] |= {"partial_rollups": "hidden"}
    if len(languages) > 1:
        cards[0] |= {"languages": list(languages)}
    files = {f"scorecard/{card['id']}.yml": json.dumps(card, indent=1) for card in cards}
    return files | {name: "\n".join(rows) + "\n" for name, rows in drawing.files.items()}


def kept_from(files: Mapping[str, str]) -> list[str]:
    """The audiences from whom every hidden element of a project is kept, the widest first."""
    text = "".join(files.values())
    circles = next(json.loads(each)["audiences"] for each in files.values() if '"audiences"' in each)
    first = min(circles.index(name) for name in circles if f'"audience": "{name}"' in text)
    return list(circles[:first])


def _cards(drawing: Drawing) -> list[Element]:
    drawing.people = [(drawing.id("person", hidden=hidden), hidden) for hidden in (False, False, False, True, True)]
    count = drawing.random.choice([1, 1, 2, 3])
    cards: list[Element] = []
    for number in range(count):
        parent = cards[(number - 1) // 2] if number else None
        below = parent is not None and is_secret(parent)
        drawing.closed_card = below or (number > 0 and drawing.some(0.3))
        cards.append(drawing.closed(_card(drawing, number, parent), hidden=drawing.closed_card and not below))
        drawing.closed_card = False
    cards[0]["kpis"] += roll_ups(drawing, cards)
    people = [_person(drawing, name, hidden=hidden) for name, hidden in drawing.people]
    keep_some(drawing, [*cards, {"perspectives": [], "people": people}])
    named = json.dumps(cards)
    for each in people:
        if is_secret(each) and f'"{each["id"]}"' not in named:
            each["audience"] = drawing.circle()
    cards[0]["people"] = people
    return cards


def _person(drawing: Drawing, name: str, *, hidden: bool) -> Element:
    word = drawing.sealed.text("person") if hidden else f"Kim {name.title()}"
    team = drawing.sealed.text("team") if hidden else drawing.random.choice(["North", "South"])
    mail = f"{name}@example.org"
    return {"id": name, "name": word, "role": drawing.text(hidden=hidden), "team": team, "email": mail}


def _card(drawing: Drawing, number: int, parent: Element | None) -> Element:
    name = drawing.sealed.id("card") if drawing.closed_card else f"card-{number}"
    own: Element = {"id": name, "title": drawing.text(hidden=False, what=f"scorecard {number}")}
    own |= {key: drawing.text(hidden=False) for key in ("mission", "vision") if drawing.some(0.6)}
    own |= {"rollup": drawing.random.choice(RESULTS), "review_cadence": "quarterly"}
    own["themes"] = [
        {"id": drawing.id("theme", hidden=hidden), "name": drawing.text(hidden=hidden)}
        for hidden in (False, False, True)
    ]
    if parent is not None:
        own["parent"] = parent["id"]
    kpis = [random_kpi(drawing, hidden=drawing.some(0.35)) for _ in range(drawing.random.randint(3, 6))]
    kpis += formula_kpis(drawing, kpis)
    own["kpis"] = kpis
    own["perspectives"] = [_row(drawing, own) for _ in range(drawing.random.randint(2, 3))]
    named = {theme for goal in goals_of(own) for theme in goal["themes"]}
    for theme in own["themes"]:
        if is_secret(theme) and theme["id"] not in named:
            theme["audience"] = drawing.circle()
    _draw_arrows(drawing, own, parent)
    own["initiatives"] = _initiatives(drawing, own)
    own["reviews"] = _reviews(drawing, own)
    own["risks"] = [_risk(drawing, own) for _ in range(drawing.random.randint(0, 4))]
    return own


def _row(drawing: Drawing, card: Element) -> Element:
    hidden = drawing.some(0.15)
    row: Element = {"id": drawing.id("row", hidden=hidden), "name": drawing.text(hidden=hidden)}
    row |= {"question": drawing.text(hidden=hidden), "rollup": drawing.random.choice(RESULTS)}
    row["objectives"] = [
        _objective(drawing, card, hidden=hidden or drawing.some(0.25), told=not hidden)
        for _ in range(drawing.random.randint(1, 3))
    ]
    return drawing.closed(row, hidden=hidden)


def _objective(drawing: Drawing, card: Element, *, hidden: bool, told: bool) -> Element:
    known = [each["id"] for each in card["kpis"] if hidden or not each["id"].startswith("zqx-kpi") or drawing.some(0.7)]
    mine = [each["id"] for each in card["kpis"]]
    other = [name for name, secret in drawing.kpis if name not in mine and (not secret or drawing.some(0.3))]
    listed = drawing.random.sample(known, min(len(known), drawing.random.randint(0, 4)))
    if other and drawing.some(0.3):
        listed.append(drawing.random.choice(other))
    themes = [each["id"] for each in card["themes"] if each["id"].startswith("zqx") == hidden]
    goal: Element = {
        "id": drawing.id("goal", hidden=hidden),
        "name": drawing.text(hidden=hidden),
        "description": drawing.text(hidden=hidden),
        "owner": drawing.person(hidden=hidden),
        "themes": themes[:1],
        "kpis": listed,
        "rollup": drawing.random.choice(RESULTS),
        "weight": drawing.random.choice([1, 2]),
        "drives": [],
        **former(drawing, "goal", hidden=hidden),
    }
    return drawing.closed(goal, hidden=hidden and told)


def _draw_arrows(drawing: Drawing, card: Element, parent: Element | None) -> None:
    goals = goals_of(card)
    for place, goal in enumerate(goals):
        for other in goals[place + 1 :]:
            if drawing.some(0.4):
                secret = is_secret(goal) or is_secret(other)
                arrow: Element = {"to": other["id"], "because": drawing.text(hidden=secret)}
                if drawing.some(0.3) and len(card["kpis"]) > 1:
                    arrow["via"] = [each["id"] for each in drawing.random.sample(card["kpis"], 2)]
                goal["drives"].append(arrow)
        if parent is not None and drawing.some(0.5):
            goal["supports"] = [drawing.random.choice(goals_of(parent))["id"]]


def _initiatives(drawing: Drawing, card: Element) -> list[Element]:
    found: list[Element] = []
    for _ in range(drawing.random.randint(1, 4)):
        served = drawing.random.sample(goals_of(card), min(2, len(goals_of(card))))
        tacit = bool(served) and all(is_secret(each) for each in served)
        hidden = tacit or drawing.some(0.3)
        start = drawing.random.choice(["2024-02", "2025-01"])
        plan: Element = {
            "id": drawing.id("plan", hidden=hidden),
            "name": drawing.text(hidden=hidden),
            "description": drawing.text(hidden=hidden),
            "owner": drawing.person(hidden=hidden),
            "serves": [each["id"] for each in served],
            "start": start,
            "end": "2025-12",
            "budget": drawing.number(hidden=hidden),
            "spent": drawing.number(hidden=hidden),
            "milestones": [
                {"name": drawing.text(hidden=hidden), "due": "2025-05", "done": "2025-05-02"},
                {"name": drawing.text(hidden=hidden), "due": "2025-10"},
            ],
            "depends_on": [each["id"] for each in found if drawing.some(0.4)],
            **former(drawing, "plan", hidden=hidden),
        }
        found.append(drawing.closed(plan, hidden=hidden and not tacit))
    return found


def _reviews(drawing: Drawing, card: Element) -> list[Element]:
    topics = [("kpi", each["id"], is_secret(each)) for each in card["kpis"]]
    topics += [("objective", each["id"], is_secret(each)) for each in goals_of(card)]
    topics += [("initiative", each["id"], is_secret(each)) for each in card["initiatives"]]
    topics += [("perspective", each["id"], is_secret(each)) for each in card["perspectives"]]
    topics += [("scorecard", card["id"], is_secret({"id": card["id"]}))]
    found = []
    for kind, name, secret in drawing.random.sample(topics, min(5, len(topics))):
        hidden = secret or drawing.some(0.3)
        decision = {"text": drawing.text(hidden=hidden), "owner": drawing.person(hidden=hidden), "due": "2025-06"}
        entry = {
            "period": drawing.random.choice(["2025-Q1", "2025-Q2"]),
            "on": f"{kind}/{name}",
            "by": drawing.person(hidden=hidden),
            "analysis": drawing.text(hidden=hidden),
            "recommendation": drawing.text(hidden=hidden),
            "decisions": [decision],
        }
        found.append(drawing.closed(entry, hidden=hidden and not secret))
    return found


def _risk(drawing: Drawing, card: Element) -> Element:
    goal = drawing.random.choice(goals_of(card))
    secret = is_secret(goal)
    hidden = secret or drawing.some(0.3)
    risk = {
        "id": drawing.id("risk", hidden=hidden),
        "name": drawing.text(hidden=hidden),
        "on": f"objective/{goal['id']}",
        "likelihood": 3,
        "impact": 4,
        "response": drawing.text(hidden=hidden),
        "owner": drawing.person(hidden=hidden),
    }
    return drawing.closed(risk, hidden=hidden and not secret)
