"""The program does and says the same in any locale, time zone and terminal, however it was started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, PROGRAM, SCORECARD, shop
from tests.builders.project_folders import files_of
from tests.commands.previewing import free_port, page, until

CARD = SCORECARD.replace("Earn repeat customers", "Zufriedene Kund:innen → 東京")
ODD = {
    "plain C, far east": {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
        "FORCE_COLOR": "1",
        "COLUMNS": "30",
    },
    "German, far west": {
        "LC_ALL": "de_DE.UTF-8",
        "LANGUAGE": "de",
        "TZ": "Etc/GMT+12",
        "NO_COLOR": "1",
        "PYTHONWARNINGS": "default",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
    },
}

_IGNORING = """
import os, signal, sys
signal.signal(int(sys.argv[1]), signal.SIG_IGN)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Starts a program that inherits a signal ignored, as shells and nohup do."""


def _told(root: Path, command: str, **variables: str) -> tuple[int, str, str]:
    """Exit code and both outputs, the way to the project left out of them."""
    done = subprocess.run(
        [*PROGRAM, command, "-C", str(root), "--as-of", DAY],
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )
    out, err = (each.decode().replace(str(root), "HERE") for each in (done.stdout, done.stderr))
    return done.returncode, out, err


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_a_site_and_what_is_said_of_it_are_the_same_anywhere(name: str, tmp_path: Path) -> None:
    """To the byte, in every file of the site."""
    usual, odd = (shop(tmp_path / each, scorecard=CARD) for each in ("usual", "odd"))
    told = _told(usual, "build"), _told(odd, "build", **ODD[name])
    assert told[0][0] == 0, told[0][2]
    assert told[1] == told[0]
    assert files_of(odd / "build" / "site") == files_of(usual / "build" / "site")


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_a_problem_is_told_in_the_same_words_anywhere(name: str, tmp_path: Path) -> None:
    """With the letters of the user's own files in it."""
    root = shop(tmp_path, scorecard=CARD, figures=FIGURES + "größe-→,2025-06,1\n")
    told = _told(root, "check")
    assert (told[0], "there is no KPI 'größe-→'" in told[2]) == (1, True)
    assert _told(root, "check", **ODD[name]) == told


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_letters_that_an_encoding_lacks_are_escaped_and_json_reads_them(encoding: str, tmp_path: Path) -> None:
    """As in the console of Windows."""
    root = shop(tmp_path, scorecard=CARD, figures=FIGURES + "größe-→,2025-06,1\n")
    told = subprocess.run(
        [*PROGRAM, "check", "-C", str(root), "--as-of", DAY, "--format", "json"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (1, b"")
    assert any("'größe-→'" in each["message"] for each in json.loads(told.stdout.decode(encoding)))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("ignored", [signal.SIGINT, signal.SIGHUP], ids=["in the background", "by nohup"])
def test_a_preview_is_ended_from_outside_however_it_was_started(ignored: signal.Signals, tmp_path: Path) -> None:
    """Where Ctrl-C cannot reach it; it closes its port, and its exit code says that all is well."""
    port = free_port()
    command = [*PROGRAM, "serve", "-C", str(shop(tmp_path)), "--as-of", DAY, "--port", str(port)]
    nothing = subprocess.DEVNULL
    with subprocess.Popen(
        [sys.executable, "-c", _IGNORING, str(int(ignored)), *command], stdout=nothing, stderr=nothing
    ) as preview:
        try:
            until(lambda: "Earn repeat customers" in page(f"http://127.0.0.1:{port}/"), "the site is served")
            preview.send_signal(signal.SIGTERM)
            assert preview.wait(60) == 0
        finally:
            preview.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM"])
def test_an_end_that_comes_while_a_text_is_executed_is_a_good_end_too(sent: str) -> None:
    """As in a build that imports a module with dataclasses, which are made from texts."""
    text = f"import os, signal; os.kill(os.getpid(), signal.{sent}); any(range(10**6))"
    lines = ["from bsc_site.commands.process import endable", "endable()", "try:", f"    exec({text!r})"]
    program = "\n".join([*lines, "except KeyboardInterrupt:", "    print('ended')"])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ended\n")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM"])
def test_an_end_that_comes_where_nothing_can_be_raised_is_heard_a_moment_later(sent: str) -> None:
    """As while Python forgets a value, where it would say that it ignores an exception, and go on."""
    lines = [
        "import os, signal, time, weakref",
        "from bsc_site.commands.process import endable",
        "class Value: pass",
        "endable()",
        "value = Value()",
        f"found = weakref.ref(value, lambda _: (os.kill(os.getpid(), signal.{sent}), sum(range(99)))[0])",
        "try:",
        "    del value",
        "    time.sleep(20)",
        "except KeyboardInterrupt:",
        "    print('ended')",
    ]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("ended\n", "")
