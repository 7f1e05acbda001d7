"""The wheel holds all that the program needs, nothing else, and says of itself what pyproject.toml says."""

from __future__ import annotations

import email
import tarfile
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from bsc_site import __version__
from tests.wheel.conftest import Built
from tests.wheel.declared import PROJECT, ROOT

pytestmark = pytest.mark.slow

INFO = f"bsc_site-{__version__}.dist-info"
KINDS = {
    ".css",
    ".csv",
    ".jinja",
    ".js",
    ".json",
    ".md",
    ".po",
    ".pot",
    ".py",
    ".sha256",
    ".svg",
    ".ttf",
    ".txt",
    ".typed",
    ".yml",
}
"""Of these kinds are the files of the program; `demo.sha256` is the list of what belongs to the demo."""

NAMELESS_KINDS = {"_gitignore", "Makefile"}
"""The files of a new project whose names have no ending."""


def _below(folder: Path, above: str) -> dict[str, bytes]:
    """Path in the wheel to bytes, of every file below a folder of the repository; what Python leaves there is none."""
    paths = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {f"{above}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}


@pytest.fixture
def packed(built: Built) -> dict[str, bytes]:
    """Every file in the wheel."""
    with zipfile.ZipFile(built.wheel) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


@pytest.fixture
def metadata(packed: dict[str, bytes]) -> Message:
    """What the wheel says of itself."""
    return email.message_from_bytes(packed[f"{INFO}/METADATA"])


def test_the_program_its_templates_and_presets_are_in_the_wheel_and_nothing_else(packed: dict[str, bytes]) -> None:
    program = {name: content for name, content in packed.items() if not name.startswith(f"{INFO}/")}
    templates = _below(ROOT / "docs_templates", "bsc_site/docs_templates")
    assert program == _below(ROOT / "bsc_site", "bsc_site") | templates
    assert {"bsc_site/py.typed", "bsc_site/docs_templates/home.md.jinja"} <= program.keys()
    assert {Path(name).suffix or Path(name).name for name in program} == KINDS | NAMELESS_KINDS


def test_beside_the_program_the_wheel_holds_the_licence_and_what_packaging_asks_for(packed: dict[str, bytes]) -> None:
    names = {name.removeprefix(f"{INFO}/") for name in packed if name.startswith(f"{INFO}/")}
    assert names == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    assert packed[f"{INFO}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()


def test_the_wheel_of_the_sdist_is_that_of_the_repository(built: Built) -> None:
    assert built.wheel.name == built.direct.name
    assert built.wheel.read_bytes() == built.direct.read_bytes()


def test_the_sdist_can_be_worked_on(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "constraints.txt", "Makefile", "README.md", "tests/conftest.py", "mkdocs.yml"} <= names
    assert [name for name in names if name.startswith((".git/", ".venv", "build/", "dist/"))] == []


def test_the_wheel_asks_for_what_is_declared(metadata: Message) -> None:
    asked = {str(Requirement(each)) for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each}
    assert asked == {str(Requirement(each)) for each in PROJECT["dependencies"]}
    assert metadata["Requires-Python"] == PROJECT["requires-python"]
    assert (metadata["License-Expression"], metadata["License-File"]) == ("MIT", "LICENSE")


def test_the_version_stands_in_one_place(metadata: Message) -> None:
    assert metadata["Version"] == __version__
    assert "version" not in PROJECT
