"""Changes one sign of the program at a time and counts the changes that no test notices.

    python benchmarks/changing/mutants.py bsc_site/compute/kpi/freshness.py -- tests/kpi tests/trend

The tests are collected once and run once, to see which lines each of them reaches. Then each mutant is a copy of this
process in which one function is another: the tests that reach the changed line run, up to the first that fails.
Survivors are printed with their line; a survivor is a test that is missing, or a change that changes nothing, and of
the latter kind `benchmarks/changing/survivors.md` says why.
"""

from __future__ import annotations

import ast
import gc
import os
import pickle
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from types import CodeType, FrameType, FunctionType
from typing import Any, NoReturn

import pytest
from sign_changes import Change, changed, changes

ROOT = Path(__file__).parents[2]

BUDGET = 15.0
"""Seconds that the tests of one mutant take at most, as they took without any change."""


@dataclass
class Reach:
    """Which lines of the modules each test reaches, and the seconds that it takes."""

    lines: dict[tuple[str, int], set[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def tests(self, path: str, lines: tuple[int, int], files: Sequence[str]) -> list[int]:
        """The tests that reach one of the lines, the quickest first; then the others of their files: as many as fit."""
        first, last = lines
        hits = set[int]().union(
            *(tests for (file, line), tests in self.lines.items() if file == path and first <= line <= last)
        )
        around = {files[each] for each in hits}
        others = {number for number, each in enumerate(files) if each in around} - hits
        wanted = [*sorted(hits, key=self.seconds.__getitem__), *sorted(others, key=self.seconds.__getitem__)]
        left, found = BUDGET, list[int]()
        for each in wanted:
            left -= self.seconds[each]
            if found and left < 0:
                break
            found.append(each)
        return found


class Trial:
    """A plugin of pytest that runs the collected tests against every mutant."""

    def __init__(self, modules: Sequence[Path], most: int, out: int) -> None:
        """Of so many mutants of each module at most; the result is written to `out`."""
        self.modules, self.most, self.out = modules, most, out
        self.failed = list[str]()

    def say(self, *lines: str) -> None:
        """To whoever started this."""
        os.write(self.out, ("\n  ".join(lines) + "\n").encode())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """What failed."""
        if report.failed:
            self.failed.append(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of a run of the tests."""
        gc.unfreeze()
        reach: Reach = _told_by_copy(lambda: self._reached(session))
        if reach.failed:
            self.say("these tests fail without any change", *reach.failed)
        for path in self.modules:
            self._try(session, path, reach)
        return True

    def _try(self, session: pytest.Session, path: Path, reach: Reach) -> None:
        """Every change of one module."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = list(changes(tree))
        random.Random(1).shuffle(found)  # noqa: S311  # the same in every run
        found, left = found[: self.most], list[Change]()
        files = [str(each.path) for each in session.items]
        for change in found:
            tests = reach.tests(str(path), change.lines, files)
            tests = [each for each in tests if session.items[each].nodeid not in reach.failed]
            seconds = sum(reach.seconds[each] for each in tests)
            if not tests or not self._noticed(session, path, changed(tree, change), (tests, seconds)):
                left.append(Change(change.number, change.done, change.lines, f"{change.where} ({len(tests)} tests)"))
        told = [each.where for each in sorted(left, key=lambda each: int(each.where.split(":")[0]))]
        self.say(f"{path.relative_to(ROOT)}: {len(found)} changes, {len(left)} not noticed", *told)

    def _reached(self, session: pytest.Session) -> Reach:
        """By a run of all tests."""
        paths = {str(each) for each in self.modules}
        reach, now = Reach(), [0]

        def line(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
            if event == "line":
                reach.lines.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(now[0])
            return line

        def call(frame: FrameType, _: str, __: Any) -> Callable[..., Any] | None:
            return line if frame.f_code.co_filename in paths else None

        for number in range(len(session.items)):
            now[0], began = number, time.monotonic()
            sys.settrace(call)
            self._run(session, number, number + 1)
            sys.settrace(None)
            reach.seconds.append(time.monotonic() - began)
        reach.failed = self.failed
        return reach

    @staticmethod
    def _run(session: pytest.Session, number: int, following: int) -> None:
        later = session.items[following] if following < len(session.items) else None
        session.items[number].config.hook.pytest_runtest_protocol(item=session.items[number], nextitem=later)

    def _noticed(
        self, session: pytest.Session, path: Path, tree: ast.Module, tests: tuple[Sequence[int], float]
    ) -> bool:
        """Whether one of the tests fails of the changed module, or makes no end."""
        child = os.fork()
        if child:
            return os.waitpid(child, 0)[1] != 0
        signal.alarm(int(60 + 5 * tests[1]))
        files = sorted({str(session.items[each].path) for each in tests[0]})
        if not exchanged(str(path), compile(tree, str(path), "exec")):
            _alone(path, tree, files)
        numbers = tests[0]
        for each, following in zip(numbers, [*numbers[1:], len(session.items)], strict=True):
            self._run(session, each, following)
            if self.failed:
                os._exit(1)
        os._exit(0)


def _told_by_copy(work: Callable[[], Any]) -> Any:
    """What it comes to in a copy of this process, which leaves nothing behind in this one."""
    reading, writing = os.pipe()
    if not os.fork():
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pickle.load(pipe)  # noqa: S301  # our own copy
    os.wait()
    return told


def exchanged(path: str, code: CodeType) -> bool:
    """Whether the functions of this process that stand in the module have their new code; else it is in no function."""
    live = [each for each in gc.get_objects() if type(each) is FunctionType and each.__code__.co_filename == path]
    new = {(each.co_qualname, each.co_firstlineno): each for each in _inner(code)}
    done = False
    for function in live:
        other = new.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
        if other is not None and other != function.__code__:
            function.__code__ = other
            done = True
    return done


def _inner(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _inner(each)


def _alone(path: Path, tree: ast.Module, files: Sequence[str]) -> NoReturn:
    """What is no part of a function is changed in a process that has not imported it yet."""
    place = Path(mkdtemp()) / "changed.py"
    place.write_text(ast.unparse(tree), encoding="utf-8")
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    program = (
        "import sys, importlib.util as u, importlib.abc as a, pytest\n"
        "class Only(a.MetaPathFinder):\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        return u.spec_from_file_location(name, {str(place)!r}) if name == {name!r} else None\n"
        "sys.meta_path.insert(0, Only())\n"
        f"sys.exit(pytest.main(['-x', '-q', '-p', 'no:cacheprovider', '-m', 'not slow', *{list(files)!r}]))\n"
    )
    signal.alarm(300)
    os.execv(sys.executable, [sys.executable, "-c", program])  # noqa: S606  # ourselves


def main(words: Sequence[str]) -> None:
    """Every change of each module, or so many of them as `--most N` allows."""
    modules, tests = list(words[: words.index("--")]), list(words[words.index("--") + 1 :])
    most = int(modules.pop(modules.index("--most") + 1)) if "--most" in modules else 10_000
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = mkdtemp()
    out, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    trial = Trial([ROOT / each for each in modules if each != "--most"], most, out)
    pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow", *tests], plugins=[trial])


if __name__ == "__main__":
    main(sys.argv[1:])
