"""The files of a preset with what was wished for beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bsc_site.exchange.draft.yaml_text import yaml_text
from bsc_site.load.library.shelves import measures_by_id
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.period import parse_period
from bsc_site.publish.starting.child_scorecard import child_of, child_rows
from bsc_site.publish.starting.example_kpi import ExampleTime, Row, csv_text, example_rows
from bsc_site.publish.starting.wish import NO_WISH, Wish
from bsc_site.publish.starting.wished_scorecard import of_sector, with_measure

_CARD, _FIGURES = "scorecard/scorecard.yml", "data/figures.csv"
LOOK = "mkdocs.yml"
"""What the site looks like, and its id."""
_SCHEMA = "# yaml-language-server: $schema=schema.json\n"
_HEAD = (
    _SCHEMA
    + "# Your strategy, from the results at the top to what they rest on. Words, targets and figures are examples:\n"
    "# replace them one by one. `bsc-site check` lists what is missing or wrong; `bsc-site serve` shows the site.\n"
)
_REMARKS = {
    "perspectives": "the rows of the strategy map, results on top; with `drives` one objective moves another",
    "kpis": "from the library of measures; the figures stand in data/figures.csv: kpi,period,value",
    "initiatives": "work with a beginning, an end and a budget",
    "reviews": "what the review meeting said and decided",
}


def wished_texts(texts: Mapping[str, str], wish: Wish, as_of: date) -> dict[str, str]:
    """The texts of a preset, path by path, changed and added to as wished."""
    texts = {**texts, LOOK: _with_id(texts[LOOK], wish.site_id)}
    if replace(wish, site_id="") == NO_WISH:
        return texts
    card: dict[str, Any] = read_marked(texts[_CARD].encode(), _CARD).value
    rows = _rows_of(texts[_FIGURES])
    text, figures = texts[_CARD], texts[_FIGURES]
    if wish.sector or wish.measures:
        time = ExampleTime(as_of, parse_period(card["horizon"]["to"]).end, wish.year_starts)
        card, rows = _filled(card, rows, wish, time)
        text, figures = _card_text(card), csv_text(rows)
    if wish.year_starts != 1:
        text = text.replace("\ncurrency:", f"\nfiscal_year_starts: {wish.year_starts}\ncurrency:", 1)
    children = range(1, wish.children + 1)
    lower = {f"scorecard/unit-{each}.yml": _SCHEMA + yaml_text(child_of(card, each)) for each in children}
    if lower:
        figures = csv_text([*rows, *(row for each in children for row in child_rows(rows, each))])
    look = texts[LOOK].replace("language: en", f"language: {wish.language}", 1)
    return {**texts, LOOK: look, _CARD: text, _FIGURES: figures, **lower}


def _with_id(look: str, site_id: str) -> str:
    """The settings of the site with its id, which stands where its address would."""
    lines = (
        "extra:\n"
        "  bsc_site:\n"
        f"    id: {site_id}   # names its feeds and dates until site_url does; another project needs another one\n"
    )
    return look.replace("\ntheme:\n", f"\n{lines}theme:\n", 1) if site_id else look


def _filled(card: dict[str, Any], rows: list[Row], wish: Wish, time: ExampleTime) -> tuple[dict[str, Any], list[Row]]:
    """The scorecard with its sector and measures, and the figures of all its KPIs."""
    kept = [] if wish.sector else rows
    if wish.sector:
        card = of_sector(card, wish.sector, time)
    for measure in wish.measures:
        card = with_measure(card, measure, time)
    known, new = measures_by_id(), {row[0] for row in kept}
    ids = [each["id"] for each in card["kpis"] if each["id"] not in new]
    examples = [row for position, name in enumerate(ids) for row in example_rows(known[name], time, position)]
    return card, [*kept, *examples]


def _card_text(card: dict[str, Any]) -> str:
    """The scorecard as YAML, with what its parts are for."""
    text = "\n" + yaml_text(card)
    for key, remark in _REMARKS.items():
        text = text.replace(f"\n{key}:\n", f"\n\n{key}:  # {remark}\n", 1)
    return _HEAD + text.removeprefix("\n")


def _rows_of(text: str) -> list[Row]:
    return [(row[0], row[1], row[2]) for row in list(csv.reader(text.splitlines()))[1:]]
