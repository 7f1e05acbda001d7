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
from bsc_site.compute.kpi_outlook import with_own_outlook
from bsc_site.pipeline import Order, examine
from tests.builders.program import DAY, shop

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
    """Its own outlook is part of the explanation; reviews and evidence are not."""
    modules = _imported(tmp_path, "explain", "repeat-rate")
    assert {"bsc_site.checking", "bsc_site.compute.forecast"} <= modules
    assert not modules & (OF_A_SITE | OF_SOME_DATA | {"bsc_site.compute.analytics", "bsc_site.compute.reviews"})


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"], ["--version"], ["build", "--help"]])
def test_help_imports_nothing_that_reads_a_project(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *command], capture_output=True, text=True, check=True)
    assert not set(json.loads(done.stdout.splitlines()[-1])) & (OF_A_SITE | OF_SOME_DATA | OF_EVERY_INPUT)


def test_a_rule_is_explained_without_reading_a_project() -> None:
    words = ["explain", "BSC012"]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    assert not {each for each in json.loads(done.stdout.splitlines()[-1]) if each.startswith("bsc_site.compute")}


def test_an_own_outlook_is_the_one_of_the_whole_project(tmp_path: Path) -> None:
    """The one KPI that is explained is looked ahead for as a build does."""
    order = Order(shop(tmp_path), date.fromisoformat(DAY))
    whole = examine(order).assessment
    found = checked(order).examination
    assert whole is not None
    assert found.assessment is not None
    for kpi in whole.kpis:
        alone = with_own_outlook(found.assessment, found.series, kpi).kpis[kpi]
        assert (alone.signal, alone.forecast) == (whole.kpis[kpi].signal, whole.kpis[kpi].forecast)
    assert with_own_outlook(found.assessment, found.series, "no-such-kpi") == found.assessment


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
