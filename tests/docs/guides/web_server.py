"""A web server: nginx with the settings of a guide, on a port and below folders of our own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
"""None on a machine without it."""
_MAIN = """\
daemon off;
master_process off;
pid {here}/nginx.pid;
error_log {here}/error.log;
events {{}}
http {{
    access_log off;
    types {{ text/html html; }}
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/etc/nginx/conf.d/*.conf;
}}
"""


def moved(text: str, here: Path) -> str:
    """The text with its folders of the system below a folder of our own."""
    return re.sub(r"(?<=[\s'\"])/(etc|srv)/", rf"{here}/\1/", text)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(settings: str, here: Path) -> Iterator[str]:
    """The address of the server that these settings describe; AssertionError where nginx finds them wrong."""
    port = free_port()
    folder = here / "etc" / "nginx" / "conf.d"
    folder.mkdir(parents=True, exist_ok=True)
    text = moved(settings, here).replace("listen 443", f"listen 127.0.0.1:{port}")
    (folder / "scorecard.conf").write_text(text, encoding="utf-8")
    (here / "nginx.conf").write_text(_MAIN.format(here=here), encoding="utf-8")
    _certificate(here / "etc" / "ssl")
    command = [str(PROGRAM), "-p", str(here), "-c", str(here / "nginx.conf")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _await(port)
            yield f"https://127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(port: int) -> None:
    """Until somebody answers at the port."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def _certificate(folder: Path) -> None:
    folder.mkdir(parents=True)
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=scorecard.example.org"]
    where = ["-keyout", str(folder / "scorecard.key"), "-out", str(folder / "scorecard.pem")]
    subprocess.run(["openssl", *made, *where], check=True, capture_output=True)  # noqa: S607  # openssl of the path


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer."""

    def redirect_request(self, *_: object) -> None:
        """Not followed."""


def answer(address: str, who: str = "", **headers: str) -> tuple[int, str]:
    """Status and text of a page; for a redirect where it leads. `who` is `name:password`."""
    known = {"Authorization": f"Basic {b64encode(who.encode()).decode()}"} if who else {}
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _Stay)
    try:
        with opener.open(urllib.request.Request(address, headers={**known, **headers}), timeout=30) as page:  # noqa: S310  # our own server
            return int(page.status), page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Location") or error.read().decode()


def headers_of(address: str) -> dict[str, str]:
    """What the server says of itself and of a page, whoever asks."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
    try:
        with opener.open(address, timeout=30) as page:
            return dict(page.headers)
    except urllib.error.HTTPError as error:
        return dict(error.headers)
