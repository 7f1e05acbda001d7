"""The page of changes tells of earlier periods too: what flipped, what was revised and edited, and by which causes."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from bsc_site import looking_back
from bsc_site.compute.audience import Circle
from bsc_site.compute.known.memory import Memory
from bsc_site.compute.past import period_flips
from bsc_site.compute.past.period_ends import with_past
from bsc_site.looking_back import with_periods
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.program import FIGURES, SCORECARD, shop
from tests.builders.repositories import begun, commit

DAY = date(2025, 7, 10)
FALLEN = FIGURES.replace("04,22", "04,17")
HIGHER = SCORECARD.replace("value: 30", "value: 60")


def _page(folder: Path, readers: Circle = Circle.WIDEST, memory: Memory | None = None) -> str:
    order = Order(folder, DAY, readers)
    found = examine(order)
    assert found.assessment is not None
    assert found.project is not None
    assessment = with_periods(order, found.assessment, found.project, memory or Memory())
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(with_past(assessment)))}
    return pages["changes/"]


def _told(folder: Path, readers: Circle = Circle.WIDEST, memory: Memory | None = None) -> dict[str, str]:
    """The words of each section, by the title of its period."""
    page = _page(folder, readers, memory)
    sections = re.findall(r'<details class="bsc-fold bsc-fold--period".*?</details>', page, re.DOTALL)
    words = [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", each))).strip() for each in sections]
    return {each[:8]: each[9:] for each in words}


def _committed(folder: Path, *versions: tuple[str, str, str]) -> Path:
    begun(shop(folder))
    for day, scorecard, figures in versions:
        shop(folder, scorecard=scorecard, figures=figures)
        commit(folder, day)
    return folder


def test_each_period_tells_what_flipped_in_it_and_the_newest_news_is_not_repeated(tmp_path: Path) -> None:
    found = _told(shop(tmp_path, figures=FALLEN))
    assert list(found) == ["May 2025", "Apr 2025"]
    assert "1 better" in found["May 2025"]
    fallen = "Worse Repeat purchase rate On track to Off track 23 % in Mar 2025, 17 % in Apr 2025 against 23 %"
    assert fallen in found["Apr 2025"]


def test_it_tells_what_was_edited_then_with_its_cause(tmp_path: Path) -> None:
    lagging = HIGHER.replace("kind: leading", "kind: lagging")
    revised = FIGURES.replace("02,21", "02,21.5")
    folder = _committed(
        tmp_path,
        ("2025-03-20", SCORECARD, FIGURES),
        ("2025-04-10", HIGHER, FIGURES),
        ("2025-05-10", lagging, FIGURES),
        ("2025-05-20", lagging, revised),
    )
    found = _told(folder)
    assert (
        "Statuses that an edit flipped Repeat purchase rate KPI: On track to Off track; cause: target"
        in (found["Apr 2025"])
    )
    assert "Targets that were moved Repeat purchase rate KPI: 60 % by Dec 2025, before that 30 %" in found["Apr 2025"]
    assert "Repeat purchase rate KPI: Feb 2025: 21 % became 21.5 %; cause: data" in found["May 2025"]
    assert "Repeat purchase rate KPI: kind: lagging, before that leading" in found["May 2025"]
    assert "2 edits" in found["May 2025"]


def test_what_was_edited_in_the_last_month_stands_with_the_newest_news_alone(tmp_path: Path) -> None:
    folder = _committed(tmp_path, ("2025-03-20", SCORECARD, FIGURES), ("2025-06-20", HIGHER, FIGURES))
    assert [each for each in _told(folder).values() if "edit" in each] == []
    earlier = _committed(tmp_path / "b", ("2025-03-20", SCORECARD, FIGURES), ("2025-06-05", HIGHER, FIGURES))
    assert ["Jun 2025" for each in _told(earlier).values() if "edit" in each] == ["Jun 2025"]


def test_what_its_readers_may_not_see_today_is_in_no_line_whatever_they_could_see_then(tmp_path: Path) -> None:
    plan = "kpis:\n  - {id: secret-plan, name: Secret plan, direction: none%s}\n  - id"
    listed = SCORECARD.replace("kpis: [repeat-rate]", "kpis: [repeat-rate, secret-plan]")
    shown = listed.replace("kpis:\n  - id", plan % "")
    other = shown.replace("Secret plan", "Secret bid")
    hidden = listed.replace("kpis:\n  - id", plan % ", audience: board")
    folder = _committed(
        tmp_path,
        ("2025-03-20", SCORECARD, FIGURES),
        ("2025-04-10", shown, FIGURES),
        ("2025-05-10", other, FIGURES),
        ("2025-06-20", hidden, FIGURES),
    )
    assert "ecret" not in " ".join(_told(folder).values())
    assert "Secret bid" in " ".join(_told(folder, Circle.EVERYTHING).values())


def test_a_kpi_with_another_id_is_found_under_that_of_today(tmp_path: Path) -> None:
    renamed = HIGHER.replace("- id: repeat-rate", "- id: again\n    was: [repeat-rate]")
    renamed = renamed.replace("kpis: [repeat-rate]", "kpis: [again]")
    versions = [("2025-03-20", SCORECARD), ("2025-04-10", HIGHER), ("2025-05-10", renamed)]
    found = _told(_committed(tmp_path, *((day, text, FIGURES) for day, text in versions)))
    assert "Repeat purchase rate KPI: 60 % by Dec 2025" in found["Apr 2025"]
    assert "again instead of repeat-rate" in found["May 2025"]


def test_of_many_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    many = "".join(f"  - {{id: k{at}, name: K{at}, direction: none}}\n" for at in range(40))
    text = SCORECARD.replace("kpis:\n  - id", f"kpis:\n{many}  - id")
    folder = _committed(tmp_path, ("2025-03-20", SCORECARD, FIGURES), ("2025-04-10", text, FIGURES))
    told = _told(folder)["Apr 2025"]
    assert "40 edits" in told
    assert ("K14" in told, "K15" in told, "and 25 more" in told) == (True, False, True)


def test_a_version_that_cannot_be_read_is_named_and_the_one_before_it_tells(tmp_path: Path) -> None:
    """April ends with a broken file: it is told in April what was edited before that, and in May all the rest."""
    folder = _committed(
        tmp_path,
        ("2025-03-20", SCORECARD, FIGURES),
        ("2025-04-10", HIGHER, FIGURES),
        ("2025-04-20", "kpis: [", FIGURES),
        ("2025-05-10", HIGHER.replace("kind: leading", "kind: lagging"), FIGURES),
    )
    memory = Memory()
    found = _told(folder, memory=memory)
    assert "The version of 20 Apr 2025 cannot be read; that of 10 Apr 2025 stands in its place." in found["Apr 2025"]
    assert "60 % by Dec 2025, before that 30 %" in found["Apr 2025"]
    assert "kind: lagging, before that leading" in found["May 2025"]
    assert ("60 %" in found["May 2025"], "cannot be read" in found["May 2025"]) == (False, False)
    assert _told(folder, memory=memory) == found


def test_a_period_without_edits_says_that_its_last_version_cannot_be_read(tmp_path: Path) -> None:
    """One file of several is enough: what the others say is not the whole project."""
    begun(shop(tmp_path))
    commit(tmp_path, "2025-03-20")
    (tmp_path / "scorecard" / "more.yml").write_text("kpis: [", "utf-8")
    commit(tmp_path, "2025-04-20")
    (tmp_path / "scorecard" / "more.yml").unlink()
    commit(tmp_path, "2025-05-10")
    found = _told(tmp_path)
    assert "20 Apr 2025 cannot be read; that of 20 Mar 2025 stands in its place" in found["Apr 2025"]
    assert not [each for each in found.values() if "edit" in each]


def test_where_no_version_before_can_be_read_either_the_page_says_so(tmp_path: Path) -> None:
    folder = _committed(tmp_path, ("2025-04-20", "kpis: [", FIGURES), ("2025-06-20", HIGHER, FIGURES))
    page = _page(folder)
    assert "The version of 20 Apr 2025 cannot be read, nor any shortly before it" in page
    assert "here there is none" not in page


def test_the_version_of_a_month_ago_that_cannot_be_read_is_named_too(tmp_path: Path) -> None:
    folder = _committed(
        tmp_path,
        ("2025-05-10", SCORECARD, FIGURES),
        ("2025-06-05", "kpis: [", FIGURES),
        ("2025-06-20", HIGHER, FIGURES),
    )
    page = html.unescape(_page(folder))
    compared = "Figures and declarations were compared with those of 10 May 2025, from the project's own git history."
    assert f"{compared} The version of 5 Jun 2025 cannot be read; that of 10 May 2025 stands in its place." in page


def test_where_nothing_was_committed_for_a_month_the_page_says_so(tmp_path: Path) -> None:
    folder = _committed(tmp_path, ("2025-03-20", SCORECARD, FIGURES), ("2025-04-10", HIGHER, FIGURES))
    same, none = "The files of the scorecard and its data are what they were a month ago.", "here there is none"
    page = _page(folder)
    assert (same in page, none in page) == (True, False)
    page = _page(shop(tmp_path / "alone"))
    assert (same in page, none in page) == (False, True)


def test_a_large_project_tells_of_the_edits_of_fewer_periods(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [SCORECARD.replace("value: 30", f"value: {value}") for value in (31, 32, 33, 34)]
    days = ["2025-02-20", "2025-03-20", "2025-04-20", "2025-05-20"]
    folder = _committed(tmp_path, *((day, text, FIGURES) for day, text in zip(days, texts, strict=True)))
    assert [period for period, told in _told(folder).items() if "edit" in told] == ["May 2025", "Apr 2025", "Mar 2025"]
    monkeypatch.setattr(period_flips, "ALL", 2)
    assert [period for period, told in _told(folder).items() if "edit" in told] == ["May 2025"]


def test_commits_that_were_compared_once_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _committed(tmp_path, ("2025-03-20", SCORECARD, FIGURES), ("2025-04-10", HIGHER, FIGURES))
    memory = Memory()
    first = _told(folder, memory=memory)
    monkeypatch.setattr(looking_back, "version_at", lambda *_: pytest.fail("it was read again"))
    assert _told(folder, memory=memory) == first
