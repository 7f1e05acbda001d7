"""What this machine knows of where the program came from."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import bsc_site
from bsc_site.publish.starting import installation
from bsc_site.publish.starting.installation import checkout_of, installation_record, parcel_of, requirement
from bsc_site.publish.starting.kept_by_git import committed
from bsc_site.publish.starting.origin import Checkout, Requirement, origin
from tests.builders.repositories import git, repository


def archive(path: Path, sha256: str = "") -> Requirement:
    hashes = {"hashes": {"sha256": sha256}} if sha256 else {}
    return origin(json.dumps({"url": path.as_uri(), "archive_info": hashes}), "0.1.0")


def test_the_file_that_the_program_came_from_is_taken_while_it_is_the_same(tmp_path: Path) -> None:
    wheel = tmp_path / "bsc_site-0.1.0-py3-none-any.whl"
    assert parcel_of(archive(wheel)) is None
    wheel.write_bytes(b"the wheel")
    assert parcel_of(archive(wheel)) == b"the wheel"
    assert parcel_of(archive(wheel, hashlib.sha256(b"the wheel").hexdigest())) == b"the wheel"
    assert parcel_of(archive(wheel, "00" * 32)) is None


def test_there_is_no_file_where_the_program_came_from_a_folder_or_from_elsewhere(tmp_path: Path) -> None:
    assert parcel_of(origin(json.dumps({"url": tmp_path.as_uri(), "dir_info": {}}), "0.1.0")) is None
    assert parcel_of(origin(None, "0.1.0")) is None
    assert parcel_of(origin("{", "0.1.0")) is None


def test_a_commit_is_offered_once_it_is_known_to_stand_at_the_remote(tmp_path: Path) -> None:
    folder = repository(tmp_path / "checkout", {"a": "1", "tools/b": "2"})
    assert checkout_of(folder) is None
    git(folder, "remote", "add", "origin", "https://anna:s3cret@example.org/o/r.git")
    assert checkout_of(folder) is None
    commit = git(folder, "rev-parse", "HEAD")
    git(folder, "update-ref", "refs/remotes/origin/main", commit)
    assert checkout_of(folder) == Checkout("https://example.org/o/r.git", commit)
    assert checkout_of(folder / "tools") == Checkout("https://example.org/o/r.git", commit, "tools")
    git(folder, "commit", "-q", "--allow-empty", "-m", "not pushed")
    assert checkout_of(folder) is None


def test_a_folder_that_is_no_checkout_offers_nothing(tmp_path: Path) -> None:
    assert checkout_of(tmp_path) is None
    assert checkout_of(tmp_path / "gone") is None


def test_a_program_that_was_never_installed_came_from_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(installation, "distribution", missing)
    record = installation_record()
    assert record is not None
    assert Path(origin(record, "0.1.0").place) == Path(bsc_site.__file__).parents[1]
    assert requirement().lasting is False


def test_git_tells_which_files_it_keeps_as_they_stand(tmp_path: Path) -> None:
    folder = repository(tmp_path, {"in/same": "1", "in/changed": "1", "in/gone": "1", "in/staged": "1", "out": "1"})
    (folder / "in" / "changed").write_text("2")
    (folder / "in" / "new").write_text("1")
    (folder / "in" / "gone").unlink()
    (folder / "in" / "staged").write_text("2")
    git(folder, "add", "in/staged")
    assert committed(folder, ["in", "missing"]) == ("in/same",)


def test_git_keeps_nothing_without_a_commit_or_a_repository(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "same").write_text("1")
    assert committed(tmp_path, ["in"]) == ()
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "--all")
    assert committed(tmp_path, ["in"]) == ()
