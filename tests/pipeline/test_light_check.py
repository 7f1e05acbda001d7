"""`check` and `explain` start without what only a site needs."""
# the names of tests are sentences

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
HEAVY = {"altair", "jinja2", "markupsafe", "material", "mkdocs", "pandas", "vl_convert"}


@pytest.mark.parametrize("command", [["check"], ["explain", "repeat-rate"]])
def test_neither_pages_nor_the_engine_are_imported(command: list[str], tmp_path: Path) -> None:
    """Not even the rooms that would import them."""
    words = [*command, "-C", str(shop(tmp_path)), "--as-of", DAY]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert {"bsc_site.pipeline", "bsc_site.compute.assess"} <= modules
    assert not {
        each for each in modules if each.startswith(("bsc_site.render", "bsc_site.publish", "bsc_site.exchange"))
    }
    assert not modules & HEAVY


def test_a_rule_is_explained_without_reading_a_project() -> None:
    words = ["explain", "BSC012"]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    assert not {each for each in json.loads(done.stdout.splitlines()[-1]) if each.startswith("bsc_site.compute")}


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
