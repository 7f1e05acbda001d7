"""A project asks for the very program that started it, in words that hold elsewhere, or says what is missing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from packaging.requirements import Requirement as Line

from bsc_site.publish.starting.origin import Checkout, origin, place_of, public_address

SHA = "ab" * 32
WHEEL = "bsc_site-0.1.0-py3-none-any.whl"
GIT = {"vcs": "git", "requested_revision": "main", "commit_id": "c0ffee"}


def line(record: dict[str, Any] | str | None) -> str:
    text = record if record is None or isinstance(record, str) else json.dumps(record)
    return origin(text, "0.1.0").line


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (None, "==0.1.0"),
        ({"url": "https://example.org/o/r.git", "vcs_info": GIT}, " @ git+https://example.org/o/r.git@c0ffee"),
        (
            {"url": "https://example.org/o/r.git", "vcs_info": GIT, "subdirectory": "sub/dir"},
            " @ git+https://example.org/o/r.git@c0ffee#subdirectory=sub/dir",
        ),
        ({"url": "ssh://git@example.org/o/r.git", "vcs_info": GIT}, " @ git+ssh://git@example.org/o/r.git@c0ffee"),
        (
            {"url": "https://example.org/hg", "vcs_info": {"vcs": "hg", "commit_id": "1f"}},
            " @ hg+https://example.org/hg@1f",
        ),
        (
            {"url": f"https://example.org/{WHEEL}", "archive_info": {"hashes": {"sha256": SHA}}},
            f" @ https://example.org/{WHEEL}#sha256={SHA}",
        ),
        (
            {"url": f"https://example.org/{WHEEL}", "archive_info": {"hash": f"sha256={SHA}"}},
            f" @ https://example.org/{WHEEL}#sha256={SHA}",
        ),
        ({"url": f"https://example.org/{WHEEL}", "archive_info": {}}, f" @ https://example.org/{WHEEL}"),
        (
            {
                "url": "https://example.org/a.zip?download=1",
                "archive_info": {"hashes": {"sha256": SHA}},
                "subdirectory": "sub",
            },
            f" @ https://example.org/a.zip?download=1#sha256={SHA}&subdirectory=sub",
        ),
        (
            {"url": f"https://example.org/{WHEEL}", "archive_info": {"hash": "md5=00"}},
            f" @ https://example.org/{WHEEL}",
        ),
    ],
)
def test_what_others_can_reach_is_written_as_pip_reads_it(record: dict[str, Any] | None, expected: str) -> None:
    assert line(record) == f"bsc-site[all]{expected}"
    assert (Line(line(record)).name, Line(line(record)).extras) == ("bsc-site", {"all"})


@pytest.mark.parametrize(
    "url",
    [
        "https://anna:s3cret@example.org/o/r.git",
        "https://s3cret@example.org/o/r.git",
        "https://${S3CRET_USER}:${S3CRET}@example.org/o/r.git",
        "ssh://git:s3cret@example.org/o/r.git",
        "ssh://s3cret@example.org/o/r.git",
        "https://example.org/o/r.git?private_token=s3cret",
        "https://example.org/o/r.git?X-Amz-Signature=s3cret",
        "https://example.org/o/r.git#s3cret",
    ],
)
@pytest.mark.parametrize("kind", [{"vcs_info": GIT}, {"archive_info": {}}], ids=["git", "archive"])
def test_nobodys_password_is_written(url: str, kind: dict[str, Any]) -> None:
    asked = origin(json.dumps({"url": url, **kind}), "0.1.0")
    assert "s3cret" not in (asked.text + asked.place).casefold()
    assert "example.org/o/r.git" in asked.line or not asked.lasting


@pytest.mark.parametrize(
    "record",
    [
        "{",
        "[]",
        "null",
        '"https://example.org"',
        {},
        {"url": None},
        {"url": "no address"},
        {"url": "https://[/"},
        {"url": "https://example.org/r.git\nrequests", "vcs_info": GIT},
        {"url": "https://example.org/r.git", "vcs_info": {"vcs": "git"}},
        {"url": "https://example.org/r.git", "vcs_info": "git"},
        {"url": "https://example.org/r.git", "vcs_info": {"vcs": "git", "commit_id": "a b"}},
    ],
)
def test_a_record_that_says_nothing_of_use_promises_nothing(record: dict[str, Any] | str) -> None:
    asked = origin(record if isinstance(record, str) else json.dumps(record), "0.1.0")
    assert (asked.line, asked.lasting, asked.parcel) == (f"./vendor/{WHEEL}[all]", False, f"vendor/{WHEEL}")


@pytest.mark.parametrize("info", [{"editable": True}, {}])
def test_a_local_folder_is_no_promise_to_others(info: dict[str, Any]) -> None:
    asked = origin(json.dumps({"url": "file:///home/anna/bsc-site", "dir_info": info}), "0.1.0")
    assert (asked.line, asked.lasting) == (f"./vendor/{WHEEL}[all]", False)
    assert (asked.place, "anna" in asked.text) == ("/home/anna/bsc-site", False)
    assert "#     bsc-site[all]==0.1.0\n" in asked.text
    assert [each for each in asked.text.splitlines() if not each.startswith("#")] == [asked.line]


def test_a_checkout_offers_its_commit_as_a_comment() -> None:
    record = json.dumps({"url": "file:///home/anna/bsc-site", "dir_info": {"editable": True}})
    told = origin(record, "0.1.0", Checkout("https://example.org/o/r.git", "c0ffee")).text
    assert "#     bsc-site[all] @ git+https://example.org/o/r.git@c0ffee\n" in told
    told = origin(record, "0.1.0", Checkout("https://example.org/o/r.git", "c0ffee", "tools")).text
    assert "#     bsc-site[all] @ git+https://example.org/o/r.git@c0ffee#subdirectory=tools\n" in told


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (f"file:///home/anna/Downloads/{WHEEL}", WHEEL),
        ("file:///home/anna/My%20files/bsc_site-0.1.0.tar.gz", "bsc_site-0.1.0.tar.gz"),
        ("file:///home/anna/bsc_site-0.1.0%20(1).tar.gz", "bsc_site-0.1.0.tar.gz"),
        ("file:///home/anna/main%20(2).zip", "bsc_site-0.1.0.zip"),
    ],
)
def test_a_local_file_is_asked_for_inside_of_the_project(url: str, name: str) -> None:
    asked = origin(json.dumps({"url": url, "archive_info": {"hashes": {"sha256": SHA}}}), "0.1.0")
    assert (asked.line, asked.parcel, asked.lasting) == (f"./vendor/{name}[all]", f"vendor/{name}", False)
    assert (asked.place.startswith("/home/anna/"), asked.sha256, "anna" in asked.text) == (True, SHA, False)


def test_a_repository_of_git_on_this_machine_is_no_promise_either() -> None:
    asked = origin(json.dumps({"url": "file:///srv/bsc-site.git", "vcs_info": GIT}), "0.1.0")
    assert (asked.lasting, asked.place) == (False, "/srv/bsc-site.git")


def test_only_what_came_from_this_machine_has_a_place_on_it() -> None:
    assert place_of(None) == place_of("{") == place_of('{"url": "https://example.org/r.git"}') == ""
    assert place_of('{"url": "file:///home/a%20b"}') == "/home/a b"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://example.org/o/r.git", "https://example.org/o/r.git"),
        ("https://anna:s3cret@example.org/o/r", "https://example.org/o/r"),
        ("git@example.org:o/r.git", "https://example.org/o/r.git"),
        ("ssh://git@example.org:2222/o/r.git", "https://example.org/o/r.git"),
        ("git://example.org/o/r.git", "https://example.org/o/r.git"),
        ("", ""),
        ("/srv/git/r.git", ""),
        ("../r", ""),
        ("file:///srv/git/r.git", ""),
        ("C:\\git\\r", ""),
        ("C:/git/r", ""),
        ("server:r.git", ""),
        ("https://example.org/r?token=s3cret", ""),
    ],
)
def test_a_remote_is_offered_where_anybody_could_reach_it(remote: str, address: str) -> None:
    assert public_address(remote) == address
