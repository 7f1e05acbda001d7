"""A release is what its tag says: built once, with checksums, told in the words of the changelog."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site import __version__
from tests.workflows.files import OWN, ROOT, Ran, program, run_step, step, steps, workflow

RELEASE = OWN / "release.yml"
BILL = "bsc_site.cdx.json"
"""The list of what comes along."""
CHANGELOG = """\
# Changelog

## [Unreleased]

## [1.10.0] - 2027-02-01

### Added

- Ten.

## [1.1.0] - 2027-01-01

### Added

- One, with `code` and "quotes" & \\1.

## [1.0.0] - 2026-12-01

- Nought.
"""


def _job(name: str) -> dict[str, Any]:
    return dict(workflow(RELEASE)["jobs"][name])


def _text(folder: Path, changelog: str, tag: str) -> Ran:
    (folder / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    return run_step(step(RELEASE, "build", "Take the release text from the changelog"), folder, GITHUB_REF_NAME=tag)


def test_a_tag_makes_a_release_after_all_tests() -> None:
    assert workflow(RELEASE)["on"] == {"push": {"tags": ["v*"]}}
    order = ("tests", "build", "attest", "publish", "announce")
    assert tuple(workflow(RELEASE)["jobs"]) == order
    assert [_job(name).get("needs") for name in order] == [None, *order[:-1]]


def test_the_release_text_is_the_section_of_the_version(tmp_path: Path) -> None:
    """Of this version, not of one whose number begins alike."""
    assert _text(tmp_path, CHANGELOG, "v1.1.0").code == 0
    text = (tmp_path / "notes.md").read_text(encoding="utf-8").strip()
    assert text == '### Added\n\n- One, with `code` and "quotes" & \\1.'


@pytest.mark.parametrize("tag", ["v1.0.1", "v1.1", "vUnreleased", "v"])
def test_a_version_without_a_text_is_not_released(tag: str, tmp_path: Path) -> None:
    """Neither one that has no section nor one whose section is empty."""
    ran = _text(tmp_path, CHANGELOG, tag)
    assert (ran.code, ran.out.startswith("::error file=CHANGELOG.md,title=No release text::")) == (1, True)


def test_the_present_version_has_its_text(tmp_path: Path) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert _text(tmp_path, changelog, f"v{__version__}").code == 0
    assert len((tmp_path / "notes.md").read_text(encoding="utf-8")) > 200


def test_the_changelog_begins_with_what_is_not_released_and_goes_back_in_time() -> None:
    """Each version with its day."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *rest = re.findall(r"^## (.*)$", changelog, re.MULTILINE)
    assert first == "[Unreleased]"
    dated = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", each) for each in rest]
    versions = [(tuple(map(int, each[1].split("."))), date.fromisoformat(each[2])) for each in dated if each]
    assert len(versions) == len(rest)
    assert versions == sorted(versions, reverse=True)
    kinds = set(re.findall(r"^### (.*)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize(("tag", "code"), [("v1.2.3", 0), ("v1.2.30", 1), ("1.2", 1)])
def test_a_tag_that_is_not_the_version_is_refused(tag: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "bsc_site-1.2.3-py3-none-any.whl").touch()
    ran = run_step(step(RELEASE, "build", "Compare the tag with the version"), tmp_path, GITHUB_REF_NAME=tag)
    assert (ran.code, f"The tag is {tag}, but this was built: bsc_site-1.2.3" in ran.out) == (code, code == 1)


def test_the_checksums_name_the_files_as_they_lie_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    for name in ("b.whl", "a.tar.gz"):
        (tmp_path / "dist" / name).write_text(name)
    (tmp_path / BILL).write_text(BILL)
    assert run_step(step(RELEASE, "build", "Write the checksums"), tmp_path).code == 0
    expected = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.tar.gz", "b.whl", BILL)]
    assert (tmp_path / "SHA256SUMS").read_text().splitlines() == expected
    program(tmp_path, "gh")
    where = {"GITHUB_REF_NAME": "v1.2.3", "GITHUB_REPOSITORY": "octocat/bsc"}
    made = run_step(step(RELEASE, "announce", "Make the release"), tmp_path, **where)
    assert made.code == 0, made.out
    assert made.out.endswith(
        "gh <release> <create> <v1.2.3> <--repo> <octocat/bsc> <--verify-tag> <--title> <bsc-site 1.2.3> "
        "<--notes-file> <notes.md> <dist/a.tar.gz> <dist/b.whl> <dist/bsc_site.cdx.json> <SHA256SUMS>\n"
    )


def test_files_that_changed_after_they_were_built_are_not_released(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "a.whl").write_text("as built")
    (tmp_path / BILL).write_text(BILL)
    run_step(step(RELEASE, "build", "Write the checksums"), tmp_path)
    (tmp_path / "dist" / "a.whl").write_text("as changed")
    program(tmp_path, "gh")
    ran = run_step(
        step(RELEASE, "announce", "Make the release"), tmp_path, GITHUB_REF_NAME="v1", GITHUB_REPOSITORY="o/r"
    )
    assert (ran.code != 0, "gh <release>" in ran.out) == (True, False)


def test_the_package_index_is_told_who_publishes_and_no_secret_is_stored() -> None:
    """By the identity of the workflow, in an environment of its own, without anything but the files that were built."""
    publish = _job("publish")
    assert publish["permissions"] == {"id-token": "write"}
    assert publish["environment"] == {"name": "package-index"}
    assert [each["uses"].partition("@")[0] for each in publish["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]
    assert "secrets." not in RELEASE.read_text(encoding="utf-8")


def test_the_same_files_go_to_the_index_and_to_the_release() -> None:
    """They are built by one job, with the locked tools, from nothing that another run left behind."""
    kept = step(RELEASE, "build", "Hand over the release")["with"]
    assert kept["path"].split() == ["dist/", BILL, "SHA256SUMS", "notes.md"]
    assert step(RELEASE, "build", "Install the tools")["run"].endswith(
        "--require-hashes --requirement .github/requirements/release.txt"
    )
    assert step(RELEASE, "build", "Build wheel and sdist")["run"] == "python -m build --no-isolation"
    after = [each for name in ("attest", "publish", "announce") for each in steps(RELEASE, name)]
    taken = [each["with"] for each in after if each.get("uses", "").startswith("actions/download-artifact@")]
    assert taken == [{"name": kept["name"]}] * 3


def test_what_comes_along_is_listed_as_it_is_installed(tmp_path: Path) -> None:
    """From the wheel that is released, with the versions of the tests, without the tools that build it."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "bsc_site-1.2.3-py3-none-any.whl").touch()
    for name in ("python", "cyclonedx-py"):
        program(tmp_path, name)
    (tmp_path / "installed" / "bin").mkdir(parents=True)
    (tmp_path / "bin" / "python").rename(tmp_path / "installed" / "bin" / "python")
    program(tmp_path, "python")
    ran = run_step(step(RELEASE, "build", "List what comes along"), tmp_path)
    assert ran.code == 0, ran.out
    assert ran.out.splitlines() == [
        "python <-m> <venv> <installed>",
        "python <-m> <pip> <install> <--require-hashes> <--requirement> <constraints-hashes.txt>",
        "python <-m> <pip> <install> <--no-deps> <dist/bsc_site-1.2.3-py3-none-any.whl>",
        (
            "cyclonedx-py <environment> <--output-reproducible> <--pyproject> <pyproject.toml> <--output-file> "
            "<bsc_site.cdx.json> <installed/bin/python>"
        ),
    ]


def test_every_file_of_a_release_is_signed_before_it_goes_anywhere() -> None:
    """By the identity of the workflow; no code of the repository runs with it, and no key is stored."""
    attest = _job("attest")
    assert attest["permissions"] == {"id-token": "write", "attestations": "write"}
    used = {each["uses"].partition("@")[0]: each["with"] for each in attest["steps"]}
    assert list(used) == ["actions/download-artifact", "actions/attest-build-provenance", "actions/attest-sbom"]
    assert used["actions/attest-build-provenance"]["subject-path"].split() == ["dist/*", BILL]
    assert used["actions/attest-sbom"] == {"subject-path": "dist/*", "sbom-path": BILL}
