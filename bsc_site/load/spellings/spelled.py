"""Spelled periods: the shapes in which tables write a period, taken apart but not yet understood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field
from functools import cache, lru_cache
from typing import Literal

from bsc_site.load.spellings.month_names import months_of
from bsc_site.load.spellings.part_words import units_of_mark
from bsc_site.model.value_class import dataclass

Kind = Literal[
    "year",
    "pair",
    "short",
    "six",
    "day",
    "numeric day",
    "part",
    "part alone",
    "named month",
    "short named month",
    "month span",
    "named day",
    "month alone",
    "serial",
]

_YEAR = r"(?P<year>(?:(?:FY|GJ|WJ)[ -]?)?(?:\d{4}[-/]\d{4}|\d{4}[-/]\d{2}|\d{4}|\d{2})|FY ?\d{2}[-/]\d{2})"
_FOUR = r"(?P<year>\d{4})"
_SHORT_OR_LONG = r"'?(?P<year>(?:FY ?)?(?:\d{4}[-/](?:\d{4}|\d{2})|\d{4}|\d{2}))"
_GAP = r"[ \-/.,_]*"
_OF = _GAP + r"(?:DE |DEL |D')?"
_NAME = r"(?P<name>[^\W\d_]{2,}(?:'[^\W\d_]+)?)\.?"
_MARK = r"(?P<mark>[^\W\d_]{1,14})\.?"
_NUMBER = r"(?P<number>\d{1,2})"
_ORDINAL = r"(?:\.|ST|ND|RD|TH|ER|ERE|EME|E|O|A)?"
_DAY = r"(?P<day>\d{1,2})(?:ST|ND|RD|TH|\.)?"
_WEEKDAY = r"(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*,? )?"

_IN_LETTERS: tuple[tuple[str, Kind], ...] = ((_NAME, "month alone"),)
"""What a text without a digit can be."""
_SHAPES: tuple[tuple[str, Kind], ...] = (
    (r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})", "day"),
    (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", "day"),
    (r"(?P<year>\d{4})[年년] ?(?P<month>\d{1,2})[月월] ?(?P<day>\d{1,2})[日일]", "day"),
    (r"(?P<first>\d{1,2})([-/. ])(?P<second>\d{1,2})\2(?P<third>\d{4}|\d{2})", "numeric day"),
    (r"(?P<year>\d{4})(?P<gap>[-/. _:])(?P<second>\d{4}|\d{1,2})", "pair"),
    (r"(?P<year>\d{4})[年년] ?(?P<second>\d{1,2})[月월](?P<gap>)", "pair"),
    (r"(?P<six>\d{6})", "six"),
    (r"(?P<second>\d{1,2})(?P<gap>[-/. ])(?P<year>\d{4})", "pair"),
    (r"(?P<first>\d{1,2})(?P<gap>[-/])(?P<second>\d{2})", "short"),
    (
        r"(?P<year>\d{4}|(?:FY|GJ|WJ)[ -]?(?:\d{4}[-/]\d{4}|\d{4}[-/]\d{2}|\d{2}[-/]\d{2}|\d{4}|\d{2}))[年년]?",
        "year",
    ),
    (_MARK + " ?" + _NUMBER + _GAP + "'?" + _YEAR, "part"),
    (_YEAR + _GAP + _MARK + " ?" + _NUMBER, "part"),
    (_NUMBER + _ORDINAL + " ?" + _MARK + _OF + "'?" + _YEAR, "part"),
    (_YEAR + _GAP + _NUMBER + _ORDINAL + " ?" + _MARK, "part"),
    (_NAME + _OF + _SHORT_OR_LONG, "named month"),
    (r"(?P<year>(?:FY ?)?\d{4}(?:[-/](?:\d{4}|\d{2}))?|FY ?\d{2})" + _GAP + _NAME, "named month"),
    (r"(?P<year>\d{2})[- ]" + _NAME, "short named month"),
    (_NAME + r" ?(?:-|/|TO|BIS) ?" + _NAME.replace("name", "last") + _OF + _SHORT_OR_LONG, "month span"),
    (_WEEKDAY + _DAY + _OF + _NAME + _OF + r"'?(?P<year>\d{4}|\d{2})", "named day"),
    (_WEEKDAY + _NAME + _GAP + _DAY + r"(?:, ?| )" + _FOUR, "named day"),
    (_FOUR + _GAP + _NAME + _GAP + _DAY, "named day"),
    (_MARK + " ?" + _NUMBER, "part alone"),
    (_NUMBER + _ORDINAL + " ?" + _MARK, "part alone"),
    (r"(?P<serial>[2-7]\d{4})", "serial"),
    *_IN_LETTERS,
)


_DIGIT = re.compile(r"\d")


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """Compiled when a text is first held against it; most tables name their periods by one of the first."""
    return re.compile(shape)


_SPACES = re.compile(r"\s+")
_DASHES = str.maketrans(
    {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'"}
    | dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060\u00ad"),
)
_FOOTNOTES = re.compile(r"[⁰¹²³⁴-⁹*†‡§]+$")
_STATE = (
    r"P|E|R|PROV|PROVISIONAL|EST|ESTIMATE|ESTIMATED|PRELIM|PRELIMINARY|REV|REVISED|VORL|VORLÄUFIG|GESCHÄTZT|ESTIMÉ|"
    r"PROVISOIRE|PROVISIONAL|PROVVISORIO"
)
_REMARK = re.compile(rf"(?: ?\((?:{_STATE})\.?\)|(?<=\d)[PER]| (?:{_STATE})\.?)$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in one of the shapes: its kind and the parts that it names, in capitals."""

    kind: Kind
    text: str
    parts: dict[str, str] = field(hash=False)
    written: str = ""
    """The text as it stands in the data, for those who are to find it there."""

    def __getitem__(self, part: str) -> str:
        """One part, such as the year."""
        return self.parts[part]


