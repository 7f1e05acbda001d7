"""Whatever goes wrong within the program, its user gets one line, and whoever mends it a report without any data."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bsc_site.cli import COMMANDS
from bsc_site.commands.process import comes_of_an_end
from tests.builders.program import DAY, PROGRAM, SCORECARD, Ran, run, shop
from tests.builders.project_folders import files_of
from tests.builders.repositories import begun, commit

CANARY = "zanzibar"
_FAULTY = f"""
import importlib, sys
module, name, error = sys.argv[1:4]
def fails(*_, **__):
    def deep(left):
        return deep(left - 1) if left else eval(error, {{"Odd": type("{CANARY}", (Exception,), {{}})}})
    found = deep(40)
    if isinstance(found, BaseException):
        raise found
setattr(importlib.import_module(module), name, fails)
sys.argv = ["bsc-site", *sys.argv[4:]]
from bsc_site.cli import main
main()
"""
"""Runs a command in which a function of the program raises what nobody expects."""
READING = ("bsc_site.load.scorecards.project_folder", "load_project")
REPORT = re.compile(r"with the file (\S+), in which")
COMMANDS_THAT_READ: dict[str, tuple[str, ...]] = {
    "build": ("build", "--as-of", DAY, "--site-url", f"https://{CANARY}.example/"),
    "check": ("check", "--as-of", DAY, "--format=json"),
    "diff": ("diff", "HEAD"),
    "digest": ("digest", "--since", "2025-01-01", "--as-of", DAY),
    "doctor": ("doctor", "--as-of", DAY),
    "explain": ("explain", "repeat-rate", "--as-of", DAY),
    "export": ("export", "stratml", "--as-of", DAY),
    "fetch": ("fetch", "--as-of", DAY),
    "review": ("review", "new", "2025-Q2", "--as-of", DAY),
}


def _faulty(root: Path, error: str, *arguments: str, at: tuple[str, str] = READING) -> Ran:
    command = [sys.executable, "-c", _FAULTY, *at, error, *arguments, "-C", str(root)]
    variables = {**os.environ, "TMPDIR": str(_temporary(root))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=variables)
    return Ran(done.returncode, done.stdout, done.stderr)


def _temporary(root: Path) -> Path:
    place = root.parent / f"{root.name}-temporary"
    place.mkdir(exist_ok=True)
    return place


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A project in a repository, with a word in its names and files that nothing else has."""
    root = tmp_path / f"{CANARY}-project"
    shop(root, scorecard=SCORECARD.replace("Shop", CANARY))
    commit(begun(root))
    return root


def _line_and_report(told: Ran, root: Path) -> tuple[str, str]:
    """The one line of the fault, and the report that it names."""
    assert (told.code, "Traceback" in told.err + told.out) == (3, False), told.err
    (line,) = [each for each in told.lines if "BSC990" in each]
    found = REPORT.search(line)
    assert found is not None, line
    return line, (root / found[1]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS_THAT_READ)
def test_a_fault_of_the_program_is_one_line_in_any_command(name: str, canary: Path) -> None:
    """It says whose fault it is, in which command, of what type, at which line of ours, and where the report lies."""
    before = files_of(canary)
    told = _faulty(canary, f"ZeroDivisionError('{CANARY} 918273')", *COMMANDS_THAT_READ[name])
    line, report = _line_and_report(told, canary)
    assert line.startswith(".:0:0: BSC990 error: this is a fault of bsc-site and not of your files: ZeroDivisionError")
    assert f"during `{name}`" in line
    assert re.search(r" at bsc_site\.[\w.]+:\d+ ", line)
    assert f"\nCommand: {name}" in report
    assert CANARY not in report + line.replace(str(_temporary(canary)), "")
    assert "918273" not in report + told.err
    assert str(canary.parent) not in report
    left = {path for path in files_of(canary) if path not in before}
    assert left == ({line.split("the file ")[1].split(",")[0]} if name == "build" else set())


def test_commands_that_are_not_tried_above_read_no_project() -> None:
    """So a command that is new is tried as well; `verify` asks for a site first, and builds as `build` does."""
    others = {"assemble", "import", "init", "library", "schema", "serve", "suggest", "verify"}
    assert {str(each.name) for each in COMMANDS} == others | set(COMMANDS_THAT_READ)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("Odd('x')", "an error outside of the program"),
        ("KeyError('zanzibar')", "KeyError"),
        ("AssertionError()", "AssertionError"),
        ("UnicodeDecodeError('utf-8', b'zanzibar', 0, 1, 'x')", "UnicodeDecodeError"),
        ("fails", "RecursionError"),
    ],
)
def test_whatever_is_raised_is_told_by_its_type(error: str, said: str, canary: Path) -> None:
    """A type that only the project has goes unnamed, and an endless recursion makes no endless report."""
    if said == "RecursionError":
        error = "(lambda again: again(again))(lambda again: again(again))"
    line, report = _line_and_report(_faulty(canary, error, *COMMANDS_THAT_READ["check"]), canary)
    assert f"not of your files: {said} at " in line
    assert CANARY not in report
    assert len(report.splitlines()) < 80


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        ("MemoryError()", 3, "BSC914 error: the memory"),
        ("OSError(28, 'No space left on device', 'x')", 3, "x:0:0: BSC901 error: no space"),
        ("PermissionError(13, 'Permission denied', 'x')", 3, "x:0:0: BSC902 error: permission denied"),
        ("FileNotFoundError(2, 'No such file', 'x')", 3, "x:0:0: BSC909 error: no such file"),
        ("ImportError('x', name='numpy.core')", 3, "BSC915 error: the package numpy cannot be loaded"),
        ("KeyboardInterrupt()", 130, ""),
    ],
)
def test_a_failure_of_the_machine_is_told_as_one(error: str, code: int, words: str, canary: Path) -> None:
    """No report is written of it."""
    told = _faulty(canary, error, *COMMANDS_THAT_READ["check"])
    assert (told.code, words in told.err, "Traceback" in told.err) == (code, True, False), told.err
    assert len(told.err.strip().splitlines()) == (1 if words else 0)
    assert list(_temporary(canary).iterdir()) == []


