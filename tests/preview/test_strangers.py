"""The preview answers this machine by its own name, to questions alone, with its site alone, to its own pages alone."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bsc_site.publish.preview.preview_state import Preview
from bsc_site.publish.preview.server import HOST, NEWS, open_server
from bsc_site.publish.preview.shown_files import ShownFiles
from tests.builders.publications import site_folder

SITE = {
    "site/.bsc-site": "",
    "site/index.html": "<html><body><h1>Home</h1></body></html>",
    "site/kpis/nps/index.html": "<html><body><h1>NPS</h1></body></html>",
    "site/finder-index.js": "window.figures = 'secret figures'",
    "site/404.html": "<html><body>No such page</body></html>",
}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a small site is shown."""
    site_folder(tmp_path, SITE)
    server = open_server(Preview(lambda _: (), ShownFiles(tmp_path / "site")), 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def _said(port: int, *lines: str) -> bytes:
    """The whole answer to a question that is written by hand."""
    with socket.create_connection((HOST, port), timeout=10) as line:
        line.sendall("\r\n".join((*lines, "Connection: close", "", "")).encode())
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    return answer


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_it_answers_to_its_own_names(port: int, name: str) -> None:
    assert b"<h1>Home</h1>" in _said(port, "GET / HTTP/1.1", f"Host: {name}:{port}")


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("Host: evil.example",),
        ("Host: evil.example:8000",),
        ("Host: 127.0.0.1.evil.example",),
        ("Host: localhost.evil.example:8000",),
        ("Host: evil.example@127.0.0.1",),
        ("Host: 127.0.0.1", "Host: evil.example"),
        ("Host: ",),
        ("Host: 192.168.0.7",),
        ("Host: 127.0.0.1#.evil.example",),
    ],
)
@pytest.mark.parametrize("path", ["/", "/kpis/nps", "/gone/", f"{NEWS}?after=0"])
def test_it_tells_nothing_to_whoever_asks_for_another_name(port: int, hosts: tuple[str, ...], path: str) -> None:
    """As a page does that has led a name of its own to this machine."""
    answer = _said(port, f"GET {path} HTTP/1.1", *hosts)
    assert answer.startswith(b"HTTP/1.1 421 ")
    assert b"<h1>" not in answer
    assert b"news" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_it_answers_questions_and_does_nothing_else(port: int, method: str) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request(method, "/", body=b"x" if method in {"POST", "PUT"} else None)
    answer = connection.getresponse()
    told = {name.lower() for name in answer.headers}
    assert (answer.status, [name for name in told if name.startswith("access-control")]) == (501, [])
    connection.close()


def test_no_folder_is_listed_and_no_other_page_may_read(port: int) -> None:
    for path in ("/", "/kpis/", "/kpis/nps/", "/finder-index.js"):
        connection = http.client.HTTPConnection(HOST, port, timeout=10)
        connection.request("GET", path, headers={"Origin": "https://evil.example"})
        answer = connection.getresponse()
        text = answer.read()
        told = {name.lower(): value for name, value in answer.headers.items()}
        assert answer.status == (404 if path == "/kpis/" else 200)
        assert path != "/kpis/" or b"nps" not in text
        assert not [name for name in told if name.startswith("access-control")]
        assert told["cross-origin-resource-policy"] == "same-origin"
        assert told["content-security-policy"] == "frame-ancestors 'self'"
        connection.close()


@pytest.mark.browser
def test_a_page_of_somebody_else_gets_nothing_of_it(port: int, browser: Browser, tmp_path: Path) -> None:
    """Neither by asking, nor by loading a script, nor by a frame."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shown = f"http://{HOST}:{port}"
    (elsewhere / "index.html").write_text(
        f"<!doctype html><script src='{shown}/finder-index.js'></script><iframe src='{shown}/'></iframe>",
        encoding="utf-8",
    )
    other = HTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(elsewhere)))
    threading.Thread(target=other.serve_forever, args=(0.05,), daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{other.server_address[1]}/")
    page.wait_for_timeout(500)
    assert page.evaluate("window.figures") is None
    assert page.frames[1].get_by_text("Home").count() == 0
    assert page.evaluate(f"fetch('{shown}/').then(() => 'told', () => 'refused')") == "refused"
    context.close()
    other.shutdown()
    other.server_close()
