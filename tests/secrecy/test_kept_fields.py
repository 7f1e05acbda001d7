"""Kept fields: what a single key keeps from readers is for them as if nobody had said it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.audience import for_audience, set_apart
from bsc_site.compute.known.memory import Memory, Remembered
from bsc_site.model.declared.project import Project
from bsc_site.model.kept_fields import MAY_BE_KEPT, kept_in
from bsc_site.model.vocabularies import Status
from bsc_site.speech import language_of
from bsc_site.wording.language import speaking
from bsc_site.wording.status_words import with_status_words
from tests.builders.project_folders import lines, loaded_from
from tests.builders.small_projects import AS_OF, built, monthly, readings

CARD = """\
id: c
title: C
mission: {value: {en: Secret mission}, audience: board}
audiences: [public, staff, board]
people:
  - {id: ann, name: Ann, team: {value: Secret team, audience: staff}}
  - {id: bob, name: Bob}
  - {id: cleo, name: Cleo, audience: staff}
themes: [{id: grow, name: Grow, audience: board}]
defaults: {owner: {value: bob, audience: staff}}
perspectives:
  - id: p
    name: P
    objectives:
      - {id: a, name: A, owner: cleo, themes: [grow], kpis: [k], drives: [{to: b, audience: board}]}
      - {id: b, name: B}
kpis:
  - id: k
    name: K
    targets: {value: [{period: 2025-12, value: 50}], audience: board}
    source:
      {file: data/k.csv, period: month, value: value, note: {column: remark, audience: staff},
       target: {column: aim, audience: board}}
initiatives:
  - id: i
    name: I
    start: 2025-01
    end: 2025-12
    budget: {value: 120000, audience: board}
    milestones: [{name: Seen, due: 2025-05}, {name: Unseen, due: 2025-06, audience: board}]
reviews:
  - period: 2025-06
    on: kpi/k
    analysis: {value: Secret words, audience: board}
    decisions: [{text: Secret, audience: staff}]
"""


def declared(tmp_path: Path) -> Project:
    """The project of the card."""
    loaded = loaded_from(tmp_path, {"c.yml": CARD})
    assert (loaded.project is not None, [line for line in lines(loaded) if " error " in line]) == (True, [])
    assert loaded.project is not None
    return loaded.project


def test_what_is_kept_is_as_if_nobody_had_said_it(tmp_path: Path) -> None:
    card = for_audience(declared(tmp_path), "public").root
    assert (card.mission, card.themes, [each.id for each in card.people]) == ("", (), ["ann"])
    assert (card.people[0].team, card.kpis[0].owner, card.kpis[0].targets) == ("", None, ())
    assert card.kpis[0].source is not None
    assert (card.kpis[0].source.note, card.kpis[0].source.target) == (None, None)
    assert (card.initiatives[0].budget, [each.name for each in card.initiatives[0].milestones]) == (None, ["Seen"])
    assert (card.reviews[0].analysis, card.reviews[0].decisions) == ("", ())
    goal = card.objectives["a"]
    assert (goal.owner, goal.themes, goal.drives) == (None, (), ())
    assert kept_in(card) == ()


def test_a_circle_between_sees_what_is_for_it(tmp_path: Path) -> None:
    card = for_audience(declared(tmp_path), "staff").root
    assert (card.mission, card.people[0].team, card.kpis[0].owner) == ("", "Secret team", "bob")
    assert (card.kpis[0].targets, card.initiatives[0].budget, card.objectives["a"].owner) == ((), None, "cleo")


def test_those_for_whom_it_is_see_all_of_it(tmp_path: Path) -> None:
    card = for_audience(declared(tmp_path), "board").root
    assert (card.mission, card.initiatives[0].budget, len(card.kpis[0].targets)) == ("Secret mission", 120000, 1)


def test_kept_keys_are_counted_among_what_is_left_out(tmp_path: Path) -> None:
    assert set_apart(declared(tmp_path), "public").left_out == {"board": 8, "staff": 5}


def test_notes_and_targets_of_kept_columns_are_in_no_figure(tmp_path: Path) -> None:
    """Nor are they in what was concluded for others before."""
    one = declared(tmp_path)
    rows = {month: {"value": 40, "note": "Secret remark", "target": 30} for month in monthly([1] * 6)}
    series = built(one, readings("k", rows))
    known = Remembered(Memory(), series.words, series.origins)
    board, public = (assess(one, series.series, AS_OF, name, known) for name in ("board", "public"))
    assert ("Secret remark" in repr(board.kpis), board.kpis["k"].status) == (True, Status.ON_TRACK)
    assert ("Secret remark" in repr(public.kpis), public.kpis["k"].status) == (False, Status.NOT_SCORED)


@pytest.mark.parametrize("kind", sorted(MAY_BE_KEPT))
def test_what_may_be_kept_may_be_missing(kind: str) -> None:
    """Otherwise there would be nothing to put in its place."""
    models: dict[str, Any] = {each.__name__: each for each in _parts()}
    fields = models[kind].model_fields
    assert [key for key in MAY_BE_KEPT[kind] if key not in fields or fields[key].is_required()] == []


def _parts() -> list[type]:
    from bsc_site.model.fields import Part  # noqa: PLC0415  # all of its kinds are known once the format is

    waiting, found = [Part], list[type]()
    while waiting:
        found.append(waiting[-1])
        waiting += waiting.pop().__subclasses__()
    return found


@pytest.mark.parametrize("code", ["en", "de", "ja"])
def test_the_words_of_a_language_leave_what_is_kept_as_it_is(tmp_path: Path, code: str) -> None:
    """A site in German is for the same readers as one in English."""
    whole = declared(tmp_path)
    with speaking(language_of(code)):
        said = with_status_words(whole)
    assert [kept_in(each) for each in said.scorecards] == [kept_in(each) for each in whole.scorecards] != [()]
    assert for_audience(said, "public").root.mission == ""
