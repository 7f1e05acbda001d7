"""Every package is pinned: by its version where the program is tested, by its digest where a release is made."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply.hash_lock import LOCK, lock_text, locked_pins

ROOT = Path(__file__).parents[2]
HASHED = sorted((ROOT / ".github" / "requirements").iterdir())
_PIN = re.compile(r"[A-Za-z0-9][\w.-]*==[\w.]+")
_HASHED_PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[\w.]+ --hash=sha256:[0-9a-f]{64}")
_LOCKED = re.compile(r"[a-z0-9][a-z0-9.-]*==[\w.]+( --hash=sha256:[0-9a-f]{64})+")
TOOLS = {"audit.txt": {"pip-audit"}, "release.txt": {"build", "hatchling", "cyclonedx-bom"}}


def _lines(path: Path) -> list[str]:
    return [each for each in path.read_text(encoding="utf-8").splitlines() if each and not each.startswith("#")]


def _pins(path: Path) -> dict[str, str]:
    pins = (each.split(" ")[0].split("==") for each in _lines(path))
    return {canonicalize_name(name): version for name, version in pins}


def test_every_package_of_an_installation_is_locked_by_its_digests() -> None:
    """In the versions of the tests, and nothing else; no line holds an address."""
    lines = _lines(LOCK)
    assert [each for each in lines if not _LOCKED.fullmatch(each)] == []
    assert _pins(LOCK) == locked_pins()
    assert [each.split("==")[0] for each in lines] == sorted(locked_pins())
    assert [each for each in lines if len(set(each.split(" "))) != len(each.split(" "))] == []


def test_the_lock_is_written_from_what_pip_would_install(tmp_path: Path) -> None:
    files = [_installed(name, version, f"{at:064x}") for at, (name, version) in enumerate(locked_pins().items())]
    (tmp_path / "one.json").write_text(json.dumps({"install": files}), encoding="utf-8")
    other = [_installed("numpy", locked_pins()["numpy"], "f" * 64)]
    (tmp_path / "other.json").write_text(json.dumps({"install": other}), encoding="utf-8")
    lines = lock_text([tmp_path / "one.json", tmp_path / "other.json"]).splitlines()
    (numpy,) = (each for each in lines if each.startswith("numpy=="))
    assert numpy.endswith(f" --hash=sha256:{'f' * 64}")
    assert numpy.count("--hash") == 2
    with pytest.raises(SystemExit, match="no report has"):
        lock_text([tmp_path / "other.json"])
    wrong = [_installed("numpy", "0.1", "f" * 64)]
    (tmp_path / "wrong.json").write_text(json.dumps({"install": wrong}), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"numpy 0\.1 is not what constraints\.txt pins"):
        lock_text([tmp_path / "wrong.json"])


def _installed(name: str, version: str, digest: str) -> dict[str, Any]:
    return {
        "metadata": {"name": name, "version": version},
        "download_info": {"archive_info": {"hashes": {"sha256": digest}}},
    }


def test_site_and_release_install_what_is_locked_and_nothing_else() -> None:
    """Whatever is installed without digests is made here, and asks for nothing."""
    for name in ("site.yml", "release.yml"):
        text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
        installs = re.findall(r"pip install (.+)", text)
        assert installs
        assert [each for each in installs if not each.startswith(("--require-hashes ", "--no-deps "))] == []
        assert "--require-hashes --requirement constraints-hashes.txt" in text


def test_every_package_of_the_tests_has_one_version_and_no_address() -> None:
    lines = _lines(ROOT / "constraints.txt")
    assert [each for each in lines if not _PIN.fullmatch(each)] == []
    assert len(_pins(ROOT / "constraints.txt")) == len(lines)


def test_every_declared_package_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = [each for names in lists for each in map(Requirement, names) if each.name != "bsc-site"]
    pins = _pins(ROOT / "constraints.txt")
    assert [
        str(each) for each in wanted if not each.specifier.contains(pins.get(canonicalize_name(each.name), ""))
    ] == []


@pytest.mark.parametrize("path", HASHED, ids=lambda path: path.name)
def test_every_tool_of_a_release_has_one_file_by_its_digest(path: Path) -> None:
    """No other file is installed, whoever sends it."""
    lines = _lines(path)
    assert [each for each in lines if not _HASHED_PIN.fullmatch(each)] == []
    assert TOOLS[path.name] <= _pins(path).keys()


@pytest.mark.parametrize("path", HASHED, ids=lambda path: path.name)
def test_a_tool_of_a_release_has_the_version_of_the_tests(path: Path) -> None:
    tested = _pins(ROOT / "constraints.txt")
    both = {name: version for name, version in _pins(path).items() if name in tested}
    assert both
    assert {name: version for name, version in both.items() if tested[name] != version} == {}
