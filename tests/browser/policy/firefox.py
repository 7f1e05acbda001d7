"""Firefox: one without a window, driven by its own remote protocol, which needs no other program."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
_PREFERENCES = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutConfig.showWarning": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/",
}
_PATIENCE = 60.0
_SAID = "return Services.console.getMessageArray().map(each => String(each.message))"


class Firefox:
    """A session of a running browser."""

    def __init__(self, port: int) -> None:
        """Connected, with a session."""
        self._socket = socket.create_connection(("127.0.0.1", port), _PATIENCE)
        self._count = 0
        self._received()
        self.told("WebDriver:NewSession", capabilities={"alwaysMatch": {}})

    def told(self, command: str, **words: Any) -> Any:
        """What the browser answers."""
        self._count += 1
        text = json.dumps([0, self._count, command, words])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._received()
        assert error is None, error
        return result

    def turn_to(self, address: str) -> None:
        """Open the page, as far as it comes by itself."""
        self.told("WebDriver:Navigate", url=address)

    def asked(self, script: str) -> Any:
        """What a script comes to that no policy of the page is asked about."""
        return self.told("WebDriver:ExecuteScript", script=script, args=[], newSandbox=True)["value"]

    def hover(self, selector: str) -> None:
        """Lay the mouse on the middle of the first of these elements."""
        found = self.told("WebDriver:FindElement", using="css selector", value=selector)["value"]
        self.asked(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        moves = [{"type": "pointerMove", "origin": found, "x": at, "y": 0, "duration": 50} for at in (0, 2)]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def typed(self, text: str) -> None:
        """Strike the keys."""
        keys = [{"type": way, "value": each} for each in text for way in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def _act(self, source: dict[str, Any]) -> None:
        self.told("WebDriver:PerformActions", actions=[source])

    def complaints(self) -> list[str]:
        """What its console has of policies, since it was asked the last time."""
        self.told("Marionette:SetContext", value="chrome")
        said = self.asked(_SAID)
        self.asked("Services.console.reset()")
        self.told("Marionette:SetContext", value="content")
        return [each for each in said if "Content-Security-Policy" in each or "Content Security Policy" in each]

    def _received(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._some(1)
        body, length = b"", int(head[:-1])
        while len(body) < length:
            body += self._some(length - len(body))
        return json.loads(body)

    def _some(self, most: int) -> bytes:
        found = self._socket.recv(most)
        assert found, "the browser is gone"
        return found


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A browser with a profile of its own."""
    profile.mkdir()
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    assert PROGRAM is not None
    command = [PROGRAM, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Firefox(_port(profile))
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _port(profile: Path) -> int:
    until = time.monotonic() + _PATIENCE
    told = profile / "MarionetteActivePort"
    while time.monotonic() < until:
        if told.is_file() and told.read_text("utf-8"):
            return int(told.read_text("utf-8"))
        time.sleep(0.1)
    raise TimeoutError(profile)
