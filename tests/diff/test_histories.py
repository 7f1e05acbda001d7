"""Since when a target is what it is, and when a definition was edited, as the commits of the project tell."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.audience import Circle
from bsc_site.load.git.declared_versions import chunks_of, declared_versions
from bsc_site.model.differences.declared_history import DeclaredName
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.program import SCORECARD, shop
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit, git

DAY = date(2025, 7, 10)
AIMED = "targets: [{{period: 2025-12, value: {}}}]"


def _with(value: float | str, **edits: str) -> str:
    text = SCORECARD.replace(AIMED.format(30), AIMED.format(value))
    for old, new in edits.items():
        text = text.replace(old, new)
    return text


def _committed(folder: Path, versions: dict[str, str]) -> Path:
    begun(shop(folder))
    for day, text in versions.items():
        shop(folder, scorecard=text)
        commit(folder, day)
    return folder


def _words(folder: Path, address: str, as_of: date = DAY, readers: Circle = Circle.WIDEST) -> str:
    found = examine(Order(folder, as_of, readers)).assessment
    assert found is not None
    page = {page.address: page.markdown for page in render_pages(SiteMaterial(found))}[address]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


KPI, OBJECTIVE = "kpis/repeat-rate/", "objectives/loyal/"


def test_a_target_tells_since_when_it_holds_and_what_it_was(tmp_path: Path) -> None:
    folder = _committed(tmp_path, {"2022-01-05": _with(30), "2022-05-09": _with(41)})
    assert "Target moved 41 % by Dec 2025 since May 2022, before that 30 %" in _words(folder, KPI)


def test_a_target_that_moved_twice_tells_both(tmp_path: Path) -> None:
    folder = _committed(tmp_path, {"2021-01-05": _with(30), "2022-05-09": _with(35), "2023-06-01": _with("41%")})
    told = "41 % by Dec 2025 since Jun 2023, before that 35 % since May 2022, before that 30 %"
    assert told in _words(folder, KPI)


def test_a_target_that_was_always_the_same_tells_nothing(tmp_path: Path) -> None:
    folder = _committed(tmp_path, {"2022-01-05": _with(30), "2022-05-09": _with(30, leading="lagging")})
    assert "Target moved" not in _words(folder, KPI)


def test_what_is_not_committed_says_so(tmp_path: Path) -> None:
    folder = shop(_committed(tmp_path, {"2022-01-05": _with(30)}), scorecard=_with(41))
    assert "Target moved 41 % by Dec 2025, not committed yet, before that 30 %" in _words(folder, KPI)


def test_the_edits_of_a_definition_are_told_with_their_keys(tmp_path: Path) -> None:
    """Whatever is written otherwise and says the same is none; neither are weights and owners of others."""
    versions = {
        "2022-01-05": _with(30),
        "2022-05-09": _with(30, leading="lagging").replace("kpis:\n", "# All of them\nkpis:\n", 1),
        "2023-02-01": _with(30, leading="lagging").replace("Repeat purchase rate", "Bought again"),
    }
    assert "Definition edited Feb 2023 (name), May 2022 (kind)" in _words(_committed(tmp_path, versions), KPI)


def test_an_objective_tells_when_it_was_edited(tmp_path: Path) -> None:
    versions = {"2022-01-05": _with(30), "2022-05-09": _with(30).replace("Earn repeat", "Win repeat")}
    assert "Definition edited: May 2022 (name)" in _words(_committed(tmp_path, versions), OBJECTIVE)


def test_a_renamed_kpi_keeps_its_history(tmp_path: Path) -> None:
    renamed = _with(41).replace("- id: repeat-rate", "- id: again\n    was: [repeat-rate]")
    renamed = renamed.replace("kpis: [repeat-rate]", "kpis: [again]")
    folder = _committed(tmp_path, {"2022-01-05": _with(30), "2022-05-09": renamed})
    assert "41 % by Dec 2025 since May 2022, before that 30 %" in _words(folder, "kpis/again/")


def test_what_was_said_for_fewer_readers_stays_untold(tmp_path: Path) -> None:
    secret = _with(30).replace("    kind: leading\n", "    kind: leading\n    audience: board\n")
    folder = _committed(tmp_path, {"2022-01-05": secret, "2022-05-09": _with(41)})
    assert "Target moved" not in _words(folder, KPI)


def test_commits_after_the_day_of_the_build_are_not_known_yet(tmp_path: Path) -> None:
    folder = _committed(tmp_path, {"2022-01-05": _with(30), "2022-05-09": _with(41), "2024-01-01": _with(50)})
    assert "50 % by Dec 2025, not committed yet, before that 41 % since May 2022" in _words(
        folder, KPI, date(2023, 1, 1)
    )


def test_a_clone_without_its_history_tells_nothing(tmp_path: Path) -> None:
    folder = _committed(tmp_path / "whole", {"2022-01-05": _with(30), "2022-05-09": _with(41)})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{folder}", str(tmp_path / "clone"))
    assert declared_versions(tmp_path / "clone", DAY) == {}
    assert declared_versions(shop(tmp_path / "alone"), DAY) == {}


def test_a_kpi_that_moves_to_another_file_is_the_same(tmp_path: Path) -> None:
    folder = _committed(tmp_path, {"2022-01-05": _with(30)})
    head, _, kpis = _with(30).partition("kpis:\n  - id")
    entry, _, people = kpis.partition("people:")
    write(folder, {"scorecard/shop.yml": f"{head}people:{people}", "scorecard/kpis.yml": f"kpis:\n  - id{entry}"})
    commit(folder, "2022-05-09")
    found = declared_versions(folder, DAY)
    assert DeclaredName("kpi", "repeat-rate") not in found


LEFT_TO_THEM = SCORECARD.replace("    targets: [{period: 2025-12, value: 30}]\n", "")


def _defaults(value: int) -> str:
    return f"defaults:\n  # for all of them\n  kind: leading\n\n  {AIMED.format(value)}\n"


def test_a_target_that_all_kpis_take_from_the_defaults_has_its_history_at_each(tmp_path: Path) -> None:
    versions = {day: LEFT_TO_THEM + _defaults(value) for day, value in (("2022-01-05", 30), ("2022-05-09", 41))}
    told = _words(_committed(tmp_path, versions), KPI)
    assert "Target moved 41 % by Dec 2025 since May 2022, before that 30 %" in told
    assert "Definition edited" not in told


def test_a_target_that_goes_from_the_kpi_to_the_defaults_is_the_same(tmp_path: Path) -> None:
    versions = {"2022-01-05": _with(30), "2022-05-09": LEFT_TO_THEM + _defaults(30)}
    assert "Target moved" not in _words(_committed(tmp_path, versions), KPI)


def test_defaults_may_stand_in_another_file_of_the_scorecard(tmp_path: Path) -> None:
    folder = begun(shop(tmp_path))
    head, _, kpis = LEFT_TO_THEM.partition("kpis:\n  - id")
    entry, _, people = kpis.partition("people:")
    for day, value in (("2022-01-05", 30), ("2022-05-09", 41)):
        files = {
            "scorecard/shop/shop.yml": f"{head}{_defaults(value)}people:{people}",
            "scorecard/shop/kpis.yml": f"kpis:\n  - id{entry}",
        }
        (folder / "scorecard" / "shop.yml").unlink(missing_ok=True)
        write(folder, files)
        commit(folder, day)
    assert "41 % by Dec 2025 since May 2022, before that 30 %" in _words(folder, KPI)


def test_what_a_kpi_says_itself_counts_more_than_defaults_and_null_takes_them_away(tmp_path: Path) -> None:
    own = {day: _with(30) + _defaults(value) for day, value in (("2022-01-05", 30), ("2022-05-09", 41))}
    assert "Target moved" not in _words(_committed(tmp_path / "own", own), KPI)
    none = LEFT_TO_THEM.replace("    kind: leading\n", "    kind: leading\n    targets: null\n")
    taken = {"2022-01-05": none + _defaults(30), "2022-05-09": none + _defaults(41)}
    assert "Target moved" not in _words(_committed(tmp_path / "none", taken), KPI)


def test_another_scorecard_in_the_same_folder_does_not_take_them(tmp_path: Path) -> None:
    folder = begun(shop(tmp_path))
    for day, value in (("2022-01-05", 30), ("2022-05-09", 41)):
        write(folder, {"scorecard/other.yml": f"id: other\ntitle: Other\nparent: shop\n{_defaults(value)}"})
        shop(folder, scorecard=LEFT_TO_THEM)
        commit(folder, day)
    found = declared_versions(folder, DAY)
    assert DeclaredName("kpi", "repeat-rate") not in found


@pytest.mark.parametrize(
    "text",
    [
        "kpis:\n- id: a\n  name: A\n- id: b\n  name: B\n",
        "kpis:\n    - id: a\n      name: A\n\n    # the other one\n    - name: B\n      id: b\n",
        "kpis:\n  - {id: a, name: A}\n  - {name: B, id: b}\npeople:\n  - id: c\n",
        "kpis: # all\n  - id: 'a'\n    targets:\n      - period: 2025\n        value: 1\n  - id: \"b\"\n",
    ],
)
def test_each_element_of_a_file_is_found_by_its_lines(text: str) -> None:
    assert set(chunks_of(text)) == {DeclaredName("kpi", "a"), DeclaredName("kpi", "b")}


def test_objectives_are_found_within_their_perspectives() -> None:
    text = SCORECARD.replace(
        "kpis: [repeat-rate]", "kpis:\n          - repeat-rate\n      - id: other\n        name: O"
    )
    found = chunks_of(text)
    assert set(found) == {
        DeclaredName("objective", "loyal"),
        DeclaredName("objective", "other"),
        DeclaredName("kpi", "repeat-rate"),
        DeclaredName("defaults", ""),
    }
