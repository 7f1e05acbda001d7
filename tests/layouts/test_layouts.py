"""Each layout: its files are known by what stands in them, and read by its name with figures reckoned by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from bsc_site.load.formats.file_head import head_of
from bsc_site.load.layouts.known_layouts import LAYOUTS, layout_of_file
from bsc_site.model.known_exports import EXPORT_TITLES, LayoutName
from tests.builders.program import called
from tests.builders.project_folders import write
from tests.layouts import samples
from tests.layouts.reading import problems, project_of, read
from tests.suggest.pasting import first_ten, read_after_pasting, suggested

FILES: dict[str, tuple[str, str | bytes]] = {
    "shopify_orders": ("orders.csv", samples.SHOPIFY),
    "search_console": ("Chart.csv", samples.SEARCH_CHART),
    "hubspot_report": ("deals.csv", samples.HUBSPOT),
    "salesforce_report": ("report1742.csv", samples.SALESFORCE),
    "world_bank": ("API_SL.UEM.TOTL.ZS_DS2_en_csv_v2.csv", samples.WORLD_BANK),
    "eurostat": ("estat_une_rt_a.tsv", samples.EUROSTAT),
    "open_sdg": ("indicator_1-2-1.csv", samples.OPEN_SDG),
    "power_bi_matrix": ("data.csv", samples.POWER_BI),
    "tableau_crosstab": ("crosstab.csv", samples.TABLEAU.encode("utf-16")),
    "google_analytics_4": ("Reports_snapshot.csv", samples.GOOGLE_ANALYTICS),
}
PLAIN = {"month.csv": "month,sales\n2025-01,5\n2025-02,6\n", "tidy.csv": "kpi,period,value\na,2025-01,5\n"}


def kpi(id_: str, source: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"id": id_, "source": source, **keys}


def test_every_layout_of_the_yaml_is_known_and_has_a_title() -> None:
    assert set(LAYOUTS) == set(get_args(LayoutName)) == set(EXPORT_TITLES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_known_by_what_stands_in_it(tmp_path: Path, name: str) -> None:
    file, content = FILES[name]
    write(tmp_path, {file: content})
    found = layout_of_file(head_of(tmp_path / file))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("file", PLAIN)
def test_a_plain_file_has_no_layout(tmp_path: Path, file: str) -> None:
    write(tmp_path, {file: PLAIN[file]})
    assert layout_of_file(head_of(tmp_path / file)) is None


def test_shopify_orders(tmp_path: Path) -> None:
    """What is said of an order counts once, its items each, and refunds are taken off."""
    layout = {"layout": "shopify_orders"}
    root = project_of(
        tmp_path,
        "orders.csv",
        samples.SHOPIFY,
        kpi("sales", {**layout, "value": "Total"}, aggregate="sum"),
        kpi("net", {**layout, "value": "Total - `Refunded Amount`"}, aggregate="sum"),
        kpi("orders", {**layout, "count": {"distinct": "Name"}}),
        kpi("items", {**layout, "value": "Lineitem quantity"}, aggregate="sum"),
    )
    assert read(root) == {
        "sales": {"2025-01": 150, "2025-02": 40},
        "net": {"2025-01": 150, "2025-02": 30},
        "orders": {"2025-01": 2, "2025-02": 1},
        "items": {"2025-01": 4, "2025-02": 3},
    }


def test_amounts_of_several_currencies_are_no_sum(tmp_path: Path) -> None:
    content = samples.SHOPIFY.replace("USD,40.00", "EUR,40.00")
    source = {"layout": "shopify_orders", "value": "Total"}
    root = project_of(tmp_path, "orders.csv", content, kpi("sales", source, aggregate="sum"))
    assert [line for line in problems(root) if "BSC393" in line and "`where: {Currency: EUR}`" in line]
    root = project_of(
        tmp_path,
        "orders.csv",
        content,
        kpi("sales", {**source, "where": {"Currency": "USD"}}, aggregate="sum"),
        kpi("orders", {"layout": "shopify_orders", "count": {"distinct": "Name"}}),
    )
    assert read(root) == {"sales": {"2025-01": 150}, "orders": {"2025-01": 2, "2025-02": 1}}


def test_search_console(tmp_path: Path) -> None:
    """The rate is clicks of impressions, and the position is weighted by impressions: (40*10 + 60*20) / 100."""
    found = suggested(tmp_path, "Chart.csv", samples.SEARCH_CHART)
    assert found.questions == []
    figures = read_after_pasting(found)
    assert figures == found.shown
    monthly = project_of(
        tmp_path,
        "Chart.csv",
        samples.SEARCH_CHART,
        kpi("clicks", {"layout": "search_console", "value": "Clicks"}, aggregate="sum"),
        kpi("ctr", {"layout": "search_console", "numerator": "Clicks", "denominator": "Impressions"}, unit="%"),
        kpi("position", {"layout": "search_console", "value": "Position", "weight": "Impressions"}, aggregate="mean"),
    )
    (monthly / "scorecard/suggested.yml").unlink()
    assert read(monthly) == {
        "clicks": {"2025-01": 3, "2025-02": 4},
        "ctr": {"2025-01": pytest.approx(3), "2025-02": pytest.approx(8)},
        "position": {"2025-01": pytest.approx(16), "2025-02": pytest.approx(5)},
    }


def test_search_console_without_days_asks_for_the_period(tmp_path: Path) -> None:
    found = suggested(tmp_path, "Countries.csv", samples.SEARCH_COUNTRIES)
    assert [each["example"] for each in found.questions] == [True]
    assert read_after_pasting(found, ["at: 2025"])["clicks"] == {"2025": 7}


def test_hubspot(tmp_path: Path) -> None:
    won = {"layout": "hubspot_report", "period": "Close Date", "where": {"Deal Stage": "Closed Won"}}
    root = project_of(
        tmp_path,
        "deals.csv",
        samples.HUBSPOT,
        kpi("won", {**won, "value": "Amount"}, aggregate="sum"),
        kpi("deals", {**won, "count": "rows"}),
    )
    assert read(root) == {"won": {"2025-01": 1200, "2025-02": 500}, "deals": {"2025-01": 1, "2025-02": 1}}


def test_salesforce(tmp_path: Path) -> None:
    """Neither totals nor the notice below the table are rows."""
    layout = {"layout": "salesforce_report", "period": "Close Date"}
    root = project_of(
        tmp_path,
        "report.csv",
        samples.SALESFORCE,
        kpi("won", {**layout, "value": "Amount"}, aggregate="sum"),
        kpi("deals", {**layout, "count": "rows"}),
    )
    assert read(root) == {"won": {"2025-01": 1500, "2025-02": 700}, "deals": {"2025-01": 2, "2025-02": 1}}


def test_salesforce_with_filters_above(tmp_path: Path) -> None:
    lines = (
        "Won opportunities",
        "As of 2025-03-01",
        "Filtered By",
        "   Show: All opportunities",
        "   Stage equals Won",
    )
    above = "".join(f'"{line}"\n' for line in lines) + "\n"
    layout = {"layout": "salesforce_report", "period": "Close Date"}
    source = {**layout, "value": "Amount"}
    root = project_of(tmp_path, "report.csv", above + samples.SALESFORCE, kpi("won", source, aggregate="sum"))
    assert read(root) == {"won": {"2025-01": 1500, "2025-02": 700}}


def test_world_bank(tmp_path: Path) -> None:
    source = {"layout": "world_bank", "where": {"Country Name": "Peru"}}
    root = project_of(tmp_path, "wb.csv", samples.WORLD_BANK, kpi("peru", source, frequency="yearly"))
    assert read(root) == {"peru": {"2020": 7.2, "2021": 5.1, "2022": 3.9}}


def test_eurostat(tmp_path: Path) -> None:
    source = {"layout": "eurostat", "where": {"geo": "AT"}}
    root = project_of(tmp_path, "une.tsv", samples.EUROSTAT, kpi("at", source, frequency="yearly"))
    assert read(root) == {"at": {"2020": 3.9, "2021": 4.1, "2023": 4.5}}


def test_open_sdg_reads_the_headline(tmp_path: Path) -> None:
    source = {"layout": "open_sdg"}
    root = project_of(tmp_path, "i.csv", samples.OPEN_SDG, kpi("poverty", source, frequency="yearly"))
    assert read(root) == {"poverty": {"2015": 16.1, "2016": 15.8}}


def test_open_sdg_of_several_units_takes_the_one_that_is_named(tmp_path: Path) -> None:
    source = {"layout": "open_sdg", "where": {"Units": "Percentage"}}
    root = project_of(tmp_path, "i.csv", samples.OPEN_SDG_UNITS, kpi("poverty", source, frequency="yearly"))
    assert read(root) == {"poverty": {"2015": 16.1, "2016": 15.8}}


def test_power_bi(tmp_path: Path) -> None:
    source = {"layout": "power_bi_matrix", "where": {"Year": "Bikes"}}
    root = project_of(tmp_path, "m.csv", samples.POWER_BI, kpi("bikes", source, frequency="yearly"))
    assert read(root) == {"bikes": {"2023": 100, "2024": 120}}


def test_tableau(tmp_path: Path) -> None:
    source = {"layout": "tableau_crosstab", "where": {"Category": "Furniture"}, "thousands": ","}
    content = samples.TABLEAU.encode("utf-16")
    root = project_of(tmp_path, "x.csv", content, kpi("furniture", source, frequency="yearly", aggregate="sum"))
    assert read(root) == {"furniture": {"2023": 2000, "2024": 2300}}


def test_google_sheets(tmp_path: Path) -> None:
    source = {"layout": "google_sheets", "period": "month", "value": "sales", "target": "target"}
    root = project_of(tmp_path, "sheet.csv", samples.GOOGLE_SHEET, kpi("sales", source))
    assert read(root) == {"sales": {"2025-01": 10, "2025-03": 14}}


def test_google_analytics_4(tmp_path: Path) -> None:
    layout = {"layout": "google_analytics_4", "at": "2025-02"}
    root = project_of(
        tmp_path,
        "ga.csv",
        samples.GOOGLE_ANALYTICS,
        kpi("new", {**layout, "value": "New users"}),
        kpi("home", {**layout, "value": "Views", "where": {"Page title and screen class": "Home"}}),
    )
    assert read(root) == {"new": {"2025-02": 100}, "home": {"2025-02": 756}}


def test_google_analytics_4_counts_days_from_the_start_date(tmp_path: Path) -> None:
    source = {"layout": "google_analytics_4", "period": "Nth day", "value": "returning"}
    root = project_of(tmp_path, "ga.csv", samples.GOOGLE_ANALYTICS, kpi("back", source, frequency="daily"))
    assert read(root) == {"back": {"2025-02-01": 1, "2025-02-02": 0, "2025-02-28": 2}}


@pytest.mark.parametrize("name", FILES)
def test_what_is_suggested_for_an_export_passes_check(tmp_path: Path, name: str) -> None:
    file, content = FILES[name]
    found = suggested(tmp_path, file, content)
    assert f"layout: {name}" in found.text
    takes = [(each["choices"][0]["source_lines"] + each["choices"][0]["kpi_lines"])[0] for each in found.questions]
    assert first_ten(read_after_pasting(found, takes)) == found.shown


def test_another_layout_is_named(tmp_path: Path) -> None:
    source = {"layout": "eurostat", "period": "Created at", "value": "Total"}
    root = project_of(tmp_path, "orders.csv", samples.SHOPIFY, kpi("sales", source))
    (line,) = problems(root)
    assert "BSC392" in line
    assert "; write shopify_orders" in line


def test_a_file_of_no_known_layout_is_refused(tmp_path: Path) -> None:
    source = {"layout": "eurostat", "period": "month", "value": "sales"}
    root = project_of(tmp_path, "month.csv", PLAIN["month.csv"], kpi("sales", source))
    (line,) = problems(root)
    assert "BSC392" in line
    assert "bsc-site suggest data/month.csv" in line


def test_what_a_source_says_itself_holds(tmp_path: Path) -> None:
    source: dict[str, Any] = {"layout": "shopify_orders", "period": "Paid at", "value": "Total"}
    root = project_of(tmp_path, "orders.csv", samples.SHOPIFY, kpi("paid", source, aggregate="sum"))
    assert [line for line in problems(root) if "BSC320" in line]
    source = {**source, "where": {"Paid at": {"not": "empty"}}}
    root = project_of(tmp_path, "orders.csv", samples.SHOPIFY, kpi("paid", source, aggregate="sum"))
    assert read(root) == {"paid": {"2025-01": 150}}


def test_where_figures_come_from_names_the_export(tmp_path: Path) -> None:
    source = {"layout": "shopify_orders", "value": "Total"}
    root = project_of(tmp_path, "orders.csv", samples.SHOPIFY, kpi("sales", source, aggregate="sum"))
    assert "Shopify orders export" in called("explain", "sales", "-C", root).out
