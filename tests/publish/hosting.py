"""A web host as GitHub Pages is one: sites lie below the name of a repository, and missing pages get 404.html."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Host(SimpleHTTPRequestHandler):
    def __init__(self, below: str, *args: object, directory: str) -> None:
        self._below = below
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # what the server hands on

    def translate_path(self, path: str) -> str:
        """The file of the site; what does not lie below the repository's name is nowhere."""
        asked = unquote(urlsplit(path).path)
        inside = asked.startswith(self._below)
        return super().translate_path("/" + asked.removeprefix(self._below) if inside else "/nowhere")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for missing pages, for an address below the site as for any other."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing: requests are the tests' own."""


@contextmanager
def hosted(site: Path, below: str) -> Iterator[str]:
    """The address of a host, without a slash at its end, where the site lies below such a path (`/my-repo/`)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, below, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
