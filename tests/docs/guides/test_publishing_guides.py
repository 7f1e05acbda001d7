"""The guides to publishing: what they show is run, as far as a machine without their hosts can."""

from __future__ import annotations

import json
import re
import subprocess
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.program import run
from tests.docs.guides.blocks import blocks_of
from tests.docs.guides.web_server import PROGRAM, answer, free_port, headers_of, moved, served
from tests.docs.newcomer import DAY
from tests.docs.tools import Printed, Tools
from tests.workflows.files import PRESET, program, steps

WITH_NGINX = pytest.mark.skipif(PROGRAM is None, reason="nginx is not installed")
HOSTS = ("aws", "rsync", "pip")


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    """The program, and others in whose place their own names and arguments are printed."""
    found = Tools.at(tmp_path / "tools", DAY)
    for name in HOSTS:
        program(tmp_path, name)
        (tmp_path / "bin" / name).rename(found.folder / name)
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project."""
    assert run("init", tmp_path / "project", "--preset", "public").code == 0
    return tmp_path / "project"


def all_run(lines: str, tools: Tools, folder: Path, **variables: str) -> list[Printed]:
    """Each line, to an end without a fault."""
    before = "".join(f"{name}={value}; " for name, value in variables.items())
    done = [tools.run(before + line, folder) for line in lines.splitlines()]
    assert [each.text for each in done if each.code] == []
    return done


@pytest.mark.slow
def test_the_job_of_gitlab_leaves_the_site_where_gitlab_looks_for_it(tools: Tools, project: Path) -> None:
    (text,) = blocks_of("publish/gitlab-pages.md", "yaml")
    jobs: dict[str, Any] = yaml.safe_load(text)
    for name in ("check", "pages"):
        install, *ours = jobs[name]["script"]
        assert (install, (project / "requirements.txt").is_file()) == (steps(PRESET, "build")[2]["run"], True)
        all_run("\n".join(ours), tools, project, CI_PAGES_URL="https://group.gitlab.io/card")
        assert jobs[name]["artifacts"]["paths"] == ["public"]
        assert (project / "public" / "index.html").is_file()
    assert "https://group.gitlab.io/card/" in (project / "public" / "sitemap.xml").read_text(encoding="utf-8")


def test_the_step_for_databases_fits_into_the_workflow_of_a_new_project() -> None:
    (step,) = yaml.safe_load(blocks_of("publish/github-pages.md", "yaml")[0])
    connection = yaml.safe_load(blocks_of("warehouses.md", "yaml")[0])
    assert step["run"] == "bsc-site fetch"
    assert all(f"${{{name}}}" in json.dumps(connection) for name in step["env"])
    assert "Check" in [each.get("name") for each in steps(PRESET, "build")]


@pytest.mark.slow
def test_the_lines_for_a_bucket_send_the_site_that_was_built(tools: Tools, project: Path) -> None:
    (lines,) = blocks_of("publish/s3.md", "sh")
    _, website, sync = all_run(lines, tools, project)
    pages = "<--index-document> <index.html> <--error-document> <404.html>"
    assert website.text == f"aws <s3> <website> <s3://YOUR-BUCKET/> {pages}\n"
    assert sync.text.startswith("aws <s3> <sync> <build/site> <s3://YOUR-BUCKET/> <--delete>")
    for name in ("index.html", "404.html"):
        assert (project / "build" / "site" / name).is_file()


@pytest.mark.parametrize(
    ("asked", "got"), [("/", "/index.html"), ("/kpis/nps/", "/kpis/nps/index.html"), ("/feed.xml", "/feed.xml")]
)
def test_a_folder_of_the_bucket_means_its_page(asked: str, got: str) -> None:
    (function,) = blocks_of("publish/s3.md", "js")
    script = f"{function}\nconsole.log(handler({{request: {{uri: {json.dumps(asked)}}}}}).uri)"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)  # noqa: S607  # node of the path
    assert done.stdout.strip() == got


@pytest.mark.slow
def test_two_sites_are_made_and_copied_to_the_server(tools: Tools, project: Path) -> None:
    *_, site, board = all_run(blocks_of("publish/nginx.md", "sh")[0], tools, project)
    copied = [re.findall(r"<([^>]*)>", each.text)[-2:] for each in (site, board)]
    assert [Path(where).as_posix() for _, where in copied] == [
        "scorecard.example.org:/srv/scorecard",
        "scorecard.example.org:/srv/board",
    ]
    assert all((project / source / "index.html").is_file() for source, _ in copied)
    assert moved(" /srv/board/;", Path("/x")) == " /x/srv/board/;"


def _two_sites(here: Path) -> None:
    for name in ("scorecard", "board"):
        folder = here / "srv" / name / "map"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"the map of {name}")
        (folder.parent / "404.html").write_text("no such page")


def test_every_place_of_the_settings_asks_who_reads() -> None:
    """A location without a question of its own has that of the server, or answers only within."""
    for name, question in (("nginx", "auth_basic "), ("openid", "auth_request ")):
        (text,) = blocks_of(f"publish/{name}.md", "nginx")
        assert text.count("{") == text.count("}")
        outside = re.sub(r"location[^{]*\{[^}]*\}", "", text)
        places = re.findall(r"location ([^{]*) \{([^}]*)\}", text)
        assert places
        for place, inside in places:
            open_to_all = ("proxy_pass" in inside or "return" in inside) and "alias" not in inside
            assert open_to_all or question in inside + outside, place


@WITH_NGINX
def test_nginx_gives_each_site_to_those_who_know_its_password(tmp_path: Path) -> None:
    (settings,) = blocks_of("publish/nginx.md", "nginx")
    _two_sites(tmp_path)
    (tmp_path / "etc" / "nginx").mkdir(parents=True)
    for line in blocks_of("publish/nginx.md", "sh")[1].splitlines():
        named = re.search(r"'(\w+):", line)
        assert named is not None
        given = moved(line, tmp_path).replace("-apr1", f"-apr1 of-{named[1]}")
        subprocess.run(["/bin/sh", "-c", given], check=True)
    staff, board = "staff:of-staff", "board:of-board"
    with served(settings, tmp_path) as address:
        assert answer(f"{address}/map/")[0] == 401
        assert answer(f"{address}/map/", staff) == (200, "the map of scorecard")
        assert answer(f"{address}/gone/", staff) == (404, "no such page")
        assert answer(f"{address}/board/map/", staff)[0] == 401
        assert answer(f"{address}/board/map/", board) == (200, "the map of board")
        for path in ("map/", "gone/", "board/map/"):
            told = headers_of(f"{address}/{path}")
            assert told["Content-Security-Policy"] == "frame-ancestors 'self'"
            assert (told["X-Content-Type-Options"], told["Referrer-Policy"]) == ("nosniff", "same-origin")


@contextmanager
def _login(port: int) -> Iterator[None]:
    """Stands for OAuth2 Proxy: `Cookie` names who is signed in, `board` alone is of the group."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            who = self.headers.get("Cookie")
            for_board = "allowed_groups=board" in self.path
            allowed = 202 if who == "board" or not for_board else 403
            self.send_response((allowed if who else 401) if self.path.startswith("/oauth2/auth") else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", port), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def test_the_settings_of_the_proxy_agree_with_those_of_the_server() -> None:
    (text,) = blocks_of("publish/openid.md", "toml")
    (settings,) = blocks_of("publish/openid.md", "nginx")
    proxy = tomllib.loads(text)
    assert settings.count(f"proxy_pass http://{proxy['http_address']}") == settings.count("proxy_pass ") == 3
    assert proxy["redirect_url"] == "https://scorecard.example.org/oauth2/callback"
    assert proxy["reverse_proxy"] is True
    assert not [name for name in proxy if "secret" in name]
    made = subprocess.run(["/bin/sh", "-c", blocks_of("publish/openid.md", "sh")[0]], capture_output=True, check=True)
    assert re.fullmatch(rb"[\w-]{43}=\n", made.stdout)


@WITH_NGINX
def test_nginx_sends_strangers_to_the_login_and_gives_the_board_its_own(tmp_path: Path) -> None:
    (settings,) = blocks_of("publish/openid.md", "nginx")
    _two_sites(tmp_path)
    port = free_port()
    with _login(port), served(settings.replace("127.0.0.1:4180", f"127.0.0.1:{port}"), tmp_path) as address:
        code, where = answer(f"{address}/map/")
        assert code == 302
        assert "/oauth2/sign_in?rd=https://" in where
        assert answer(f"{address}/map/", Cookie="staff") == (200, "the map of scorecard")
        assert answer(f"{address}/board/map/")[0] == 302
        assert answer(f"{address}/board/map/", Cookie="staff")[0] == 403
        assert answer(f"{address}/board/map/", Cookie="board") == (200, "the map of board")
        assert answer(f"{address}/oauth2/auth", Cookie="staff")[0] == 404
