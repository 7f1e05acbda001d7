"""Inputs that reach what no input before them reached: those that did are kept, changed a little and tried again."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import bsc_site

_HOME = os.path.dirname(bsc_site.__file__)  # noqa: PTH120  # as frames name their files
_LONGEST = 400


class Guided:
    """Tries inputs, led by the lines of the program that they reach."""

    def __init__(self, seeds: Sequence[str], pieces: Sequence[str], work: Callable[[str], object]) -> None:
        """Begins with the seeds; pieces are what inputs are made of. `work` fails where something is wrong."""
        self.kept, self.pieces, self.work = list(seeds), pieces, work
        self.reached: set[tuple[Any, int, int]] = set()
        self.tried = 0
        self.wrong: dict[str, str] = {}

    def go(self, seed: int, inputs: int = 0, seconds: float = 0) -> None:
        """So many inputs, or for so long."""
        draw, end = random.Random(seed), time.monotonic() + seconds  # noqa: S311  # the same in every run
        for text in list(self.kept):
            self._try(text)
        while self.tried < inputs or time.monotonic() < end:
            self._try(self._changed(draw.choice(self.kept), draw))

    def _try(self, text: str) -> None:
        self.tried += 1
        before = len(self.reached)
        began = time.process_time()
        sys.settrace(self._call)
        try:
            self.work(text)
        except Exception as error:  # noqa: BLE001  # whatever is not foreseen is what is looked for
            sys.settrace(None)
            self.wrong.setdefault(_kind(error), f"{text!r}: {type(error).__name__} {error}")
        finally:
            sys.settrace(None)
        if time.process_time() - began > 5:
            self.wrong.setdefault("slow", f"{text!r}: {time.process_time() - began:.1f} seconds")
        if len(self.reached) > before and text not in self.kept:
            self.kept.append(text)

    def _call(self, frame: FrameType, _: str, __: Any) -> Callable[..., Any] | None:
        if not frame.f_code.co_filename.startswith(_HOME):
            return None
        last, code, reached = [0], frame.f_code, self.reached

        def line(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
            if event == "line":
                reached.add((code, last[0], frame.f_lineno))
                last[0] = frame.f_lineno
            return line

        return line

    def _changed(self, text: str, draw: random.Random) -> str:
        for _ in range(draw.choice([1, 1, 2, 3, 5])):
            at, to = sorted((draw.randrange(len(text) + 1), draw.randrange(len(text) + 1)))
            way = draw.randrange(7)
            if way <= 1:
                text = text[:at] + draw.choice(self.pieces) + text[at:]
            elif way == 2:
                text = text[:at] + text[min(to, at + draw.choice([1, 2, 8])) :]
            elif way == 3:
                text = text[:at] + draw.choice(self.pieces) + text[at + 1 :]
            elif way == 4:
                text = text[:to] + text[at:]
            elif way == 5:
                other = draw.choice(self.kept)
                text = text[:at] + other[draw.randrange(len(other) + 1) :]
            else:
                text = text[:at] + text[at : at + 3] * draw.choice([2, 5, 30]) + text[at + 3 :]
        return text[:_LONGEST]


def _kind(error: BaseException) -> str:
    """By which errors that are alike are told once."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"{type(error).__name__} {place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else str(error)
