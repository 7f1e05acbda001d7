"""The installed program, alone on its machine, does what it promises."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from bsc_site import __version__
from bsc_site.model.vocabularies import Preset
from tests.commands.previewing import free_port, page, running, until
from tests.wheel.environment import Environment

pytestmark = pytest.mark.slow

EVERY_MODULE = """
import pkgutil, importlib, bsc_site
for each in pkgutil.walk_packages(bsc_site.__path__, "bsc_site."):
    if each.name != "bsc_site.__main__":
        importlib.import_module(each.name)
print(bsc_site.__file__)
"""
FOREIGN = "import importlib.util as u; print([n for n in ('pyarrow', 'zstandard', 'pytest', 'pip') if u.find_spec(n)])"


def test_every_module_is_there_with_all_that_it_imports(installed: Environment) -> None:
    place = installed.told(EVERY_MODULE)
    assert Path(place).is_relative_to(installed.folder)
    assert installed.told(FOREIGN) == "[]"


def test_the_version_is_the_one_that_was_installed(installed: Environment, tmp_path: Path) -> None:
    asked = installed.told("from importlib.metadata import version; print(version('bsc-site'))")
    told = installed.bsc_site("--version", cwd=tmp_path)
    assert (told.code, told.out, asked) == (0, f"bsc-site, version {__version__}\n", __version__)


@pytest.mark.parametrize("preset", [each.value for each in Preset])
def test_every_command_does_its_work_in_a_new_project(preset: str, installed: Environment, tmp_path: Path) -> None:
    told = installed.bsc_site("init", "new", "--preset", preset, cwd=tmp_path)
    assert told.code == 0, told.err
    root = tmp_path / "new"
    card = yaml.safe_load((root / "scorecard" / "scorecard.yml").read_text("utf-8"))
    _checks_and_builds(installed, root)
    _explains(installed, root, card["kpis"][0])
    schema = installed.bsc_site("schema", cwd=root)
    assert (schema.code, schema.out) == (0, (root / "scorecard" / "schema.json").read_text("utf-8"))
    _serves(installed, root, card["perspectives"][0]["objectives"][0]["name"])


def _checks_and_builds(installed: Environment, root: Path) -> None:
    checked = installed.bsc_site("check", "--strict", cwd=root)
    assert checked.code == 0, checked.err
    assert not [line for line in checked.lines if " error " in line or " warning " in line]
    with _bundle_shared(installed.home.parent / "shared", root / ".bsc-cache"):
        built = installed.bsc_site("build", cwd=root)
    assert built.code == 0, built.err
    site = root / "build" / "site"
    assert built.out.endswith(" pages in build/site\n")
    assert json.loads((site / "api" / "v1" / "scorecard.json").read_text("utf-8"))["as_of"]
    assert "<svg" in (site / "index.html").read_text("utf-8")


@contextmanager
def _bundle_shared(shared: Path, cache: Path) -> Iterator[None]:
    """Let only the first build make the script of the charts, which is the same for all: a third of its time."""
    for folder in (shared, cache):
        folder.mkdir(exist_ok=True)
    for bundle in shared.glob("*.drawing"):
        shutil.copy(bundle, cache)
    yield
    for bundle in cache.glob("*-bundle.drawing"):
        copied = Path(shutil.copy(bundle, shared / f"{cache.parent.parent.name}.copied"))
        copied.replace(shared / bundle.name)


def _explains(installed: Environment, root: Path, kpi: dict[str, str]) -> None:
    told = installed.bsc_site("explain", kpi["id"], cwd=root)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{kpi['name']}: ")
    rule = installed.bsc_site("explain", "BSC012", cwd=root)
    assert (rule.code, rule.err) == (0, "")
    assert rule.out.startswith("BSC012")


def _serves(installed: Environment, root: Path, name: str) -> None:
    """The first site, and an edit of the name of an objective; interrupting it is a good end."""
    port, card = free_port(), root / "scorecard" / "scorecard.yml"
    command = [str(installed.folder / "bin" / "bsc-site"), "serve", "--port", str(port)]
    with running(command, root, installed.variables) as preview:
        until(lambda: name in page(f"http://127.0.0.1:{port}/"), "the first site is served")
        card.write_text(card.read_text("utf-8").replace(name, "Thrive by and by"), encoding="utf-8")
        until(lambda: "Thrive by and by" in page(f"http://127.0.0.1:{port}/"), "an edit is shown")
    assert preview.returncode == 0


def test_a_mistake_and_wrong_usage_have_their_exit_codes(installed: Environment, tmp_path: Path) -> None:
    installed.bsc_site("init", ".", cwd=tmp_path)
    card = tmp_path / "scorecard" / "scorecard.yml"
    card.write_text(card.read_text("utf-8").replace("kind: lagging", "kind: late", 1), encoding="utf-8")
    codes = [installed.bsc_site(*asked, cwd=tmp_path).code for asked in (["check"], ["build"], ["explain", "BSC999"])]
    assert codes == [1, 1, 2]
    assert not (tmp_path / "build" / "site").exists()
