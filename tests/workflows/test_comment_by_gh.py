"""The comment on a pull request, written and renewed by the `gh` of GitHub against a server that answers as it does."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.workflows.files import PRESET, ROOT, run_step, step

GH = shutil.which("gh")
MARKER = "<!-- bsc-site diff -->"
OTHERS = [
    {"id": 5, "user": {"type": "User"}, "body": f"{MARKER}\nwritten by a person"},
    {"id": 6, "user": {"type": "Bot"}, "body": "of another bot"},
]
PULLS = [{"number": 9, "head": {"sha": "older"}}, {"number": 7, "head": {"sha": "abc"}}]
pytestmark = pytest.mark.skipif(GH is None, reason="there is no gh, the program of GitHub")


class GitHub(ThreadingHTTPServer):
    """Pull requests and comments; one comment a page, so that ours is on a later one."""

    def __init__(self) -> None:
        """On a port of its own."""
        super().__init__(("127.0.0.1", 0), _Answers)
        self.comments: list[dict[str, Any]] = [dict(each) for each in OTHERS]
        self.asked: list[str] = []


class _Answers(BaseHTTPRequestHandler):
    server: GitHub

    def do_GET(self) -> None:
        """Pull requests, or one page of comments with the address of the next."""
        found = urlsplit(self.path)
        asked = parse_qs(found.query)
        if found.path.endswith("/pulls"):
            self._answer(PULLS if asked == {"state": ["open"], "head": ["stranger:proposal"]} else [])
            return
        page = int(asked.get("page", ["1"])[0])
        more = f'<http://api.github.localhost{found.path}?page={page + 1}>; rel="next"'
        self._answer(self.server.comments[page - 1 : page], more if page < len(self.server.comments) else "")

    def do_POST(self) -> None:
        """A new comment."""
        made = {"id": 100 + len(self.server.comments), "user": {"type": "Bot"}, "body": self._body()}
        self.server.comments.append(made)
        self._answer(made)

    def do_PATCH(self) -> None:
        """Another body for a comment."""
        id_ = int(self.path.rpartition("/")[2])
        (found,) = (each for each in self.server.comments if each["id"] == id_)
        found["body"] = self._body()
        self._answer(found)

    def log_message(self, *_: object) -> None:
        """Keep what was asked, and how."""
        self.server.asked.append(f"{self.command} {urlsplit(self.path).path}")

    def _body(self) -> str:
        return str(json.loads(self.rfile.read(int(self.headers["content-length"])))["body"])

    def _answer(self, told: object, link: str = "") -> None:
        content = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        if link:
            self.send_header("link", link)
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def github() -> Iterator[GitHub]:
    """A server that is asked in the place of GitHub."""
    server = GitHub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", [ROOT / ".github/workflows/comment.yml", PRESET.with_name("comment.yml")])
def test_one_comment_is_written_and_renewed_and_none_of_others_is_touched(
    path: Path, github: GitHub, tmp_path: Path
) -> None:
    (tmp_path / "diff").mkdir()
    where = {
        "GH_HOST": "github.localhost",
        "GH_TOKEN": "token",
        "GH_ENTERPRISE_TOKEN": "token",
        "GITHUB_REPOSITORY": "octocat/shop",
        "BRANCH": "stranger:proposal",
        "HTTP_PROXY": f"http://127.0.0.1:{github.server_port}",
        "http_proxy": f"http://127.0.0.1:{github.server_port}",
        "HOME": str(tmp_path),
    }
    for text in ("first `touch hacked` $(touch hacked) @octocat", "second"):
        (tmp_path / "diff" / "diff.md").write_text(text, encoding="utf-8")
        ran = run_step(step(path, "comment", "Write the comment, or renew it"), tmp_path, COMMIT="abc", **where)
        assert (ran.code, ran.out, (tmp_path / "hacked").exists()) == (0, "", False)
        assert github.comments == [*OTHERS, {"id": 102, "user": {"type": "Bot"}, "body": f"{MARKER}\n{text}"}]
    changed = [each for each in github.asked if not each.startswith("GET ")]
    assert changed == [
        "POST /repos/octocat/shop/issues/7/comments",
        "PATCH /repos/octocat/shop/issues/comments/102",
    ]
    ran = run_step(step(path, "comment", "Write the comment, or renew it"), tmp_path, COMMIT="later", **where)
    assert (ran.code, "No open pull request has later" in ran.out) == (0, True)
