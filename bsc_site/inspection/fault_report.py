"""A fault report: where the program stumbled over an error that nobody expected, without anything of the project."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from bsc_site.inspection.surroundings import machine_of
from bsc_site.model.value_class import dataclass

_OURS = Path(__file__).parents[1]
_OPTION = re.compile(r"--?[a-z][a-z-]*")
_MOST = 25
"""So many frames at either end of what called what; an endless recursion has a thousand more."""
_MOST_CAUSES = 10
_OUTSIDE = "outside of the program"
"""Whatever the project brings along: its templates, plugins and hooks have names of its own."""


@dataclass(frozen=True, slots=True)
class ToldFault:
    """An error as its type and place; `report` is the whole of it, in which no value, name, text or path stands."""

    error: str
    place: str
    report: str


def fault_of(error: BaseException, command: Sequence[str]) -> ToldFault:
    """The fault behind an error of the command, whose words begin with its name."""
    lines = [*_surroundings(), f"Command: {' '.join(_command(command))}"]
    for number, each in enumerate(_causes(error)):
        lines += ["", f"{'Caused by ' if number else ''}{_type(each)}", *_shortened([*_frames(each.__traceback__)])]
    return ToldFault(_type(error), _place(error), "\n".join((*lines, "")))


def _command(words: Sequence[str]) -> Iterator[str]:
    """Its name, and the names of its options without what they say."""
    yield words[0] if words else "bsc-site"
    for word in words[1:]:
        name = word.partition("=")[0]
        if _OPTION.fullmatch(name):
            yield name


def _surroundings() -> list[str]:
    """Versions and the machine, as `doctor` tells them; what cannot be found out is not the fault that is told of."""
    with suppress(Exception):
        machine = machine_of(Path(sys.prefix))
        packages = ", ".join(f"{name} {there}" for name, there in machine.packages.items() if there)
        return [f"bsc-site {machine.bsc_site}, {machine.python}, {machine.system}", f"Packages: {packages}"]
    return [f"Python {sys.version.split()[0]}"]


def _causes(error: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if each is None:
            return
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _type(error: BaseException) -> str:
    kind = type(error)
    if kind.__module__ == "builtins":
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}" if _is_known(kind.__module__) else f"an error {_OUTSIDE}"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__"))
        known = _is_known(module, code.co_filename)
        yield f"  {module}:{trace.tb_lineno} {code.co_name}" if known else f"  {_OUTSIDE}"
        trace = trace.tb_next


def _place(error: BaseException) -> str:
    """The last of our own lines that led to the error."""
    found, trace = _OUTSIDE, error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] == _OURS.name and _is_known(module, trace.tb_frame.f_code.co_filename):
            found = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _shortened(frames: list[str]) -> list[str]:
    left_out = len(frames) - 2 * _MOST
    if left_out <= 0:
        return frames
    return [*frames[:_MOST], f"  ... {left_out} more ...", *frames[-_MOST:]]


def _is_known(module: str, file: str = "") -> bool:
    """Whether it belongs to the program, to Python or to an installed package: everybody has it under that name."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return not file or file.startswith("<frozen ") or _is_installed(file)
    place = file or ("" if top == "__main__" else getattr(sys.modules.get(module), "__file__", None) or "")
    return _is_installed(place)


def _is_installed(file: str) -> bool:
    paths = sysconfig.get_paths()
    homes = [_OURS, *(Path(paths[each]) for each in ("stdlib", "platstdlib", "purelib", "platlib"))]
    return any(Path(file).is_relative_to(each) for each in homes)
