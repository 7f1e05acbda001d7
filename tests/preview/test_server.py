"""The preview shows the latest good site, follows edits, and says what is wrong."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from bsc_site.model.failure import InputError, MachineError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.publish.preview.preview_state import Preview, Rebuild, Renewal
from bsc_site.publish.preview.server import HOST, PORT, open_server
from bsc_site.publish.preview.shown_files import ShownFiles
from tests.builders.publications import site_folder

SITE = {
    "site/.bsc-site": "",
    "site/index.html": "<html><body><h1>Home</h1></body></html>",
    "site/kpis/nps/index.html": "<html><body><h1>NPS</h1></body></html>",
    "site/404.html": "<html><body>No such page</body></html>",
    "site/a b.css": "p {}",
    "site/data.csv": "a,b\n",
    "site/api.json": "{}",
    "secret.txt": "secret",
}
NASTY = problem("BSC001", Place("scorecard/a.yml", 1, 2), "'</script><img src=x onerror=alert(1)>' is no text")


def _fine(_: Renewal) -> tuple[Problem, ...]:
    return ()


@contextmanager
def _serving(folder: Path, rebuild: Rebuild = _fine) -> Iterator[tuple[ThreadingHTTPServer, Preview]]:
    site_folder(folder, SITE)
    preview = Preview(rebuild, ShownFiles(folder / "site"))
    server = open_server(preview, 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server, preview
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[ThreadingHTTPServer, Preview]]:
    """A server with a small site."""
    with _serving(tmp_path) as running:
        yield running


def _ask(server: ThreadingHTTPServer, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, server.server_address[1], timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


Served = tuple[ThreadingHTTPServer, Preview]


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/", "text/html; charset=utf-8", b"Home"),
        ("/kpis/nps/", "text/html; charset=utf-8", b"NPS"),
        ("/kpis/nps/index.html?x=1", "text/html; charset=utf-8", b"NPS"),
        ("/a%20b.css", "text/css; charset=utf-8", b"p {}"),
        ("/data.csv", "text/csv; charset=utf-8", b"a,b"),
        ("/api.json", "application/json", b"{}"),
    ],
)
def test_files_are_served_as_what_they_are(served: Served, path: str, kind: str, words: bytes) -> None:
    """The same on every system, and never from a browser's cache."""
    status, headers, content = _ask(served[0], path)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, "no-store")
    assert words in content


def test_a_folder_without_a_slash_leads_to_the_one_with_it(served: Served) -> None:
    """Relative links would break otherwise."""
    status, headers, _ = _ask(served[0], "/kpis/nps")
    assert (status, headers["Location"]) == (302, "/kpis/nps/")


def test_a_missing_page_is_the_sites_own(served: Served) -> None:
    """With the right status."""
    status, _, content = _ask(served[0], "/gone/")
    assert status == 404
    assert b"No such page" in content


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/kpis/../../secret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%00",
        "/link.txt",
    ],
)
def test_nothing_outside_of_the_site_is_served(served: Served, tmp_path: Path, path: str) -> None:
    """However the way is written."""
    (tmp_path / "site" / "link.txt").symlink_to(tmp_path / "secret.txt")
    status, _, content = _ask(served[0], path)
    assert status == 404
    assert b"secret" not in content
    assert b"root:" not in content


def test_head_answers_without_the_content(served: Served) -> None:
    """With its length."""
    _, full, content = _ask(served[0], "/")
    status, headers, nothing = _ask(served[0], "/", "HEAD")
    assert (status, nothing) == (200, b"")
    assert headers["Content-Length"] == full["Content-Length"] == str(len(content))


def test_the_script_is_only_in_what_is_served(served: Served, tmp_path: Path) -> None:
    """The files stay what the build made."""
    assert b"<script data-now=" in _ask(served[0], "/")[2]
    assert "<script" not in (tmp_path / "site/index.html").read_text()


def test_a_browser_hears_of_the_next_build(served: Served) -> None:
    """Its question stays open until then."""
    server, preview = served
    answers: list[bytes] = []
    asking = threading.Thread(target=lambda: answers.append(_ask(server, "/-/preview?after=0")[2]))
    asking.start()
    asking.join(0.2)
    assert asking.is_alive()
    preview.refresh()
    asking.join(5)
    told = {"news": 1, "version": 1, "problems": [], "step": 0, "doing": ""}
    assert [json.loads(each) for each in answers] == [told]


def test_problems_are_told_and_the_last_good_site_is_served(tmp_path: Path) -> None:
    """As the lines of the command, unable to become markup."""
    with _serving(tmp_path, lambda _: (NASTY,)) as (server, preview):
        preview.refresh()
        assert json.loads(_ask(server, "/-/preview?after=0")[2])["problems"] == [str(NASTY)]
        content = _ask(server, "/")[2]
    assert b"<h1>Home</h1>" in content
    assert content.count(b"</script>") == 1
    assert b"<img" not in content


def test_errors_of_a_build_become_problems() -> None:
    """Those of the input as lines, any other with its name; the next build may succeed."""
    outcomes: list[Exception | None] = [InputError((NASTY,)), ValueError("odd"), None]

    def rebuild(_: Renewal) -> tuple[Problem, ...]:
        error = outcomes.pop(0)
        if error is not None:
            raise error
        return ()

    preview = Preview(rebuild)
    states = [preview.refresh() for _ in range(3)]
    assert [each.problems for each in states if each] == [(str(NASTY),), ("ValueError: odd",), ()]


def test_a_port_that_is_taken_is_a_clear_line() -> None:
    """Exit code 3."""
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(MachineError, match=rf"{HOST}:{port}:0:0: BSC910 error: the port cannot be used") as caught:
            open_server(Preview(_fine), port)
    assert caught.value.exit_code == 3


def test_without_a_port_a_free_one_is_found() -> None:
    """Also when the usual one is taken, by us or by somebody else."""
    first = open_server(Preview(_fine))
    second = open_server(Preview(_fine))
    ports = {first.server_address[1], second.server_address[1]}
    first.server_close()
    second.server_close()
    assert len(ports) == 2
    assert second.server_address[1] != PORT


@pytest.mark.browser
def test_a_browser_shows_problems_and_reloads_when_they_are_mended(tmp_path: Path, browser: Browser) -> None:
    """Without the reader's doing, and never running what people typed."""
    problems: list[Problem] = [NASTY]
    with _serving(tmp_path, lambda _: tuple(problems)) as (server, preview):
        page = browser.new_page()
        dialogs: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.goto(f"http://{HOST}:{server.server_address[1]}/")
        preview.refresh()
        assert str(NASTY) in page.locator("#bsc-problems").inner_text()
        problems.clear()
        site_folder(tmp_path, {"site/index.html": "<html><body><h1>Mended</h1></body></html>"})
        preview.refresh()
        page.get_by_role("heading", name="Mended").wait_for()
        assert page.locator("#bsc-problems").count() == 0
        page.close()
    assert dialogs == []
