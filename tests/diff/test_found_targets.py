"""Targets that stand in the data, or in a table beside it, have their history on the page of the KPI too."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from bsc_site import looking_back
from bsc_site.compute.audience import Circle
from bsc_site.compute.known.memory import Memory
from bsc_site.looking_back import with_target_histories
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.program import SCORECARD, shop
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit, git

DAY = date(2025, 7, 10)
UNAIMED = SCORECARD.replace("    targets: [{period: 2025-12, value: 30}]\n", "")
ROWS = "kpi,period,value,target\nrepeat-rate,2025-05,25,26\nrepeat-rate,2025-06,26,27\nrepeat-rate,2025-12,,{}\n"


def _words(folder: Path, memory: Memory | None = None) -> str:
    order = Order(folder, DAY, Circle.WIDEST)
    found = with_target_histories(order, examine(order), memory or Memory()).assessment
    assert found is not None
    page = {page.address: page.markdown for page in render_pages(SiteMaterial(found))}["kpis/repeat-rate/"]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def _aimed(folder: Path, scorecard: str = UNAIMED) -> Path:
    begun(shop(folder))
    for day, value in (("2024-01-05", 30), ("2024-05-09", 41), ("2024-05-12", 42), ("2025-02-03", 45)):
        shop(folder, scorecard=scorecard, figures=ROWS.format(value))
        commit(folder, day)
    return folder


def test_a_target_in_a_column_tells_since_when_it_holds_and_what_it_was(tmp_path: Path) -> None:
    """Of several commits in a month the last counts."""
    told = "Target moved 45 % by Dec 2025 since Feb 2025, before that 42 % since May 2024, before that 30 %"
    words = _words(_aimed(tmp_path))
    assert told in words
    assert "by May 2025 since" not in words


def test_a_target_in_a_table_beside_the_figures_does_too(tmp_path: Path) -> None:
    joined = (
        "    source: {file: data/f.csv, period: month, value: v, target: {file: data/t.csv, period: month, value: t}}\n"
    )
    card = UNAIMED.replace("    owner: ann\n    baseline", f"    owner: ann\n{joined}    baseline")
    folder = begun(tmp_path)
    for day, value in (("2024-01-05", 30), ("2025-02-03", 45)):
        rows = {
            "data/f.csv": "month,v\n2025-05,25\n2025-06,26\n",
            "data/t.csv": f"month,t\n2025-05,26\n2025-06,{value}\n",
        }
        write(folder, {"scorecard/shop.yml": card, **rows})
        commit(folder, day)
    assert "Target moved 45 % by Jun 2025 since Feb 2025, before that 30 %" in _words(folder)


def test_what_is_not_committed_says_so_and_what_is_declared_counts_more(tmp_path: Path) -> None:
    folder = shop(_aimed(tmp_path / "a"), scorecard=UNAIMED, figures=ROWS.format(50))
    assert "50 % by Dec 2025, not committed yet, before that 45 % since Feb 2025" in _words(folder)
    assert "Target moved" not in _words(_aimed(tmp_path / "b", SCORECARD))


def test_what_was_for_fewer_readers_stays_untold(tmp_path: Path) -> None:
    folder = _aimed(tmp_path, UNAIMED.replace("    kind: leading\n", "    kind: leading\n    audience: board\n"))
    shop(folder, scorecard=UNAIMED, figures=ROWS.format(50))
    commit(folder, "2025-03-03")
    assert "Target moved" not in _words(folder)


def test_a_clone_without_its_history_tells_nothing(tmp_path: Path) -> None:
    folder = _aimed(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{folder}", str(tmp_path / "clone"))
    assert "Target moved" not in _words(tmp_path / "clone")


def test_a_commit_that_was_read_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, memory = _aimed(tmp_path), Memory()
    first = _words(folder, memory)
    monkeypatch.setattr(looking_back, "version_at", lambda *_: pytest.fail("it was read again"))
    assert _words(folder, memory) == first
