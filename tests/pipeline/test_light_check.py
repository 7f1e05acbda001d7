"""`check` and `explain` start without what only a site needs."""
# the names of tests are sentences

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bsc_site.checking import checked
from bsc_site.explaining import explained
from bsc_site.load.files import source_table
from bsc_site.load.formats import any_file
from bsc_site.load.readings import project_readings
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.table import Table
from bsc_site.pipeline import Order, examine
from bsc_site.wording.calculations.explanation import UnknownKpiError, explanation_of
from tests.builders.program import DAY, SCORECARD, shop

ROOT = Path(__file__).parents[2]

SCRIPT = """
import json, sys
from bsc_site.cli import cli
try:
    cli.main(args=sys.argv[1:], standalone_mode=False)
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)))
"""
OF_A_SITE = {
    "altair",
    "http.server",
    "jinja2",
    "markdown",
    "markupsafe",
    "material",
    "mkdocs",
    "selectolax",
    "tinycss2",
    "vl_convert",
    "watchfiles",
    "bsc_site.exchange",
    "bsc_site.interchange",
    "bsc_site.pipeline",
    "bsc_site.publish",
    "bsc_site.render",
}
OF_SOME_DATA = {
    "asyncio",
    "concurrent.futures",
    "duckdb",
    "lxml",
    "numpy.ma",
    "openpyxl",
    "pandas",
    "python_calamine",
    "sqlite3",
}
"""What reads files of another kind than those of the shop."""
OF_THE_OUTLOOK = {"bsc_site.compute.forecast", "bsc_site.compute.reviews", "bsc_site.compute.signal"}
OF_THE_PROBLEMS = {"bsc_site.checking", "bsc_site.compute.diagnosis", "bsc_site.compute.reviews", "tarfile"}
"""What finds all that is wrong with a project, and how it stood before."""
OF_EVERY_INPUT = {"bsc_site.load", "bsc_site.compute", "numpy", "pydantic", "yaml"}


def _imported(tmp_path: Path, *command: str) -> set[str]:
    """What a command imports in the project of a shop: modules, and the packages that they belong to."""
    words = [*command, "-C", str(shop(tmp_path)), "--as-of", DAY]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_check_imports_nothing_that_only_a_site_needs(tmp_path: Path) -> None:
    """Nor what only an outlook needs, or data of another kind."""
    modules = _imported(tmp_path, "check")
    assert {"bsc_site.checking", "bsc_site.compute.assess"} <= modules
    assert not modules & (OF_A_SITE | OF_SOME_DATA | OF_THE_OUTLOOK)


def test_a_kpi_is_explained_without_what_only_a_site_needs(tmp_path: Path) -> None:
    """Its own outlook is part of the explanation; reviews, evidence and the problems of the project are not."""
    modules = _imported(tmp_path, "explain", "repeat-rate")
    assert {"bsc_site.explaining", "bsc_site.compute.forecast"} <= modules
    assert not modules & (OF_A_SITE | OF_SOME_DATA | OF_THE_PROBLEMS | {"bsc_site.compute.analytics"})


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"], ["--version"], ["build", "--help"]])
def test_help_imports_nothing_that_reads_a_project(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *command], capture_output=True, text=True, check=True)
    assert not set(json.loads(done.stdout.splitlines()[-1])) & (OF_A_SITE | OF_SOME_DATA | OF_EVERY_INPUT)


def test_a_rule_is_explained_without_reading_a_project() -> None:
    words = ["explain", "BSC012"]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    assert not {each for each in json.loads(done.stdout.splitlines()[-1]) if each.startswith("bsc_site.compute")}


@pytest.mark.parametrize("project", ["shop", "demo", "cascade", "small"])
def test_a_kpi_is_explained_as_it_stands_in_the_whole_project(tmp_path: Path, project: str) -> None:
    """Each that is explained alone, from the tables that it rests on, is judged and looked ahead for as in a build."""
    folders = {"shop": shop(tmp_path), "demo": ROOT}
    order = Order(folders.get(project, ROOT / "tests" / "golden" / project / "project"), date.fromisoformat(DAY))
    whole = examine(order).assessment
    assert whole is not None
    for kpi, found in whole.kpis.items():
        alone = explained(order, kpi)
        assert not alone.refused
        assert alone.lines == explanation_of(found, whole.scorecards[found.scorecard].scorecard)
    with pytest.raises(UnknownKpiError):
        explained(order, "no-such-kpi")


def test_tables_on_which_a_kpi_does_not_rest_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that its source names; every file that none names where it, or what it is computed from, has none."""
    opened: set[str] = set()
    opens = any_file.open_table

    def noted(root: Path, layout: Layout) -> Table:
        opened.add(layout.file)
        return opens(root, layout)

    monkeypatch.setattr(source_table, "open_table", noted)
    monkeypatch.setattr(project_readings, "open_table", noted)
    assert explained(Order(ROOT, date.fromisoformat(DAY)), "repeat-rate").lines
    assert opened == {"data/crm.csv"}
    assert explained(Order(ROOT, date.fromisoformat(DAY)), "average-order-value").lines
    assert "data/shop.csv" in opened
    assert opened.isdisjoint({"data/finance.csv", "data/stock.csv", "data/warehouse.xlsx", "data/page-speed.json"})


def test_what_keeps_a_kpi_from_being_explained_is_told_with_all_that_is_wrong(tmp_path: Path) -> None:
    root = shop(tmp_path, scorecard=SCORECARD.replace("title:", "titel:"))
    told = explained(Order(root, date.fromisoformat(DAY)), "repeat-rate")
    assert told.refused
    assert told.problems == checked(Order(root, date.fromisoformat(DAY))).examination.problems


AT_THE_END = """
import atexit, gc, sys
from bsc_site.cli import main
atexit.register(lambda: print(gc.get_freeze_count() > 10_000, gc.get_threshold()[0] > 10_000))
main(sys.argv[1:])
"""


def test_no_garbage_is_looked_for_in_what_ends_with_the_command(tmp_path: Path) -> None:
    """At its end the interpreter searches everything that is left and not frozen, which takes a tenth of `check`."""
    words = ["check", "-C", str(shop(tmp_path)), "--as-of", DAY]
    done = subprocess.run([sys.executable, "-c", AT_THE_END, *words], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True True"
