"""Progress options: by which series, direction, base year and target Open SDG computes the progress of an indicator."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from bsc_site.exchange.open_sdg.meta_files import MetaValue, texts_of
from bsc_site.exchange.open_sdg.repository import IndicatorRecord
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.model.fields import LARGEST_FIGURE
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

BASE_YEAR, TARGET_YEAR = 2015, 2030
NEAR_ZERO = 0.001
"""What stands for a target or a base of zero, from which nothing can grow."""
_DIRECTIONS = {"positive": "higher", "up": "higher", "negative": "lower", "down": "lower"}


@dataclass(frozen=True, slots=True)
class ProgressOption:
    """One series and how its progress is computed; `share` is its part in the status of the indicator."""

    place: Place
    share: float = 1.0
    series: str = ""
    unit: str = ""
    disaggregation: Mapping[str, str] = field(default_factory=dict)
    direction: str | None = None
    base_year: int = BASE_YEAR
    target: float | None = None
    target_year: int = TARGET_YEAR
    limit: float | None = None

    @property
    def names_a_series(self) -> bool:
        """Whether it says which of several series it is about."""
        return bool(self.series or self.unit or self.disaggregation)

    @property
    def in_words(self) -> str:
        """The series, as a message names it."""
        named = [("Series", self.series), ("Units", self.unit), *self.disaggregation.items()]
        return ", ".join(f"{name} = {text}" for name, text in named if text)


def options_of(record: IndicatorRecord, remarks: RepositoryRemarks) -> tuple[ProgressOption, ...]:
    """The options of an indicator; one without any where progress is computed all the same, else none."""
    computed = record.take("auto_progress_calculation")
    written = record.take("progress_calculation_options")
    automatic = computed is not None and computed.is_true
    listed = written.written if written and isinstance(written.written, list) else []
    reader = _OptionReader(remarks, automatic=automatic)
    found = tuple(reader.read(listed, 1.0, written.place)) if written else ()
    if not found and automatic and computed is not None:
        found = tuple(reader.read([{}], 1.0, computed.place))
    return found


@dataclass(frozen=True, slots=True)
class _OptionReader:
    remarks: RepositoryRemarks
    automatic: bool
    """Whether Open SDG computes progress, and so takes its defaults."""

    def read(self, listed: Sequence[Any], whole: float, place: Place) -> Iterator[ProgressOption]:
        """One option after the other; those of a group share what the group counts."""
        entries = [each for each in listed if isinstance(each, Mapping)]
        for each in entries:
            group = each.get("group")
            share = whole / len(entries)
            if isinstance(group, list):
                yield from self.read(group, share, place)
            else:
                yield self._option(each, share, place)

    def _option(self, entry: Mapping[str, Any], share: float, place: Place) -> ProgressOption:
        texts = texts_of(entry)
        chosen = entry.get("disaggregation")
        pairs = [texts_of(each) for each in chosen] if isinstance(chosen, list) else []
        return ProgressOption(
            place,
            share,
            texts.get("series", "").strip(),
            texts.get("unit", "").strip(),
            {each["field"].strip(): each["value"].strip() for each in pairs if {"field", "value"} <= set(each)},
            self._direction(texts.get("direction", "").strip(), place),
            self._year(texts, "base_year", BASE_YEAR, place),
            self._target(texts, place),
            self._year(texts, "target_year", TARGET_YEAR, place),
            self._number(texts, "limit", place),
        )

    def _direction(self, word: str, place: Place) -> str | None:
        if word.casefold() in _DIRECTIONS:
            return _DIRECTIONS[word.casefold()]
        if word:
            self.remarks.add("BSC618", place, said(told.UNKNOWN_DIRECTION, word=word))
        elif self.automatic:
            self.remarks.add("BSC617", place, said(told.LOWER_BY_DEFAULT))
            return "lower"
        return None

    def _target(self, texts: Mapping[str, str], place: Place) -> float | None:
        target = self._number(texts, "target", place)
        if target == 0:
            self.remarks.add("BSC617", place, said(told.NEAR_ZERO, what="a target"))
            return NEAR_ZERO
        return target

    def _year(self, texts: Mapping[str, str], key: str, usual: int, place: Place) -> int:
        number = self._number(texts, key, place)
        return usual if number is None or not number.is_integer() else int(number)

    def _number(self, texts: Mapping[str, str], key: str, place: Place) -> float | None:
        value = MetaValue(texts.get(key, ""), place)
        if not value.says_something:
            return None
        try:
            number = float(value.line)
        except ValueError:
            number = math.inf
        if abs(number) <= LARGEST_FIGURE:
            return number
        self.remarks.add("BSC618", place, said(told.NO_NUMBER_OPTION, key=key, text=value.line[:60]))
        return None
