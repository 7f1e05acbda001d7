"""The preview server: serves the latest site on this computer, reloads the browser, shows what is wrong."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Event, Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.settings_sentences import PORT_TAKEN
from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.policy_hook import allowing
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.preview.live_script import live_code, live_script, page_news
from bsc_site.publish.preview.preview_state import Preview, Rebuild, State
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.publish.preview.waiting_page import waiting_page
from bsc_site.publish.preview.watcher import WATCHED, Watcher
from bsc_site.wording.language import ENGLISH, Language, say, speaking

HOST = "127.0.0.1"
PORT = 8000
NEWS = "/-/preview"
_LOST = "404.html"
_STRANGER = b"Ask for 127.0.0.1 or localhost."
_TO_ITSELF = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
}
"""What is shown is for pages of the preview alone: no other page may load its scripts or show it in a frame."""
_WAIT = 20.0
"""Seconds that a browser's question stays open; then it asks again."""
_TURN = 0.0005
"""Seconds after which a build lets whoever answers a browser have a turn; a page with all its files takes dozens."""
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

    def __init__(self, preview: Preview, *args: object) -> None:
        self._preview = preview
        super().__init__(*args)  # type: ignore[arg-type]  # what the server hands on

    def do_GET(self) -> None:
        """Answer with a file, the news of the latest build, or the page for missing pages.

        Only to whoever asked for this machine by its own name: a page of somebody else may have led its name here, to
        read what is shown as if it were its own.
        """
        if not _own_name(self.headers.get_all("Host") or ()):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, _STRANGER, TYPES[".txt"])
            return
        with speaking(self._preview.language):  # each request has a thread of its own
            self._answer()

    def _answer(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        if address.path == NEWS:
            self._tell(parse_qs(address.query))
        elif self._preview.shown.is_folder(path[1:]) and not path.endswith("/"):
            self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": f"{quote(path)}/"})
        else:
            self._send_file(f"{path}index.html" if path.endswith("/") else path)

    do_HEAD = do_GET  # noqa: N815  # the name that the server calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the base class gives
        """Say nothing: the terminal belongs to the problems."""

    def _send_file(self, path: str) -> None:
        # the state first: a page that is newer than what it is told of is loaded once more, an older one never again
        state, shown = self._preview.state, self._preview.shown
        status, name, content = HTTPStatus.OK, path[1:], shown.content(path[1:])
        if content is None:
            status, name, content = HTTPStatus.NOT_FOUND, _LOST, shown.content(_LOST)
        address = name.removesuffix("index.html")
        if content is not None:
            kind = TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
            self._send(status, _alive(content, state, address) if kind == TYPES[".html"] else content, kind)
        elif state.stands:
            self._send(status, say("There is no such page.").encode(), TYPES[".txt"])
        else:
            self._preview.open.asked(address, in_front=True)
            waiting = waiting_page(state, address, NEWS).encode()
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, waiting, TYPES[".html"], {"Retry-After": "1"})

    def _tell(self, asked: dict[str, list[str]]) -> None:
        news, page = asked.get("after", ["0"])[0], asked.get("page", [""])[0]
        if self._preview.shown.is_folder(page) or not self._preview.state.stands:
            self._preview.open.asked(page, in_front=asked.get("front") == ["1"])
        state = self._preview.after(int(news) if news.isascii() and news.isdigit() else 0, _WAIT)
        self._send(HTTPStatus.OK, json.dumps(page_news(state, page)).encode(), "application/json")

    def _send(self, status: HTTPStatus, content: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in (_TO_ITSELF | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _own_name(hosts: Sequence[str]) -> bool:
    """Whether a browser asked this machine by a name that is never another one's."""
    return len(hosts) == 1 and re.fullmatch(r"(?:127\.0\.0\.1|localhost)(?::\d+)?", hosts[0], re.IGNORECASE) is not None


def _alive(html: bytes, state: State, address: str) -> bytes:
    """A page with the script that keeps it alive, which its policy lets run."""
    script = live_script(state, address, NEWS)
    before, end, after = allowing(html.decode("utf-8", "surrogateescape"), live_code()).rpartition("</body>")
    whole = before + script + end + after if end else after + script
    return whole.encode("utf-8", "surrogateescape")


class _Server(ThreadingHTTPServer):
    """Browsers that go away in the middle of an answer are no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  # as it is called
        if not isinstance(sys.exception(), ConnectionError):
            sys.excepthook(*sys.exc_info())


def open_server(preview: Preview, port: int | None = None) -> ThreadingHTTPServer:
    """A server on 127.0.0.1, not yet running. Without a port: 8000, or any free one when that is taken.

    MachineError when the port that was asked for is taken.
    """
    answer = partial(_Answer, preview)
    for number in [port] if port is not None else [PORT, 0]:
        try:
            return _Server((HOST, number), answer)
        except OSError as error:
            reason = error.strerror or str(error)
    raise MachineError((problem("BSC910", Place(f"{HOST}:{port}"), said(PORT_TAKEN, reason=reason.lower())),))


def print_line(line: str) -> None:
    """The line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def print_problems(lines: tuple[str, ...]) -> None:
    """Each problem line on standard error, or one line that the site is up to date."""
    sys.stderr.write("\n".join(lines or (say("The site is up to date."),)) + "\n")
    sys.stderr.flush()


@dataclass(frozen=True)
class Serving:
    """What is served: the project whose folders are watched, the site, the port, and who hears of each build.

    `shows` says in words how much of the project is in the site, `language` is that of the site; `before` is a folder
    whose site is shown until there is one.
    """

    project: Path
    site: Path
    rebuild: Rebuild
    before: Path
    port: int | None = None
    docs: str = "docs"
    shows: str = "the site"
    language: Language = ENGLISH
    started: Callable[[str], None] = print_line
    built: Callable[[tuple[str, ...]], None] = print_problems


def serve(serving: Serving) -> None:
    """Build, serve and rebuild at each change, until interrupted (Ctrl-C).

    MachineError when the port is taken, or when nothing can be written where the preview is built.
    """
    with file_failures(serving.project):
        _must_be_writable(serving.site.parent)
    sys.setswitchinterval(_TURN)
    changed = Event()
    preview = Preview(serving.rebuild, ShownFiles(serving.site, serving.before), changed.is_set)
    preview.language = serving.language
    server = open_server(preview, serving.port)
    watcher = Watcher(serving.project, (*WATCHED, serving.docs), changed.set)
    try:
        serving.started(f"http://{HOST}:{server.server_address[1]}/")
        serving.started(say("It shows {what}, on this machine only; Ctrl-C ends it.", what=serving.shows))
        watcher.start()
        Thread(target=server.serve_forever, daemon=True).start()
        changed.set()
        while changed.wait():
            changed.clear()
            state = preview.refresh()
            if state is not None:
                serving.built(preview.lines_here())
    except KeyboardInterrupt:
        pass
    finally:
        watcher.stop()
        server.server_close()


def _must_be_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