@lru_cache(maxsize=16384)
def normal(written: str) -> str:
    """A text in capitals, with plain dashes, digits and single spaces, without footnote marks and invisible signs."""
    plain = _FOOTNOTES.sub("", written.translate(_DASHES).strip())
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", plain)).strip().upper()


def without_remark(text: str) -> str:
    """The text without what only says how final its figure is: provisional, estimated, revised."""
    return _REMARK.sub("", text).strip()


@lru_cache(maxsize=16384)
def spelled(text: str, written: str = "") -> Spelled | None:
    """The normal text taken apart by the first shape that it has; None for one that has none."""
    for shape, kind in _SHAPES if _DIGIT.search(text) else _IN_LETTERS:
        match = _pattern(shape).fullmatch(text)
        if match is None:
            continue
        parts = {name: part for name, part in match.groupdict().items() if part is not None}
        if "mark" not in parts or units_of_mark(parts["mark"]):
            return Spelled(kind, text, parts, written or text)
    return None


def span_of(text: str) -> tuple[Spelled, Spelled] | None:
    """The first and last day, or month, of a span such as `01/01/2024 - 31/01/2024`; None for a text that is none."""
    for mark in (" - ", " TO ", " BIS ", " AU ", " / ", "/", "-"):
        ends = text.split(mark)
        if len(ends) == 2:  # noqa: PLR2004  # a first and a last day
            first, last = spelled(ends[0].strip()), spelled(ends[1].strip())
            if first and last and first.kind in _DAYS and last.kind in _DAYS:
                return first, last
    return None


_DAYS = {"day", "numeric day", "named day", "named month"}


@lru_cache(maxsize=4096)
def is_alone(text: str) -> bool:
    """Whether a text is a month or a part of a year without its year: `Jan`, `Q1`."""
    shape = spelled(normal(text))
    if shape is None or shape.kind not in {"month alone", "part alone"}:
        return False
    return shape.kind == "part alone" or len(months_of([shape["name"]])[shape["name"]]) == 1
