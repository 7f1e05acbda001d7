"""The preview server: serves the latest site on this computer, reloads the browser, shows what is wrong."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, quote, unquote, urlsplit

from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.preview.live_script import live_script
from bsc_site.publish.preview.preview_state import Preview, Rebuild
from bsc_site.publish.preview.watcher import WATCHED, Watcher

HOST = "127.0.0.1"
PORT = 8000
NEWS = "/-/preview"
_WAIT = 20.0
"""Seconds that a browser's question stays open; then it asks again."""
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def preview_site(project: Path) -> Path:
    """Where previews are built: a folder of its own, so that the published site stays what it is."""
    return project / "build" / "preview"


class _Answer(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server_version = "bsc-site"

    def __init__(self, preview: Preview, site: Path, *args: object) -> None:
        self._preview = preview
        self._site = site
        super().__init__(*args)  # type: ignore[arg-type]  # what the server hands on

    def do_GET(self) -> None:
        """Answer with a file, the news of the latest build, or the page for missing pages."""
        address = urlsplit(self.path)
        if address.path == NEWS:
            self._tell(parse_qs(address.query).get("after", ["0"])[0])
            return
        file = self._file(unquote(address.path))
        if file is not None and file.is_dir() and not address.path.endswith("/"):
            self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": quote(unquote(address.path)) + "/"})
            return
        file = file / "index.html" if file is not None and file.is_dir() else file
        self._send_file(file if file is not None and file.is_file() else None)

    do_HEAD = do_GET  # noqa: N815  # the name that the server calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the base class gives
        """Say nothing: the terminal belongs to the problems."""

    def _file(self, path: str) -> Path | None:
        """The file of the site at this path; None for a path that leads out of it."""
        parts = PurePosixPath(path).parts[1:]
        if "\0" in path or "\\" in path or ".." in parts:
            return None
        file = self._site.joinpath(*parts)
        return file if file.resolve().is_relative_to(self._site.resolve()) else None

    def _send_file(self, file: Path | None) -> None:
        status = HTTPStatus.OK
        if file is None:
            status, file = HTTPStatus.NOT_FOUND, self._site / "404.html"
        try:
            content = file.read_bytes()
        except OSError:
            text = "There is no such page." if self._site.is_dir() else "The site is not built yet."
            content = f"<!doctype html><title>{text}</title><body><p>{text}</p></body>".encode()
        kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
        if file.suffix.lower() == ".html":
            content = self._alive(content)
        self._send(status, content, kind)

    def _alive(self, html: bytes) -> bytes:
        script = live_script(self._preview.state, NEWS).encode()
        before, end, after = html.rpartition(b"</body>")
        return before + script + end + after if end else html + script

    def _tell(self, version: str) -> None:
        state = self._preview.after(int(version) if version.isascii() and version.isdigit() else 0, _WAIT)
        news = {"version": state.version, "problems": list(state.problems)}
        self._send(HTTPStatus.OK, json.dumps(news).encode(), "application/json")

    def _send(self, status: HTTPStatus, content: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    """Browsers that go away in the middle of an answer are no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as it came


def open_server(preview: Preview, site: Path, port: int | None = None) -> ThreadingHTTPServer:
    """A server on 127.0.0.1, not yet running. Without a port: 8000, or any free one when that is taken.

    MachineError when the port that was asked for is taken.
    """
    answer = partial(_Answer, preview, site)
    for number in [port] if port is not None else [PORT, 0]:
        try:
            return _Server((HOST, number), answer)
        except OSError as error:
            reason = error.strerror or str(error)
    raise MachineError((problem("BSC910", Place(f"{HOST}:{port}"), f"the port cannot be used ({reason.lower()})"),))


def print_line(line: str) -> None:
    """The line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def print_problems(lines: tuple[str, ...]) -> None:
    """Each problem line on standard error, or one line that the site is up to date."""
    sys.stderr.write("\n".join(lines or ("The site is up to date.",)) + "\n")
    sys.stderr.flush()


@dataclass(frozen=True)
class Serving:
    """What is served: the project whose folders are watched, the site, the port, and who hears of each build.

    `shows` says in words how much of the project is in the site.
    """

    project: Path
    site: Path
    rebuild: Rebuild
    port: int | None = None
    docs: str = "docs"
    shows: str = "the site"
    started: Callable[[str], None] = print_line
    built: Callable[[tuple[str, ...]], None] = print_problems


def serve(serving: Serving) -> None:
    """Build, serve and rebuild at each change, until interrupted (Ctrl-C).

    MachineError when the port is taken, or when nothing can be written where the preview is built.
    """
    with file_failures(serving.project):
        _must_be_writable(serving.site.parent)
    preview = Preview(serving.rebuild)

    def refresh() -> None:
        serving.built(preview.refresh().problems)

    server = open_server(preview, serving.site, serving.port)
    watcher = Watcher(serving.project, (*WATCHED, serving.docs), refresh)
    try:
        serving.started(f"http://{HOST}:{server.server_address[1]}/")
        serving.started(f"It shows {serving.shows}, on this machine only; Ctrl-C ends it.")
        watcher.start()
        refresh()
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        watcher.stop()
        server.server_close()


def _must_be_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