def test_a_report_that_cannot_be_written_is_no_second_fault(canary: Path) -> None:
    """The line says all that is needed then."""
    (canary / ".bsc-cache").write_text("a file")
    nowhere = ("tempfile", "mkstemp")
    command = (
        f"(setattr(importlib.import_module('{nowhere[0]}'), '{nowhere[1]}', lambda **_: open('/')), KeyError())[1]"
    )
    program = _FAULTY.replace('eval(error, {"Odd"', 'eval(error, {"importlib": importlib, "Odd"')
    arguments = [*READING, command, "build", "-C", str(canary)]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "please report it with this line" in done.stderr
    assert "Traceback" not in done.stderr


_WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == sys.argv[1]:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Missing())
sys.argv = ["bsc-site", *sys.argv[2:]]
from bsc_site.cli import main
main()
"""
"""Runs a command where a package is not installed."""


@pytest.mark.parametrize("package", ["babel", "numpy", "pydantic", "yaml"])
def test_a_package_that_is_missing_is_named(package: str, tmp_path: Path) -> None:
    """Also where problems cannot be told without it."""
    command = [sys.executable, "-c", _WITHOUT, package, "check", "-C", str(shop(tmp_path)), "--as-of", DAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:  # else it is not needed
        assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
        assert f"the package {package} cannot be loaded by this Python; install bsc-site anew" in done.stderr


OUTPUTS = {
    "a full disk": (">/dev/full", 3, "no space is left on the disk"),
    "no output": (">&-", 0, ""),
    "no error output": ("2>&-", 0, ""),
    "no outputs": (">&- 2>&- <&-", 0, ""),
}


@pytest.mark.skipif(sys.platform != "linux", reason="has no device that is always full")
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("words", ["schema", "--version", "check --help", f"check --as-of {DAY} -C"])
def test_an_output_that_takes_nothing_is_one_line_at_most(words: str, output: str, tmp_path: Path) -> None:
    """A full one is a failure, for nobody has heard; without any there is nobody to tell."""
    sent, code, said = OUTPUTS[output]
    command = f'exec "$@" {words} {shop(tmp_path) if "-C" in words else ""} {sent}'
    done = subprocess.run(["/bin/sh", "-c", command, "sh", *PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr, said in done.stderr) == (code, False, True), done.stderr


def test_an_end_that_came_while_a_class_was_made_is_an_end() -> None:
    """Python 3.11 tells of it as of an error in that class."""
    ended, plain = RuntimeError("Error calling __set_name__"), ValueError("x")
    ended.__cause__ = KeyboardInterrupt()
    later = KeyError("y")
    later.__context__ = ended
    assert [comes_of_an_end(each) for each in (ended, later, plain)] == [True, True, False]


def _before_the_program(err: str) -> bool:
    """Whether Python itself was still beginning, on a busy machine, when the end came: none of our lines had run."""
    return ("Traceback" in err or "Fatal Python error" in err) and "bsc_site" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_an_end_at_any_moment_is_silent(sent: signal.Signals, tmp_path: Path) -> None:
    """While the program is being loaded, while it reads, while it prints."""
    root = shop(tmp_path)
    moments = random.Random(7)  # noqa: S311  # the same moments in every run
    told: list[tuple[int, str]] = []
    for _ in range(12):
        command = [*PROGRAM, "check", "-C", str(root), "--as-of", DAY, "--format", "json"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
            time.sleep(moments.uniform(0.08, 0.7))
            running.send_signal(sent)
            _, err = running.communicate(timeout=60)
            if not _before_the_program(err):
                told.append((running.returncode, err.strip()))
    assert len(told) > 6
    assert {err for _, err in told} == {""}
    assert {code for code, _ in told} <= {0, 130, -int(sent)}


def test_an_engine_that_is_broken_is_told_in_one_line(tmp_path: Path) -> None:
    """The words of its own error, without the way that led there; the site that stood stands."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Shop\nhooks: [hook.py]\n", encoding="utf-8")
    (root / "hook.py").write_text("def on_config(config):\n    return config['no']['such']\n", encoding="utf-8")
    told = run("build", "-C", root, "--as-of", DAY)
    assert (told.code, "Traceback" in told.err + told.out, "BSC904 error" in told.err) == (3, False, True), told.err
    assert not (root / "build" / "site").exists()
