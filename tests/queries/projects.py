"""Projects with a query, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from bsc_site.load.queries.answer import Answer
from bsc_site.load.queries.answers import answers_to
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from tests.builders.project_folders import write

ORDERS = "day,shop,amount\n2025-01-03,North,10.50\n2025-01-20,South,4\n2025-02-11,North,7.25\n"
HEAD = "id: shop\ntitle: Shop\nkpis:\n  - id: sales\n    name: Sales\n    direction: higher\n    aggregate: sum\n"


def answered(root: Path, query: str) -> Answer:
    """What a query gives; what is wrong with it fails the test."""
    found = answers_to(root, [query])[query]
    assert isinstance(found, Answer), (found.code, found.message)
    return found


def refused(root: Path, query: str) -> str:
    """What is wrong with a query, with its code and its position in the text."""
    found = answers_to(root, [query])[query]
    assert isinstance(found, QueryError), found
    return f"{found.position} {found.code} {found.message}"


def project(root: Path, query: str, keys: str = "period: day\nvalue: amount", **files: str) -> Path:
    """A project whose one KPI asks a query, with the orders below data/."""
    source = f"query: {query}\n{keys}"
    card = f"{HEAD}    source:\n{indent(source, '      ')}\n"
    named = {f"data/{name}.csv": text for name, text in files.items()}
    return write(root, {"data/orders.csv": ORDERS, "scorecard/shop.yml": card, **named})


def read(root: Path) -> LoadedReadings:
    """What is read for the project."""
    loaded = load_project(root)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    return load_readings(root, loaded.project)


def lines(root: Path) -> list[str]:
    """Every problem of the project's data, as printed."""
    loaded = load_project(root)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    found = load_readings(root, loaded.project)
    every = [*loaded.problems, *found.problems, *loaded.marks.problems_of(found.findings)]
    return [str(each) for each in sorted(every, key=lambda each: each.sort_key)]
