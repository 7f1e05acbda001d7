"""What long pages and files show of one KPI is made once, and made anew as soon as anything in it may be another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.data_files.api import documents, each_document
from bsc_site.publish.data_files.badges import badges
from bsc_site.publish.data_files.later_files import later_files
from bsc_site.publish.keeping.kept_kpi_rows import KeptKpiRows
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import LookedAt
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.wording.language import DayText
from tests.builders.company import assessed_company


def _made(folder: Path, whole: Assessment, asked: Iterable[KpiAssessment], beside: object = ()) -> list[str]:
    """The KPIs whose rows had to be made, of those that are asked for."""
    made = []
    with KeptResults(folder, "row", most_unused=1) as results:
        rows = KeptKpiRows(results, Words(whole, {}))
        for found in asked:

            def row(found: KpiAssessment = found) -> list[object]:
                made.append(found.kpi.id)
                return [found.kpi.id, 0.1, None, ["é", Markup("<b>"), DayText("3 Nov 2026")]]

            told = rows.row("row", found, beside, row)
            assert told == [found.kpi.id, 0.1, None, ["é", "<b>", "3 Nov 2026"]]
            assert [type(each) for each in told[3]] == [str, Markup, DayText]
        rows.keep()
    return made


def test_rows_are_made_once(tmp_path: Path) -> None:
    whole = assessed_company()
    every = list(whole.kpis.values())
    assert _made(tmp_path, whole, every) == list(whole.kpis)
    assert _made(tmp_path, whole, every) == []
    assert _made(tmp_path, whole, every, "other neighbours") == list(whole.kpis)


def test_a_kpi_with_other_figures_has_a_row_of_its_own(tmp_path: Path) -> None:
    whole = assessed_company()
    _made(tmp_path, whole, whole.kpis.values())
    other = replace(whole, kpis={**whole.kpis, "nps": replace(whole.kpis["nps"], score=1.5)})
    assert _made(tmp_path, other, other.kpis.values()) == ["nps"]


def test_of_a_kpi_as_it_stood_at_another_time_nothing_is_kept(tmp_path: Path) -> None:
    whole = assessed_company()
    then = replace(whole.kpis["nps"], score=1.5)
    for _ in range(2):
        assert _made(tmp_path, whole, [then]) == ["nps"]


def test_who_asks_for_a_row_has_looked_at_its_kpi(tmp_path: Path) -> None:
    """Or a page with a row that was known would not be written anew when the KPI is another."""
    whole = assessed_company()
    looked = LookedAt(whole)
    _made(tmp_path, whole, [whole.kpis["nps"]])
    assert _made(tmp_path, whole, [looked.assessment.kpis["nps"]]) == []
    assert looked.ways == {("kpis", "nps")}


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"\x81\xa1a\x01"])
def test_a_damaged_table_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    whole = assessed_company()
    _made(tmp_path, whole, whole.kpis.values())
    (tmp_path / "row.kept").write_bytes(damage)
    assert _made(tmp_path, whole, whole.kpis.values()) == list(whole.kpis)


def test_files_and_pages_of_known_rows_are_the_same(tmp_path: Path) -> None:
    whole = assessed_company()
    for _ in range(2):
        with KeptResults(tmp_path, "row", most_unused=1) as results:
            rows = KeptKpiRows(results, Words(whole, {}))
            assert later_files(whole, None, rows.row) == later_files(whole)
            assert badges(whole, None, rows.row) == badges(whole)
            assert dict(each_document(whole, (), rows=rows.row)) == documents(whole, ())
            assert render_pages(SiteMaterial(whole, rows=rows.row)) == render_pages(SiteMaterial(whole))
            rows.keep()
